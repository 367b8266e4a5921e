import { el, fill } from './dom.js';
import { memberById, state } from './state.js';

const slashCommand = 1;
const subcommand = 1;
const group = 2;
const mostShown = 30;

/** Each command that can be typed, subcommands spelt out: `/feed add` and what it is for. */
export function slashCommands() {
  return (state.frame?.commands ?? [])
    .filter(({ type }) => type === slashCommand)
    .flatMap((command) => spelt(command, `/${command.name}`, command.application_id));
}

function spelt(part, text, applicationId) {
  const options = part.options ?? [];
  const inner = options.filter(({ type }) => type === subcommand || type === group);
  if (inner.length > 0)
    return inner.flatMap((one) => spelt(one, `${text} ${one.name}`, applicationId));
  return [{ text, description: inLanguage(part), options, applicationId }];
}

/** A command's or an option's description in the visitor's language, as Discord shows it. */
export function inLanguage({ description = '', description_localizations: own }) {
  return own?.[state.locale] ?? description;
}

/** The list over the composer while a slash command's name is typed in `input`. */
export function commandPicker(input, pick) {
  const element = el('div', {
    class: 'picker',
    id: 'commands',
    role: 'listbox',
    'aria-label': 'Commands',
    hidden: true,
  });
  let shown = [];
  let at = 0;
  input.setAttribute('aria-controls', 'commands');
  input.setAttribute('aria-autocomplete', 'list');

  const close = () => {
    element.hidden = true;
    shown = [];
    input.removeAttribute('aria-activedescendant');
  };
  const mark = (index) => {
    at = (index + shown.length) % shown.length;
    for (const [number, entry] of [...element.children].entries()) {
      entry.setAttribute('aria-selected', String(number === at));
      if (number === at) entry.scrollIntoView({ block: 'nearest' });
    }
    input.setAttribute('aria-activedescendant', `command-${at}`);
  };
  const entryView = (command, index) =>
    el(
      'div',
      {
        role: 'option',
        id: `command-${index}`,
        class: 'picker-entry',
        on: {
          mousedown: (event) => event.preventDefault(),
          mousemove: () => at !== index && mark(index),
          click: () => pick(command),
        },
      },
      el('strong', {}, command.text),
      el('span', {}, command.description),
      el('small', {}, memberById(command.applicationId)?.name ?? ''),
    );

  return {
    element,
    update() {
      const typed = input.value;
      if (!/^\/[^\n]{0,100}$/.test(typed)) return close();
      const wanted = typed.slice(1).toLowerCase().trimEnd();
      shown = slashCommands()
        .filter(({ text }) => text.slice(1).includes(wanted))
        .slice(0, mostShown);
      if (shown.length === 0) return close();
      fill(element, shown.map(entryView));
      element.hidden = false;
      return mark(0);
    },
    /** Whether the key was the list's. */
    key(event) {
      if (element.hidden || event.isComposing) return false;
      if (event.key === 'ArrowDown') mark(at + 1);
      else if (event.key === 'ArrowUp') mark(at - 1);
      else if (event.key === 'Escape') close();
      else if (event.key === 'Enter' || event.key === 'Tab') pick(shown[at]);
      else return false;
      event.preventDefault();
      return true;
    },
  };
}
