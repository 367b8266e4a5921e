import { setOfAll, wordsOfAll } from '../../languages/words.ts';
import { isInitials } from '../../text/initials.ts';
import { isAgency } from './agencies.ts';
import { isMonth } from './calendar-words.ts';
import { isShaped } from './word-shape.ts';

/**
 * What in a credit is a person's name or a place. Only shapes are judged, in any script: capitals,
 * particles, initials and suffixes.
 */

/** Small words inside names, in lower case where the name is written in mixed case. */
const particles = setOfAll(({ names }) => names?.particles);

/** Lowered only in the middle of an all-capitals name; shorter, since "LE", "DO", "BEN" are names too. */
const loweredParticles = setOfAll(({ names }) => names?.lowered);

const suffix = /^(?:jr|sr|i{2,3}|iv|m\.?d|ph\.?d|d\.?phil|esq|obe|mbe)\.?$/iu;

/** True of "Jr.", "III", "M.D.": what follows a comma in a name without being another person. */
export function isNameSuffix(text: string): boolean {
  return suffix.test(text);
}

/** Words that sentences begin with, alone no name: "Police reported from the quay". */
const notNames = setOfAll(({ names }) => names?.none);
const joiningWords = new Set([...wordsOfAll(({ names }) => names?.placeLinks), '-']);
const mostWords = 7;
const mostCaselessWords = 5;

const plainName = /^[A-Z][a-z]+ [A-Z][a-z]+$/;

/** True of the most common form of a name, two words of ASCII letters: the quick way. */
export function isPlainName(text: string): boolean {
  return text.length <= 40 && plainName.test(text) && !isAgency(text);
}

/** True when every word has the shape of a name's word; one to seven words, at most 80 characters. */
export function isPersonName(text: string): boolean {
  if (text.length === 0 || text.length > 80 || isAgency(text)) return false;
  const words = text.split(' ');
  if (words.length === 1 && notNames.has(text.toLowerCase())) return false;
  if (particles.has(words.at(-1) ?? '')) return false;
  const most = /\p{Lu}/u.test(text) ? mostWords : mostCaselessWords;
  if (words.length > most || !words.some(isShaped)) return false;
  return words.every(
    (word) =>
      word.toLowerCase() !== 'the' && (isShaped(word) || particles.has(word) || isNameSuffix(word)),
  );
}

/** True when the text has the shape of a place: capitals, "the", "of", commas, at most 60 characters. */
export function isPlace(text: string): boolean {
  if (text.length < 2 || text.length > 60 || (!text.includes(' ') && isMonth(text))) return false;
  const words = text.split(/[ ,/]/u).filter(Boolean);
  if (words.length > 8 || !words.some(isShaped)) return false;
  return words.every((word) => isShaped(word) || particles.has(word) || joiningWords.has(word));
}

function casedWord(word: string, index: number, count: number): string {
  // "İ" in small letters is an "i" with a second dot.
  if (word.startsWith('İ')) return `İ${word.slice(1).toLowerCase().replaceAll('i\u0307', 'i')}`;
  const lower = word.toLowerCase().replaceAll('i\u0307', 'i');
  if (word.endsWith('.') && isInitials(word)) return word;
  if (/^(?:ii|iii|iv)$/u.test(lower)) return word;
  if (index > 0 && index < count - 1 && loweredParticles.has(lower)) return lower;
  if (word.length === 2 && /^(?:[^AEIOUY]{2}|.J)$/u.test(word) && !suffix.test(word)) return word;
  return lower
    .replace(
      /(^|[-‐‑'’ʼ"“.])(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    )
    .replace(/^Mc(\p{L})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`)
    .replace(/(\p{L}{2,}['’ʼ])S$/u, '$1s');
}

/**
 * A name in all Latin capitals, as bylines set it, in mixed case: "LUDWIG VAN DER BERG" is
 * "Ludwig van der Berg". Any other name is returned as it is written, a single short word too, which
 * may be an acronym.
 */
export function mixedCase(name: string): string {
  if (/\p{Ll}/u.test(name) || !/\p{Script=Latin}{3}/u.test(name)) return name;
  if (/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(name)) return name;
  const words = name.split(' ');
  if (words.length < 2) return name;
  return words.map((word, index) => casedWord(word, index, words.length)).join(' ');
}
