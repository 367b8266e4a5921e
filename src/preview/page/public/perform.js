import { byId, el } from './dom.js';
import { icon } from './icons.js';
import { openForm } from './modal.js';
import { state } from './state.js';

/** Asks the server. @throws Error whose message is for the visitor */
export async function ask(path, body) {
  let response;
  try {
    response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  } catch {
    throw new Error('The preview does not answer. Is it still running?');
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.error ?? `The preview answered ${response.status}.`);
  return answer;
}

/** Does something as the person that the visitor is; gives the app's answer, `null` for none. */
export async function act(deed) {
  const { answer } = await ask('/api/act', { as: state.person.id, locale: state.locale, ...deed });
  if (answer?.modal) openForm(answer.modal, act);
  return answer;
}

/** As {@link act}; the element shows that it is busy, and a note shows a refusal. */
export async function perform(deed, element) {
  if (element?.getAttribute('aria-busy') === 'true') return null;
  element?.setAttribute('aria-busy', 'true');
  try {
    return (await act(deed)) ?? true;
  } catch (error) {
    note(error.message);
    return null;
  } finally {
    element?.removeAttribute('aria-busy');
  }
}

/** Shows the visitor a note, which disappears after some seconds. */
export function note(words, kind = 'refused') {
  const toast = el(
    'div',
    { class: `toast ${kind}`, role: kind === 'refused' ? 'alert' : 'status' },
    el('span', {}, words),
    el(
      'button',
      {
        type: 'button',
        class: 'icon-button',
        'aria-label': 'Close',
        on: { click: () => toast.remove() },
      },
      icon('close'),
    ),
  );
  if (kind === 'done') byId('toasts').querySelector('.done')?.remove();
  byId('toasts').append(toast);
  setTimeout(() => toast.remove(), kind === 'done' ? 3500 : 8000);
}

export function announce(words) {
  byId('announcer').textContent = words;
}
