import { noAttributes, type Attributes } from '../markup/attributes.ts';
import { decodeXml } from '../markup/entities.ts';
import { MarkupScanner } from '../markup/scanner.ts';
import { Scope, type ElementName } from './namespaces.ts';
import { baseOf, entryStart, newElement, type FeedElement } from './element.ts';
import { isEntryOpen, type Kind, type Opened } from './open-element.ts';
import type { EntryReader, Extent } from './entry-reader.ts';

/** What was found in a document. An entry that the document's end cuts short is not among them. */
export interface FeedTree<Entry> {
  format: 'rss' | 'rdf' | 'atom' | null;
  /** The name of the document's first element, for saying what it is instead of a feed. */
  firstElement: string | null;
  language: string | null;
  about: FeedElement[];
  /** In the order of the document. */
  entries: Entry[];
}

const limits = {
  depth: 100,
  attribute: 8_192,
  text: 262_144,
  children: 1_000,
  entries: 20_000,
};

/** A document that begins with one of these is a web page, whatever its scripts have in them. */
const pageElements = new Set(['html', 'head', 'body', 'meta', 'title', 'script']);

const formats = new Map<string, FeedTree<unknown>['format']>([
  ['rss:rss', 'rss'],
  ['rss:channel', 'rss'],
  ['rdf:rdf', 'rdf'],
  ['atom:feed', 'atom'],
]);

/**
 * Reads a document's markup in one pass, ill-formed or not, in time and memory linear in its length
 * whatever it holds. Elements deeper than {@link limits} allows, and those that nothing reads, are
 * passed over; entities that a document declares are replaced once, never inside one another.
 * Each entry is given to the reader as soon as it is whole, and only what that makes of it is kept;
 * the markup of one that it recalls is passed over.
 */
