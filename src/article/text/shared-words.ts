const mostWords = 60;
/** Scripts that put no space between words: pairs of letters are compared instead. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function parts(word: string): string[] {
  if (!unspaced.test(word)) return [word.slice(0, 5)];
  const letters = Array.from(word);
  return letters.length < 2
    ? letters
    : letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
}

/** The beginnings of a text's words, so that endings do not matter; short words only when all are. */
function beginnings(text: string): Set<string> {
  const folded = text.slice(0, 2_000).normalize('NFKD').toLowerCase().replaceAll(/\p{M}/gu, '');
  const words = (folded.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, mostWords);
  const isLong = (word: string) => word.length >= (/^[a-z]+$/u.test(word) ? 4 : 2);
  const long = words.filter(isLong);
  return new Set((long.length > 0 ? long : words).flatMap(parts));
}

/** The part of the shorter text's words, from 0 to 1, that the other has too. */
export function sharedWords(one: string, other: string): number {
  const [a, b] = [beginnings(one), beginnings(other)];
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  if (few.size === 0) return 0;
  return [...few].filter((word) => many.has(word)).length / few.size;
}
