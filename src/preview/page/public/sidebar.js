import { address, byId, el, fill } from './dom.js';
import { icon } from './icons.js';
import { avatar } from './message.js';
import { threadsOf } from './posts.js';
import { channelTypes, guild, openThread, state, emit } from './state.js';
import { markRead, isUnread } from './unread.js';

const mostThreads = 6;

export function drawSidebar() {
  if (!state.frame) return;
  markRead();
  const here = guild();
  byId('guild-name').textContent = here?.name ?? 'No server';
  fill(byId('servers'), state.frame.guilds.map(serverView));
  fill(byId('channels'), here ? [...groupsOf(here), ownMessages()].map(groupView) : []);
  fill(byId('me'), meView());
}

function serverView(one) {
  const initials = one.name
    .split(/\s+/)
    .slice(0, 3)
    .map((word) => [...word][0])
    .join('');
  const first = firstChannel(one);
  return el(
    'li',
    {},
    el(
      'a',
      {
        class: 'server',
        href: first ? address(one.id, first.id) : '#',
        title: one.name,
        'aria-label': one.name,
        'aria-current': one.id === state.guildId && 'true',
        data: { key: `server-${one.id}` },
      },
      initials,
    ),
  );
}

export function firstChannel(one) {
  return sorted(one.channels).find(({ type }) => type !== channelTypes.category) ?? null;
}

const sorted = (channels) =>
  [...channels].sort((a, b) => a.position - b.position || (BigInt(a.id) < BigInt(b.id) ? -1 : 1));

/** Channels without a category come first, then each category with its own. */
function groupsOf({ channels }) {
  const all = sorted(channels);
  const within = (id) =>
    all.filter(({ type, parent_id: parent }) => type !== channelTypes.category && parent === id);
  const categories = all.filter(({ type }) => type === channelTypes.category);
  const categoryIds = new Set(categories.map(({ id }) => id));
  const loose = all.filter(
    ({ type, parent_id: parent }) =>
      type !== channelTypes.category && !(parent && categoryIds.has(parent)),
  );
  return [
    { name: categories.length > 0 ? null : 'Channels', channels: loose },
    ...categories.map(({ id, name }) => ({ name, channels: within(id) })),
  ];
}

/** What bots wrote to the person in private. */
const ownMessages = () => ({ name: 'Direct messages', channels: state.frame.directs });

function groupView({ name, channels }) {
  if (channels.length === 0) return null;
  return [
    name && el('h2', { class: 'category' }, name),
    el('ul', { role: 'list' }, channels.map(channelView)),
  ].filter(Boolean);
}

export function channelIcon({ type }) {
  if (type === channelTypes.direct) return icon('person');
  if (type === channelTypes.forum) return icon('forum');
  return icon(type === channelTypes.announcement ? 'megaphone' : 'hash');
}

function channelView(channel) {
  const threads = threadsOf(channel.id);
  const active = threads.filter(({ archived }) => !archived).slice(0, mostThreads);
  const open = openThread();
  if (open && open.parent_id === channel.id && !active.includes(open)) active.push(open);
  return el(
    'li',
    {},
    linkView(channel, channelIcon(channel), 'channel'),
    active.length > 0 &&
      el(
        'ul',
        { class: 'threads', role: 'list', 'aria-label': `Threads of ${channel.name}` },
        active.map((thread) =>
          el('li', {}, linkView(thread, thread.locked ? icon('lock') : null, 'thread')),
        ),
      ),
  );
}

function linkView(place, sign, kind) {
  const unread = isUnread(place);
  return el(
    'a',
    {
      class: `${kind}${unread ? ' unread' : ''}${place.locked || place.archived ? ' closed' : ''}`,
      href: address(state.guildId, place.id),
      title: place.name,
      'aria-current': place.id === state.channelId && 'page',
      data: { key: `place-${place.id}` },
    },
    sign,
    el('span', { class: 'place-name' }, place.name),
    unread && el('span', { class: 'unseen' }, ' (unread)'),
    place.locked && el('span', { class: 'unseen' }, ' (locked)'),
  );
}

/** Who the visitor is; another can be chosen. */
function meView() {
  return [
    el('p', { class: 'me-title', id: 'me-title' }, 'You are'),
    el(
      'div',
      {
        class: 'people',
        role: 'radiogroup',
        'aria-labelledby': 'me-title',
        on: { keydown: nextPerson },
      },
      state.people.map((person) => {
        const chosen = person.id === state.person.id;
        return el(
          'button',
          {
            type: 'button',
            role: 'radio',
            class: 'person',
            'aria-checked': String(chosen),
            tabindex: chosen ? 0 : -1,
            data: { key: `person-${person.id}` },
            on: { click: () => become(person) },
          },
          avatar(person, 'small'),
          el('span', { class: 'person-name' }, person.name),
          el('span', { class: 'person-role' }, person.role),
        );
      }),
    ),
    languageView(),
    state.demo && el('p', { class: 'me-hint' }, hint()),
  ].filter(Boolean);
}

/** The languages of Discord that the bot answers in. */
const locales = ['en-US', 'de', 'fr', 'es-ES', 'pt-BR', 'ja', 'it', 'nl', 'pl'];

/** The visitor's language in Discord, which can be changed. */
function languageView() {
  const choose = ({ target }) => {
    state.locale = target.value;
    sessionStorage.setItem('locale', state.locale);
  };
  return el(
    'label',
    { class: 'me-language' },
    'Discord in ',
    el(
      'select',
      { data: { key: 'language' }, on: { change: choose } },
      locales.map((locale) => {
        const name = new Intl.DisplayNames(locale, { type: 'language' }).of(locale.slice(0, 2));
        return el(
          'option',
          { value: locale, lang: locale, selected: locale === state.locale },
          name,
        );
      }),
    ),
  );
}

/** Whether the moderator acts by himself just now. */
function hint() {
  const moderator = state.people.find(({ role }) => role === 'moderator')?.name;
  return state.person.role === 'moderator'
    ? `While you are ${moderator}, cases wait for you.`
    : `${moderator} also acts by himself: be ${moderator} to rule on cases.`;
}

function become(person) {
  if (person.id !== state.person.id) emit('person', person);
}

function nextPerson(event) {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const at = state.people.findIndex(({ id }) => id === state.person.id);
  const person = state.people.at((at + step) % state.people.length);
  become(person);
  event.currentTarget.querySelector(`[data-key="person-${person.id}"]`)?.focus();
}
