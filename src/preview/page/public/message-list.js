import { byId, el, fill, swap } from './dom.js';
import { firstText, flags, messageView } from './message.js';
import { icon } from './icons.js';
import { markdownLine, plainLine } from './markdown-view.js';
import { announce } from './perform.js';
import { authorName, channelTypes, openChannel, openThread, state } from './state.js';
import { dayName, isSameDay } from './time.js';
import { openStream } from './stream.js';
import { postsView } from './posts.js';

const joinedWithinMs = 7 * 60_000;
const step = 100;
const mostAnnounced = 200;
/** What is shown, by message: what it was drawn from, and its element. */
let shown = new Map();
/** The same for the elements above the messages. */
let top = null;
let sticks = true;

const scroller = () => byId('scroller');

/** Watches the scrolling; called once. */
export function startList() {
  scroller().addEventListener('scroll', () => {
    const { scrollHeight, scrollTop, clientHeight } = scroller();
    sticks = scrollHeight - scrollTop - clientHeight < 80;
    if (sticks) byId('newer').hidden = true;
  });
  byId('newer').addEventListener('click', toEnd);
  new ResizeObserver(() => sticks && toEnd()).observe(byId('messages'));
  new ResizeObserver(() => sticks && toEnd()).observe(scroller());
}

function toEnd() {
  byId('newer').hidden = true;
  scroller().scrollTop = scroller().scrollHeight;
}

/** Empties the list, for another channel or person. */
export function clearList() {
  shown = new Map();
  top = null;
  sticks = true;
  byId('messages').replaceChildren();
  byId('newer').hidden = true;
  byId('skeletons').hidden = false;
}

/** Draws what changed; the rest keeps its elements, its focus and its opened spoilers. */
export function drawMessages({ arrived = [] } = {}) {
  if (!state.messages || !state.frame) return;
  byId('skeletons').hidden = true;
  const channel = openChannel();
  byId('messages').classList.toggle(
    'posts-of-forum',
    !openThread() && channel?.type === channelTypes.forum,
  );
  if (!openThread() && channel?.type === channelTypes.forum) {
    sticks = false;
    shown = new Map();
    top = null;
    return fill(byId('messages'), postsView(channel));
  }
  const restore = sticks ? null : placeOfReading();
  const views = [drawnBeginning()];
  const next = new Map();
  let before = null;
  for (const message of state.messages.values()) {
    if (!before || !isSameDay(Date.parse(before.timestamp), Date.parse(message.timestamp))) {
      views.push(dayView(message));
    }
    const entry = drawn(message, before);
    next.set(message.id, entry);
    views.push(entry.element);
    before = message;
  }
  shown = next;
  place(views);
  restore?.();
  afterDrawing(arrived);
}

/** Gives what brings the messages that are read back to their height, whatever came above them. */
function placeOfReading() {
  const edge = scroller().getBoundingClientRect().top;
  const heights = [...shown]
    .map(([id, { element }]) => ({ id, ...element.getBoundingClientRect().toJSON() }))
    .filter(({ bottom }) => bottom > edge);
  return () => {
    const anchor = heights.find(({ id }) => shown.has(id));
    if (!anchor) return;
    const { element } = shown.get(anchor.id);
    scroller().scrollTop += element.getBoundingClientRect().top - anchor.top;
  };
}

function drawnBeginning() {
  const channel = openChannel();
  const from = JSON.stringify([
    state.hidden,
    state.earlier,
    openThread()?.name,
    channel?.name,
    channel?.topic,
    state.messages.size === 0,
  ]);
  if (top?.from === from) return top.element;
  const element = beginning();
  if (top) {
    const hadFocus = top.element.contains(document.activeElement);
    swap(top.element, element);
    if (hadFocus && !element.contains(document.activeElement)) {
      scroller().focus({ preventScroll: true });
    }
  }
  top = { from, element };
  return element;
}

