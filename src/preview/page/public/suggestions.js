import { el, fill } from './dom.js';

const pauseMs = 180;

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

  const close = () => {
    list.hidden = true;
    at = -1;
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
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
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
      if (mine === asked) fill(list, el('p', {}, error.message));
      list.hidden = mine !== asked;
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
