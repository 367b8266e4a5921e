import { wordsOfAll } from '../../languages/words.ts';

function anyOf(words: readonly string[]): string {
  return words.toSorted((one, other) => other.length - one.length).join('|');
}

const nouns = anyOf(wordsOfAll(({ comments }) => comments?.counted));
const shows = anyOf(wordsOfAll(({ comments }) => comments?.shows));

/** What a shortened number is to be multiplied with: "1.2K", "1,2 mil", "1.2万". */
const units = new Map([
  ...['k', 'mil', 'tsd', 'тыс'].map((unit) => [unit, 1_000] as const),
  ...['万', '萬', '만'].map((unit) => [unit, 10_000] as const),
  ...['m', 'mio', 'mln', 'млн'].map((unit) => [unit, 1_000_000] as const),
]);
const unit = anyOf([...units.keys()]);
/** "1,234", "36 146", "1.2K": a space groups digits as the other marks do. */
const number = String.raw`(?:\d{1,3}(?:[.,'’\s]\d{3}){1,2}(?!\d)|\d{1,9}|\d{1,4}(?:[.,]\d{1,2})? ?(?:${unit})(?!\p{L})\.?)\+?`;
const mark = String.raw`[:»›|·•–—]`;
const written = new RegExp(`^${number}$`, 'iu');
const before = String.raw`\D{0,30}(?<!\p{L})(?:${nouns}) ?(?:[([] ?(${number}) ?[)\]]|${mark} ?(${number}))`;
const after = `(?:(?:${shows})(?!\\p{L}) ?:? )?(${number}) ?(?:${mark} ?)?(?:${nouns})`;
const titled = String.raw`(?: (?:to|on|zu|sur|a|en|su|op)(?!\p{L}).{0,300})?`;
const counted = new RegExp(`^(?:${before}|${after}${titled})$`, 'iu');

/** A number as people write it, for people: "1,234" and "1 234", "1.2K" rounded; `null` for other text. */
export function writtenNumber(text: string): number | null {
  const trimmed = text.trim().replace(/\+$/u, '');
  if (trimmed.length > 20 || !written.test(trimmed)) return null;
  const [, digits = '', name = ''] = /^([\d.,'’\s]*\d) ?(\p{L}*)\.?$/u.exec(trimmed) ?? [];
  const times = units.get(name.toLowerCase());
  if (times === undefined) return Number(digits.replaceAll(/\D/gu, ''));
  return Math.round(Number(digits.replace(',', '.')) * times);
}

/**
 * The number in a text such as "Comments (3)", "3 Kommentare" or "1.2K comments", also as one part of
 * a line: "36 shares | 3 comments"; `null` for any other text.
 */
export function statedCount(text: string | null): number | null {
  const line = (text ?? '').slice(0, 400).trim();
  const whole = countIn(line);
  if (whole !== null || !/ [|·•] /u.test(line)) return whole;
  for (const part of line.split(/ [|·•] /u)) {
    const count = countIn(part.trim());
    if (count !== null) return count;
  }
  return null;
}

function countIn(text: string): number | null {
  const found = counted.exec(text);
  const stated = found?.slice(1).find((group) => group !== undefined);
  return stated === undefined ? null : writtenNumber(stated);
}
