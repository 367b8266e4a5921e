import { noAttributes, type Attributes } from '../markup/attributes.ts';
import { decodeXml } from '../markup/entities.ts';
import { MarkupScanner } from '../markup/scanner.ts';
import { Bases, type DocumentBase } from './bases.ts';
import { Scope, type ElementName } from './namespaces.ts';
import { baseOf, identityElement, newElement, type FeedElement } from './element.ts';
import { isEntryOpen, type ElementKind, type OpenElement } from './open-element.ts';
import type { EntryReader, EntryRange } from './entry-reader.ts';

/** The parts of a document that are read. An entry cut off by the document's end is left out. */
export interface FeedTree<Entry> {
  format: 'rss' | 'rdf' | 'atom' | null;
  /** The name of the document's first element, for the message when it is no feed. */
  firstElement: string | null;
  language: string | null;
  about: FeedElement[];
  /** In document order. */
  entries: Entry[];
  /** Entries beyond the limit, which were not read. */
  leftOut: number;
}

const limits = {
  depth: 100,
  attribute: 8_192,
  text: 262_144,
  children: 1_000,
  entries: 20_000,
};

/** A document that begins with one of these is a web page, whatever its scripts contain. */
const pageElements = new Set(['html', 'head', 'body', 'meta', 'title', 'script']);

const formats = new Map<string, FeedTree<unknown>['format']>([
  ['rss:rss', 'rss'],
  ['rss:channel', 'rss'],
  ['rdf:rdf', 'rdf'],
  ['atom:feed', 'atom'],
]);

/**
 * Reads a document's markup in one pass, well-formed or not, in time and memory linear in its length.
 * Elements deeper than {@link limits} allows, and those that nothing reads, are skipped; entities
 * that a document declares are replaced once, never inside one another. Each entry is given to the
 * reader as soon as it is complete, and only the result is stored; the markup of a cached entry is
 * skipped.
 */
export function readFeedTree<Entry>(
  markup: string,
  base: DocumentBase,
  reader: EntryReader<Entry>,
): FeedTree<Entry> {
  const builder = new FeedTreeBuilder(markup, base, reader);
  builder.read();
  return builder.tree;
}

class FeedTreeBuilder<Entry> {
  readonly tree: FeedTree<Entry> = {
    format: null,
    firstElement: null,
    language: null,
    about: [],
    entries: [],
    leftOut: 0,
  };
  private readonly markup: string;
  private readonly scanner: MarkupScanner;
  private readonly bases: Bases;
  private readonly reader: EntryReader<Entry>;
  private rootScope = new Scope('rss');
  private readonly opened: OpenElement[] = [];
  private top: OpenElement | undefined;
  private tooDeep = 0;
  private entry: FeedElement[] | null = null;
  /** The open entry, when its reading depends on nothing but its markup and its context. */
  private begun: { start: number; context: string } | null = null;
  private lastContext: { top: OpenElement; key: string } | null = null;
  private readonly entities = new Map<string, string>();
  private readonly decode = (text: string): string => decodeXml(text, this.entities);

  constructor(markup: string, base: DocumentBase, reader: EntryReader<Entry>) {
    this.markup = markup;
    this.scanner = new MarkupScanner(markup);
    this.bases = new Bases(base);
    this.reader = reader;
  }

  read(): void {
    for (;;) {
      switch (this.scanner.next()) {
        case 'open':
          this.open();
          break;
        case 'close':
          this.close();
          break;
        case 'text':
          this.addText(true);
          break;
        case 'cdata':
          this.addText(false);
          break;
        case 'declaration':
          this.declare();
          break;
        case 'end':
          return;
      }
    }
  }

  private addText(isEncoded: boolean): void {
    const element = this.top?.element;
    if (!element || this.tooDeep > 0 || element.text.length >= limits.text) return;
    const { start, end } = this.scanner;
    const written = this.markup.slice(start, Math.min(end, start + limits.text));
    const text = isEncoded ? this.decode(written) : written;
    element.text += text.length > limits.text ? text.slice(0, limits.text) : text;
  }

