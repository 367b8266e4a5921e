import type { Criteria, Filters } from '../feed/channel-options.ts';
import type { Contributor } from './credits.ts';
import type { Story } from './story.ts';

/** In characters. The rest of a longer text is ignored. */
const maxTextLength = 10_000;

/** Scripts without spaces between words. */
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const unspacedRun = new RegExp(`[${unspaced}][${unspaced}\\p{M}ー]*`, 'gu');
const startsUnspaced = new RegExp(`^[${unspaced}]`, 'u');
const endsUnspaced = new RegExp(`[${unspaced}][\\p{M}ー]{0,8}$`, 'u');
/** Scripts whose combining marks are accents. In others, marks are vowels or change the letter. */
const accents =
  /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}])\p{M}+/gu;

/**
 * True when a story matches any entry of `include` (or `include` is empty) and no entry of
 * `exclude`. Entries match whole words, without case, accents and punctuation; in scripts without
 * spaces they match anywhere. Entries are never run as regular expressions, so matching takes time
 * linear in the text.
 */
export function matchesFilters({ include, exclude }: Filters, story: Story): boolean {
  const texts = comparedTexts(story);
  if (matchesAny(exclude, texts)) return false;
  return !hasEntries(include) || matchesAny(include, texts);
}

/** True when the filters have any entry. */
export function hasFilters({ include, exclude }: Filters): boolean {
  return hasEntries(include) || hasEntries(exclude);
}

/** Normalized texts: words separated by one space, with a space at both ends. */
type ComparedTexts = Record<keyof Criteria, string[]>;

function comparedTexts({ headline, summary, topics, credits }: Story): ComparedTexts {
  const { verbatim, ...roles } = credits;
  const people: Contributor[] = Object.values(roles).flat();
  return {
    words: [headline, summary].flatMap((text) => (text === null ? [] : normalizedText(text))),
    topics: topics.flatMap(normalizedText),
    authors: [...people.map(({ name }) => name), ...verbatim].flatMap(normalizedText),
  };
}

function normalizedText(text: string): string[] {
  const words = foldedWords(text.slice(0, maxTextLength));
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

function hasEntries(criteria: Criteria): boolean {
  return parts.some((part) => searchStrings(criteria[part]).length > 0);
}

function matchesAny(criteria: Criteria, texts: ComparedTexts): boolean {
  return parts.some((part) =>
    searchStrings(criteria[part]).some((search) =>
      texts[part].some((text) => text.includes(search)),
    ),
  );
}

/** Each list of entries is normalized once, for all stories. */
const searchStringCache = new WeakMap<readonly string[], readonly string[]>();

function searchStrings(entries: readonly string[]): readonly string[] {
  let strings = searchStringCache.get(entries);
  if (!strings) {
    strings = entries.flatMap((entry) => searchString(entry) ?? []);
    searchStringCache.set(entries, strings);
  }
  return strings;
}

/** The substring that a normalized text contains when it matches; `null` for an entry without words. */
function searchString(entry: string): string | null {
  const words = foldedWords(entry);
  if (words === '') return null;
  const isPrefix = entry.trimEnd().endsWith('*');
  const before = startsUnspaced.test(words) ? '' : ' ';
  const after = isPrefix || endsUnspaced.test(words) ? '' : ' ';
  return `${before}${words}${after}`;
}
