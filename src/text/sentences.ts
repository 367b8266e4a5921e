import { isAbbreviated } from './abbreviations.ts';
import { cutAtWord } from './truncate.ts';

/** Longer texts are not read for a lead. */
const longestRead = 5000;
const mostSentences = 3;
const closers = `"'”’“‘»«)]}›」』】）*`;
const openers = `"'“‘«([{‹¿¡„「『*—–- `;
/** Languages with a full stop of their own, or none; the segmenter knows them. */
const segmenters = new Map<string, Intl.Segmenter>();
const mostSegmenters = 20;

/**
 * A text's sentences; the stops of "Mr.", "J. R.", "U.S.", "z. B." and "No. 5" end none. Boundaries
 * in Latin and Cyrillic letters are found by a scan, in all other scripts by `Intl.Segmenter`;
 * `language` is a BCP 47 tag. Linear in the text's length.
 */
export function sentences(text: string, language?: string | null): string[] {
  const found: string[] = [];
  let start = 0;
  for (const end of sentenceEnds(text, language)) {
    const sentence = text.slice(start, end).trim();
    if (sentence !== '') found.push(sentence);
    start = end;
  }
  return found;
}

const usualLead = 350;
/** Two sentences may make a lead so long, in UTF-16 units. */
export const longestLead = 480;

/**
 * The first whole sentences of a text, three at most, within `longest` UTF-16 units; the first two
 * within {@link longestLead}. It ends in no quotation that goes on, where it can. A first sentence
 * that is too long by itself ends at a word, with an ellipsis.
 */
export function leadSentences(
  text: string,
  longest = usualLead,
  language?: string | null,
): string | null {
  const read = text.slice(0, longestRead).trim();
  const ends: number[] = [];
  for (const next of sentenceEnds(read, language)) {
    const end = trimmedEnd(read, next);
    const most = ends.length < 2 && longest >= usualLead ? longestLead : longest;
    if (end > most || ends.length === mostSentences) break;
    ends.push(end);
  }
  const closed = ends.filter((end) => !isInQuotation(read.slice(0, end)));
  const end = closed.at(-1) ?? ends.at(-1);
  return (end === undefined ? cutAtWord(read, longest) : read.slice(0, end).trim()) || null;
}

/** True when a text ends before its last quotation does, in the quotation marks of any country. */
function isInQuotation(text: string): boolean {
  const marks: readonly string[] = text.match(/[“”„«»「」"]/gu) ?? [];
  const isGerman = marks.includes('„');
  const isReversed = marks.find((mark) => '«»'.includes(mark)) === '»';
  const opening = `${isGerman ? '„' : '“'}${isReversed ? '»' : '«'}「`;
  const depth = marks
    .filter((mark) => mark !== '"')
    .reduce((open, mark) => Math.max(0, open + (opening.includes(mark) ? 1 : -1)), 0);
  return depth > 0 || marks.filter((mark) => mark === '"').length % 2 === 1;
}

function trimmedEnd(text: string, end: number): number {
  let trimmed = end;
  while (trimmed > 0 && text.charCodeAt(trimmed - 1) === 32) trimmed -= 1;
  return trimmed;
}

/** Where each sentence of a text ends, the text's own end last. */
export function sentenceEnds(text: string, language?: string | null): Iterable<number> {
  return isScanned(text) ? scannedEnds(text) : segmentedEnds(text, language);
}

/** Finds any script but Latin and Cyrillic letters with their marks, signs and pictures. */
const otherScript =
  /[\u0370-\u03ff\u0530-\u1dff\u1f00-\u1fff\u2c00-\ud83b\ud83f-\udbff\ue000-\ufe0e\ufe10-\uffff]/;

function isScanned(text: string): boolean {
  return !otherScript.test(text.length > longestRead ? text.slice(0, longestRead) : text);
}

function isStop(code: number): boolean {
  return code === 46 || code === 33 || code === 63 || code === 0x2026 || code === 0x203c;
}

function* scannedEnds(text: string): Generator<number> {
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if ((code > 63 && code < 0x2026) || code < 33 || !isStop(code)) continue;
    const stop = index;
    while (index + 1 < text.length && isStop(text.charCodeAt(index + 1))) index += 1;
    const end = afterClosers(text, index + 1);
    const next = afterOpeners(text, end);
    const isSpaced = text.charCodeAt(end) === 32;
    if (isSpaced && next < text.length && beginsSentence(text, next)) {
      const single = index === stop && text.charCodeAt(stop) === 46 && end === stop + 1;
      if (!(single && isAbbreviated(text, stop, next))) {
        yield end;
        start = end;
      }
    }
    index = Math.max(index, end - 1);
  }
  if (start < text.length) yield text.length;
}

/** Past the quotes and brackets that close after a stop, French ones after a space too. */
function afterClosers(text: string, start: number): number {
  let end = start;
  while (end < text.length && closers.includes(text.charAt(end))) end += 1;
  return text.startsWith(' »', end) ? end + 2 : end;
}

function afterOpeners(text: string, start: number): number {
  let end = start;
  while (end < text.length && openers.includes(text.charAt(end))) end += 1;
  return end;
}

/** A capital, a figure, a picture: anything but a small letter or a mark. */
function beginsSentence(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code < 128)
    return (
      (code >= 65 && code <= 90) ||
      (code >= 48 && code <= 57) ||
      code === 35 ||
      code === 64 ||
      code === 36
    );
  const letter = text.charAt(index);
  return code >= 0x2000 || letter !== letter.toLowerCase();
}

function* segmentedEnds(text: string, language?: string | null): Generator<number> {
  let start = 0;
  for (const { index } of segmenterOf(text, language).segment(text)) {
    if (index === 0 || goesOn(text, start, index)) continue;
    yield index;
    start = index;
  }
  if (start < text.length) yield text.length;
}

/** True when the boundary the segmenter found is none: an abbreviation, or "「…。」と" of a quotation. */
function goesOn(text: string, start: number, index: number): boolean {
  const end = trimmedEnd(text, index);
  if (end <= start) return true;
  if (text.charCodeAt(end - 1) === 46) return isAbbreviated(text, end - 1, index);
  return '」』'.includes(text.charAt(end - 1)) && 'とという、'.includes(text.charAt(index));
}

function segmenterOf(text: string, language?: string | null): Intl.Segmenter {
  const hasGreek = /\p{Script=Greek}/u.test(text.slice(0, 200));
  const locale = hasGreek ? 'el' : (language ?? 'en');
  const known = segmenters.get(locale);
  if (known) return known;
  const segmenter = newSegmenter(locale);
  if (segmenters.size < mostSegmenters) segmenters.set(locale, segmenter);
  return segmenter;
}

function newSegmenter(locale: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(locale, { granularity: 'sentence' });
  } catch {
    return new Intl.Segmenter('en', { granularity: 'sentence' });
  }
}