export function readFeedTree<Entry>(
  markup: string,
  documentBase: string,
  reader: EntryReader<Entry>,
): FeedTree<Entry> {
  const builder = new FeedTreeBuilder(markup, documentBase, reader);
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
  };
  private readonly markup: string;
  private readonly scanner: MarkupScanner;
  private readonly documentBase: string;
  private readonly reader: EntryReader<Entry>;
  private rootScope = new Scope('rss');
  private readonly opened: Opened[] = [];
  private top: Opened | undefined;
  private tooDeep = 0;
  private entry: FeedElement[] | null = null;
  /** The entry under way, where its reading may be known by its markup. */
  private begun: { start: number; surroundings: string } | null = null;
  private around: { top: Opened; words: string } | null = null;
  private readonly entities = new Map<string, string>();
  private readonly decode = (text: string): string => decodeXml(text, this.entities);

  constructor(markup: string, documentBase: string, reader: EntryReader<Entry>) {
    this.markup = markup;
    this.scanner = new MarkupScanner(markup);
    this.documentBase = documentBase;
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

  /** `<!ENTITY name "text">`; parameter entities, and those that use other entities, are not kept. */
  private declare(): void {
    const { start, end } = this.scanner;
    const declaration = /ENTITY\s+([\w.-]{1,40})\s+(?:"([^"&%]{0,50})"|'([^'&%]{0,50})')\s*$/.exec(
      this.markup.slice(start, Math.min(end, start + 400)),
    );
    if (!declaration?.[1] || this.entities.size >= 100) return;
    this.entities.set(declaration[1], declaration[2] ?? declaration[3] ?? '');
    this.around = null;
    this.begun = null;
  }

  private open(): void {
    const { scanner } = this;
    if (this.tooDeep > 0 || this.opened.length >= limits.depth) {
      if (!scanner.isEmpty) this.tooDeep += 1;
      return;
    }
    if (this.recall()) return;
    const written = scanner.name();
    const attributes = this.attributesRead();
    const scope = this.scopeInside(written, attributes);
    const named = scope.elementName(written);
    if (this.tree.format === null) this.openOutside(named, attributes, scope);
    else if (this.closeForgotten(named)) this.open();
    else this.enter(named, attributes, scope);
  }

  /** Passes over an entry that was read before, in the same surroundings. */
  private recall(): boolean {
    const surroundings = this.surroundings();
    const { scanner, reader } = this;
    const known = surroundings && reader.recalled?.(scanner.tagStart, surroundings);
    if (!known) return false;
    scanner.skipTo(known.end);
    this.keep(known.entry);
    return true;
  }

  /** What is open around an entry, and what names and addresses mean there; `null` in odd places. */
  private surroundings(): string | null {
    const { top, around, opened } = this;
    if (!this.reader.recalled || (top?.kind !== 'channel' && top?.kind !== 'feed')) return null;
    if (around?.top === top) return around.words;
    const tags = opened.map(({ named }) => named.tag);
    const words = JSON.stringify([
      this.tree.format,
      top.base,
      top.scope.bindings(),
      tags,
      [...this.entities],
    ]);
    this.around = { top, words };
    return words;
  }

  /** At an entry's own end tag: its extent, when nothing outside of it has a say in its reading. */
  private extent(): Extent | null {
    const { begun, scanner } = this;
    if (begun === null || scanner.hasOpenQuote) return null;
    return { start: begun.start, end: scanner.position, surroundings: begun.surroundings };
  }

  private keep(entry: Entry | null): void {
    const { entries } = this.tree;
    if (entry !== null && entries.length < limits.entries) entries.push(entry);
  }

  /** Attributes are read where the mapping may ask for them, or where they can bind prefixes. */
  private attributesRead(): Attributes {
    const { top, scanner } = this;
    const isInMarkup = top?.kind === 'markup' || top?.kind === 'passed-over';
    if (isInMarkup || !scanner.hasAttributes()) return noAttributes;
    return scanner.attributes(limits.attribute, this.decode);
  }

  private scopeInside(written: string, attributes: Attributes): Scope {
    const scope = this.top?.scope ?? this.rootScope;
    return attributes.size > 0 ? scope.inside(written, attributes) : scope;
  }

  /** A feed begins at its root; whatever stands before it (a server's warning) is passed over. */
  private openOutside(named: ElementName, attributes: Attributes, scope: Scope): void {
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
    const outerBase = outer?.base ?? this.documentBase;
    const base = attributes.size > 0 ? baseOf(attributes, outerBase) : outerBase;
    const kind = this.kindOf(named);
    if (kind === 'entry') {
      this.entry = entryStart(attributes, scope, base);
      const surroundings = this.surroundings();
      this.begun = surroundings === null ? null : { start: scanner.tagStart, surroundings };
    }
    const element = kind === named.contents ? newElement(named, attributes, scope, base) : null;
    if (element) this.place(element);
    if (outer?.element) outer.element.markup ??= '';
    this.top = { named, kind, element, scope, base, innerStart: scanner.position };
    this.opened.push(this.top);
    if (scanner.isEmpty) this.closeTop(scanner.position);
  }

  private kindOf({ name, contents }: ElementName): Kind {
    const { top } = this;
    if (this.tree.format === null) return 'outer';
    if (!top) return 'feed';
    if (this.isEntry(name)) return 'entry';
    if (name === 'rss:channel' && top.kind === 'feed') return 'channel';
    const isApart = top.kind === 'passed-over' || top.kind === 'markup' || top.kind === 'text';
    return isApart ? 'passed-over' : (contents ?? 'passed-over');
  }

  private isEntry(name: string): boolean {
    return name === (this.tree.format === 'atom' ? 'atom:entry' : 'rss:item');
  }

  private place(element: FeedElement): void {
    const siblings = this.top?.element?.children ?? this.entry ?? this.tree.about;
    if (siblings.length < limits.children) siblings.push(element);
  }

  /** Closes what stands open although this element cannot be in it: an entry, an RSS title. */
  private closeForgotten({ name, contents }: ElementName): boolean {
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
      this.closeTop(scanner.tagStart, top.kind === 'entry' ? this.extent() : null);
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

  private closeTop(innerEnd: number, extent: Extent | null = null): void {
    const closed = this.opened.pop();
    this.top = this.opened.at(-1);
    if (closed?.kind === 'entry' && this.entry) {
      if (this.tree.entries.length < limits.entries)
        this.keep(this.reader.read(this.entry, extent));
      this.entry = null;
    }
    if (closed?.element?.markup === '') {
      const { innerStart } = closed;
      const end = Math.min(innerEnd, innerStart + limits.text);
      closed.element.markup = this.markup.slice(innerStart, end);
    }
  }
}
