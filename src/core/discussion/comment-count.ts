import { wordsOfAll } from '../../languages/words.ts';

const nouns = wordsOfAll(({ comments }) => comments?.counted)
  .toSorted((one, other) => other.length - one.length)
  .join('|');
const number = String.raw`([\d,. ]{1,10})`;
const counted = new RegExp(
  `^(?:\\D{0,30}(?<!\\p{L})(?:${nouns}) ?[(:[] ?${number}[)\\]]?|${number} ?(?:${nouns})(?: (?:to|on|zu|sur|a|en|su|op)(?!\\p{L}).{0,300})?)$`,
  'iu',
);

/** The number in a text such as "Comments (3)" or "3 Kommentare"; `null` for any other text. */
export function statedCount(text: string | null): number | null {
  const found = counted.exec((text ?? '').slice(0, 400).trim());
  const digits = (found?.[1] ?? found?.[2] ?? '').replaceAll(/[,. ]/gu, '');
  return /^\d{1,9}$/u.test(digits) ? Number(digits) : null;
}
