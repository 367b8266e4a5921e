import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import {
  canonicalName,
  isReadElement,
  withPrefixes,
  type OwnPrefix,
  type Prefixes,
} from './names.ts';
import { withNamedEntities } from './plain-text.ts';
import { resolvedAddress } from './web-address.ts';

/** An element of a feed that the mapping reads, under its canonical name ("dc:creator"). */
export interface FeedElement {
  readonly name: string;
  /** Names canonical ("thr:count", "href"); values decoded, cut at {@link limits}. */
  readonly attributes: Map<string, string>;
  /** Its own character data, decoded; that of elements inside it is not in it. */
  text: string;
  /** What stands between its tags as it was written, when that has elements in it. */
  markup: string | null;
  /** The address that relative links in it are resolved against (`xml:base`). */
  readonly base: string;
  readonly children: FeedElement[];
}

/** What was found in a document. An entry that the document's end cuts short is not among them. */
export interface FeedTree {
  format: 'rss' | 'rdf' | 'atom' | null;
  /** The name of the document's first element, for saying what it is instead of a feed. */
  firstElement: string | null;
  language: string | null;
  about: FeedElement[];
  entries: FeedElement[][];
}

const limits = {
  depth: 100,
  name: 100,
  attributes: 64,
  attribute: 8_192,
  text: 262_144,
  children: 300,
  entries: 5_000,
};

type Kind = 'outer' | 'feed' | 'channel' | 'entry' | 'read' | 'passed-over';

interface Opened {
  readonly tag: string;
  readonly kind: Kind;
  readonly element: FeedElement | null;
  readonly prefixes: Prefixes | null;
  readonly base: string;
  readonly innerStart: number;
}

/** A document that begins with one of these is a web page, whatever its scripts have in them. */
const pageElements = new Set(['html', 'head', 'body', 'meta', 'title', 'script']);

/** RSS elements that hold text alone: a new element inside one means its end tag was forgotten. */
const textOnly = new Set(['rss:title', 'rss:link', 'rss:guid', 'rss:pubdate', 'rss:comments']);

/**
 * Reads a document's markup in one pass, ill-formed or not, in time and memory linear in its length
 * whatever it holds. Elements deeper than {@link limits} allows, and those that nothing reads, are
 * passed over; entities that a document declares are replaced once, never inside one another.
 */
export function readFeedTree(markup: string, documentBase: string): FeedTree {
  const builder = new FeedTreeBuilder(markup, documentBase);
  const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: true }, builder);
  tokenizer.write(markup);
  tokenizer.end();
  return builder.tree;
}

class FeedTreeBuilder implements TokenizerCallbacks {
  readonly tree: FeedTree = {
    format: null,
    firstElement: null,
    language: null,
    about: [],
    entries: [],
  };
  private readonly markup: string;
  private readonly documentBase: string;
  private readonly opened: Opened[] = [];
  private tooDeep = 0;
  private entry: FeedElement[] | null = null;
  private readonly entities = new Map<string, string>();
  private tag = '';
  private attributeName = '';
  private attributeValue = '';
  private attributes = new Map<string, string>();

  constructor(markup: string, documentBase: string) {
    this.markup = markup;
    this.documentBase = documentBase;
  }

