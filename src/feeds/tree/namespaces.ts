import { prefixOfUri, undeclaredPrefix } from '../../text/xml-namespaces.ts';
import type { Attributes } from '../markup/attributes.ts';

/**
 * The elements that are read, under their usual prefix ("media:content") whatever prefix the feed
 * uses, local names in lower case. An element without a namespace is RSS's, or Atom's in an Atom
 * feed. Complete names, so that comparing them compares two equal strings in memory.
 */
const elementsRead = [
  'rss:title',
  'rss:link',
  'rss:description',
  'rss:author',
  'rss:category',
  'rss:comments',
  'rss:enclosure',
  'rss:guid',
  'rss:pubdate',
  'rss:source',
  'rss:ttl',
  'rss:language',
  'rss:name',
  'rss:email',
  'atom:title',
  'atom:subtitle',
  'atom:tagline',
  'atom:link',
  'atom:id',
  'atom:updated',
  'atom:modified',
  'atom:published',
  'atom:issued',
  'atom:created',
  'atom:author',
  'atom:name',
  'atom:email',
  'atom:summary',
  'atom:content',
  'atom:category',
  'content:encoded',
  'dc:title',
  'dc:description',
  'dc:creator',
  'dc:date',
  'dc:subject',
  'dc:language',
  'dcterms:title',
  'dcterms:abstract',
  'dcterms:description',
  'dcterms:creator',
  'dcterms:subject',
  'dcterms:date',
  'dcterms:available',
  'dcterms:issued',
  'dcterms:created',
  'dcterms:modified',
  'media:group',
  'media:content',
  'media:thumbnail',
  'media:title',
  'media:description',
  'media:credit',
  'media:category',
  'slash:comments',
  'thr:total',
  'wfw:commentrss',
  'itunes:image',
  'itunes:author',
  'itunes:summary',
  'itunes:subtitle',
  'googleplay:author',
  'googleplay:description',
  'feedburner:origlink',
  'pheedo:origlink',
  'xhtml:body',
  'at:deleted-entry',
  'fh:complete',
];
const readNames = new Map(elementsRead.map((name) => [name, name]));

/** What an element contains: text only, elements that are read, or text that may hold markup. */
export type Contents = 'text' | 'elements' | 'markup';

/** A new element inside one of these means that its end tag is missing. */
const textOnly = new Set(['rss:title', 'rss:link', 'rss:guid', 'rss:pubdate', 'rss:comments']);
const containers = new Set(['atom:author', 'rss:author', 'media:group', 'media:content']);

function contentsOf(name: string): Contents {
  if (textOnly.has(name)) return 'text';
  return containers.has(name) ? 'elements' : 'markup';
}

/** An element's name in its scope. */
export interface ElementName {
  readonly written: string;
  /** As written, in lower case, to compare with end tags. */
  readonly tag: string;
  /** Under its usual prefix; "?:…" in an unknown namespace. */
  readonly name: string;
  /** `null` for an element that is not read. */
  readonly contents: Contents | null;
}

/** The prefix of names without a namespace. */
export type DefaultPrefix = 'rss' | 'atom';

/** The prefixes that are declared where an element stands, and the names already resolved. */
export class Scope {
  readonly defaultPrefix: DefaultPrefix;
  private readonly outer: Scope | null;
  private readonly bound: ReadonlyMap<string, string | null>;
  private readonly names = new Map<string, ElementName>();

  constructor(
    defaultPrefix: DefaultPrefix,
    outer: Scope | null = null,
    bound: ReadonlyMap<string, string | null> = new Map(),
  ) {
    this.defaultPrefix = defaultPrefix;
    this.outer = outer;
    this.bound = bound;
  }

  /** The scope inside an element: this one, unless its attributes declare prefixes. */
  inside(written: string, attributes: Attributes): Scope {
    if (!attributes.hasNameStarting('xmlns')) return this;
    const bound = new Map<string, string | null>();
    for (const [name, value] of attributes.all()) {
      if (name === 'xmlns')
        bound.set('', value.trim() === '' ? this.defaultPrefix : prefixOfUri(value));
      else if (name.startsWith('xmlns:')) bound.set(name.slice(6), prefixOfUri(value));
    }
    if (isMisbound(written.toLowerCase(), bound.get(''))) bound.delete('');
    return bound.size === 0 ? this : new Scope(this.defaultPrefix, this, bound);
  }

  /** The same declarations with another default prefix. */
  of(defaultPrefix: DefaultPrefix): Scope {
    return defaultPrefix === this.defaultPrefix
      ? this
      : new Scope(defaultPrefix, this.outer?.of(defaultPrefix) ?? null, this.bound);
  }

  /** Everything that decides what a name means here, as one string. */
  bindings(): string {
    return JSON.stringify([this.defaultPrefix, [...this.bound], this.outer?.bindings() ?? null]);
  }

  elementName(written: string): ElementName {
    const known = this.names.get(written);
    if (known) return known;
    const tag = written.toLowerCase();
    const canonical = this.canonicalName(tag);
    const read = readNames.get(canonical);
    const contents = read === undefined ? null : contentsOf(read);
    const name = { written, tag, name: read ?? canonical, contents };
    this.names.set(written, name);
    return name;
  }

  /** An attribute's name: under its usual prefix if it has one, else as written. */
  attributeName(written: string): string {
    return written.includes(':') ? this.canonicalName(written) : written;
  }

  private canonicalName(written: string): string {
    const colon = written.indexOf(':');
    const prefix = colon < 0 ? '' : written.slice(0, colon);
    const local = written.slice(colon + 1);
    if (prefix === 'xml') return written;
    const known = this.prefixFor(prefix);
    if (known !== undefined) return `${known ?? '?'}:${local}`;
    if (prefix !== '') return `${undeclaredPrefix(prefix) ?? '?'}:${local}`;
    return `${written === 'feed' ? 'atom' : this.defaultPrefix}:${local}`;
  }

  /** `undefined` for a prefix that is not declared, `null` for an unknown namespace. */
  private prefixFor(prefix: string): string | null | undefined {
    let bound = this.bound.get(prefix);
    let scope = this.outer;
    while (bound === undefined && scope) {
      bound = scope.bound.get(prefix);
      scope = scope.outer;
    }
    return bound;
  }
}

/** Some feeds put their root into a namespace that does not define it. */
function isMisbound(tag: string, prefix: string | null | undefined): boolean {
  return tag === 'rss' || tag === 'channel' ? prefix !== 'rss' : tag === 'feed' && !prefix;
}
