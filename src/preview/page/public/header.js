import { address, byId, el, fill } from './dom.js';
import { icon } from './icons.js';
import { markdownLine, plainLine } from './markdown-view.js';
import { perform } from './perform.js';
import { stateBadge, threadEntry, threadsOf } from './posts.js';
import { channelIcon } from './sidebar.js';
import { channelTypes, openChannel, openThread, state, emit } from './state.js';

export function drawHeader() {
  const channel = openChannel();
  const thread = openThread();
  const name = thread?.name ?? channel?.name ?? '';
  const sign = thread ? '' : channel?.type === channelTypes.direct ? '@' : '#';
  document.title = name ? `${sign}${name} · Wirethread preview` : 'Wirethread preview';
  fill(byId('bar'), [
    iconButton('menu', 'Channels', () => emit('drawer', true), 'menu-button'),
    ...(thread ? threadTitle(channel, thread) : channelTitle(channel)),
    el('span', { class: 'spring' }),
    !state.connected && el('span', { class: 'badge offline', role: 'status' }, 'Reconnecting…'),
    thread && channel?.may.lock && lockButton(thread),
    channel &&
      !thread &&
      ![channelTypes.forum, channelTypes.direct].includes(channel.type) &&
      threadsButton(channel),
    state.demo && demoControlsButton(),
  ]);
}

function channelTitle(channel) {
  if (!channel) return [el('h2', { class: 'title' }, 'Wirethread preview')];
  return [
    channelIcon(channel),
    el('h2', { class: 'title' }, channel.name),
    channel.topic && topicView(channel.topic),
  ];
}

/** The line may be cut: its tooltip has all of it, in plain words. */
function topicView(topic) {
  const title = el('span', {}, plainLine(topic)).textContent;
  return el('p', { class: 'topic', title }, markdownLine(topic));
}

function threadTitle(channel, thread) {
  return [
    channel &&
      el(
        'a',
        {
          class: 'crumb',
          href: address(state.guildId, channel.id),
          'aria-label': `Back to #${channel.name}`,
        },
        channelIcon(channel),
        el('span', {}, channel.name),
      ),
    el('span', { class: 'crumb-mark' }, icon('chevron')),
    icon('thread'),
    el('h2', { class: 'title', title: thread.name }, thread.name),
    ...stateBadge(thread),
    thread.rate_limit_per_user > 0 &&
      el(
        'span',
        { class: 'badge', title: 'Each member waits so long between two messages' },
        `Slow mode ${slowModeText(thread.rate_limit_per_user)}`,
      ),
  ];
}

/** "30s", "5m", "2h", as Discord's app writes it. */
function slowModeText(seconds) {
  if (seconds % 3600 === 0) return `${seconds / 3600}h`;
  return seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`;
}

function iconButton(name, label, act, more = '') {
  return el(
    'button',
    {
      type: 'button',
      class: `icon-button ${more}`,
      'aria-label': label,
      title: label,
      data: { key: name },
      on: { click: act },
    },
    icon(name),
  );
}

function lockButton(thread) {
  const deed = { do: thread.locked ? 'unlock' : 'lock', thread: thread.id };
  const label = thread.locked ? 'Unlock the thread' : 'Lock the thread';
  return iconButton('lock', label, ({ currentTarget }) => perform(deed, currentTarget));
}

function demoControlsButton() {
  const button = iconButton(
    'paper',
    "The demo's controls",
    () => emit('demo-controls'),
    'demo-controls-button',
  );
  button.setAttribute('aria-expanded', String(!byId('demo-controls').hidden));
  button.setAttribute('aria-controls', 'demo-controls');
  button.append(el('span', {}, 'Demo'));
  return button;
}

function threadsButton(channel) {
  const open = () => showThreads(channel);
  return iconButton('thread', 'All threads, closed ones too', open);
}

function showThreads(channel) {
  const all = threadsOf(channel.id);
  const dialog = el('dialog', { class: 'modal', 'aria-labelledby': 'threads-title' });
  const list = (heading, threads) =>
    threads.length > 0 && [
      el('h3', { class: 'category' }, heading),
      el(
        'ul',
        { role: 'list', class: 'posts' },
        threads.map((one) => el('li', {}, threadEntry(one, channel))),
      ),
    ];
  dialog.append(
    el(
      'header',
      {},
      el('h2', { id: 'threads-title' }, `Threads of #${channel.name}`),
      iconButton('close', 'Close', () => dialog.close()),
    ),
    el(
      'div',
      { class: 'modal-fields' },
      all.length === 0 && el('p', { class: 'empty' }, 'No thread has been opened here yet.'),
      list(
        'Active',
        all.filter(({ archived }) => !archived),
      ),
      list(
        'Archived',
        all.filter(({ archived }) => archived),
      ),
    ),
  );
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog || target.closest('a')) dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
}
