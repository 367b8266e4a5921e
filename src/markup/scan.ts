import { parsePublicationDate } from '../core/time/publication-date.ts';
import { markupWords } from '../text/markup-words.ts';
import { isMarkedComment } from './comment-mark.ts';
import { breaksLine, isElement, isRead, isText, type ChildNode, type Element } from './nodes.ts';
import { stampIn, type Stamp } from './stamp.ts';

/** A run of text in one element, or an element without text that gives a time. */
export interface Piece {
  /** White space is folded, but kept at the ends; at most 400 UTF-16 units. */
  text: string;
  /** Of the whole text. */
  length: number;
  node: ChildNode;
  holder: Element | null;
  line: number;
  stamp: Stamp | null;
  /** The link that it stands in. */
  link: Element | null;
  isButton: boolean;
  /** It stands in an element that gives a time. */
  isTime: boolean;
}

/** Pieces from `from` to before `to`. */
export interface Range {
  from: number;
  to: number;
}

/** A page's text in order. */
export interface Scan {
  pieces: readonly Piece[];
  /** The pieces of each line. */
  lines: readonly Range[];
  rangeOf: (node: ChildNode) => Range;
  /** How many times stand in a range. */
  stamps: (range: Range) => number;
  /** The first piece with a time, from a piece on; the number of pieces when there is none. */
  nextStamp: (piece: number) => number;
  /** The words of an element's class names. */
  wordsOf: (element: Element) => ReadonlySet<string>;
  /** The words of its id. */
  idWordsOf: (element: Element) => ReadonlySet<string>;
  /** Elements that their markup itself calls a comment. */
  marked: ReadonlySet<ChildNode>;
  /** All elements that are read, in document order. */
  elements: readonly Element[];
  forms: readonly Form[];
}

/** A form, with where it begins. */
export interface Form {
  element: Element;
  at: number;
  /** A longer text can be written in it. */
  hasTextField: boolean;
}

/** What stands for `br` where a page's text is read. */
export const lineBreak = '\u2028';

const longestPiece = 400;
const longestTimePiece = 100;
const nowhere: Range = { from: 0, to: 0 };

/** A marked element; one that another begins with is the same comment. */
interface Mark {
  owner: Element;
  first: number | null;
  stamps: number;
}

function statedTime({ attribs }: Element): string | null {
  const { datetime, content, title } = attribs;
  if (datetime !== undefined) return datetime.slice(0, 100);
  const stated = [content, title].find((text) => text && parsePublicationDate(text) !== null);
  return stated ?? null;
}

function isTime({ name, attribs }: Element): boolean {
  if (name === 'time') return true;
  return /(?:^|\s)(?:date(?:Created|Published)|commentTime)(?:\s|$)/u.test(
    (attribs['itemprop'] ?? '').slice(0, 200),
  );
}

class Scanner {
  readonly pieces: Piece[] = [];
  readonly lines: Range[] = [];
  readonly ranges = new Map<ChildNode, Range>();
  readonly marked = new Set<ChildNode>();
  readonly elements: Element[] = [];
  readonly forms: Form[] = [];
  private lineFrom = 0;
  private readonly links: Element[] = [];
  private readonly buttons: Element[] = [];
  private readonly quotes: Element[] = [];
  private readonly times: { element: Element; isUsed: boolean }[] = [];
  private readonly marks: { element: Element; mark: Mark }[] = [];

  enter(element: Element): boolean {
    const form = this.forms.at(-1);
    if (form && element.name === 'textarea') form.hasTextField = true;
    if (!isRead(element)) return false;
    if (breaksLine(element)) this.endLine();
    this.ranges.set(element, { from: this.pieces.length, to: this.pieces.length });
    this.elements.push(element);
    const { name, attribs } = element;
    if (name === 'form') this.forms.push({ element, at: this.pieces.length, hasTextField: false });
    if (name === 'a' && attribs['href'] !== undefined) this.links.push(element);
    if (name === 'button' || attribs['role'] === 'button') this.buttons.push(element);
    if (isMarkedComment(element)) this.mark(element);
    else if (name === 'blockquote' || name === 'q') this.quotes.push(element);
    if (isTime(element)) this.times.push({ element, isUsed: false });
    return true;
  }

  private mark(element: Element): void {
    const open = this.marks.at(-1)?.mark;
    const isSame = open && open.first === null && open.stamps === 0;
    this.marks.push({ element, mark: isSame ? open : { owner: element, first: null, stamps: 0 } });
    this.marked.add(element);
  }

  leave(element: Element): void {
    const time = this.times.at(-1);
    if (time?.element === element) {
      if (!time.isUsed && statedTime(element) !== null) this.add('', 0, element, element);
      this.times.pop();
    }
    if (breaksLine(element)) this.endLine();
    const range = this.ranges.get(element);
    if (range) range.to = this.pieces.length;
    for (const open of [this.links, this.buttons, this.quotes])
      if (open.at(-1) === element) open.pop();
    if (this.marks.at(-1)?.element !== element) return;
    const { owner, first, stamps } = this.marks.pop()?.mark ?? {
      owner: null,
      first: null,
      stamps: 0,
    };
    const piece = first === null ? undefined : this.pieces[first];
    if (owner === element && stamps === 0 && piece) piece.stamp ??= { time: '', before: '' };
  }

