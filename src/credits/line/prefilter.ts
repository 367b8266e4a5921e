import { signingPhrases, verbPhrases, workPhrases } from '../grammar/lexicon.ts';

/**
 * A cheap test of every paragraph before all others: can it be a credit line at all? Each word's first six
 * letters are hashed and looked up in a table of those that credit lines are made of. Scripts that
 * have no spaces between words are looked up at each character.
 */
const cueLength = 6;
const unspacedLength = 2;
const tableSize = 1 << 16;
const table = new Uint8Array(tableSize);
const cues = new Set<string>();
const longSignings = [...signingPhrases.all()].filter((phrase) => phrase.includes(' '));
const linkMarks = ['：', ':', '/', '／', '＝', '='];

/** From Thai on, a word may begin anywhere. */
function isUnspaced(code: number): boolean {
  return code >= 0x2e80 || (code >= 0x0e00 && code <= 0x0e7f);
}

/** Each letter up to Cyrillic in lower case; 0 for what is no letter. */
const letters = 0x530;
const lowered = new Uint16Array(letters);
for (let code = 0; code < letters; code += 1) {
  const letter = String.fromCharCode(code);
  if (/\p{L}/u.test(letter)) lowered[code] = letter.toLowerCase().charCodeAt(0);
}

function letterOf(code: number): number {
  if (code < letters) return lowered[code] ?? 0;
  return code >= 0x2000 && code <= 0x206f ? 0 : code;
}

function hashOf(word: string): number {
  let hash = 7;
  for (let index = 0; index < word.length; index += 1) {
    hash = (Math.imul(hash, 31) + letterOf(word.charCodeAt(index))) | 0;
  }
  return (hash ^ (hash >>> 16)) & (tableSize - 1);
}

/** The beginning that a word is known by. */
function cueOf(word: string): string {
  if (isUnspaced(word.charCodeAt(0))) return word.slice(0, unspacedLength);
  let end = 0;
  while (end < word.length && end < cueLength && letterOf(word.charCodeAt(end)) > 0) end += 1;
  return word.slice(0, end);
}

/** Takes the longest word of a phrase, so that "with" or "to" alone is none. */
function addCue(phrase: string): void {
  const [word = ''] = phrase.split(' ').sort((a, b) => b.length - a.length);
  const cue = cueOf(word);
  cues.add(cue);
  table[hashOf(cue)] = 1;
}

for (const phrase of [...workPhrases.all(), ...verbPhrases.all(), ...longSignings]) {
  const isOneCharacter = phrase.length === 1 && isUnspaced(phrase.charCodeAt(0));
  if (!isOneCharacter) addCue(phrase);
  else for (const mark of linkMarks) addCue(phrase + mark);
}
const signingStarts = new Set(
  [...signingPhrases.all()].filter((phrase) => !phrase.includes(' ')).map(cueOf),
);

/** How much of a paragraph's beginning and end is searched, in UTF-16 units. */
const headLength = 90;
const tailLength = 140;

/**
 * True when the text or markup between two indexes has a word of credits near its beginning or its
 * end, or begins with "By"; a cheap test before all others.
 */
export function mayBeCredit(text: string, from: number, to: number): boolean {
  const end = Math.min(to, from + headLength);
  if (cueIndex(text, from, to - end <= tailLength ? to : end) >= 0) return true;
  if (to - end > tailLength) return cueIndex(text, to - tailLength, to) >= 0;
  return beginsSigned(text.slice(from, from + 24));
}

/** Where the first word ends that begins like one of credit lines; -1 without. */
function cueIndex(text: string, from: number, to: number): number {
  let index = from;
  while (index < to) {
    let hash = 7;
    let length = 0;
    let letter = 0;
    while (index < to) {
      const code = text.charCodeAt(index);
      letter = code < letters ? (lowered[code] ?? 0) : letterOf(code);
      if (letter === 0 || length === cueLength) break;
      if (code >= 0x0e00 && isUnspaced(code) && isUnspacedCue(text, index)) return index;
      hash = (Math.imul(hash, 31) + letter) | 0;
      length += 1;
      index += 1;
    }
    if (length > 0 && isCue(hash, text, index, length)) return index - 1;
    while (letter !== 0 && index < to) {
      const code = text.charCodeAt(index);
      letter = code < letters ? (lowered[code] ?? 0) : letterOf(code);
      index += 1;
    }
    if (length === 0) index += 1;
  }
  return -1;
}

function isCue(hash: number, text: string, end: number, length: number): boolean {
  if (table[(hash ^ (hash >>> 16)) & (tableSize - 1)] === 0) return false;
  return cues.has(text.slice(end - length, end).toLowerCase());
}

function isUnspacedCue(text: string, index: number): boolean {
  return cues.has(text.slice(index, index + unspacedLength));
}

/** True when a text begins with a word that signs a story, as "By", "Von", "Par". */
export function beginsSigned(text: string): boolean {
  let start = 0;
  while (start < text.length && start < 8 && letterOf(text.charCodeAt(start)) === 0) start += 1;
  if (start === text.length) return false;
  return signingStarts.has(cueOf(text.slice(start, start + cueLength)).toLowerCase());
}
