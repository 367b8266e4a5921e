import { isDotted } from './initials.ts';
import { setOfAll, wordsOfAll } from '../languages/words.ts';

/** A name or a number follows: these never end a sentence. */
const titles = new Set([
  ...wordsOfAll(({ sentences }) => sentences?.titles),
  ...wordsOfAll(({ sentences }) => sentences?.prose),
]);
/** They may end a sentence, when the next begins as sentences do. */
const closing = new Set([
  ...wordsOfAll(({ sentences }) => sentences?.closing),
  ...wordsOfAll(({ sentences }) => sentences?.suffixes),
]);
/** They end none where a number follows. */
const beforeNumber = setOfAll(({ sentences }) => sentences?.beforeNumber);
const starts = setOfAll(({ sentences }) => sentences?.starts);
/** What an ordinal precedes in German and its neighbours: "am 5. Mai", "im 19. Jahrhundert". */
const afterOrdinals = setOfAll(({ sentences }) => sentences?.afterOrdinals);
const longestWord = 16;

/**
 * True when the full stop at `stop` belongs to an abbreviation, an initial or an ordinal, and the
 * text goes on with the word at `next`.
 */
export function isAbbreviated(text: string, stop: number, next: number): boolean {
  let start = stop;
  while (start > 0 && stop - start <= longestWord && !' ("“«[„‘'.includes(text.charAt(start - 1))) {
    start -= 1;
  }
  const length = stop - start;
  if (length === 0 || length > longestWord) return false;
  const written = text.slice(start, stop);
  const word = written.toLowerCase();
  if (isDigits(written)) {
    return length <= 2 && (isListed(text, start) || afterOrdinals.has(wordAt(text, next)));
  }
  if (titles.has(word)) return true;
  if (beforeNumber.has(word))
    return isDigit(text.charCodeAt(next)) || (length === 1 && isInitial(written));
  if (length === 1) return isInitial(written);
  if (closing.has(word) || isDotted(written)) return !starts.has(wordAt(text, next));
  return false;
}

/** "1. Boats came. 2. Gulls followed.": the number begins a sentence. */
function isListed(text: string, start: number): boolean {
  return start === 0 || (start > 1 && '.!?…'.includes(text.charAt(start - 2)));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isDigits(word: string): boolean {
  for (let index = 0; index < word.length; index += 1) {
    if (!isDigit(word.charCodeAt(index))) return false;
  }
  return true;
}

/** One letter of an alphabet; a letter of a script without capitals is a word. */
function isInitial(letter: string): boolean {
  return letter.toLowerCase() !== letter.toUpperCase();
}

function wordAt(text: string, start: number): string {
  let end = start;
  while (end < text.length && end - start < longestWord && !' ,.;:!?)”"'.includes(text.charAt(end)))
    end += 1;
  return text.slice(start, end).toLowerCase();
}
