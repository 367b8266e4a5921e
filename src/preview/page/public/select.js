import { el } from './dom.js';
import { choicesFor, isPicked } from './picking.js';
import { perform } from './perform.js';

/** A select menu in a message: it is sent when it is changed, several values by a button. */
export function selectView(part, message) {
  const choices = choicesFor(part);
  const send = (values, element) =>
    perform({ do: 'select', message: message.id, customId: part.custom_id, values }, element);
  return (part.max_values ?? 1) > 1
    ? severalView(part, choices, send)
    : singleView(part, choices, send);
}

function singleView(part, choices, send) {
  const picked = choices.find((choice) => isPicked(part, choice));
  const prompt = part.placeholder || 'Make a selection';
  return el(
    'select',
    {
      class: 'select',
      'aria-label': prompt,
      disabled: part.disabled,
      data: { key: part.custom_id },
      on: {
        change: ({ currentTarget }) =>
          send(currentTarget.value ? [currentTarget.value] : [], currentTarget),
      },
    },
    el('option', { value: '', disabled: (part.min_values ?? 1) > 0, selected: !picked }, prompt),
    choices.map((choice) =>
      el('option', { value: choice.value, selected: choice === picked }, choiceText(choice)),
    ),
  );
}

const choiceText = ({ label, description }) => (description ? `${label} – ${description}` : label);

function severalView(part, choices, send) {
  const boxes = choices.map((choice) =>
    el('input', { type: 'checkbox', value: choice.value, checked: isPicked(part, choice) }),
  );
  return el(
    'details',
    { class: 'several' },
    el(
      'summary',
      { class: 'select', data: { key: part.custom_id } },
      part.placeholder || 'Make a selection',
    ),
    el(
      'div',
      { class: 'several-choices' },
      boxes.map((box, at) => el('label', { class: 'choice' }, box, choiceText(choices[at]))),
      el(
        'button',
        {
          type: 'button',
          class: 'button primary',
          disabled: part.disabled,
          on: {
            click: ({ currentTarget }) =>
              send(
                boxes.filter((box) => box.checked).map((box) => box.value),
                currentTarget,
              ),
          },
        },
        'Apply',
      ),
    ),
  );
}
