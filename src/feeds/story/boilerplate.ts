import { withoutSignature } from '../../credits/line/agency-signature.ts';
import {
  dateNotes,
  endings,
  invitations,
  loneWords,
  noticeEndings,
  syndicationNotes,
} from './boilerplate-words.ts';

/** Invitations are looked for in this many units at a text's end. */
const longestInvitation = 220;
/** A paper's name after "appeared first on" has at most this many words. */
const mostNoteWords = 12;
const mostInvitations = 6;
/** A paragraph of one invitation and what it says of it. */
const longestNotice = 260;
const prefixLength = 2;

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
const stops = '.!?…)]”"»。！？؟।';
const arrows = ' .…»›→>)]*-–—|:';

/**
 * A paragraph without what only invites to its publisher's page ("Read more", "The post … appeared
 * first on …", "[…]", bare addresses at its end); `''` when it holds nothing else. Reads the last
 * few hundred characters only.
 */
export function withoutBoilerplate(paragraph: string): string {
  let told = withoutLabel(withoutSyndicationNote(paragraph));
  if (told.length <= longestNotice && (isInvitation(told, 0) || isNotice(told))) return '';
  for (let count = 0; count < mostInvitations && told !== ''; count += 1) {
    const shorter = withoutAddress(withoutLastInvitation(told));
    if (shorter === told) break;
    told = shorter;
  }
  return withoutSignature(withoutHashtags(withoutOpenEnd(told)));
}

/** "Listen now (32 min) | Text", "arXiv:2605.00001v1 Announce Type: new Abstract: Text". */
const labels =
  /^(?:(?:listen|watch) now \(\d{1,3} mins?\) ?\| ?|arxiv:\S{1,20} announce type: \S{1,20} abstract: |abstract: )/iu;
/** A wire's name for the story: "BC-EU--Harbour, 1st Ld-Writethru". */
const slug = /^(?:BC|AM|PM|AP)-[\p{L}\d-]{1,40}--\p{L}/u;

function withoutLabel(paragraph: string): string {
  const first = paragraph.charCodeAt(0) | 32;
  return first === 97 || first === 108 || first === 119 ? paragraph.replace(labels, '') : paragraph;
}

function isNotice(paragraph: string): boolean {
  const text = paragraph.endsWith('.') ? paragraph.slice(0, -1) : paragraph;
  const end = text.slice(-42).toLowerCase();
  return (
    noticeEndings.some(
      ([ending, most]) => text.length - ending.length <= most && end.endsWith(ending),
    ) || slug.test(paragraph)
  );
}

/** Without the hashtags at its end: two or more, or one after the last sentence. */
function withoutHashtags(text: string): string {
  if (!text.includes('#')) return text;
  let end = text.length;
  let count = 0;
  for (let at = lastWord(text, end); isHashtag(text, at, end); at = lastWord(text, end)) {
    end = Math.max(0, at - 1);
    count += 1;
  }
  return count > 1 || (count === 1 && stops.includes(text.charAt(end - 1)))
    ? text.slice(0, end)
    : text;
}

function lastWord(text: string, end: number): number {
  return end === 0 ? 0 : text.lastIndexOf(' ', end - 1) + 1;
}

function isHashtag(text: string, start: number, end: number): boolean {
  return end - start > 1 && text.charAt(start) === '#' && !/\d/.test(text.charAt(start + 1));
}

/** `[…]` and `(...)` at the end of a summary are a plain ellipsis. */
function withoutOpenEnd(text: string): string {
  const last = text.charAt(text.length - 1);
  if (last !== ']' && last !== ')') return text;
  return text.replace(/ ?[[(](?:…|\.{3})[\])]$/, '…');
}

function withoutSyndicationNote(paragraph: string): string {
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
  return paragraph;
}

function noteStart(paragraph: string, notes: readonly SyndicationNote[]): number {
  for (const [begin, middle] of notes) {
    const at = paragraph.lastIndexOf(middle);
    const start = at < 0 ? -1 : paragraph.lastIndexOf(begin, at);
    if (start >= 0) return start;
  }
  return -1;
}

