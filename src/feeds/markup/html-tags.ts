/** What a tag means for the text of an HTML fragment. */
export interface HtmlTag {
  /** What replaces it in the text: the end of a paragraph, a space, or nothing. */
  readonly separates: 'paragraphs' | 'words' | null;
  /** Its content is never text, or never the text of an article. */
  readonly hides: 'always' | 'in-articles' | null;
  /** Its content holds no markup (HTML, sections 13.2.5.2 and 13.2.5.4). */
  readonly isRaw: boolean;
  readonly isHeading: boolean;
}

const words = (list: string): string[] => list.split(' ');

const neverText = new Set(words('script style template noscript svg math head'));
const notArticleText = new Set(
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
  [...neverText, ...notArticleText, ...blocks, ...cells, ...inline].map((name) => [
    name,
    {
      separates: blocks.has(name) ? 'paragraphs' : cells.has(name) ? 'words' : null,
      hides: neverText.has(name) ? 'always' : notArticleText.has(name) ? 'in-articles' : null,
      isRaw: rawText.has(name),
      isHeading: /^h[1-6]$/.test(name),
    },
  ]),
);

/** A tag by its name, in any case, with any prefix; `null` for one that HTML does not have. */
export function htmlTag(written: string): HtmlTag | null {
  const known = htmlTags.get(written);
  if (known) return known;
  const name = written.slice(written.indexOf(':') + 1).toLowerCase();
  return htmlTags.get(name) ?? null;
}
