import { decodeHTML } from 'entities';
import { endsInStop } from '../../text/full-stop.ts';
import { withoutC1 } from '../../text/windows-1252.ts';
import { htmlTag, type HtmlTag } from './html-tags.ts';
import { MarkupScanner } from './scanner.ts';
import { writtenTags } from './written-tags.ts';

/** The text of an HTML fragment as one line, without markup, entities decoded. */
export function plainText(html: string): string {
  return isBare(html) ? cleanText(html) : paragraphs(html).join(' ');
}

/**
 * The text of an HTML fragment, one string a block, without empty blocks. Scripts, figures, forms
 * and embedded media are left out, and so are headings where there is other text, unless they are
 * sentences. At most `limit` blocks; without a limit, of more than 500 blocks the first 400 and the
 * last 100. Linear in the fragment's length.
 */
export function paragraphs(html: string, limit = Number.POSITIVE_INFINITY): string[] {
  return blocks(html, 'in-articles', limit);
}

/** {@link paragraphs} with the headings. */
export function paragraphsAndHeadings(html: string, limit: number): string[] {
  return blocks(html, 'with-headings', limit);
}

function blocks(html: string, mode: Mode, limit: number): string[] {
  if (!html.includes('<')) return nonEmpty(cleanText(decodeHTML(html)));
  const found = new TextReader(html, mode).paragraphs(limit);
  return found.length > 0 ? found : new TextReader(html, 'always').paragraphs(limit);
}

/**
 * The text of a title that may or may not be HTML: entities are decoded and HTML's tags removed,
 * but "std::vector<int>" and "Use <details>" stay as they are.
 */
export function titleText(title: string): string {
  if (isBare(title)) return cleanText(title);
  const open = title.lastIndexOf('<');
  if (open < 0) return cleanText(decodeHTML(title));
  const isTag = title.includes('>', open);
  const closed = isTag ? title : `${title.slice(0, open)}&lt;${title.slice(open + 1)}`;
  return new TextReader(closed, 'title').paragraphs(Number.POSITIVE_INFINITY).join(' ');
}

/** White space folded; control characters that stand for none, lone surrogates and invisible characters removed. */
export function cleanText(text: string): string {
  const trimmed = text.trim();
  if (!unclean.test(trimmed)) return trimmed;
  return withoutC1(trimmed).replace(unseen, '').replace(unfolded, ' ').trim();
}

/** Finds a character that must be removed or folded in a trimmed text. */
const unclean =
  /[^ -~\u00a1-\u00ac\u00ae-\u167f\u2010-\u2027\u2030-\u205e\u20a0-\u2fff\u3001-\ud7ff]| {2}/;
/** Control characters, soft hyphens, zero-width spaces, direction marks, lone surrogates. */
const unseen =
  /[^\P{Cc}\s]|\p{Surrogate}|[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]/gu;
const unfolded = /[^\S ]\s*| \s+/g;

function isBare(text: string): boolean {
  return !text.includes('<') && !text.includes('&');
}

function nonEmpty(text: string): string[] {
  return text === '' ? [] : [text];
}

const mostParagraphs = 500;

function bounded(read: string[]): string[] {
  return read.length > mostParagraphs ? [...read.slice(0, 400), ...read.slice(-100)] : read;
}

/** "in-articles": an article's text only; "always": everything that is not always hidden; or a title. */
type Mode = 'in-articles' | 'with-headings' | 'always' | 'title';

const none: ReadonlySet<number> = new Set();

class TextReader {
  private readonly scanner: MarkupScanner;
  private readonly mode: Mode;
  private readonly read: string[] = [];
  private paragraph = '';
  private hiding: HtmlTag | null = null;
  private hidingDepth = 0;
  private isHeading = false;
  private headings: Set<string> | null = null;
  /** In a title, the tags that are words of it. */
  private readonly written: ReadonlySet<number>;

  constructor(markup: string, mode: Mode) {
    this.scanner = new MarkupScanner(markup);
    this.mode = mode;
    this.written = mode === 'title' ? writtenTags(markup) : none;
  }

  paragraphs(limit: number): string[] {
    const { scanner, read } = this;
    let token = scanner.next();
    while (token !== 'end' && read.length < limit) {
      if (token === 'text') this.add(decodeHTML(this.tokenText()));
      else if (token === 'cdata') this.add(this.tokenText());
      else if (token === 'open') this.open(this.tag());
      else if (token === 'close') this.close(this.tag());
      token = scanner.next();
    }
    if (read.length < limit) this.endParagraph();
    return bounded(this.headings === null ? read : withoutHeadings(read, this.headings));
  }

  private tag(): HtmlTag | null {
    return this.written.has(this.scanner.tagStart) ? null : htmlTag(this.scanner.name());
  }

  private tokenText(): string {
    const { markup, start, end } = this.scanner;
    return this.hiding === null ? markup.slice(start, end) : '';
  }

  private open(tag: HtmlTag | null): void {
    this.addTag(tag, false);
    if (tag === null || this.scanner.isEmpty) return;
    if (this.hiding === null && this.hides(tag)) this.hiding = tag;
    if (this.hiding === tag) this.hidingDepth += 1;
    if (tag.isRaw) this.scanner.skipTo(endOfRaw(this.scanner));
  }

  private close(tag: HtmlTag | null): void {
    if (tag !== null && this.hiding === tag) {
      this.hidingDepth -= 1;
      if (this.hidingDepth === 0) this.hiding = null;
    }
    this.addTag(tag, true);
  }

  private hides({ hides }: HtmlTag): boolean {
    const isText = this.mode === 'always' || this.mode === 'title';
    return hides === 'always' || (hides === 'in-articles' && !isText);
  }

  /** Adds what replaces a tag in the text; in a title an unknown tag is text itself. */
  private addTag(tag: HtmlTag | null, isEnd: boolean): void {
    if (tag === null) {
      const { markup, tagStart, position } = this.scanner;
      if (this.mode === 'title') this.add(markup.slice(tagStart, position));
    } else if (tag.separates === 'paragraphs' && this.hiding === null) {
      this.endParagraph();
      this.isHeading = tag.isHeading && !isEnd;
    } else if (tag.separates === 'words') this.add(' ');
  }

  private add(text: string): void {
    if (this.hiding === null) this.paragraph += text;
  }

  private endParagraph(): void {
    if (this.paragraph === '') return;
    const text = cleanText(this.paragraph);
    this.paragraph = '';
    if (text === '') return;
    this.read.push(text);
    const isLeftOut = this.isHeading && this.mode === 'in-articles' && !endsInStop(text);
    if (isLeftOut) (this.headings ??= new Set()).add(text);
  }
}

/** Without headings, where there is other text. */
function withoutHeadings(read: string[], headings: ReadonlySet<string>): string[] {
  const text = read.filter((paragraph) => !headings.has(paragraph));
  return text.length > 0 ? text : read;
}

/** Where the raw text after an open tag ends: at its end tag, else at the fragment's end. */
function endOfRaw(scanner: MarkupScanner): number {
  const { markup } = scanner;
  const name = scanner.name().toLowerCase();
  let end = markup.indexOf('</', scanner.position);
  while (end >= 0) {
    if (markup.slice(end + 2, end + 2 + name.length).toLowerCase() === name) return end;
    end = markup.indexOf('</', end + 2);
  }
  return markup.length;
}
