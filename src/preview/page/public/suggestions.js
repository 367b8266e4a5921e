import { el, fill } from './dom.js';

const pauseMs = 180;
const mostHeight = 240;
const leastWidth = 360;
const gap = 4;

/** Puts the list over the page, on the side of the input with more room: the form stays in place. */
function placeBeside(list, input) {
  const { left, top, bottom, width } = input.getBoundingClientRect();
  const below = innerHeight - bottom;
  const isAbove = below < mostHeight && top > below;
  const listWidth = Math.min(Math.max(width, leastWidth), innerWidth - 2 * gap);
  const room = (isAbove ? top : below) - 3 * gap;
  Object.assign(list.style, {
    left: `${Math.max(gap, Math.min(left, innerWidth - listWidth - gap))}px`,
    width: `${listWidth}px`,
    maxHeight: `${Math.max(80, Math.min(mostHeight, room))}px`,
    top: isAbove ? 'auto' : `${bottom + gap}px`,
    bottom: isAbove ? `${innerHeight - top + gap}px` : 'auto',
  });
}

/**
 * An app's suggestions under an input; the picked one is stored in `data-value`, its name is shown.
 * By the combobox pattern:
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function suggestions(input, find) {
  const list = el('div', {
    class: 'suggestions',
    role: 'listbox',
    id: `${input.id}-list`,
    'aria-label': 'Suggestions',
    hidden: true,
  });
  let shown = [];
  let at = -1;
  let asked = 0;
  let timer;
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-controls': list.id,
    'aria-expanded': 'false',
  })) {
    input.setAttribute(name, value);
  }

  const place = () => placeBeside(list, input);
  const open = () => {
    place();
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    addEventListener('scroll', place, true);
    addEventListener('resize', place);
  };
  const close = () => {
    list.hidden = true;
    at = -1;
    removeEventListener('scroll', place, true);
    removeEventListener('resize', place);
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const pick = (choice) => {
    input.value = choice.name;
    input.dataset.value = choice.value;
    close();
  };
  const mark = (index) => {
    at = (index + shown.length) % shown.length;
    for (const [number, entry] of [...list.children].entries())
      entry.setAttribute('aria-selected', String(number === at));
    list.children[at]?.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', `${list.id}-${at}`);
  };
  const show = (choices) => {
    shown = choices;
    at = -1;
    if (choices.length === 0) fill(list, el('p', {}, 'Nothing fits.'));
    else
      fill(
        list,
        choices.map((choice, index) => entryView(choice, index)),
      );
    open();
  };
  const entryView = (choice, index) =>
    el(
      'div',
      {
        role: 'option',
        id: `${list.id}-${index}`,
        class: 'picker-entry',
        on: { mousedown: (event) => event.preventDefault(), click: () => pick(choice) },
      },
      choice.name,
    );
  const ask = async () => {
    asked += 1;
    const mine = asked;
    try {
      const choices = await find();
      if (mine === asked && document.activeElement === input) show(choices);
    } catch (error) {
      if (mine !== asked) return;
      shown = [];
      fill(list, el('p', {}, error.message));
      open();
    }
  };
  const askSoon = ({ type }) => {
    if (type === 'input') delete input.dataset.value;
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), pauseMs);
  };
  input.addEventListener('input', askSoon);
  input.addEventListener('focus', askSoon);
  input.addEventListener('blur', () => {
    asked += 1;
    clearTimeout(timer);
    close();
  });
  input.addEventListener('keydown', (event) => {
    if (list.hidden || shown.length === 0) return;
    if (event.key === 'ArrowDown') mark(at + 1);
    else if (event.key === 'ArrowUp') mark(at < 0 ? shown.length - 1 : at - 1);
    else if (event.key === 'Enter' && at >= 0) pick(shown[at]);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  });
  return list;
}
