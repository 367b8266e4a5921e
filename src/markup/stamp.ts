import { parsePublicationDate } from '../core/time/publication-date.ts';
import { foldWhiteSpace } from '../text/white-space.ts';
import { isAction, isPostedBy, isVerb, nameBeforeVerb, relativeTime } from './comment-words.ts';

/** When something was written, as a line says it. */
export interface Stamp {
  /** "May 06, 2011 7:40am EDT", "2 hours ago"; empty where an element is known only by its mark. */
  time: string;
  /** What stands before it in its line: "Posted by: Ana at". */
  before: string;
}

const longestLine = 200;
/** "an hour ago", "Ana, yesterday": times without a digit are short. */
const longestDayWord = 60;
const clock = String.raw`\d{1,2}[:.h]\d{2}(?::\d{2})?(?: ?[apAP]\.?[mM]\b\.?)?`;
const zone = String.raw`(?: ?(?:[A-Z]{2,5}\b|UTC|GMT|Z\b|Uhr\b)| ?[+-]\d{2}:?\d{2}\b)`;
const day = String.raw`\p{L}{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th|er|\.)?[ -](?:de )?\p{L}{3,12}\.?,?[ -](?:de )?\d{2,4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}`;
const date = new RegExp(
  `(?<![\\p{L}\\d])(?:${clock}${zone}?,? (?:on |am |le )?)?(?:${day})(?![\\p{L}\\d])(?:[ ,T@|·–-]{0,4}(?:(?:at|um|à|a las|kl\\.?|alle|ore|om) )?${clock}${zone}?)?`,
  'u',
);
const clockAlone = new RegExp(`^${clock}${zone}?$`, 'iu');
const shortAge = /^\d{1,3} ?(?:s|m|h|d|w|y|j|mo|min|mins|hr|hrs|std|days?|hours?)\.?$/iu;
const numeric = /^\D{0,3}\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b/u;
const joint =
  /^(?:on|at|am|um|le|el|il|den|posted|published|by|von|par|por|and|de|da|van|@|-|–|—|\||·|•|:)$/iu;

/** True for what may stand before a time: a few words that are a name, or say who posted. */
function isHead(text: string): boolean {
  if (text.length > 80) return false;
  const words = text.split(/[\s,;:()]+/u).filter((word) => word !== '' && !joint.test(word));
  if (words.length <= 2 || isPostedBy(text) || nameBeforeVerb(text) !== null) return true;
  return words.length <= 5 && words.every((word) => !/^\p{Ll}/u.test(word));
}

/** True for what may stand after it: "said:", "-- Report as abuse". */
function isTail(text: string): boolean {
  if (text.length > 80) return false;
  const parts = text
    .split(/\s*[|·•—–()]+\s*|\s+-+\s+|\s{2,}/u)
    .filter((part) => part.trim() !== '');
  return parts.every(
    (part) =>
      isAction(part) || isVerb(part) || (part.split(' ').length <= 3 && !/[.!?]$/u.test(part)),
  );
}

/** The day, which is a date unless only the order of its numbers is unknown. */
function isDate(found: string): boolean {
  return numeric.test(found) || parsePublicationDate(datePart(found)) !== null;
}

/** "May 6, 2011 @ 7:40 am" as a date's parser takes it. */
function datePart(text: string): string {
  return text.replace(/ ?[@|·–] ?/u, ' ').replace(/,? (?:at|um|à|a las|kl\.?|alle|ore|om) /iu, ' ');
}

/** The time in a line that says nothing but who wrote when; `null` for any other line. */
export function stampIn(line: string): Stamp | null {
  if (line.length > longestLine || line.length < 2) return null;
  if (!/\d/u.test(line) && line.length > longestDayWord) return null;
  const text = foldWhiteSpace(line);
  if (clockAlone.test(text) || shortAge.test(text)) return { time: text, before: '' };
  const found = (/\d/u.test(text) ? date.exec(text) : null) ?? relativeTime.exec(text);
  if (!found) return null;
  const before = text.slice(0, found.index).trim();
  const after = text.slice(found.index + found[0].length).trim();
  if (!isHead(before) || !isTail(after)) return null;
  const isRelative = relativeTime.test(found[0]);
  return isRelative || isDate(found[0]) ? { time: found[0].trim(), before } : null;
}

/** The instant of a comment's time, in the zone given where it names none; `null` if it has none. */
export function stampInstant(time: string, zoneName: string | undefined): number | null {
  for (const form of [time, datePart(time)]) {
    const hasZone =
      /(?:\b[A-Z]{2,5}|[+-]\d{2}:?\d{2}|\dZ)$/u.test(form) && !/\d ?[AP]M$/u.test(form);
    const at =
      (zoneName && !hasZone ? parsePublicationDate(`${form} ${zoneName}`) : null) ??
      parsePublicationDate(form);
    if (at !== null) return at;
  }
  return null;
}
