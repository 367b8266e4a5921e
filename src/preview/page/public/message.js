import { address, el, webUrl } from './dom.js';
import { icon } from './icons.js';
import { componentsView } from './components.js';
import { embedView } from './embed.js';
import { markdown, plainLine } from './markdown-view.js';
import { openMenu, openMenuAt } from './message-menu.js';
import { perform } from './perform.js';
import { nearPicture } from './picture.js';
import { picture } from './picture.js';
import { authorName, state, threadById } from './state.js';
import { moment, shortTime } from './time.js';

export const flags = { suppressEmbeds: 4, ephemeral: 64, loading: 128 };
const types = { pinned: 6, threadCreated: 18, starter: 21, slash: 20, menu: 23 };

/** A face of its own for everybody: initials on one of eight colours. */
export function avatar(user, size = '') {
  const name = user.name ?? authorName(user);
  const isWebhook = user.bot && user.discriminator === '0000';
  const isApp = user.bot && !isWebhook;
  // All messages of a webhook have one id.
  const sign = isWebhook ? name : user.id;
  const hue = [...sign].reduce((sum, letter) => (sum * 7 + letter.codePointAt(0)) % 8, 3);
  const initials = name
    .split(/[\s·]+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('');
  const face = isApp ? wire() : initials.toUpperCase();
  return el(
    'span',
    { class: `avatar hue-${isApp ? 'app' : hue} ${size}`, 'aria-hidden': 'true' },
    user.picture ? (nearPicture(user.picture) ?? face) : face,
  );
}

const wire = () => el('span', { class: 'wire' }, 'W');

/** A message as a list entry; `joined` when it goes on from the same author's one before. */
export function messageView(message, { joined }) {
  if (message.type === types.pinned || message.type === types.threadCreated)
    return systemView(message);
  if (message.type === types.starter) return starterView(message);
  const ephemeral = (message.flags & flags.ephemeral) !== 0;
  const names = [
    'message',
    joined && 'joined',
    ephemeral && 'ephemeral',
    mentionsReader(message) && 'pinged',
  ];
  return el(
    'li',
    { class: names.filter(Boolean).join(' '), id: `m-${message.id}`, data: { id: message.id } },
    el(
      'article',
      {
        'aria-label': `${authorName(message.author)}, ${shortTime(Date.parse(message.timestamp))}`,
        on: { contextmenu: (event) => openMenuAt(event, message) },
      },
      originView(message),
      joined
        ? el('span', { class: 'gutter' }, shortTime(Date.parse(message.timestamp)))
        : avatar(message.author),
      !joined && headerView(message),
      bodyView(message),
      ephemeral && ephemeralView(message),
      toolsView(message),
    ),
  );
}

function mentionsReader({ mentions, mention_everyone: everyone }) {
  return everyone || mentions.some(({ id }) => id === state.person.id);
}

function headerView({ author, timestamp, pinned }) {
  return el(
    'header',
    { class: 'message-header' },
    el('span', { class: 'author' }, authorName(author)),
    author.bot && el('span', { class: 'app-tag' }, 'App'),
    moment(Date.parse(timestamp), 'message', { class: 'when' }),
    pinned &&
      el(
        'span',
        { class: 'pin', title: 'Pinned' },
        icon('pin'),
        el('span', { class: 'unseen' }, 'Pinned'),
      ),
  );
}

/** The line above a message: the message it replies to, or the command it answers. */
function originView(message) {
  const { interaction_metadata: used, message_reference: reference } = message;
  if (reference?.message_id && message.type === 19) return replyView(message, reference);
  if (!used?.user || ![types.slash, types.menu].includes(message.type)) return null;
  return el(
    'div',
    { class: 'origin' },
    avatar(used.user, 'tiny'),
    el('span', {}, el('strong', {}, authorName(used.user)), ' used a command'),
  );
}

function replyView(message, reference) {
  const original = message.referenced_message;
  const deleted = el('em', {}, 'The original message was deleted');
  if (!original) return el('div', { class: 'origin' }, deleted);
  const text = firstText(original);
  return el(
    'a',
    { class: 'origin', href: address(state.guildId, reference.channel_id, reference.message_id) },
    avatar(original.author, 'tiny'),
    el('strong', {}, authorName(original.author)),
    el('span', { class: 'origin-text' }, text ? plainLine(text) : 'an attachment or a card'),
  );
}

/** A message's text, else the first one of its embeds or components. */
export function firstText({ content, embeds, components }) {
  const [embed] = embeds;
  return content || embed?.title || embed?.description || textOf(components);
}

const textOf = (parts = []) =>
  parts.map((part) => part.content ?? textOf(part.components)).find(Boolean) ?? '';

function bodyView(message) {
  if (message.flags & flags.loading) {
    return el('div', { class: 'body thinking' }, `${authorName(message.author)} is thinking…`);
  }
  const embeds = message.flags & flags.suppressEmbeds ? [] : message.embeds;
  const thread = message.thread && (threadById(message.thread.id) ?? message.thread);
  return el(
    'div',
    { class: 'body' },
    message.content && textView(message),
    embeds.map(embedView),
    (message.attachments ?? []).map(fileView),
    componentsView(message),
    !message.content && editedMark(message),
    thread && threadCard(thread),
  );
}

/** A picture is shown, with its alternative text; any other file can be downloaded. */
function fileView({ filename, size, url, content_type: type, description }) {
  if (type?.startsWith('image/')) return picture(url, description ?? '', { class: 'attached' });
  return el(
    'p',
    { class: 'file' },
    icon('archive'),
    el('a', { href: webUrl(url)?.href, download: filename }, filename),
    el('small', {}, ` ${size.toLocaleString()} bytes`),
  );
}

function textView(message) {
  const text = el('div', { class: 'text' }, markdown(message.content));
  const last = text.lastElementChild;
  const mark = editedMark(message);
  if (mark) (last?.tagName === 'P' ? last : text).append(mark);
  return text;
}

function editedMark({ edited_timestamp: edited }) {
  return (
    edited && el('small', { class: 'edited', title: shortTime(Date.parse(edited)) }, ' (edited)')
  );
}

/** Works with a thread as the frame lists it and as it hangs on a message. */
function threadCard(thread) {
  const { archived, locked } = thread.thread_metadata ?? thread;
  const count = thread.message_count;
  return el(
    'a',
    {
      class: 'thread-card',
      href: address(state.guildId, thread.id),
      data: { key: `thread-${thread.id}` },
    },
    icon(locked ? 'lock' : 'thread'),
    el('span', { class: 'thread-card-name' }, thread.name),
    el('span', { class: 'thread-card-count' }, `${count} ${count === 1 ? 'message' : 'messages'}`),
    locked && el('span', { class: 'badge closed' }, 'Closed'),
    archived && !locked && el('span', { class: 'badge' }, 'Archived'),
    icon('chevron'),
  );
}

function ephemeralView(message) {
  return el(
    'p',
    { class: 'only-you' },
    icon('eye'),
    'Only you can see this · ',
    el(
      'button',
      {
        type: 'button',
        class: 'text-button',
        data: { key: 'dismiss' },
        on: {
          click: ({ currentTarget }) =>
            perform({ do: 'delete', message: message.id }, currentTarget),
        },
      },
      'Dismiss message',
    ),
  );
}

function toolsView(message) {
  const tool = (name, label, act) =>
    el(
      'button',
      {
        type: 'button',
        class: 'icon-button',
        'aria-label': label,
        title: label,
        data: { key: name },
        on: { click: act },
      },
      icon(name),
    );
  const menu = tool('dots', 'More: reply, apps, link', ({ currentTarget }) =>
    openMenu(currentTarget, message),
  );
  menu.setAttribute('aria-haspopup', 'menu');
  return el('div', { class: 'tools' }, menu);
}

function systemView(message) {
  const started = message.type === types.threadCreated;
  const to = started
    ? message.message_reference?.channel_id
    : message.message_reference?.message_id;
  const target = started ? [state.guildId, to] : [state.guildId, message.channel_id, to];
  return el(
    'li',
    { class: 'message system', id: `m-${message.id}` },
    icon(started ? 'thread' : 'pin'),
    el(
      'p',
      {},
      el('strong', {}, authorName(message.author)),
      started ? ' started a thread: ' : ' pinned ',
      el(
        'a',
        { href: address(...target) },
        started ? message.content : 'a message to this channel',
      ),
      '. ',
      moment(Date.parse(message.timestamp), 'message', { class: 'when' }),
    ),
  );
}

/** The thread's beginning: the message that it was opened from, whole. */
function starterView(message) {
  const original = message.referenced_message;
  const shown = original
    ? messageView({ ...original, thread: undefined }, { joined: false })
    : el(
        'li',
        { class: 'message system' },
        el('p', {}, 'The message this thread began with was deleted.'),
      );
  shown.id = `m-${message.id}`;
  shown.classList.add('starter');
  return shown;
}
