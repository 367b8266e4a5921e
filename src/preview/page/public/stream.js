import { setClock } from './time.js';
import { state, emit } from './state.js';

let source = null;

/** Opens the stream of what the person sees in the open channel; ends the one before. */
export function openStream() {
  source?.close();
  const { person, channelId, limit } = state;
  const query = new URLSearchParams({ as: person.id, channel: channelId, limit });
  const opened = new EventSource(`/api/events?${query}`);
  source = opened;
  const listen = (event, listener) =>
    opened.addEventListener(event, ({ data }) => {
      if (source === opened) listener(JSON.parse(data));
    });
  opened.addEventListener('open', () => connection(true));
  opened.addEventListener('error', () => {
    connection(false);
    if (source === opened && opened.readyState === EventSource.CLOSED) beginAnew();
  });
  listen('clock', ({ now }) => setClock(now));
  listen('frame', (frame) => {
    state.frame = frame;
    emit('frame');
  });
  listen('messages', onMessages);
  listen('notices', (notices) => emit('notices', notices));
  listen('demo', ({ stories }) => {
    state.stories = stories;
    emit('demo');
  });
}

/** Another preview runs at this address now; it does not know this page's state. */
function beginAnew() {
  setTimeout(() => void enterAgain(), 1500);
}

async function enterAgain() {
  const response = await fetch('/api/welcome').catch(() => null);
  if (!response?.ok) return beginAnew();
  history.replaceState(null, '', '/');
  return location.reload();
}

function connection(connected) {
  if (state.connected === connected) return;
  state.connected = connected;
  emit('connection');
}

function onMessages({ channelId, hidden, whole, earlier, changed, removed }) {
  if (channelId !== state.channelId) return;
  state.hidden = hidden === true;
  if (state.hidden) {
    state.messages = new Map();
    return emit('messages', { arrived: [] });
  }
  const before = whole || !state.messages ? new Map() : state.messages;
  const arrived = whole ? [] : changed.filter(({ id }) => !before.has(id));
  for (const id of removed) before.delete(id);
  for (const message of changed) before.set(message.id, message);
  const order = (a, b) => (BigInt(a) < BigInt(b) ? -1 : 1);
  state.messages = new Map([...before].sort(([a], [b]) => order(a, b)));
  state.earlier = earlier;
  return emit('messages', { arrived });
}
