import { byId, el, refocus } from './dom.js';
import { icon } from './icons.js';
import { markdown } from './markdown-view.js';
import { fieldView } from './fields.js';

const kinds = { row: 1, text: 10, label: 18 };

/** Shows an app's modal; `act` sends what was filled in. */
export function openForm(modal, act) {
  const opener = document.activeElement;
  const messageId = opener?.closest('.message')?.id;
  const fields = [];
  const parts = modal.components.map((part) => partView(part, fields));
  const refusal = el('p', { class: 'refusal', role: 'alert' });
  const dialog = el('dialog', { class: 'modal', 'aria-labelledby': `modal-${modal.id}` });
  const submit = el('button', { class: 'button primary', type: 'submit' }, 'Submit');
  const close = () => dialog.close();
  const send = async (event) => {
    event.preventDefault();
    if (submit.getAttribute('aria-busy') === 'true') return;
    refusal.textContent = '';
    submit.setAttribute('aria-busy', 'true');
    try {
      const values = Object.fromEntries(fields.map(({ name, value }) => [name, value()]));
      await act({ do: 'submitModal', modal: modal.id, values });
      close();
    } catch (error) {
      refusal.textContent = error.message;
    } finally {
      submit.removeAttribute('aria-busy');
    }
  };
  dialog.append(
    el(
      'form',
      { class: 'modal-form', on: { submit: send } },
      el(
        'header',
        {},
        el('h2', { id: `modal-${modal.id}` }, modal.title),
        el(
          'button',
          { type: 'button', class: 'icon-button', 'aria-label': 'Close', on: { click: close } },
          icon('close'),
        ),
      ),
      el('div', { class: 'modal-fields' }, parts, refusal),
      el(
        'footer',
        {},
        el('button', { type: 'button', class: 'button secondary', on: { click: close } }, 'Cancel'),
        submit,
      ),
    ),
  );
  dialog.addEventListener('close', () => {
    dialog.remove();
    const message = opener?.isConnected || !messageId ? null : byId(messageId);
    if (message && !refocus(message, opener.dataset.key ?? '')) refocus(message, 'dots');
  });
  document.body.append(dialog);
  dialog.showModal();
  dialog.querySelector('.modal-fields :is(input, textarea, select)')?.focus();
}

function partView(part, fields) {
  if (part.type === kinds.text) return el('div', { class: 'text' }, markdown(part.content ?? ''));
  if (part.type === kinds.row) {
    return (part.components ?? []).map((field) => labelled(field, field.label, null, fields));
  }
  if (part.type === kinds.label && part.component) {
    return labelled(part.component, part.label, part.description, fields);
  }
  return null;
}

/** An input under its heading; groups of boxes become a fieldset. */
function labelled(field, label, description, fields) {
  const id = `field-${field.custom_id}`;
  const { control, value, isGroup } = fieldView(field, id);
  fields.push({ name: field.custom_id, value });
  const needed = field.required !== false && field.type !== 23;
  const heading = [label, needed && el('span', { class: 'needed', title: 'Required' }, ' *')];
  const hint = description ? el('small', { id: `${id}-hint` }, description) : null;
  if (hint) control.setAttribute('aria-describedby', hint.id);
  return isGroup
    ? el('fieldset', { class: 'field' }, el('legend', {}, heading), hint, control)
    : el('div', { class: 'field' }, el('label', { for: id }, heading), hint, control);
}
