import { state } from './state.js';

/** The last message seen, by person and channel. */
const read = new Map();
/** What was there when the page was opened counts as read. */
let beginning = null;

const key = (id) => `${state.person.id} ${id}`;
const newest = (a, b) => (BigInt(a) > BigInt(b) ? a : b);

/** The channel that is open is read as it comes. */
export function markRead() {
  const { guilds, directs } = state.frame;
  const places = [
    ...guilds.flatMap(({ channels, threads }) => [...channels, ...threads]),
    ...directs,
  ];
  const last = places.map((place) => place.last_message_id ?? '0');
  beginning ??= last.reduce(newest, '0');
  const open = places.find(({ id }) => id === state.channelId);
  if (open) read.set(key(open.id), open.last_message_id ?? '0');
}

export function isUnread({ id, last_message_id: last }) {
  return BigInt(last ?? '0') > BigInt(read.get(key(id)) ?? beginning ?? '0');
}
