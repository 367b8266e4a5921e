import { Parser } from 'htmlparser2';
import { safeUrl } from './escape.ts';
import { LineWriter, type Surroundings } from './line-writer.ts';
import { type Line, mark } from './runs.ts';

export interface MarkdownLimits {
  /** How much of the HTML is parsed, in UTF-16 units. */
  html: number;
  /** Deeper elements count as text of the element around them. */
  depth: number;
  /** How much text is written. Twice what all messages of a comment have room for. */
  text: number;
}

export const markdownLimits: MarkdownLimits = { html: 60_000, depth: 100, text: 20_000 };
/** The parser takes time by the depth for each tag: deeper HTML is not parsed to its end. */
const deepestParsed = 1_000;
const chunkLength = 4_096;

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const unread = names(
  'script style template head title noscript iframe object svg math canvas audio video select textarea button',
);
const paragraphs = names(
  'p blockquote pre h1 h2 h3 h4 h5 h6 table figure hr dl fieldset details section article',
);
const ownLines = names('div li tr dt dd figcaption summary header footer aside main address form');
const lists = names('ul ol menu');
const marksOf: Readonly<Record<string, number>> = {
  b: mark.strong,
  strong: mark.strong,
  th: mark.strong,
  h1: mark.strong,
  h2: mark.strong,
  h3: mark.strong,
  h4: mark.strong,
  h5: mark.strong,
  h6: mark.strong,
  i: mark.emphasis,
  em: mark.emphasis,
  cite: mark.emphasis,
  s: mark.strike,
  strike: mark.strike,
  del: mark.strike,
  code: mark.code,
  kbd: mark.code,
  samp: mark.code,
  tt: mark.code,
};

/** In pixels. */
const tinyPicture = 24;

/** Of Discourse, of Reddit. */
const spoilerClass = /(?:^|\s)(?:spoiler|md-spoiler-text)(?:\s|$)/u;

interface Element extends Surroundings {
  name: string;
  /** The next number of an ordered list, or `null`. */
  number: number | null;
  /** The marks around it. */
  outerMarks: number;
}

type Attributes = Readonly<Record<string, string>>;

const root: Element = {
  name: '',
  marks: 0,
  link: null,
  quoted: false,
  listDepth: 0,
  number: null,
  outerMarks: 0,
};

/**
 * The lines of a comment's HTML, broken as in a browser. Invalid markup is parsed as far as possible,
 * in time linear in the length; parsing ends when there is text enough.
 */
export function htmlLines(html: string, limits: MarkdownLimits): Line[] {
  const reader = new LineReader(limits);
  const parser = new Parser({
    onopentag: (name, attributes) => reader.open(name, attributes),
    ontext: (text) => reader.text(text),
    onclosetag: (name) => reader.close(name),
  });
  const end = Math.min(html.length, limits.html);
  for (let at = 0; at < end && !reader.isFull; at += chunkLength) {
    parser.write(html.slice(at, Math.min(end, at + chunkLength)));
  }
  parser.end();
  reader.writer.endLine(root);
  return reader.writer.lines;
}

/** Each `open` is followed by its `close`: the parser closes elements that the HTML leaves open. */
class LineReader {
  readonly writer = new LineWriter();
  readonly #limits: MarkdownLimits;
  #length = 0;
  readonly #elements: Element[] = [];
  #tooDeep = 0;
  #unread = 0;
  #preformatted: { text: string; depth: number } | null = null;

  constructor(limits: MarkdownLimits) {
    this.#limits = limits;
  }

  /** Nothing more is written, or parsing on would take too long. */
  get isFull(): boolean {
    return this.#length >= this.#limits.text || this.#tooDeep > deepestParsed;
  }