  /** `<!ENTITY name "text">`; parameter entities, and those that use other entities, are ignored. */
  private declare(): void {
    const { start, end } = this.scanner;
    const declaration = /ENTITY\s+([\w.-]{1,40})\s+(?:"([^"&%]{0,50})"|'([^'&%]{0,50})')\s*$/.exec(
      this.markup.slice(start, Math.min(end, start + 400)),
    );
    if (!declaration?.[1] || this.entities.size >= 100) return;
    this.entities.set(declaration[1], declaration[2] ?? declaration[3] ?? '');
    this.lastContext = null;
    this.begun = null;
  }

  private open(): void {
    const { scanner } = this;
    if (this.tooDeep > 0 || this.opened.length >= limits.depth) {
      if (!scanner.isEmpty) this.tooDeep += 1;
      return;
    }
    if (this.skipCached()) return;
    const written = scanner.name();
    const attributes = this.readAttributes();
    const scope = this.scopeInside(written, attributes);
    const named = scope.elementName(written);
    if (this.tree.format === null) this.openBeforeFeed(named, attributes, scope);
    else if (this.closeUnclosed(named)) this.open();
    else this.enter(named, attributes, scope);
  }

  /** Skips an entry that was read before in the same context. */
  private skipCached(): boolean {
    const context = this.context();
    const { scanner, reader } = this;
    const cached = context && reader.cached?.(scanner.tagStart, context);
    if (!cached) return false;
    scanner.skipTo(cached.end);
    this.addEntry(cached.entry);
    return true;
  }

  /** Everything around an entry that decides how it is read; `null` where no entry may begin. */
  private context(): string | null {
    const { top, lastContext } = this;
    if (!this.reader.cached || (top?.kind !== 'channel' && top?.kind !== 'feed')) return null;
    if (lastContext?.top === top) return lastContext.key;
    const tags = this.opened.map(({ named }) => named.tag);
    const around = [this.bases.inside(top), top.scope.bindings(), tags, [...this.entities]];
    const key = JSON.stringify([this.tree.format, ...around]);
    this.lastContext = { top, key };
    return key;
  }

  /** At an entry's end tag: its range, unless more than its markup and context decides its reading. */
  private range(): EntryRange | null {
    const { begun, scanner } = this;
    if (begun === null || scanner.hasOpenQuote) return null;
    return { start: begun.start, end: scanner.position, context: begun.context };
  }

  private addEntry(entry: Entry | null): void {
    if (entry === null) return;
    if (this.tree.entries.length < limits.entries) this.tree.entries.push(entry);
    else this.tree.leftOut += 1;
  }

  /** Attributes are read only where the mapping may use them, or where they can bind prefixes. */
  private readAttributes(): Attributes {
    const { top, scanner } = this;
    const isInMarkup = top?.kind === 'markup' || top?.kind === 'skipped';
    if (isInMarkup || !scanner.hasAttributes()) return noAttributes;
    return scanner.attributes(limits.attribute, this.decode);
  }

  private scopeInside(written: string, attributes: Attributes): Scope {
    const scope = this.top?.scope ?? this.rootScope;
    return attributes.size > 0 ? scope.inside(written, attributes) : scope;
  }

  /** A feed begins at its root; anything before it (a server's warning) is skipped. */
  private openBeforeFeed(named: ElementName, attributes: Attributes, scope: Scope): void {
    this.tree.firstElement ??= named.tag;
    const format = pageElements.has(this.tree.firstElement) ? null : formats.get(named.name);
    if (!format) {
      this.enter(named, attributes, scope);
      return;
    }
    this.tree.format = format;
    this.tree.language = attributes.get('xml:lang') ?? null;
    this.opened.length = 0;
    this.top = undefined;
    const own = format === 'atom' ? 'atom' : 'rss';
    this.rootScope = this.rootScope.of(own);
    this.enter(named, attributes, scope.of(own));
  }

  private enter(named: ElementName, attributes: Attributes, scope: Scope): void {
    const { scanner, top: outer } = this;
    const outerBase = this.bases.inside(outer);
    const base = attributes.size > 0 ? baseOf(attributes, outerBase) : outerBase;
    const kind = this.kindOf(named);
    if (kind === 'entry') {
      this.entry = identityElement(attributes, scope, base);
      const context = this.context();
      this.begun = context === null ? null : { start: scanner.tagStart, context };
    }
    const element = kind === named.contents ? newElement(named, attributes, scope, base) : null;
    if (element) this.place(element);
    if (outer?.element) outer.element.markup ??= '';
    this.top = { named, kind, element, scope, base, innerStart: scanner.position };
    this.opened.push(this.top);
    if (scanner.isEmpty) this.closeTop(scanner.position);
  }

  private kindOf({ name, contents }: ElementName): ElementKind {
    const { top } = this;
    if (this.tree.format === null) return 'outer';
    if (!top) return 'feed';
    if (this.isEntry(name)) return 'entry';
    if (name === 'rss:channel' && top.kind === 'feed') return 'channel';
    const isApart = top.kind === 'skipped' || top.kind === 'markup' || top.kind === 'text';
    return isApart ? 'skipped' : (contents ?? 'skipped');
  }

  private isEntry(name: string): boolean {
    return name === (this.tree.format === 'atom' ? 'atom:entry' : 'rss:item');
  }

  private place(element: FeedElement): void {
    const siblings = this.top?.element?.children ?? this.entry ?? this.tree.about;
    if (siblings.length < limits.children) siblings.push(element);
  }

  /** Closes an open element that cannot contain this one: an entry, an RSS title. */
  private closeUnclosed({ name, contents }: ElementName): boolean {
    if (this.isEntry(name)) {
      if (this.entry === null) return false;
      this.closeDownTo(this.opened.findLastIndex(isEntryOpen), 0);
      return true;
    }
    if (this.top?.kind !== 'text' || contents === null || !name.startsWith('rss:')) return false;
    this.closeTop(this.scanner.tagStart);
    return true;
  }

  private close(): void {
    const { scanner, top } = this;
    if (top && this.tooDeep === 0 && scanner.closes(top.named.written)) {
      this.closeTop(scanner.tagStart, top.kind === 'entry' ? this.range() : null);
      return;
    }
    const tag = scanner.name().toLowerCase();
    const depth = this.opened.findLastIndex((opened) => opened.named.tag === tag);
    const closesEntry = depth >= 0 && depth <= this.opened.findLastIndex(isEntryOpen);
    if (this.tooDeep > 0 && !closesEntry) this.tooDeep -= 1;
    else if (depth >= 0) this.closeDownTo(depth, scanner.tagStart);
  }

  private closeDownTo(depth: number, innerEnd: number): void {
    this.tooDeep = 0;
    while (this.opened.length > depth) this.closeTop(innerEnd);
  }

  private closeTop(innerEnd: number, range: EntryRange | null = null): void {
    const closed = this.opened.pop();
    this.top = this.opened.at(-1);
    if (closed?.kind === 'entry' && this.entry) {
      const isRead = this.tree.entries.length < limits.entries;
      if (isRead) this.addEntry(this.reader.read(this.entry, range));
      else this.tree.leftOut += 1;
      this.entry = null;
    }
    if (closed && this.bases.takesSite(closed, this.top)) this.lastContext = null;
    if (closed?.element?.markup === '') {
      const { innerStart } = closed;
      const end = Math.min(innerEnd, innerStart + limits.text);
      closed.element.markup = this.markup.slice(innerStart, end);
    }
  }
}