  onopentagname(start: number, end: number): void {
    this.tag = this.slice(start, end, limits.name).toLowerCase();
    this.attributes = new Map();
  }
  onattribname(start: number, end: number): void {
    this.attributeName = this.slice(start, end, limits.name).toLowerCase();
    this.attributeValue = '';
  }
  onattribdata(start: number, end: number): void {
    this.addToAttribute(this.decoded(this.slice(start, end, limits.attribute)));
  }
  onattribentity(codepoint: number): void {
    this.addToAttribute(String.fromCodePoint(codepoint));
  }
  onattribend(): void {
    if (this.attributes.size < limits.attributes && !this.attributes.has(this.attributeName)) {
      this.attributes.set(this.attributeName, this.attributeValue);
    }
  }
  onopentagend(end: number): void {
    this.open(end + 1);
  }
  onselfclosingtag(end: number): void {
    this.open(end + 1);
    if (this.tooDeep > 0) this.tooDeep -= 1;
    else this.closeTop(end + 1);
  }
  onclosetag(start: number, end: number): void {
    this.close(this.slice(start, end, limits.name).toLowerCase(), start - 2);
  }
  ontext(start: number, end: number): void {
    this.addText(this.decoded(this.slice(start, end, limits.text)).slice(0, limits.text));
  }
  ontextentity(codepoint: number): void {
    this.addText(String.fromCodePoint(codepoint));
  }
  oncdata(start: number, end: number, endOffset: number): void {
    this.addText(this.slice(start, end - endOffset, limits.text));
  }
  /** `<!ENTITY name "text">`; parameter entities, and those that use other entities, are not kept. */
  ondeclaration(start: number, end: number): void {
    const declaration = /ENTITY\s+([\w.-]{1,40})\s+(?:"([^"&%]{0,50})"|'([^'&%]{0,50})')\s*$/.exec(
      this.slice(start, end, 400),
    );
    if (declaration?.[1] && this.entities.size < 100) {
      this.entities.set(declaration[1], declaration[2] ?? declaration[3] ?? '');
    }
  }
  onprocessinginstruction(): void {}
  oncomment(): void {}
  onend(): void {}

  private slice(start: number, end: number, longest: number): string {
    return this.markup.slice(start, Math.min(end, start + longest));
  }

  private decoded(text: string): string {
    return text.includes('&') ? withNamedEntities(text, this.entities) : text;
  }

  private addToAttribute(text: string): void {
    if (this.attributeValue.length < limits.attribute) this.attributeValue += text;
  }

  private addText(text: string): void {
    const element = this.tooDeep === 0 ? this.opened.at(-1)?.element : null;
    if (element && element.text.length < limits.text) element.text += text;
  }

  private open(innerStart: number): void {
    this.tree.firstElement ??= this.tag;
    if (this.opened.length >= limits.depth || this.tooDeep > 0) {
      this.tooDeep += 1;
      return;
    }
    const outside = this.opened.at(-1)?.prefixes ?? null;
    const prefixes = withPrefixes(outside, this.tag, this.attributes, this.ownPrefix());
    const name = canonicalName(this.tag, prefixes, this.ownPrefix());
    if (this.tree.format === null) this.startFeed(name);
    else if (this.isEntry(name)) this.closeThroughEntry();
    else if (name.startsWith('rss:') && textOnly.has(this.opened.at(-1)?.element?.name ?? '')) {
      if (isReadElement(name)) this.closeTop(innerStart);
    }
    const outer = this.opened.at(-1);
    const written = this.attributes.get('xml:base');
    const outerBase = outer?.base ?? this.documentBase;
    const base = (written && resolvedAddress(written, outerBase)) || outerBase;
    const kind = this.kindOf(name, outer?.kind ?? 'outer');
    if (kind === 'entry') this.entry = this.entryStart(base, prefixes);
    if (kind === 'feed') this.tree.language = this.attributes.get('xml:lang') ?? null;
    const element = kind === 'read' ? this.newElement(name, base, prefixes) : null;
    if (element) this.place(element, outer);
    if (outer?.element) outer.element.markup ??= '';
    this.opened.push({ tag: this.tag, kind, element, prefixes, base, innerStart });
  }

  /** A feed begins at its root; whatever stands before it (a server's warning) is passed over. */
  private startFeed(name: string): void {
    if (pageElements.has(this.tree.firstElement ?? '')) return;
    if (name === 'rss:rss' || name === 'rss:channel') this.tree.format = 'rss';
    else if (name === 'rdf:rdf') this.tree.format = 'rdf';
    else if (name === 'atom:feed') this.tree.format = 'atom';
    if (this.tree.format !== null) this.opened.length = 0;
  }

  private isEntry(name: string): boolean {
    return name === (this.tree.format === 'atom' ? 'atom:entry' : 'rss:item');
  }

  private kindOf(name: string, outer: Kind): Kind {
    if (this.tree.format === null) return 'outer';
    if (this.opened.length === 0) return 'feed';
    if (this.isEntry(name)) return 'entry';
    if (name === 'rss:channel' && outer === 'feed') return 'channel';
    if (outer === 'passed-over' || !isReadElement(name)) return 'passed-over';
    return 'read';
  }

  private newElement(name: string, base: string, prefixes: Prefixes | null): FeedElement {
    const attributes = new Map<string, string>();
    for (const [written, value] of this.attributes) {
      attributes.set(
        written.includes(':') ? canonicalName(written, prefixes, this.ownPrefix()) : written,
        value,
      );
    }
    return { name, attributes, text: '', markup: null, base, children: [] };
  }

  /** An RSS 1.0 item's identity is an attribute of the item itself: it becomes an element of ours. */
  private entryStart(base: string, prefixes: Prefixes | null): FeedElement[] {
    const { attributes } = this.newElement('', base, prefixes);
    const text = attributes.get('rdf:about');
    return text ? [{ name: 'rdf:about', attributes, text, markup: null, base, children: [] }] : [];
  }

  private place(element: FeedElement, outer: Opened | undefined): void {
    const siblings = outer?.element?.children ?? this.entry ?? this.tree.about;
    if (siblings.length < limits.children) siblings.push(element);
  }

  private ownPrefix(): OwnPrefix {
    return this.tree.format === 'atom' ? 'atom' : 'rss';
  }

  private close(tag: string, innerEnd: number): void {
    const depth = this.opened.findLastIndex((opened) => opened.tag === tag);
    const closesEntry = depth >= 0 && depth <= this.opened.findLastIndex(isEntryOpen);
    if (this.tooDeep > 0 && !closesEntry) {
      this.tooDeep -= 1;
      return;
    }
    if (depth < 0) return;
    this.tooDeep = 0;
    this.closeDownTo(depth, innerEnd);
  }

  private closeDownTo(depth: number, innerEnd: number): void {
    while (this.opened.length > depth) this.closeTop(innerEnd);
  }

  private closeThroughEntry(): void {
    const depth = this.opened.findLastIndex(isEntryOpen);
    if (depth >= 0) this.closeDownTo(depth, 0);
  }

  private closeTop(innerEnd: number): void {
    const closed = this.opened.pop();
    if (closed?.kind === 'entry' && this.entry) {
      if (this.tree.entries.length < limits.entries) this.tree.entries.push(this.entry);
      this.entry = null;
    }
    if (closed?.element?.markup === '') {
      closed.element.markup = this.slice(closed.innerStart, innerEnd, limits.text);
    }
  }
}

function isEntryOpen(opened: Opened): boolean {
  return opened.kind === 'entry';
}
