import { Parser } from 'htmlparser2';
import { prefixOfUri, undeclaredPrefix } from '../../text/xml-namespaces.ts';
import { escaped } from '../comment-text.ts';

/** A field of an entry: its text, and its HTML when it contains elements. */
export interface Field {
  attributes: Readonly<Record<string, string>>;
  text: string;
  html: string;
  hasMarkup: boolean;
}

/** One `item` or `entry`: its fields by name ("dc:creator", "atom:id", "guid"). */
export type Entry = ReadonlyMap<string, readonly Field[]>;

export interface EntryDocument {
  /** The local name of the root element ("rss", "feed", "RDF"); `null` without one. */
  root: string | null;
  /** The feed's own fields, without those of its entries. */
  head: Entry;
  entries: Entry[];
  /** The document is complete and was read as a whole. */
  whole: boolean;
}

const deepest = 200;
const longestDocument = 8_000_000;
const longestField = 400_000;
const chunkLength = 65_536;

/** Namespaces by prefix. Those around it are looked up, not copied for each element. */
interface Scope {
  outer: Scope | null;
  declared: ReadonlyMap<string, string>;
}

const outermost: Scope = { outer: null, declared: new Map() };

function scopeOf(outer: Scope, attributes: Readonly<Record<string, string>>): Scope {
  const declared = Object.entries(attributes).filter(([name]) => /^xmlns(?::|$)/u.test(name));
  if (declared.length === 0) return outer;
  return { outer, declared: new Map(declared.map(([name, uri]) => [name.slice(6), uri.trim()])) };
}

function namespaceOf(prefix: string, scope: Scope): string | undefined {
  for (let around: Scope | null = scope; around !== null; around = around.outer) {
    const uri = around.declared.get(prefix);
    if (uri !== undefined) return uri;
  }
  return undefined;
}

/**
 * A name under the usual prefix of its namespace ("dc:creator"), RSS's names without one. A prefix
 * that is not declared has its usual meaning.
 */
function qualified(name: string, scope: Scope): string {
  const colon = name.indexOf(':');
  const prefix = colon < 0 ? '' : name.slice(0, colon);
  const local = name.slice(colon + 1);
  const uri = namespaceOf(prefix, scope);
  const usual = uri === undefined ? undeclaredPrefix(prefix) : prefixOfUri(uri);
  if (usual === 'rss' || (usual === null && prefix === '')) return local;
  return `${usual ?? 'other'}:${local}`;
}

function add(fields: Map<string, Field[]>, name: string, field: Field): void {
  const known = fields.get(name);
  if (known) known.push(field);
  else fields.set(name, [field]);
}

class EntryReader {
  root: string | null = null;
  rootClosed = false;
  tooDeep = false;
  readonly head = new Map<string, Field[]>();
  readonly entries: Map<string, Field[]>[] = [];
  private readonly scopes: Scope[] = [outermost];
  private entry: Map<string, Field[]> | null = null;
  private entryDepth = 0;
  private field: Field | null = null;
  private fieldName = '';
  private fieldDepth = 0;
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  private get depth(): number {
    return this.scopes.length - 1;
  }

  open(tag: string, attributes: Record<string, string>): void {
    const scope = scopeOf(this.scopes.at(-1) ?? outermost, attributes);
    this.scopes.push(scope);
    if (this.depth > deepest) this.tooDeep = true;
    const name = qualified(tag, scope);
    const local = name.slice(name.indexOf(':') + 1);
    if (this.root === null) {
      this.root = local;
      return;
    }
    if (this.field) {
      this.openInField(name, local, attributes);
      return;
    }
    if (this.entry === null && (name === 'item' || name === 'atom:entry' || name === 'entry')) {
      this.entry = new Map();
      this.entryDepth = this.depth;
      return;
    }
    const isHead = this.entry === null && (local === 'channel' || this.depth > 3);
    if (isHead) return;
    this.field = { attributes, text: '', html: '', hasMarkup: false };
    this.fieldName = name;
    this.fieldDepth = this.depth;
  }

  private openInField(name: string, local: string, attributes: Record<string, string>): void {
    const { field } = this;
    if (!field) return;
    const isPerson = this.fieldName === 'atom:author' || this.fieldName === 'author';
    if (isPerson && local !== 'name' && name !== 'a') field.text += '\n';
    field.hasMarkup = true;
    if (field.html.length > longestField) return;
    const shown = Object.entries(attributes)
      .filter(([attribute]) => !attribute.startsWith('xmlns'))
      .map(([attribute, value]) => ` ${attribute}="${escaped(value).replaceAll('"', '&quot;')}"`);
    field.html += `<${local}${shown.join('')}>`;
  }

  addText(text: string): void {
    if (!this.field || this.field.text.length > longestField) return;
    this.field.text += text;
    this.field.html += escaped(text);
  }

  close(tag: string, implied: boolean): void {
    const depth = this.depth;
    if (depth === 0) return;
    this.scopes.pop();
    if (depth === 1) this.rootClosed = !implied;
    if (this.field) {
      if (depth > this.fieldDepth) {
        this.field.html += `</${tag.slice(tag.indexOf(':') + 1)}>`;
        return;
      }
      add(this.entry ?? this.head, this.fieldName, this.field);
      this.field = null;
      return;
    }
    if (this.entry && depth === this.entryDepth) {
      if (!implied && this.entries.length < this.most) this.entries.push(this.entry);
      else this.tooDeep = true;
      this.entry = null;
    }
  }
}

/**
 * The first `most` entries of an RSS, RDF or Atom document, well-formed or not. An entry that is cut
 * off by the document's end is left out.
 */
export function readEntries(xml: string, most: number): EntryDocument {
  const reader = new EntryReader(most);
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => reader.open(tag, attributes),
      ontext: (text) => reader.addText(text),
      onclosetag: (tag, implied) => reader.close(tag, implied),
    },
    { xmlMode: true, decodeEntities: true },
  );
  let at = 0;
  for (; at < Math.min(xml.length, longestDocument) && !reader.tooDeep; at += chunkLength) {
    parser.write(xml.slice(at, Math.min(at + chunkLength, longestDocument)));
  }
  const cut = reader.tooDeep || at < xml.length;
  parser.end();
  const whole = reader.rootClosed && !cut && !reader.tooDeep;
  return { root: reader.root, head: reader.head, entries: reader.entries, whole };
}