function drawn(message, before) {
  const joined = goesOn(message, before);
  const { thread: _thread, ...rest } = message;
  const thread = state.frame.guilds
    .flatMap((one) => one.threads)
    .find(({ id }) => id === message.id);
  const from = JSON.stringify([rest, joined, message.thread && (thread ?? message.thread)]);
  const old = shown.get(message.id);
  if (old?.from === from) return old;
  const element = messageView(message, { joined });
  if (old) swap(old.element, element);
  return { from, element };
}

/** Puts the elements in order, moving only those that are not in their place. */
function place(views) {
  const list = byId('messages');
  const current = new Set(views);
  const removed = [...list.children].filter((child) => !current.has(child));
  for (const child of removed) child.remove();
  let at = list.firstElementChild;
  for (const view of views) {
    if (at === view) at = at.nextElementSibling;
    else list.insertBefore(view, at);
  }
}

function afterDrawing(arrived) {
  const target = state.target && shown.get(state.target)?.element;
  if (target) {
    state.target = null;
    sticks = false;
    target.scrollIntoView({ block: 'center' });
    target.classList.add('flash');
    setTimeout(() => target.classList.remove('flash'), 2000);
  } else if (sticks) toEnd();
  else if (arrived.length > 0) byId('newer').hidden = false;
  const last = arrived.at(-1);
  if (!last) return;
  const words = el('span', {}, plainLine(firstText(last))).textContent;
  announce(`${authorName(last.author)}: ${words.slice(0, mostAnnounced) || 'a card'}`);
}

function goesOn(message, before) {
  if (!before || message.type !== 0 || ![0, 19, 20].includes(before.type)) return false;
  const near = Date.parse(message.timestamp) - Date.parse(before.timestamp) < joinedWithinMs;
  const alike = ((message.flags ^ before.flags) & flags.ephemeral) === 0;
  const sameDay = isSameDay(Date.parse(before.timestamp), Date.parse(message.timestamp));
  return near && alike && sameDay && isSameAuthor(message.author, before.author);
}

/** All messages of a webhook have one id; each may have a name and a picture of its own. */
function isSameAuthor(one, other) {
  return one.id === other.id && one.username === other.username && one.avatar === other.avatar;
}

function dayView({ timestamp }) {
  return el('li', { class: 'day' }, el('span', {}, dayName(Date.parse(timestamp))));
}

/** The text above the first message. */
function beginning() {
  if (state.hidden) {
    return el(
      'li',
      { class: 'beginning' },
      icon('lock'),
      el('h2', {}, 'You cannot see this channel'),
      el('p', {}, 'Switch to another person below, or choose a channel.'),
    );
  }
  if (state.earlier) {
    const more = () => {
      state.limit += step;
      sticks = false;
      openStream();
    };
    return el(
      'li',
      { class: 'beginning' },
      el(
        'button',
        {
          type: 'button',
          class: 'button secondary',
          data: { key: 'earlier' },
          on: { click: more },
        },
        'Show earlier messages',
      ),
    );
  }
  const thread = openThread();
  const channel = openChannel();
  if (!channel) return el('li', { class: 'beginning' }, el('h2', {}, 'Choose a channel'));
  const isDirect = channel.type === channelTypes.direct;
  const words = thread
    ? `The discussion in #${channel.name}`
    : isDirect
      ? `What ${channel.name} wrote to you alone. Nobody else sees it.`
      : channel.topic || 'This is where the channel begins.';
  return el(
    'li',
    { class: 'beginning' },
    el('span', { class: 'emblem' }, icon(thread ? 'thread' : isDirect ? 'person' : 'hash')),
    el('h2', {}, thread?.name ?? (isDirect ? channel.name : `Welcome to #${channel.name}`)),
    el('p', {}, markdownLine(words)),
    state.messages.size === 0 &&
      el('p', { class: 'empty' }, 'No messages yet. What the bot posts appears here by itself.'),
  );
}
