import { endings, invitations, loneWords, syndicationNotes } from './boilerplate-words.ts';

/** Where words that only invite to a publisher's page begin and end; no rules, positions only. */

/** Invitations are looked for in this many UTF-16 units at a text's end. */
export const longestInvitation = 220;
/** A paper's name after "appeared first on" has at most this many words. */
const mostNoteWords = 12;
const prefixLength = 2;
const longestPhrase = 40;
const longestLoneWord = 24;

const startsByPrefix = new Map<string, string[]>();
for (const phrase of invitations) {
  const prefix = phrase.slice(0, prefixLength);
  startsByPrefix.set(prefix, [...(startsByPrefix.get(prefix) ?? []), phrase]);
}
type SyndicationNote = (typeof syndicationNotes)[number];
/** Each note by the first word of its middle. */
const notesByWord = new Map<string, SyndicationNote[]>();
for (const note of syndicationNotes) {
  const [, word = ''] = note[1].split(' ');
  notesByWord.set(word, [...(notesByWord.get(word) ?? []), note]);
}
const longestNoteWord = Math.max(...[...notesByWord.keys()].map((word) => word.length));
const endingLetters = new Set(endings.map((ending) => ending.slice(-1)));
export const stops = '.!?…)]”"»。！？؟।';
const arrows = ' .…»›→>)]*-–—|:';

/** A place in a text, where an invitation may begin. */
export interface Start {
  text: string;
  start: number;
}

/** Where the last sentence begins; the text's length when it is too long for an invitation. */
export function lastSentenceStart(text: string): number {
  let end = text.length - 1;
  while (end > 0 && arrows.includes(text.charAt(end))) end -= 1;
  const limit = Math.max(0, text.length - longestInvitation);
  for (let index = end; index > limit; index -= 1) {
    const code = text.charCodeAt(index);
    if (code === 32) {
      if (index < end && isStop(text.charCodeAt(index - 1))) return index + 1;
    } else if (code >= 0x2e80 && '。！？'.includes(text.charAt(index - 1))) return index;
  }
  return limit === 0 ? 0 : text.length;
}

/** Small letters, which end nearly all words, are asked first. */
function isStop(code: number): boolean {
  return (code < 97 || code > 122) && stops.includes(String.fromCharCode(code));
}

/** True when a phrase that invites begins at a place, after marks and arrows: "» Read more". */
export function beginsInvitation({ text, start }: Start): boolean {
  const from = pastMarks(text, start);
  const prefix = keyOf(text.slice(from, from + prefixLength));
  const phrases = startsByPrefix.get(prefix) ?? startsByPrefix.get(prefix.charAt(0));
  if (phrases === undefined) return false;
  const words = keyOf(text.slice(from, from + longestPhrase));
  return phrases.some((phrase) => words.startsWith(phrase) && endsPhrase(words, phrase));
}

/** True when one word that invites is all from a place on: "Comments (3)". */
export function isLoneInvitation({ text, start }: Start): boolean {
  const from = pastMarks(text, start);
  return text.length - from <= longestLoneWord && isLone(text.slice(from));
}

function pastMarks(text: string, start: number): number {
  const first = text.charCodeAt(start) | 32;
  if (first >= 97 && first <= 122) return start;
  let from = start;
  while (from < text.length && ' [(»›→▶>•*-–—|'.includes(text.charAt(from))) from += 1;
  return from;
}

/** Lower case, with one apostrophe. */
function keyOf(text: string): string {
  const key = text.toLowerCase();
  return key.includes("'") ? key.replaceAll("'", '’') : key;
}

/** What may follow "read more", unlike "read more books". */
const afterMore =
  /^$|^[^\p{L}]*$|^ ?[^\p{L} ]|^ (?:about|at|on|here|in|from|by|via|of|stories|news)(?![\p{L}])/u;

/** False of "Read more books" and of "Subscribers". */
function endsPhrase(words: string, phrase: string): boolean {
  const after = words.slice(phrase.length);
  if (/^\p{L}/u.test(after) && !/[:⺀-￿]$/u.test(phrase)) return false;
  return !phrase.endsWith(' more') || afterMore.test(after);
}

function isLone(text: string): boolean {
  let end = text.length;
  while (end > 0 && (arrows.includes(text.charAt(end - 1)) || /\d|\(/.test(text.charAt(end - 1)))) {
    end -= 1;
  }
  return loneWords.has(text.slice(0, end).replace(/^\d+ /, '').toLowerCase());
}

/** A text without words that invite at its end, with no stop before them; `null` without such. */
export function beforeEnding(text: string): string | null {
  let end = text.length;
  while (end > 0 && ' »›→>'.includes(text.charAt(end - 1))) end -= 1;
  if (!endingLetters.has(text.charAt(end - 1).toLowerCase())) return null;
  const tail = text.slice(Math.max(0, end - 40), end).toLowerCase();
  for (const ending of endings) {
    if (!tail.endsWith(ending)) continue;
    const start = end - ending.length;
    const first = text.charAt(start);
    const isWritten = first !== first.toLowerCase() || first.toUpperCase() === first;
    const isApart = start === 0 || ' …».'.includes(text.charAt(start - 1)) || first > '\u2e80';
    if (isWritten && isApart) return text.slice(0, start).replace(/[\s|»›–—-]+$/u, '');
  }
  return null;
}

/** A text without "The post … appeared first on …" at its end; `null` without such. */
export function beforeSyndicationNote(paragraph: string): string | null {
  let end = paragraph.length;
  for (let count = 0; count < mostNoteWords && end > 0; count += 1) {
    let space = end - 1;
    // `lastIndexOf` takes longer than the few letters of a word.
    while (space >= 0 && paragraph.charCodeAt(space) !== 32) space -= 1;
    const isLong = end - space - 1 > longestNoteWord;
    const notes = isLong ? undefined : notesByWord.get(paragraph.slice(space + 1, end));
    const start = notes ? noteStart(paragraph, notes) : -1;
    if (start >= 0) return paragraph.slice(0, start).trim();
    end = space;
  }
  return null;
}

function noteStart(paragraph: string, notes: readonly SyndicationNote[]): number {
  for (const [begin, middle] of notes) {
    const at = paragraph.lastIndexOf(middle);
    const start = at < 0 ? -1 : paragraph.lastIndexOf(begin, at);
    if (start >= 0) return start;
  }
  return -1;
}
