import type { Criteria, Filters } from '../feed/channel-options.ts';
import type { Contributor } from './credits.ts';
import type { Story } from './story.ts';

/** Longer text is not looked at. */
const mostRead = 10_000;

/** Scripts that set no space between words. */
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const unspacedRun = new RegExp(`[${unspaced}][${unspaced}\\p{M}ー]*`, 'gu');
const startsUnspaced = new RegExp(`^[${unspaced}]`, 'u');
const endsUnspaced = new RegExp(`[${unspaced}][\\p{M}ー]{0,8}$`, 'u');
/** Marks that are accents; in other scripts they are vowels, or make another letter. */
const accents =
  /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}])\p{M}+/gu;

/**
 * Whether a channel takes a story: it fits any entry of `include`, or that has none, and no entry
 * of `exclude`. Words and phrases are compared whole, without case, accents and punctuation; in
 * scripts that set no spaces, anywhere. Time grows with the text alone: nothing of a person's is a
 * regular expression.
 */
export function matchesFilters({ include, exclude }: Filters, story: Story): boolean {
  const told = toldOf(story);
  if (fits(exclude, told)) return false;
  return !asks(include) || fits(include, told);
}

/** Whether anything is filtered at all. */
export function hasFilters({ include, exclude }: Filters): boolean {
  return asks(include) || asks(exclude);
}

/** What is compared: texts of words between single spaces, with a space at both ends. */
type Told = Record<keyof Criteria, string[]>;

function toldOf({ headline, summary, topics, credits }: Story): Told {
  const { verbatim, ...roles } = credits;
  const people: Contributor[] = Object.values(roles).flat();
  return {
    words: [headline, summary].flatMap((text) => (text === null ? [] : wordsOf(text))),
    topics: topics.flatMap(wordsOf),
    authors: [...people.map(({ name }) => name), ...verbatim].flatMap(wordsOf),
  };
}

function wordsOf(text: string): string[] {
  const words = foldedWords(text.slice(0, mostRead));
  return words === '' ? [] : [` ${words} `];
}

function foldedWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(accents, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(unspacedRun, ' $& ')
    .replace(/[^\p{L}\p{N}\p{M}ー]+/gu, ' ')
    .trim();
}

const parts = ['words', 'topics', 'authors'] as const;

function asks(criteria: Criteria): boolean {
  return parts.some((part) => soughtIn(criteria[part]).length > 0);
}

function fits(criteria: Criteria, told: Told): boolean {
  return parts.some((part) =>
    soughtIn(criteria[part]).some((sought) => told[part].some((text) => text.includes(sought))),
  );
}

/** Lists of entries are read once, however many stories are judged by them. */
const known = new WeakMap<readonly string[], readonly string[]>();

function soughtIn(entries: readonly string[]): readonly string[] {
  let sought = known.get(entries);
  if (!sought) {
    sought = entries.flatMap((entry) => soughtAs(entry) ?? []);
    known.set(entries, sought);
  }
  return sought;
}

/** An entry as it stands in a text that it fits; `null` for one without any word. */
function soughtAs(entry: string): string | null {
  const words = foldedWords(entry);
  if (words === '') return null;
  const isBeginning = entry.trimEnd().endsWith('*');
  const before = startsUnspaced.test(words) ? '' : ' ';
  const after = isBeginning || endsUnspaced.test(words) ? '' : ' ';
  return `${before}${words}${after}`;
}
