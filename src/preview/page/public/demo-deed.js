import { el } from './dom.js';
import { icon } from './icons.js';
import { ask, note } from './perform.js';

/** Asks the demo for something; notes that it is done, or why not. Gives the answer, `null` if not. */
export async function control(deed, done, element) {
  if (element.getAttribute('aria-busy') === 'true') return null;
  element.setAttribute('aria-busy', 'true');
  try {
    const answer = await ask('/api/demo', deed);
    note(done, 'done');
    return answer;
  } catch (error) {
    note(error.message);
    return null;
  } finally {
    element.removeAttribute('aria-busy');
  }
}

/** A button of the demo's controls; `deed` gives what it asks for. */
export function controlButton(name, label, deed, done, kind = 'secondary') {
  return el(
    'button',
    {
      type: 'button',
      class: `button ${kind}`,
      on: { click: ({ currentTarget }) => control(deed(), done, currentTarget) },
    },
    name && icon(name),
    label,
  );
}

/** A form that unfolds; `send` gets its values and gives whether it can be emptied and folded. */
export function foldedForm(name, label, fields, submitLabel, send) {
  const inputs = fields.map(fieldView);
  const submit = el('button', { type: 'submit', class: 'button primary' }, submitLabel);
  const form = el(
    'form',
    {
      class: 'demo-form',
      'aria-label': label,
      on: {
        async submit(event) {
          event.preventDefault();
          const values = Object.fromEntries(inputs.map(({ key, input }) => [key, input.value]));
          if (!(await send(values, submit))) return;
          view.open = false;
          form.reset();
          summary.focus();
        },
      },
    },
    inputs.map(({ element }) => element),
    submit,
  );
  const summary = el('summary', { class: 'button secondary' }, icon(name), label);
  const view = el('details', { class: 'folded' }, summary, form);
  return { view, inputs: Object.fromEntries(inputs.map(({ key, input }) => [key, input])) };
}

function fieldView({ key, label, hint, rows, ...properties }) {
  const input = el(rows ? 'textarea' : 'input', {
    class: 'input',
    type: rows ? null : 'text',
    rows,
    autocomplete: 'off',
    ...properties,
  });
  const element = el(
    'label',
    { class: 'field' },
    el('span', {}, label, properties.required && el('span', { class: 'needed' }, ' *')),
    input,
    hint && el('small', {}, hint),
  );
  return { key, input, element };
}
