/** What a tag means to someone who only reads the text of an HTML fragment. */
export interface HtmlTag {
  /** What stands in the text in its place: a paragraph's end, a space, nothing. */
  readonly separates: 'paragraphs' | 'words' | null;
  /** What is in it is never text, or not part of what an article tells. */
  readonly hides: 'always' | 'in-articles' | null;
  /** Up to its end tag nothing is markup (HTML, section 13.2.5.2 and 13.2.5.4). */
  readonly isRaw: boolean;
}

const words = (list: string): string[] => list.split(' ');

const neverText = new Set(words('script style template noscript svg math head'));
const notTold = new Set(
  words('figure figcaption iframe object audio video canvas form button select textarea nav'),
);
const rawText = new Set(words('script style textarea'));
const blocks = new Set(
  words(
    'address article aside blockquote body br center dd details div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 ' +
      'header hgroup hr html li main nav ol p pre section summary table tbody tfoot thead tr ul figure figcaption',
  ),
);
const cells = new Set(words('td th'));
const inline = words(
  'a abbr acronym b bdi bdo big blink cite code del dfn em font i img ins kbd mark q rp rt ruby s small span ' +
    'strike strong sub sup time tt u var wbr',
);

const htmlTags = new Map<string, HtmlTag>(
  [...neverText, ...notTold, ...blocks, ...cells, ...inline].map((name) => [
    name,
    {
      separates: blocks.has(name) ? 'paragraphs' : cells.has(name) ? 'words' : null,
      hides: neverText.has(name) ? 'always' : notTold.has(name) ? 'in-articles' : null,
      isRaw: rawText.has(name),
    },
  ]),
);

/** A tag by its name as it is written, in any case, under any prefix; `null` for none of HTML's. */
export function htmlTag(written: string): HtmlTag | null {
  const known = htmlTags.get(written);
  if (known) return known;
  const name = written.slice(written.indexOf(':') + 1).toLowerCase();
  return htmlTags.get(name) ?? null;
}
