/** The state of the page. Its parts listen for the changes that they show. */
export const state = {
  people: [],
  home: null,
  /** What the demo says of itself; `null` where there is none. */
  demo: null,
  person: null,
  /** The visitor's language in Discord. */
  locale: 'en-US',
  guildId: '',
  channelId: '',
  /** A message to scroll to when it arrives. */
  target: null,
  limit: 60,
  frame: null,
  /** By id, in order; `null` while they are being fetched. */
  messages: null,
  earlier: false,
  hidden: false,
  stories: [],
  connected: true,
  /** What the composer is about: `{ kind: 'reply' | 'edit', message }`. */
  writing: null,
};

const events = new EventTarget();

/** `what` is one of frame, messages, notices, demo, connection, writing, person, drawer. */
export function emit(what, detail) {
  events.dispatchEvent(new CustomEvent(what, { detail }));
}

export function on(what, listener) {
  events.addEventListener(what, (event) => listener(event.detail));
}

export const guild = () => state.frame?.guilds.find((one) => one.id === state.guildId) ?? null;
export const threadById = (id) => guild()?.threads.find((one) => one.id === id) ?? null;
/** A channel of the open server, or a private one. */
export const channelById = (id) =>
  [...(guild()?.channels ?? []), ...(state.frame?.directs ?? [])].find((one) => one.id === id) ??
  null;
export const openThread = () => threadById(state.channelId);

/** The open channel, or the one that the open thread belongs to. */
export function openChannel() {
  return channelById(openThread()?.parent_id ?? state.channelId);
}

export function memberById(id) {
  return guild()?.members.find((one) => one.id === id) ?? null;
}

export function authorName(user) {
  return memberById(user.id)?.name ?? user.global_name ?? user.username;
}

export const channelTypes = { text: 0, direct: 1, category: 4, announcement: 5, forum: 15 };
