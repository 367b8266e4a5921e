import type { PhotoCredit } from '../../core/story/credits.ts';
import { firstDecision, type Decision } from '../../text/rules.ts';
import { folded, withoutFullStop } from '../names/word-shape.ts';
import { photoHeading } from './heading.ts';
import {
  captionCreditRules,
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
  const parts = names.split(/ ?[/|—] ?/u).filter((part) => part !== '' && !fileNote.test(part));
  const [first] = parts;
  if (first === undefined) return null;
  return parts.length === 1
    ? firstDecision(onePartRules, first)
    : firstDecision(severalPartsRules, partsOf(parts, names, heading.kind));
}

/** Without brackets around the whole line, odd white space and notes for screen readers. */
function plainLine(line: string): string {
  const credit = line
    .replaceAll('(opens in a new window)', ' ')
    .replace(/^image source, /iu, 'Image: ');
  return withoutFullStop(folded(credit).replace(/^[([](.{1,300})[)\]]\.?$/u, '$1'));
}

const sentenceEnds = /[.!?"”’)] (?=\S)| (?=\()/gu;
const longestCaption = 2000;
/** A caption's credit is looked for after this many of its last sentence ends. */
const mostEnds = 12;

/** A caption that ends in its credit ("… on Monday. AGENCY/First Last"), split into both. */
export function splitCaption(text: string): { caption: string | null; credit: PhotoCredit | null } {
  const plain = folded(text.slice(0, longestCaption));
  const tailStart = Math.max(0, plain.length - longestNames);
  const ends = [...plain.slice(tailStart).matchAll(sentenceEnds)].map(
    (mark) => tailStart + mark.index + mark[0].length,
  );
  for (const start of [...ends.slice(-mostEnds).reverse(), 0]) {
    const tail = plain.slice(start);
    const credit = firstDecision(captionCreditRules, tail) ? readPhotoCredit(tail) : null;
    if (credit) return { caption: plain.slice(0, start).trim() || null, credit };
  }
  return { caption: plain || null, credit: null };
}
