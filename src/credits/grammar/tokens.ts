import { wordsOfAll } from '../../languages/words.ts';
import { isInitials } from '../../text/initials.ts';
import { gluedWords, workPhrases } from './lexicon.ts';
import type { Token } from './token.ts';

/** Each mark, and what it is written as. */
const writtenMarks: Record<string, string> = {
  ',': ',，、،﹐',
  ';': ';；؛',
  ':': ':：﹕',
  '(': '([（【〔〈「',
  ')': ')]）】〕〉」',
  '–': '–—―─*_~',
  '|': '|•·・‧●■▪｜',
  '/': '/／',
  '&': '&＆＋',
  '=': '=＝',
  '.': '.。।',
};

const marks = new Map(
  Object.entries(writtenMarks).flatMap(([mark, forms]) =>
    forms.split('').map((form) => [form, mark] as const),
  ),
);

/** Words whose full stop belongs to them. */
const abbreviations = new Set([
  ...wordsOfAll(({ sentences }) => sentences?.titles),
  ...wordsOfAll(({ sentences }) => sentences?.suffixes),
  ...wordsOfAll(({ sentences }) => sentences?.credits),
]);

const contact = /@|:\/\/|^www\.|^\+?\d[\d().-]{5,}$/u;

const letter = /[\p{L}\p{M}]/u;

/** True when the full stop after a word ends no sentence: "J.", "D.C.", "Jr.". */
function keepsStop(word: string): boolean {
  return abbreviations.has(word.toLowerCase()) || isInitials(word);
}

/**
 * Takes a line with folded white space apart into words, marks and contacts (addresses, telephone
 * numbers). Linear in the line's length.
 */
export function creditTokens(line: string): Token[] {
  const tokens: Token[] = [];
  const add = (kind: Token['kind'], start: number, end: number, text = line.slice(start, end)) =>
    tokens.push({ kind, text, key: keyOf(text), start, end });
  let start = 0;
  while (start < line.length) {
    const space = line.indexOf(' ', start);
    const end = space < 0 ? line.length : space;
    if (end > start) readChunk(line, start, end, add);
    start = end + 1;
  }
  return tokens;
}

/** Lower case, and one apostrophe for both. */
function keyOf(text: string): string {
  const key = text.toLowerCase();
  return key.includes('’') ? key.replaceAll('’', "'") : key;
}

/** True of ASCII letters alone, as most words are. */
function isPlain(line: string, start: number, end: number): boolean {
  for (let index = start; index < end; index += 1) {
    const code = line.charCodeAt(index) | 32;
    if (code < 97 || code > 122) return false;
  }
  return true;
}

type Add = (kind: Token['kind'], start: number, end: number, text?: string) => void;

/** One run of characters without a space. */
function readChunk(line: string, start: number, end: number, add: Add): void {
  if (isPlain(line, start, end)) {
    add('word', start, end);
    return;
  }
  let from = start;
  while (from < end && markAt(line, from, start, end) !== null) {
    add('mark', from, from + 1, markAt(line, from, start, end) ?? '');
    from += 1;
  }
  const chunk = line.slice(from, end);
  if ((chunk.length > 5 || chunk.startsWith('@')) && contact.test(chunk)) {
    const closing = /[),;.\]>:]*$/u.exec(chunk)?.[0].length ?? 0;
    add('contact', from, end - closing);
    readChunkMarks(line, end - closing, end, add);
    return;
  }
  let word = from;
  for (let index = from; index < end; index += 1) {
    const mark = markAt(line, index, start, end);
    if (mark === null) continue;
    if (mark === '.' && isInside(line, word, index, end)) continue;
    if (index > word) addWord(line, word, index, add);
    add('mark', index, index + 1, mark);
    word = index + 1;
  }
  if (end > word) addWord(line, word, end, add);
}

function readChunkMarks(line: string, start: number, end: number, add: Add): void {
  for (let index = start; index < end; index += 1) {
    const mark = markAt(line, index, start, end);
    if (mark !== null) add('mark', index, index + 1, mark);
  }
}

/** The mark at an index of a chunk; a hyphen is one at the chunk's edges, a middle dot nowhere inside a name. */
function markAt(line: string, index: number, start: number, end: number): string | null {
  const written = line.charAt(index);
  if (written === '.') return '.';
  if (written === '-') {
    const isEdge = index === start || index === end - 1 || line.charAt(index - 1) === '-';
    return isEdge ? '–' : null;
  }
  const mark = marks.get(written) ?? null;
  const isMiddle = mark === '|' && index > start && index < end - 1 && written !== '|';
  return isMiddle && letter.test(line.charAt(index - 1)) && letter.test(line.charAt(index + 1))
    ? null
    : mark;
}

/** True of a full stop inside a word or one that belongs to it. */
function isInside(line: string, word: number, index: number, end: number): boolean {
  const before = line.slice(word, index);
  if (before === '') return false;
  const next = line.charAt(index + 1);
  const atEnd = index === end - 1 || !letter.test(next);
  if (atEnd || /\p{Lu}/u.test(next)) return keepsStop(before);
  return true;
}

/** A word, cut where a role is written without a space before a name: "记者张伟". */
function addWord(line: string, start: number, end: number, add: Add): void {
  if (line.charCodeAt(start) >= 0x2e80) {
    const word = line.slice(start, end);
    const dot = word.search(/[・·]/u);
    if (dot > 0 && workPhrases.has(word.slice(0, dot)) && !workPhrases.has(word.slice(dot + 1))) {
      add('word', start, start + dot);
      add('mark', start + dot, start + dot + 1, ':');
      add('word', start + dot + 1, end);
      return;
    }
    const glued = workPhrases.has(word)
      ? undefined
      : gluedWords.find((role) => word.startsWith(role));
    const dots = glued && /[・·]/u.test(word.charAt(glued.length)) ? 1 : 0;
    const name = start + (glued?.length ?? 0) + dots;
    if (glued && end - name >= 2 && end - name <= 4) {
      add('word', start, start + glued.length);
      add('word', name, end);
      return;
    }
  }
  add('word', start, end);
}
