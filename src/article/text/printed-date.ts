import { isDateText } from '../../credits/dateline/head.ts';
import { parsePublicationDate } from '../../core/time/publication-date.ts';

const longestLine = 160;

/** What dates look like in print, the surest first. */
const days: readonly RegExp[] = [
  /(?<!\d)\d{4}-\d{1,2}-\d{1,2}(?!\d)/u,
  /(?<!\p{L})\p{L}{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}(?!\d)/u,
  /(?<![\d.])\d{1,2}(?:\.|st|nd|rd|th)? (?:de )?\p{L}{3,10}\.? (?:de )?\d{4}(?!\d)/u,
  /(?<![\d.])\d{1,2}(?:\.\d{1,2}\.(?:\d{4}|\d{2})|\/\d{1,2}\/\d{4})(?!\d)/u,
];
const timeAfter =
  /^[ ,|@T–—-]{0,3}(?:um |à |at |a las |ore |kl\.? |klo )?(\d{1,2})[:.h](\d{2})(?!\d)(?::\d{2})?(?: ?([ap])\.?m\b\.?)?(?: \(?([A-Z]{2,5})\b)?/iu;

/** "5/09/26 8:00am": the month is first where the clock has twelve hours. */
const american = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{2})(,? \d{1,2}:\d{2} ?[ap]\.?m\b)/iu;
const dated = /^(?:[\p{Lu} .,'’/]{2,40}, )?([\p{L}\d., ]{8,30}?),? ?(?:--|[–—]|- )/u;

/** The date before a lead's text, with its year: "OBAN, Feb. 23, 2015 -- "; `null` without one. */
export function leadDate(lead: string): string | null {
  const found = dated.exec(lead.slice(0, longestLine))?.[1];
  return found !== undefined && /\d{4}/u.test(found) && isDateText(found)
    ? printedDate(found)
    : null;
}

/**
 * The date that a line has, with its time and zone where it prints them, in a form that is read;
 * `null` when it has none.
 */
export function printedDate(line: string): string | null {
  const short = line.slice(0, longestLine).replace(american, '20$3-$1-$2$4');
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
