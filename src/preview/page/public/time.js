import { el } from './dom.js';

let ahead = 0;

/** The server's clock, which the demo turns. */
export function setClock(serverNow) {
  ahead = serverNow - Date.now();
  tick();
}

export const now = () => Date.now() + ahead;

const format = (options) => new Intl.DateTimeFormat(undefined, options);
const forms = {
  t: format({ timeStyle: 'short' }),
  T: format({ timeStyle: 'medium' }),
  d: format({ dateStyle: 'short' }),
  D: format({ dateStyle: 'long' }),
  f: format({ dateStyle: 'long', timeStyle: 'short' }),
  F: format({ dateStyle: 'full', timeStyle: 'short' }),
  s: format({ dateStyle: 'short', timeStyle: 'short' }),
  S: format({ dateStyle: 'short', timeStyle: 'medium' }),
};
const clockForm = format({ dateStyle: 'medium', timeStyle: 'short' });
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });
const units = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

export function relativeTime(ms) {
  const seconds = Math.round((ms - now()) / 1000);
  for (const [unit, length] of units) {
    if (Math.abs(seconds) >= length) return relative.format(Math.trunc(seconds / length), unit);
  }
  return relative.format(seconds, 'second');
}

const dayOf = (ms) => new Date(ms).setHours(0, 0, 0, 0);

/** "Today at 14:05", "Yesterday at 9:12", else date and time. */
export function messageTime(ms) {
  const days = Math.round((dayOf(now()) - dayOf(ms)) / 86_400_000);
  if (days === 0) return `Today at ${forms.t.format(ms)}`;
  if (days === 1) return `Yesterday at ${forms.t.format(ms)}`;
  return forms.s.format(ms);
}

export const shortTime = (ms) => forms.t.format(ms);
export const dayName = (ms) => forms.D.format(ms);
export const isSameDay = (a, b) => dayOf(a) === dayOf(b);
const farthest = 8.64e15;

function wording(ms, style) {
  if (style === 'R') return relativeTime(ms);
  return style === 'message' ? messageTime(ms) : (forms[style] ?? forms.f).format(ms);
}

/** A moment in the reader's own zone; `style` as in Discord's `<t:…>`, or `message`. */
export function moment(ms, style, properties = {}) {
  if (!(Math.abs(ms) <= farthest)) return el('span', properties, 'some time');
  return el(
    'time',
    {
      ...properties,
      datetime: new Date(ms).toISOString(),
      title: forms.F.format(ms),
      data: style === 'R' || style === 'message' ? { ms, style } : {},
    },
    wording(ms, style),
  );
}

/** Brings the relative times up to date. */
export function tick() {
  for (const element of document.querySelectorAll('time[data-ms]')) {
    const words = wording(Number(element.dataset.ms), element.dataset.style);
    if (element.textContent !== words) element.textContent = words;
  }
  for (const clock of document.querySelectorAll('[data-clock]')) {
    clock.textContent = clockForm.format(now());
  }
}
