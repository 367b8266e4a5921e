import { Remembered } from './remembered.ts';

/** Longer values of `class` are styling alone. UTF-16 units. */
const longestValue = 1_000;
const longestCompound = 40;

/** What the parts of an article's page are called, in the compounds that are written in one. */
const compoundParts = new Set(
  `action actions area article author avatar block body box by byline caption captions col
  comment commenter comments content copyright count credit credits date description desc detail
  details disqus figure footer form gallery head header headline image images img info item items
  kommentar kommentare lead line link links list main media meta name overlay page photo photographer
  pic picture policy post posts published reader related replies reply report section source story
  sub tag tags teaser text thread time title topic topics user video wrap wrapper`.split(/\s+/u),
);

/** "photocaption" → "photo", "caption"; a word that has other parts stays whole. */
function splitCompound(word: string): readonly string[] {
  if (word.length > longestCompound || compoundParts.has(word)) return [word];
  const before: (readonly string[] | undefined)[] = [[]];
  for (let end = 2; end <= word.length; end += 1) {
    for (let start = 0; start <= end - 2; start += 1) {
      const parts = before[start];
      const part = word.slice(start, end);
      if (!parts || !compoundParts.has(part)) continue;
      const found = before[end];
      if (!found || parts.length + 1 < found.length) before[end] = [...parts, part];
    }
  }
  return before[word.length] ?? [word];
}

/** Endings that build tools make: "x1Y2z", "1abcd", "bdVaJa"; not "h2", "col12" or "isOpen". */
function isHash(segment: string): boolean {
  if (/\d\p{L}/u.test(segment)) return true;
  const humps = segment.match(/\p{Lu}?\p{Ll}+|\p{Lu}+/gu) ?? [];
  return humps.length > 1 && segment.length / humps.length < 3;
}

/** Styles written in scripts put a hash after these. */
const hashPrefix = /^(?:css|sc|jsx|emotion)$/u;

/**
 * The words of class names and ids, in lower case, whatever their spelling: "articlePhotoCaption",
 * "photo__credit", "comment_item", "photocaption". Hashes and numbers are left out:
 * "Caption-module--x1Y2z" has "caption" and "module", "css-1abcd" has "css". A plural is a word of
 * its own. Words are evidence of what an element is; they decide nothing alone.
 */
export function markupWords(
  ...values: readonly (string | null | undefined)[]
): ReadonlySet<string> {
  const given = values.flatMap((value) => (value ? [value.slice(0, longestValue)] : []));
  const [first] = given;
  if (first === undefined) return noWords;
  return wordsOf.of(given.length === 1 ? first : given.join(' '));
}

const noWords: ReadonlySet<string> = new Set();

/** Of all of an element's names. */
const wordsOf = new Remembered(4_000, (names): ReadonlySet<string> => {
  const words = new Set<string>();
  for (const name of names.split(/\s+/u)) for (const word of nameWords.of(name)) words.add(word);
  return words;
});

const nameWords = new Remembered(10_000, (name): readonly string[] => {
  const segments = name.split(/[^\p{L}\d]+/u).filter((segment) => segment !== '');
  return segments.flatMap((segment, index) => {
    if (isHash(segment) || hashPrefix.test(segments[index - 1] ?? '')) return [];
    const humps = segment.replaceAll(/\d+/gu, ' ').match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?[^\p{Lu} ]+/gu);
    return [...(humps ?? [])].flatMap((hump) => splitCompound(hump.toLowerCase()));
  });
});
