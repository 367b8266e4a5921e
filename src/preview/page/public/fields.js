import { el } from './dom.js';
import { choicesFor, isPicked } from './picking.js';

const types = { text: 4, upload: 19, radio: 21, checkboxes: 22, checkbox: 23 };

/** A modal's input: its element, how to read its value, and whether it is a group of boxes. */
export function fieldView(field, id) {
  switch (field.type) {
    case types.text:
      return textField(field, id);
    case types.radio:
      return groupField(field, 'radio');
    case types.checkboxes:
      return groupField(field, 'checkbox');
    case types.checkbox: {
      const control = el('input', {
        type: 'checkbox',
        id,
        class: 'checkbox',
        checked: field.default,
      });
      return { control, value: () => control.checked, isGroup: false };
    }
    case types.upload: {
      const control = el('input', {
        type: 'file',
        id,
        disabled: true,
        title: 'No files in the preview',
      });
      return { control, value: () => null, isGroup: false };
    }
    default:
      return (field.max_values ?? 1) > 1 ? groupField(field, 'checkbox') : selectField(field, id);
  }
}

function textField(field, id) {
  const long = field.style === 2;
  const control = el(long ? 'textarea' : 'input', {
    id,
    class: 'input',
    rows: long ? 4 : null,
    type: long ? null : 'text',
    autocomplete: 'off',
    placeholder: field.placeholder,
    required: field.required !== false,
    minlength: field.min_length || null,
    maxlength: field.max_length,
  });
  control.value = field.value ?? '';
  return { control, value: () => control.value, isGroup: false };
}

function selectField(field, id) {
  const choices = choicesFor(field);
  const picked = choices.find((choice) => isPicked(field, choice));
  const control = el(
    'select',
    { id, class: 'select', required: field.required !== false },
    el('option', { value: '', selected: !picked }, field.placeholder || 'Make a selection'),
    choices.map(({ value, label }) =>
      el('option', { value, selected: value === picked?.value }, label),
    ),
  );
  return { control, value: () => (control.value ? [control.value] : []), isGroup: false };
}

function groupField(field, kind) {
  const boxes = choicesFor(field).map((choice) => ({
    choice,
    box: el('input', {
      type: kind,
      name: `group-${field.custom_id}`,
      value: choice.value,
      checked: isPicked(field, choice),
      required: kind === 'radio' && field.required !== false,
    }),
  }));
  const control = el(
    'div',
    { class: 'choices' },
    boxes.map(({ choice, box }) =>
      el(
        'label',
        { class: 'choice' },
        box,
        el('span', {}, choice.label, choice.description && el('small', {}, choice.description)),
      ),
    ),
  );
  const picked = () => boxes.filter(({ box }) => box.checked).map(({ box }) => box.value);
  return { control, value: picked, isGroup: true };
}
