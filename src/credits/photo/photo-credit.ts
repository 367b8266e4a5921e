import type { PhotoCredit } from '../../core/story/credits.ts';
import { firstDecision, type Decision } from '../../text/rules.ts';
import { folded, withoutFullStop } from '../names/word-shape.ts';
import { photoHeading } from './heading.ts';
import {
  onePartRules,
  partsOf,
  plainLineRules,
  severalPartsRules,
  writtenLineRules,
} from './rules.ts';

const longestLine = 1000;
const longestNames = 160;
/** What a credit says of the picture after the names. */
const pictureNotes = /(?:, (?:file|pool|handout|archive)(?: photo)?){1,3}$/iu;
const fileNote = /^(?:file|archive)(?: photo| picture| image)?$/iu;

/**
 * A photo's credit: "Credit: Agency/First Last", "Photograph: First Last/Agency", "(AP Photo/First
 * Last)", "First Last for The Example". `null` when the text is no credit.
 */
export function readPhotoCredit(line: string): PhotoCredit | null {
  return photoCreditDecision(line)?.result ?? null;
}

/** {@link readPhotoCredit}, with the name of the rule that decided. */
export function photoCreditDecision(line: string): Decision<PhotoCredit> | null {
  const written = firstDecision(writtenLineRules, line);
  if (written || line.length > longestLine) return written;
  const plain = plainLine(line);
  const whole = firstDecision(plainLineRules, plain);
  if (whole) return whole;
  const heading = photoHeading(plain);
  const names = withoutFullStop(plain.slice(heading.end).replace(pictureNotes, ''));
  if (names.length > longestNames) return null;
  const parts = names
    .split(/ ?[/|—] ?/u)
    .filter((part) => /\p{L}/u.test(part) && !fileNote.test(part));
  const [first] = parts;
  if (first === undefined) return null;
  return parts.length === 1
    ? firstDecision(onePartRules, first)
    : firstDecision(severalPartsRules, partsOf(parts, names, heading.kind));
}

/** Marks that stood between a credit and what was beside it. */
const marksAround = /^[\s|–—-]+|\s[\s|–—-]*$/gu;

/** Without brackets around the whole line, odd white space and notes for screen readers. */
function plainLine(line: string): string {
  const credit = line
    .replaceAll('(opens in a new window)', ' ')
    .replaceAll(/ⓒ|[（(]\s?[ＣｃCc]\s?[）)]/gu, '© ')
    .replace(/^image source, /iu, 'Image: ')
    .replaceAll(marksAround, '');
  return withoutFullStop(folded(credit).replace(/^[([（](.{1,300})[)\]）]\.?$/u, '$1'));
}

const mostMarkedWords = 14;
/** A line of so many words that ends in a full stop is a sentence. */
const leastSentence = 6;
const longestMarked = 120;
/** The end of a sentence before another one: no line of names has it. */
const severalSentences = /\p{Ll}{3}[.!?] \p{Lu}/u;

/** A heading that no list of words has: "Pic:", "Kollage:". */
const anyHeading = /^\p{L}{3,20}(?: \p{L}{2,12})? ?[:：] ?(?=\S)/u;

/**
 * The credit that a page's markup calls one: read as {@link readPhotoCredit} does, else kept as it
 * is printed, as the agency. `null` for sentences and for lines without letters.
 */
export function readMarkedCredit(line: string): PhotoCredit | null {
  const read = readPhotoCredit(line);
  if (read || line.length > longestLine) return read;
  const plain = plainLine(line);
  const heading = photoHeading(plain).end || (anyHeading.exec(plain)?.[0].length ?? 0);
  const names = withoutFullStop(plain.slice(heading));
  const words = names.split(' ').length;
  const isBracketed = /^[([（]/u.test(line.trim());
  const isLine =
    names.length <= longestMarked &&
    words <= mostMarkedWords &&
    !(
      words >= leastSentence &&
      heading === 0 &&
      plain.length < line.trim().length &&
      line.trim().endsWith('.')
    ) &&
    /\p{L}{2}/u.test(names) &&
    (isBracketed || !severalSentences.test(names));
  if (!isLine) return null;
  const named = heading > 0 ? readPhotoCredit(names) : null;
  return named ?? { photographer: null, agency: names };
}