  open(name: string, attributes: Attributes): void {
    if (unread.has(name)) this.#unread += 1;
    if (this.#elements.length >= this.#limits.depth) {
      this.#tooDeep += 1;
      return;
    }
    const outer = this.#here();
    const isWritten = this.#unread === 0 && !this.#preformatted;
    if (isWritten) this.#breakAround(name, outer.listDepth === 0);
    const here = elementIn(outer, name, attributes);
    this.#elements.push(here);
    if (isWritten) this.#begin(here, attributes);
    else if (this.#preformatted && name === 'br') this.#preformatted.text += '\n';
  }

  text(text: string): void {
    if (this.#unread > 0 || this.isFull) return;
    this.#length += text.length;
    if (this.#preformatted) this.#preformatted.text += text;
    else this.writer.text(text, this.#here());
  }

  close(name: string): void {
    if (unread.has(name)) this.#unread -= 1;
    if (this.#tooDeep > 0) {
      this.#tooDeep -= 1;
      return;
    }
    if (this.#preformatted?.depth === this.#elements.length) {
      this.#code(this.#preformatted.text, this.#here());
      this.#preformatted = null;
    } else if (this.#unread === 0 && !this.#preformatted) {
      if (name === 'q') this.text('”');
      this.#breakAround(name, this.#here().listDepth === 1);
      if (name === 'li') this.writer.dropBullet();
    }
    this.#elements.pop();
  }

  /** Hidden code is no block: its lines are hidden as lines of text are. */
  #code(text: string, here: Element): void {
    if ((here.marks & mark.spoiler) === 0) return this.writer.code(text, here);
    for (const line of text.split('\n')) {
      this.writer.text(line, { ...here, marks: here.marks | mark.code });
      this.writer.endLine(here);
    }
  }

  #here(): Element {
    return this.#elements.at(-1) ?? root;
  }

  #breakAround(name: string, isOuterList: boolean): void {
    if (paragraphs.has(name) || (lists.has(name) && isOuterList)) {
      this.writer.endParagraph(this.#here());
    } else if (ownLines.has(name) || lists.has(name)) this.writer.endLine(this.#here());
    else if (name === 'td' || name === 'th') this.writer.space(this.#here());
  }

  #begin(here: Element, attributes: Attributes): void {
    switch (here.name) {
      case 'pre':
        this.#preformatted = { text: '', depth: this.#elements.length };
        return;
      case 'li': {
        const list = this.#elements.findLast(({ name }) => lists.has(name));
        const sign = !list || list.number === null ? '-' : `${list.number++}.`;
        return this.writer.bullet(sign, here.listDepth);
      }
      case 'img':
        return this.text(attributes['alt'] || (here.link?.url ?? ''));
      case 'br':
        return this.writer.lineBreak(here);
      case 'q':
        return this.text('“');
      default:
    }
  }
}

function elementIn(outer: Element, name: string, attributes: Attributes): Element {
  const url = name === 'a' ? safeUrl(attributes['href'] ?? '') : null;
  const link = url === null ? null : { url };
  const picture = name === 'img' && outer.link === null ? pictureUrl(attributes) : null;
  return {
    name,
    marks: marksIn(outer, name, attributes),
    link: name === 'a' ? link : picture === null ? outer.link : { url: picture },
    quoted: outer.quoted || name === 'blockquote',
    listDepth: outer.listDepth + (lists.has(name) ? 1 : 0),
    number: name === 'ol' ? firstNumber(attributes['start']) : null,
    outerMarks: outer.marks,
  };
}

/** A picture that no word stands for is a link to it; none for emoji and for what counts readers. */
function pictureUrl({ alt = '', src = '', width, height }: Attributes): string | null {
  const isTiny = [width, height].some((size) => Number(size ?? Infinity) <= tinyPicture);
  return alt !== '' || isTiny ? null : safeUrl(src);
}

/** What a reader sees only after a click is a spoiler: folded text without its summary. */
function marksIn(outer: Element, name: string, attributes: Attributes): number {
  if (name === 'summary' && outer.name === 'details') return outer.outerMarks;
  const isHidden =
    name === 'details' || spoilerClass.test((attributes['class'] ?? '').slice(0, 200));
  const own = Object.hasOwn(marksOf, name) ? (marksOf[name] ?? 0) : 0;
  return outer.marks | own | (isHidden ? mark.spoiler : 0);
}

function firstNumber(start: string | undefined): number {
  return start !== undefined && /^\d{1,6}$/u.test(start) ? Number(start) : 1;
}
