import { setClock } from './time.js';
import { state, tell } from './state.js';

let source = null;

/** Opens the stream of what the person sees in the open channel; ends the one before. */
export function openStream() {
  source?.close();
  const { person, channelId, limit } = state;
  const query = new URLSearchParams({ as: person.id, channel: channelId, limit });
  const opened = new EventSource(`/api/events?${query}`);
  source = opened;
  const hear = (event, listener) =>
    opened.addEventListener(event, ({ data }) => {
      if (source === opened) listener(JSON.parse(data));
    });
  opened.addEventListener('open', () => connection(true));
  opened.addEventListener('error', () => {
    connection(false);
    if (source === opened && opened.readyState === EventSource.CLOSED) beginAnew();
  });
  hear('clock', ({ now }) => setClock(now));
  hear('frame', (frame) => {
    state.frame = frame;
    tell('frame');
  });
  hear('messages', hearMessages);
  hear('demo', ({ stories }) => {
    state.stories = stories;
    tell('demo');
  });
}

/** Another preview has been started at this address: nothing of this one is known to it. */
function beginAnew() {
  setTimeout(() => void enterAnew(), 1500);
}

async function enterAnew() {
  const response = await fetch('/api/welcome').catch(() => null);
  if (!response?.ok) return beginAnew();
  history.replaceState(null, '', '/');
  return location.reload();
}

function connection(connected) {
  if (state.connected === connected) return;
  state.connected = connected;
  tell('connection');
}

function hearMessages({ channelId, hidden, whole, earlier, changed, removed }) {
  if (channelId !== state.channelId) return;
  state.hidden = hidden === true;
  if (state.hidden) {
    state.messages = new Map();
    return tell('messages', { arrived: [] });
  }
  const before = whole || !state.messages ? new Map() : state.messages;
  const arrived = whole ? [] : changed.filter(({ id }) => !before.has(id));
  for (const id of removed) before.delete(id);
  for (const message of changed) before.set(message.id, message);
  const order = (a, b) => (BigInt(a) < BigInt(b) ? -1 : 1);
  state.messages = new Map([...before].sort(([a], [b]) => order(a, b)));
  state.earlier = earlier;
  return tell('messages', { arrived });
}