  text(node: ChildNode & { data: string }, holder: Element | null): void {
    const text = node.data
      .slice(0, longestPiece)
      .replaceAll(/[\u200b\u2060\ufeff\u00ad]/gu, '')
      .replaceAll(/\s+/gu, ' ');
    if (node.data === lineBreak) this.endLine();
    if (text.trim() !== '') this.add(text, node.data.length, node, holder);
  }

  private add(text: string, length: number, node: ChildNode, holder: Element | null): void {
    const time = this.times.at(-1);
    const link = this.links.at(-1) ?? null;
    const stated = time && !time.isUsed ? (statedTime(time.element) ?? text.trim()) : null;
    const hasTime = stated !== null && /\d|\p{L}/u.test(stated) && this.quotes.length === 0;
    if (time) time.isUsed = true;
    const open = this.marks.at(-1)?.mark;
    if (open) open.first ??= this.pieces.length;
    const stamp = hasTime ? { time: stated, before: '' } : null;
    const isButton = this.buttons.length > 0;
    const isTime = time !== undefined;
    this.pieces.push({
      text,
      length,
      node,
      holder,
      line: this.lines.length,
      stamp,
      link,
      isButton,
      isTime,
    });
  }

  endLine(): void {
    const line = { from: this.lineFrom, to: this.pieces.length };
    if (line.from === line.to) return;
    this.lines.push(line);
    this.lineFrom = line.to;
    const own = this.pieces.slice(line.from, line.to);
    if (this.quotes.length === 0 && own.every(({ stamp }) => stamp === null)) stampLine(own);
    const open = this.marks.at(-1)?.mark;
    if (open && own.some(({ stamp }) => stamp !== null)) open.stamps += 1;
  }
}

/** Finds the time in a line, or in an element of a longer line. */
function stampLine(line: readonly Piece[]): void {
  const whole =
    line.reduce((sum, { length }) => sum + length, 0) > 300
      ? ''
      : line.map(({ text }) => text).join('');
  const stamp = stampIn(whole);
  if (stamp) {
    const at = whole.indexOf(stamp.time, whole.indexOf(stamp.before) + stamp.before.length);
    let end = 0;
    const piece = line.find(({ text }) => (end += text.length) > at) ?? line[0];
    if (piece)
      piece.stamp = { ...stamp, time: (piece.holder && statedTime(piece.holder)) ?? stamp.time };
    return;
  }
  if (line.length < 2) return;
  for (const piece of line) {
    if (piece.length > longestTimePiece) continue;
    const found = stampIn(piece.text);
    if (!found) continue;
    piece.stamp = { ...found, time: (piece.holder && statedTime(piece.holder)) ?? found.time };
    return;
  }
}

/** Reads the text below a node, once. */
export function scan(root: { readonly children: readonly ChildNode[] }): Scan {
  const scanner = new Scanner();
  const pending: { node: ChildNode; isLeft: boolean }[] = [];
  const push = (node: typeof root) => {
    for (let at = node.children.length - 1; at >= 0; at -= 1) {
      const child = node.children[at];
      if (child) pending.push({ node: child, isLeft: false });
    }
  };
  push(root);
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node, isLeft } = next;
    if (!isElement(node)) {
      const holder = node.parent && isElement(node.parent) ? node.parent : null;
      if (isText(node)) scanner.text(node, holder);
    } else if (isLeft) scanner.leave(node);
    else if (scanner.enter(node)) {
      pending.push({ node, isLeft: true });
      push(node);
    }
  }
  scanner.endLine();
  return result(scanner);
}

function result({ pieces, lines, ranges, marked, elements, forms }: Scanner): Scan {
  const before = new Int32Array(pieces.length + 1);
  const next = new Int32Array(pieces.length + 1).fill(pieces.length);
  pieces.forEach(({ stamp, node }, at) => {
    before[at + 1] = (before[at] ?? 0) + (stamp === null ? 0 : 1);
    if (isText(node)) ranges.set(node, { from: at, to: at + 1 });
  });
  for (let at = pieces.length - 1; at >= 0; at -= 1) {
    next[at] = pieces[at]?.stamp ? at : (next[at + 1] ?? pieces.length);
  }
  return {
    pieces,
    lines,
    marked,
    elements,
    forms,
    rangeOf: (node) => ranges.get(node) ?? nowhere,
    stamps: ({ from, to }) => (before[to] ?? 0) - (before[from] ?? 0),
    nextStamp: (piece) => next[piece] ?? pieces.length,
    wordsOf: ({ attribs }) => markupWords(attribs['class']),
    idWordsOf: ({ attribs }) => markupWords(attribs['id']),
  };
}
