import { byId, el, fill } from './dom.js';
import { icon } from './icons.js';
import { act, announce } from './perform.js';
import { commandPicker } from './command-picker.js';
import { commandForm } from './command-form.js';
import { authorName, channelTypes, openChannel, openThread, state, emit } from './state.js';

/** What the composer was last drawn for: drawing it again would take the words being typed. */
let drawnFor = '';
let command = null;

/** Why nothing can be written here; `null` when it can. */
function closedBecause(channel, thread) {
  if (!channel || state.hidden) return 'Choose a channel to write in.';
  if (channel.type === channelTypes.direct)
    return `${channel.name} writes here what concerns only you. It reads no answers: use its buttons.`;
  if (!thread && channel.type === channelTypes.forum) return 'Open a post to write in it.';
  if (thread?.locked && !channel.may.lock)
    return 'This thread is locked: only moderators can write in it.';
  const may = thread ? channel.may.writeInThreads : channel.may.write;
  return may ? null : 'You do not have the permission to write here.';
}

/** Disabled until the person's permissions are loaded: drawing them would delete typed text. */
function close() {
  drawnFor = '';
  const text = byId('writing').querySelector('.composer-text');
  if (text) text.disabled = true;
}

export function drawComposer() {
  if (!state.frame) return close();
  const channel = openChannel();
  const thread = openThread();
  const why = closedBecause(channel, thread);
  const { person, channelId, writing } = state;
  if (command && command.channelId !== channelId) command = null;
  const about = JSON.stringify([
    person.id,
    channelId,
    why,
    writing?.kind,
    writing?.message.id,
    command?.command.text,
    thread?.locked,
    thread?.archived,
    channel?.name,
  ]);
  if (about === drawnFor) return;
  drawnFor = about;
  const area = byId('writing');
  if (why) return fill(area, el('p', { class: 'not-here' }, icon('lock'), why));
  if (command) {
    fill(area, commandForm(command.command, command.channelId, leaveCommand));
    area.querySelector('input, select, textarea, button[type=submit]')?.focus();
    return;
  }
  fill(area, composerView(channel, thread));
  if (writing) area.querySelector('textarea').focus();
}

/** Leads the focus to where a message or the open command is written; says why where none can be. */
export function focusComposer() {
  const area = byId('writing');
  const field = area.querySelector('.composer-text, .command :is(input, select, textarea, button)');
  if (field && !field.disabled) field.focus();
  else announce(area.textContent);
}

function leaveCommand() {
  command = null;
  drawComposer();
  byId('writing').querySelector('textarea')?.focus();
}

function pickCommand(picked) {
  command = { command: picked, channelId: state.channelId };
  state.writing = null;
  drawComposer();
}

function composerView(channel, thread) {
  const { writing } = state;
  const name = thread ? thread.name : `#${channel.name}`;
  const refusal = el('p', { class: 'refusal', role: 'alert' });
  const text = el('textarea', {
    rows: 1,
    class: 'composer-text',
    maxlength: 2000,
    'aria-label': `Message ${name}`,
    'aria-keyshortcuts': 'Escape',
    placeholder: thread?.archived ? 'Write to reopen this thread' : `Message ${name}`,
    data: { key: 'composer' },
  });
  text.value = writing?.kind === 'edit' ? writing.message.content : '';
  const picker = commandPicker(text, pickCommand);
  const grow = () => {
    text.style.height = 'auto';
    text.style.height = `${Math.min(text.scrollHeight, 220)}px`;
  };
  const send = async () => {
    const words = text.value.trim();
    if (!words) return;
    refusal.textContent = '';
    try {
      await act(deedOf(words));
      text.value = '';
      grow();
      stopWriting();
    } catch (error) {
      refusal.textContent = error.message;
    }
  };
  text.addEventListener('input', () => {
    grow();
    picker.update();
  });
  text.addEventListener('keydown', (event) => {
    if (picker.key(event)) return;
    if (event.key === 'Escape') stopWriting();
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void send();
  });
  const slash = () => {
    text.value = '/';
    text.focus();
    picker.update();
  };
  return [
    picker.element,
    writing && aboutView(writing),
    el(
      'form',
      {
        class: 'composer',
        'aria-label': 'Write a message',
        on: {
          submit(event) {
            event.preventDefault();
            void send();
          },
        },
      },
      el(
        'button',
        {
          type: 'button',
          class: 'icon-button',
          'aria-label': 'Commands',
          title: 'Commands',
          on: { click: slash },
        },
        icon('slash'),
      ),
      text,
      el('kbd', { class: 'key', title: 'The Escape key leads here', 'aria-hidden': 'true' }, 'Esc'),
      el(
        'button',
        { type: 'submit', class: 'icon-button send', 'aria-label': 'Send', title: 'Send' },
        icon('send'),
      ),
    ),
    refusal,
  ];
}

function deedOf(text) {
  const { writing, channelId } = state;
  if (writing?.kind === 'edit') return { do: 'edit', message: writing.message.id, text };
  const reply = writing ? { replyTo: writing.message.id } : {};
  return { do: 'send', channel: channelId, text, ...reply };
}

function stopWriting() {
  if (!state.writing) return;
  state.writing = null;
  emit('writing');
}

function aboutView({ kind, message }) {
  return el(
    'div',
    { class: 'about' },
    icon(kind === 'reply' ? 'reply' : 'pencil'),
    el(
      'span',
      {},
      kind === 'reply'
        ? ['Replying to ', el('strong', {}, authorName(message.author))]
        : 'Editing your message',
    ),
    el(
      'button',
      { type: 'button', class: 'icon-button', 'aria-label': 'Stop', on: { click: stopWriting } },
      icon('close'),
    ),
  );
}