function withoutLastInvitation(text: string): string {
  const start = lastSentenceStart(text);
  if (text.length - start <= longestInvitation && isInvitation(text, start)) {
    return text.slice(0, start).trim();
  }
  return withoutEnding(text);
}

/** Where the text after the last stop but the final one begins. */
function lastSentenceStart(text: string): number {
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

/** Small letters, which nearly all words end in, are none. */
function isStop(code: number): boolean {
  return (code < 97 || code > 122) && stops.includes(String.fromCharCode(code));
}

function isInvitation(text: string, start: number): boolean {
  let from = start;
  while (from < text.length && ' [(»›→▶>•*-–—|'.includes(text.charAt(from))) from += 1;
  const prefix = keyOf(text.slice(from, from + prefixLength));
  const starts = startsByPrefix.get(prefix) ?? startsByPrefix.get(prefix.charAt(0));
  const words = starts === undefined ? '' : keyOf(text.slice(from, from + 40));
  if (starts?.some((phrase) => words.startsWith(phrase) && endsWord(words, phrase))) return true;
  return text.length - from <= 24 && isLone(text.slice(from));
}

/** Lower case, with one apostrophe. */
function keyOf(text: string): string {
  const key = text.toLowerCase();
  return key.includes("'") ? key.replaceAll("'", '’') : key;
}

/** What may follow "read more", unlike "read more books". */
const afterMore =
  /^$|^[^\p{L}]*$|^ ?[^\p{L} ]|^ (?:about|at|on|here|in|from|by|via|of|stories|news)(?![\p{L}])/u;

/** "Read more books" and "Subscribers" are no invitations. */
function endsWord(words: string, phrase: string): boolean {
  const after = words.slice(phrase.length);
  if (/^\p{L}/u.test(after) && !/[:⺀-￿]$/u.test(phrase)) return false;
  return !phrase.endsWith(' more') || afterMore.test(after);
}

/** "Comments (3)" as the whole line. */
function isLone(text: string): boolean {
  let end = text.length;
  while (end > 0 && (arrows.includes(text.charAt(end - 1)) || /\d|\(/.test(text.charAt(end - 1)))) {
    end -= 1;
  }
  return loneWords.has(text.slice(0, end).replace(/^\d+ /, '').toLowerCase());
}

function withoutEnding(text: string): string {
  let end = text.length;
  while (end > 0 && ' »›→>'.includes(text.charAt(end - 1))) end -= 1;
  if (!endingLetters.has(text.charAt(end - 1).toLowerCase())) return text;
  const tail = text.slice(Math.max(0, end - 40), end).toLowerCase();
  for (const ending of endings) {
    if (!tail.endsWith(ending)) continue;
    const start = end - ending.length;
    const first = text.charAt(start);
    const isWritten = first !== first.toLowerCase() || first.toUpperCase() === first;
    const isApart = start === 0 || ' …».'.includes(text.charAt(start - 1)) || first > '\u2e80';
    if (isWritten && isApart) return text.slice(0, start).replace(/[\s|»›–—-]+$/u, '');
  }
  return text;
}

/** Without bare addresses at its end. */
function withoutAddress(text: string): string {
  const space = text.lastIndexOf(' ');
  const last = text.slice(space + 1);
  const isSent = last.includes('@') && space > 0 && stops.includes(text.charAt(space - 1));
  if (isSent && /^[^@]{1,64}@[^@]{1,190}\.\p{L}{2,}$/u.test(last)) return text.slice(0, space);
  if (!last.startsWith('http') && !last.startsWith('www.') && !last.startsWith('(http'))
    return text;
  return /^\(?(?:https?:\/\/|www\.)/i.test(last) ? text.slice(0, Math.max(0, space)).trim() : text;
}

/** True of a line that only dates the text ("Published May 5, 2026") or times it ("4 min read"). */
export function isDateNote(paragraph: string): boolean {
  if (paragraph.length > 90 || !/\d/.test(paragraph)) return false;
  const end = paragraph.search(/[ :]/);
  const first = (end < 0 ? paragraph : paragraph.slice(0, end)).toLowerCase();
  return dateNotes.has(first) || /^\d{1,3}[ -]min(?:ute)?s?(?: read)?\b/i.test(paragraph);
}
