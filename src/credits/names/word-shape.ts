import { setOfAll } from '../../languages/words.ts';
import { endsInInitial } from '../../text/initials.ts';

/** The words of credits: how they are folded, and which have a name's shape, in any script. */

const nameWord =
  /^[\p{Lu}\p{Lt}\p{Lo}\p{Script=Georgian}ʻʼ‘’'"“„«][\p{L}\p{M}'’ʼʻ‘.\-‐‑·・"”“»]*$/u;
const prefixedWord = /^(?:\p{Ll}{1,4}['’-])+[\p{Lu}\p{Lo}]/u;
const plainWord = /^[A-Z][a-z]+$/;
/** A run of CJK letters longer than any name is a phrase. */
const longestUnspaced = 9;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** "Jr", "Ph.D": a name may end in one, and its stop belongs to it. */
const suffixes = setOfAll(({ sentences }) => sentences?.suffixes);

/** True of a word that could stand in a name: a capital first, or a script without capitals. */
export function isShaped(word: string): boolean {
  if (plainWord.test(word)) return true;
  if (word.includes('\u200c') || word.includes('\u200d'))
    return isShaped(word.replaceAll('\u200c', '').replaceAll('\u200d', ''));
  if (word.length > 40 || !(nameWord.test(word) || prefixedWord.test(word))) return false;
  return word.length <= longestUnspaced || !unspaced.test(word) || /[·・]/u.test(word);
}

/** True when white space must be folded or an invisible mark dropped. */
function needsFolding(text: string): boolean {
  let before = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 33 ? code !== 32 || before === 32 : code >= 0xa0 && isOddSpace(code)) return true;
    before = code;
  }
  return false;
}

function isOddSpace(code: number): boolean {
  if (code === 0xa0 || code === 0xad || code === 0x1680 || code === 0x3000) return true;
  if (code < 0x2000 || code > 0x2060) return code === 0xfeff;
  if (code <= 0x200f) return code !== 0x200c && code !== 0x200d;
  return code >= 0x205f || code === 0x2028 || code === 0x2029 || code === 0x202f;
}

/** White space folded to single spaces, invisible marks dropped. */
export function folded(text: string): string {
  const trimmed = text.trim();
  if (!needsFolding(trimmed)) return trimmed;
  return trimmed
    .replace(/[\u200b\u200e\u200f\u2060\ufeff\u00ad]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Without the full stop and commas at its end, but with the stop of "Jr." or an initial. */
export function withoutFullStop(text: string): string {
  let end = text.length;
  while (end > 0 && ' ,;.:。'.includes(text.charAt(end - 1))) {
    if (text.charAt(end - 1) === '.' && keepsStop(text.slice(Math.max(0, end - 8), end))) break;
    end -= 1;
  }
  return text.slice(0, end);
}

/** True when the full stop at the end of a text is an initial's or a suffix's. */
function keepsStop(text: string): boolean {
  const word = text.slice(text.lastIndexOf(' ') + 1, -1);
  return endsInInitial(text) || suffixes.has(word.toLowerCase());
}
