import { address, byId } from './dom.js';
import { drawComposer, focusComposer } from './composer.js';
import { drawDemoControls, toggleDemoControls } from './demo-controls.js';
import { drawHeader } from './header.js';
import { clearList, drawMessages, startList } from './message-list.js';
import { drawNotices } from './notices.js';
import { note } from './perform.js';
import { drawSidebar, firstChannel } from './sidebar.js';
import { emit, guild, on, openChannel, state } from './state.js';
import { openStream } from './stream.js';
import { tick } from './time.js';

const narrow = matchMedia('(max-width: 760px)');
/** The demo's controls then lie over the messages. */
const covered = matchMedia('(max-width: 1040px)');

/** The channel in the address, `#/server/channel/message`; else the home of the preview. */
function readAddress() {
  const [, guildId, channelId, messageId] =
    /^#\/(\d+)\/(\d+)(?:\/(\d+))?$/.exec(location.hash) ?? [];
  const { home } = state;
  state.guildId = guildId ?? home.guildId;
  state.target = messageId ?? null;
  return channelId ?? home.channelId;
}

function goWhereTheAddressSays() {
  const channelId = readAddress();
  drawer(false);
  if (channelId === state.channelId && state.messages) return drawMessages();
  state.channelId = channelId;
  return begin();
}

/** Shows the open channel from the beginning. */
function begin() {
  state.messages = null;
  state.limit = 60;
  state.writing = null;
  clearList();
  drawFrame();
  openStream();
}

function drawFrame() {
  drawSidebar();
  drawHeader();
  drawComposer();
  drawDemoControls();
}

function become(person) {
  state.person = person;
  sessionStorage.setItem('person', person.id);
  state.frame = null;
  begin();
}

function drawer(open) {
  const hadFocus = byId('drawer').contains(document.activeElement);
  byId('app').classList.toggle('drawer-open', open);
  byId('drawer').inert = narrow.matches && !open;
  byId('main').inert = narrow.matches && open;
  if (open) byId('drawer').querySelector('[aria-current=page]')?.focus();
  else if (hadFocus && narrow.matches) byId('bar').querySelector('.menu-button')?.focus();
}

/** A channel that this person does not see gives way to the first one that they do. */
function leaveHidden() {
  if (openChannel()) return false;
  const here = guild() ?? state.frame.guilds[0];
  const first = here && firstChannel(here);
  if (!first) return false;
  location.replace(address(here.id, first.id));
  return true;
}

/** Escape closes what lies over the messages, else it leads to the composer. */
function onKey(event) {
  if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
  const { activeElement } = document;
  if (activeElement?.closest('dialog, select')) return;
  if (byId('app').classList.contains('drawer-open')) drawer(false);
  else if (covered.matches && byId('demo-controls').contains(activeElement)) emit('demo-controls');
  else focusComposer();
}

function listen() {
  on('frame', () => {
    byId('app').removeAttribute('data-loading');
    if (leaveHidden()) return;
    drawFrame();
    drawMessages();
  });
  on('messages', drawMessages);
  on('notices', drawNotices);
  on('connection', drawHeader);
  on('writing', drawComposer);
  on('demo', drawDemoControls);
  on('person', become);
  on('drawer', drawer);
  on('demo-controls', () => {
    toggleDemoControls();
    drawHeader();
    const controls = byId('demo-controls');
    (controls.hidden
      ? byId('bar').querySelector('.demo-controls-button')
      : controls.querySelector('button')
    ).focus();
  });
  byId('veil').addEventListener('click', () => drawer(false));
  const skip = (link, focus) =>
    byId(link).addEventListener('click', (event) => {
      event.preventDefault();
      focus();
    });
  skip('skip', () => byId('scroller').focus());
  skip('skip-to-composer', focusComposer);
  addEventListener('hashchange', goWhereTheAddressSays);
  addEventListener('keydown', onKey);
  narrow.addEventListener('change', () => drawer(false));
  setInterval(tick, 5000);
}

async function open() {
  const response = await fetch('/api/welcome');
  const { people, home, demo } = await response.json();
  const savedId = sessionStorage.getItem('person');
  Object.assign(state, { people, home, demo });
  state.locale = sessionStorage.getItem('locale') ?? state.locale;
  state.person = people.find(({ id }) => id === savedId) ?? people[0];
  listen();
  startList();
  if (demo) toggleDemoControls(matchMedia('(min-width: 1100px)').matches);
  drawer(false);
  goWhereTheAddressSays();
}

open().catch((error) => note(`The page could not be opened: ${error.message}`));
