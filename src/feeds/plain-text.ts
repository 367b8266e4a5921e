import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { folded } from '../core/names.ts';

/** The text of an HTML fragment in one line: entities decoded, white space folded, no markup. */
export function plainText(html: string): string {
  return paragraphs(html).join(' ');
}

/**
 * The text of an HTML fragment, a string for each of its blocks; empty blocks left out. Scripts,
 * figures, forms and embedded media are no text. Of more than 500 blocks the first 400 and the last
 * 100 are read. Linear in the fragment's length.
 */
export function paragraphs(html: string): string[] {
  const read = scan(html, notText, null);
  return read.length > 0 || !html.includes('<') ? read : scan(html, neverText, null);
}

/**
 * The text of a title that does not say whether it is HTML: entities are decoded and HTML's tags
 * dropped, but "std::vector<int>" stays as it is.
 */
export function titleText(title: string): string {
  const open = title.lastIndexOf('<');
  const isTag = title.includes('>', open);
  const closed = open < 0 || isTag ? title : `${title.slice(0, open)}&lt;${title.slice(open + 1)}`;
  return scan(closed, neverText, htmlTags).join(' ');
}

/** Literal text as HTML that reads the same, a line break for each of its lines. */
export function escapedHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');
}

/** White space folded; control characters, lone surrogates and direction overrides dropped. */
export function cleanText(text: string): string {
  return folded(text.replace(unprintable, ''));
}

const unprintable = /[^\P{Cc}\s]|\p{Surrogate}|[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

/**
 * Replaces HTML's named entities, and those in `known`, in text whose XML entities are decoded
 * already. What it looks up is added to `known`.
 */
export function withNamedEntities(text: string, known: Map<string, string>): string {
  return text.replace(/&([A-Za-z][A-Za-z0-9._-]{1,31});/g, (written, name: string) => {
    const found = known.get(name) ?? decodedEntity(written);
    if (known.size < 1_000) known.set(name, found);
    return found;
  });
}

function decodedEntity(written: string): string {
  const scanner = new TextScanner(written, neverText, null);
  run(scanner);
  return scanner.text;
}

function scan(
  markup: string,
  skipped: ReadonlySet<string>,
  tags: ReadonlySet<string> | null,
): string[] {
  const scanner = new TextScanner(markup, skipped, tags);
  run(scanner);
  const all = scanner.text.split(paragraphMark);
  const read = all.length > mostParagraphs ? [...all.slice(0, 400), ...all.slice(-100)] : all;
  return read.map(cleanText).filter((paragraph) => paragraph !== '');
}

function run(scanner: TextScanner): void {
  const tokenizer = new Tokenizer({ decodeEntities: true }, scanner);
  tokenizer.write(scanner.markup);
  tokenizer.end();
}

const paragraphMark = '\f';
const mostParagraphs = 500;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const neverText = words('script style template noscript svg math head');
const notText = words(
  'script style template noscript svg math head figure figcaption iframe object audio video canvas ' +
    'form button select textarea nav',
);
const blocks = words(
  'address article aside blockquote body br center dd details div dl dt fieldset footer h1 h2 h3 h4 h5 h6 ' +
    'header hgroup hr html li main ol p pre section summary table tbody tfoot thead tr ul figure figcaption',
);
const htmlTags = new Set([
  ...blocks,
  ...neverText,
  ...words(
    'a abbr acronym b bdi bdo big blink cite code del dfn em font i img ins kbd mark q rp rt ruby s small span ' +
      'strike strong sub sup time tt u var wbr',
  ),
]);

class TextScanner implements TokenizerCallbacks {
  text = '';
  readonly markup: string;
  private readonly skipped: ReadonlySet<string>;
  private readonly tags: ReadonlySet<string> | null;
  private skipping: string | null = null;
  private skipDepth = 0;
  private tag = '';
  private tagStart = 0;

  constructor(markup: string, skipped: ReadonlySet<string>, tags: ReadonlySet<string> | null) {
    this.markup = markup;
    this.skipped = skipped;
    this.tags = tags;
  }

  ontext(start: number, end: number): void {
    this.add(this.markup.slice(start, end));
  }
  ontextentity(codepoint: number): void {
    this.add(String.fromCodePoint(codepoint));
  }
  oncdata(start: number, end: number, endOffset: number): void {
    this.add(this.markup.slice(start, end - endOffset));
  }
  onopentagname(start: number, end: number): void {
    this.tag = this.tagName(start, end);
    this.tagStart = start - 1;
  }
  onopentagend(end: number): void {
    this.opened(end);
    if (this.skipping === null && this.skipped.has(this.tag)) this.skipping = this.tag;
    if (this.skipping === this.tag) this.skipDepth += 1;
  }
  onselfclosingtag(end: number): void {
    this.opened(end);
  }
  onclosetag(start: number, end: number): void {
    const tag = this.tagName(start, end);
    if (this.skipping === tag) {
      this.skipDepth -= 1;
      if (this.skipDepth === 0) this.skipping = null;
    } else if (this.tags && !this.tags.has(tag)) {
      this.add(this.markup.slice(start - 2, end + 1));
    }
    this.separate(tag);
  }
  onend(): void {}
  onattribname(): void {}
  onattribdata(): void {}
  onattribentity(): void {}
  onattribend(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}

  private tagName(start: number, end: number): string {
    const name = this.markup.slice(start, Math.min(end, start + 60)).toLowerCase();
    return name.slice(name.indexOf(':') + 1);
  }
  private opened(end: number): void {
    if (this.tags && !this.tags.has(this.tag)) this.add(this.markup.slice(this.tagStart, end + 1));
    this.separate(this.tag);
  }
  private separate(tag: string): void {
    if (blocks.has(tag)) this.add(paragraphMark);
    else if (tag === 'td' || tag === 'th') this.add(' ');
  }
  private add(text: string): void {
    if (this.skipping === null) this.text += text;
  }
}
