import { el } from './dom.js';
import { icon } from './icons.js';
import { note, perform } from './perform.js';
import { openChannel, state, emit } from './state.js';

const messageCommand = 3;

function entriesFor(message) {
  const own = message.author.id === state.person.id;
  const ephemeral = (message.flags & 64) !== 0;
  const { may } = openChannel() ?? { may: {} };
  const copy = (text, words) => () =>
    navigator.clipboard.writeText(text).then(
      () => note(words, 'done'),
      () => note(`The browser keeps its clipboard closed. Here it is: ${text}`, 'done'),
    );
  const link = `https://discord.com/channels/${state.guildId}/${message.channel_id}/${message.id}`;
  const write = (kind) => () => {
    state.writing = { kind, message };
    emit('writing');
  };
  const apps = state.frame.commands.filter(({ type }) => type === messageCommand);
  return [
    !ephemeral && { label: 'Reply', icon: 'reply', act: write('reply') },
    own && { label: 'Edit message', icon: 'pencil', act: write('edit') },
    message.content && {
      label: 'Copy text',
      icon: 'copy',
      act: copy(message.content, 'Copied the text.'),
    },
    !ephemeral && { label: 'Copy message link', icon: 'link', act: copy(link, 'Copied the link.') },
    !ephemeral && apps.length > 0 && { heading: 'Apps' },
    ...(ephemeral ? [] : apps).map(({ name }) => ({
      label: name,
      icon: 'apps',
      act: () => perform({ do: 'messageCommand', message: message.id, name }),
    })),
    (own || may.moderate || ephemeral) && {
      label: ephemeral ? 'Dismiss message' : 'Delete message',
      icon: 'trash',
      danger: true,
      act: () => perform({ do: 'delete', message: message.id }),
    },
  ].filter(Boolean);
}

/** Opens a message's menu under its button. */
export function openMenu(button, message) {
  const { right, bottom } = button.getBoundingClientRect();
  show(entriesFor(message), right, bottom, button, true);
}

/** Opens it where the pointer is; a link or a marked text keeps the browser's own menu. */
export function openMenuAt(event, message) {
  if (event.target.closest('a, input, textarea') || String(getSelection())) return;
  event.preventDefault();
  const button = event.currentTarget.querySelector('.tools button');
  const { left, bottom } = event.currentTarget.getBoundingClientRect();
  const byKey = event.clientX === 0 && event.clientY === 0;
  show(
    entriesFor(message),
    byKey ? left + 60 : event.clientX,
    byKey ? bottom : event.clientY,
    button,
  );
}

let open = null;

function show(entries, x, y, from, isUnderIt = false) {
  open?.remove();
  const menu = el(
    'div',
    { class: 'menu', role: 'menu', 'aria-label': 'Message' },
    entries.map(entryView),
  );
  open = menu;
  const close = () => {
    menu.remove();
    document.removeEventListener('pointerdown', outside, true);
    from?.focus({ preventScroll: true });
  };
  const outside = ({ target }) => !menu.contains(target) && close();
  const chosen = ({ target }) => target.closest('[role=menuitem]') && close();
  // Before the entry's own listener, which may lead the focus elsewhere.
  menu.addEventListener('click', chosen, true);
  menu.addEventListener('keydown', (event) => keyIn(event, menu, close));
  document.addEventListener('pointerdown', outside, true);
  document.body.append(menu);
  const { width, height } = menu.getBoundingClientRect();
  menu.style.left = `${Math.max(8, Math.min(isUnderIt ? x - width : x, innerWidth - width - 8))}px`;
  menu.style.top = `${Math.max(8, Math.min(y, innerHeight - height - 8))}px`;
  menu.querySelector('[role=menuitem]')?.focus();
}

function entryView(entry) {
  if (entry.heading)
    return el('div', { class: 'menu-heading', role: 'presentation' }, entry.heading);
  return el(
    'button',
    {
      type: 'button',
      role: 'menuitem',
      tabindex: -1,
      class: entry.danger ? 'danger' : null,
      on: { click: entry.act },
    },
    el('span', {}, entry.label),
    icon(entry.icon),
  );
}

function keyIn(event, menu, close) {
  const all = [...menu.querySelectorAll('[role=menuitem]')];
  const at = all.indexOf(document.activeElement);
  const next = {
    ArrowDown: (at + 1) % all.length,
    ArrowUp: (at - 1 + all.length) % all.length,
    Home: 0,
    End: all.length - 1,
  }[event.key];
  if (next !== undefined) all[next].focus();
  else if (event.key === 'Escape' || event.key === 'Tab') close();
  else return;
  event.preventDefault();
}
