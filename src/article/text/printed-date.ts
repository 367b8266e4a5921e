import { parsePublicationDate } from '../../core/time/publication-date.ts';

const longestLine = 160;

/** What dates look like in print, the surest first. */
const days: readonly RegExp[] = [
  /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/u,
  /(?<!\p{L})\p{L}{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}(?!\d)/u,
  /(?<![\d.])\d{1,2}(?:\.|st|nd|rd|th)? (?:de )?\p{L}{3,10}\.? (?:de )?\d{4}(?!\d)/u,
  /(?<![\d.])\d{1,2}(?:\.\d{1,2}\.(?:\d{4}|\d{2})|\/\d{1,2}\/\d{4})(?!\d)/u,
];
const timeAfter =
  /^[ ,|@T–—-]{0,3}(?:um |à |at |a las |ore |kl\.? |klo )?(\d{1,2})[:.h](\d{2})(?!\d)(?::\d{2})?(?: ?([ap])\.?m\b\.?)?(?: \(?([A-Z]{2,5})\b)?/iu;

/**
 * The date that a line has, with its time and zone where it prints them, in a form that is read;
 * `null` when it has none.
 */
export function printedDate(line: string): string | null {
  const short = line.slice(0, longestLine);
  for (const form of days) {
    const found = form.exec(short);
    if (found === null) continue;
    const day = found[0].replace(/\.(\d{2})$/u, '.20$1');
    const written = timeAfter.exec(short.slice(found.index + found[0].length));
    const [, hour, minute, half, zone] = written ?? [];
    const time = hour === undefined ? '' : ` ${hour}:${minute}${half ? `${half}m` : ''}`;
    const forms = [...(zone ? [`${day}${time} ${zone}`] : []), `${day}${time}`, day];
    const read = forms.find((one) => parsePublicationDate(one) !== null);
    if (read !== undefined) return read;
  }
  return null;
}
