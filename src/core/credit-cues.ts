import { signingPhrases, verbPhrases, workPhrases } from './credit-lexicon.ts';

/**
 * A cheap first question of every paragraph: can it be a credit line at all? Each word's first six
 * letters are hashed and looked up in a table of those that credit lines are made of. Scripts that
 * put no spaces between words are asked at each character.
 */
const cueLength = 6;
const tableSize = 1 << 16;
const table = new Uint8Array(tableSize);
const cues = new Set<string>();
const longSignings = [...signingPhrases.all()].filter((phrase) => phrase.includes(' '));
const linkMarks = ['：', ':', '/', '／', '＝', '='];

/** From Thai on, a word may begin anywhere. */
function isUnspaced(code: number): boolean {
  return code >= 0x2e80 || (code >= 0x0e00 && code <= 0x0e7f);
}

function isLetter(code: number): boolean {
  return (code | 32) >= 97 && (code | 32) <= 122 ? code < 128 : code >= 0xc0;
}

function lowered(code: number): number {
  if (code < 0x80) return code >= 65 && code <= 90 ? code + 32 : code;
  if (code >= 0xc0 && code <= 0xde) return code + 32;
  if (code >= 0x391 && code <= 0x3a9) return code + 32;
  return code >= 0x410 && code <= 0x42f ? code + 32 : code;
}

function prefixEnd(text: string, start: number): number {
  const first = text.charCodeAt(start);
  if (isUnspaced(first)) return Math.min(text.length, start + 2);
  let end = start + 1;
  while (end < text.length && end - start < cueLength && isLetter(text.charCodeAt(end))) end += 1;
  return end;
}

function hashOf(text: string, start: number, end: number): number {
  let hash = 7;
  for (let index = start; index < end; index += 1) {
    hash = (Math.imul(hash, 31) + lowered(text.charCodeAt(index))) | 0;
  }
  return (hash ^ (hash >>> 16)) & (tableSize - 1);
}

/** Takes the longest word of a phrase, so that "with" or "to" alone is none. */
function addCue(phrase: string): void {
  const [word = ''] = phrase.split(' ').sort((a, b) => b.length - a.length);
  const end = prefixEnd(word, 0);
  cues.add(word.slice(0, end));
  table[hashOf(word, 0, end)] = 1;
}

for (const phrase of [...workPhrases.all(), ...verbPhrases.all(), ...longSignings]) {
  const isOneCharacter = phrase.length === 1 && isUnspaced(phrase.charCodeAt(0));
  if (!isOneCharacter) addCue(phrase);
  else for (const mark of linkMarks) addCue(phrase + mark);
}
const signingStarts = new Set(
  [...signingPhrases.all()]
    .filter((phrase) => !phrase.includes(' '))
    .map((phrase) => phrase.slice(0, prefixEnd(phrase, 0))),
);

/** Where the first word between `from` and `to` stands that begins like one of credit lines; -1 without. */
export function cueIndex(text: string, from = 0, to = text.length): number {
  let inside = from > 0 && isLetter(text.charCodeAt(from - 1));
  for (let index = from; index < to; index += 1) {
    const code = text.charCodeAt(index);
    const letter = isLetter(code);
    if (letter && (!inside || isUnspaced(code))) {
      const end = prefixEnd(text, index);
      const hit = table[hashOf(text, index, end)] === 1;
      if (hit && cues.has(text.slice(index, end).toLowerCase())) return index;
    }
    inside = letter;
  }
  return -1;
}

/** True when a text begins with a word that signs a story, as "By", "Von", "Par". */
export function beginsSigned(text: string): boolean {
  let start = 0;
  while (start < text.length && start < 8 && !isLetter(text.charCodeAt(start))) start += 1;
  return (
    start < text.length &&
    signingStarts.has(text.slice(start, prefixEnd(text, start)).toLowerCase())
  );
}
