import type { Attributes } from '../markup/attributes.ts';

/**
 * The names under which the mapping knows elements and attributes, "media:content", whatever prefix
 * a feed binds to the namespace. An element of no namespace is RSS's, or Atom's in an Atom feed.
 */
const prefixByUri = new Map([
  ['www.w3.org/2005/atom', 'atom'],
  ['purl.org/atom/ns', 'atom'],
  ['purl.org/rss/1.0', 'rss'],
  ['purl.org/net/rss1.1', 'rss'],
  ['my.netscape.com/rdf/simple/0.9', 'rss'],
  ['channel.netscape.com/rdf/simple/0.9', 'rss'],
  ['backend.userland.com/rss', 'rss'],
  ['backend.userland.com/rss2', 'rss'],
  ['blogs.law.harvard.edu/tech/rss', 'rss'],
  ['cyber.harvard.edu/rss/rss.html', 'rss'],
  ['www.w3.org/1999/02/22-rdf-syntax-ns', 'rdf'],
  ['www.w3.org/1999/xhtml', 'xhtml'],
  ['www.w3.org/xml/1998/namespace', 'xml'],
  ['purl.org/rss/1.0/modules/content', 'content'],
  ['purl.org/rss/1.0/modules/slash', 'slash'],
  ['purl.org/syndication/thread/1.0', 'thr'],
  ['wellformedweb.org/commentapi', 'wfw'],
  ['purl.org/dc/elements/1.0', 'dc'],
  ['purl.org/dc/elements/1.1', 'dc'],
  ['purl.org/dc/terms', 'dcterms'],
  ['search.yahoo.com/mrss', 'media'],
  ['video.search.yahoo.com/mrss', 'media'],
  ['www.rssboard.org/media-rss', 'media'],
  ['www.itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['www.google.com/schemas/play-podcasts/1.0', 'googleplay'],
  ['rssnamespace.org/feedburner/ext/1.0', 'feedburner'],
  ['www.pheedo.com/namespace/pheedo', 'pheedo'],
  ['purl.org/atompub/tombstones/1.0', 'at'],
  ['purl.org/syndication/history/1.0', 'fh'],
]);

/** Prefixes as feeds use them when they forget to declare them. */
const conventionalPrefixes = new Set([...prefixByUri.values(), 'a10']);

/**
 * The elements that are read, local names in lower case; all others are passed over. Written out
 * so that each name is one string in memory, here and in the mapping: they are compared as such.
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

/** What is read in an element: text alone, elements of their own, or text that may hold markup. */
export type Contents = 'text' | 'elements' | 'markup';

/** A new element in one of these means that its end tag was forgotten. */
const textAlone = new Set(['rss:title', 'rss:link', 'rss:guid', 'rss:pubdate', 'rss:comments']);
const containers = new Set(['atom:author', 'rss:author', 'media:group', 'media:content']);

function contentsOf(name: string): Contents {
  if (textAlone.has(name)) return 'text';
  return containers.has(name) ? 'elements' : 'markup';
}

/** An element's name, read where it stands. */
export interface ElementName {
  readonly written: string;
  /** As it is written, in lower case: its end tag says the same. */
  readonly tag: string;
  /** As the mapping knows it; "?:…" in a namespace that it does not know. */
  readonly name: string;
  /** `null` for an element that nothing reads. */
  readonly contents: Contents | null;
}

/** What names without any namespace belong to. */
export type OwnPrefix = 'rss' | 'atom';

/** The prefixes that are bound where an element stands, and the names that were read by them. */
export class Scope {
  readonly own: OwnPrefix;
  private readonly outer: Scope | null;
  private readonly bound: ReadonlyMap<string, string | null>;
  private readonly names = new Map<string, ElementName>();

  constructor(
    own: OwnPrefix,
    outer: Scope | null = null,
    bound: ReadonlyMap<string, string | null> = new Map(),
  ) {
    this.own = own;
    this.outer = outer;
    this.bound = bound;
  }

  /** The scope inside an element that stands here: this one, unless its attributes bind prefixes. */
  inside(written: string, attributes: Attributes): Scope {
    if (!attributes.hasBeginning('xmlns')) return this;
    const bound = new Map<string, string | null>();
    for (const [name, value] of attributes.all()) {
      if (name === 'xmlns') bound.set('', value.trim() === '' ? this.own : knownPrefix(value));
      else if (name.startsWith('xmlns:')) bound.set(name.slice(6), knownPrefix(value));
    }
    if (isMisbound(written.toLowerCase(), bound.get(''))) bound.delete('');
    return bound.size === 0 ? this : new Scope(this.own, this, bound);
  }

  /** The same prefixes in a feed whose names without a namespace belong to `own`. */
  of(own: OwnPrefix): Scope {
    return own === this.own ? this : new Scope(own, this.outer?.of(own) ?? null, this.bound);
  }

  /** All that decides what a name means here, in writing. */
  bindings(): string {
    return JSON.stringify([this.own, [...this.bound], this.outer?.bindings() ?? null]);
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

  /** An attribute's name: canonical when it has a prefix, else as it is written. */
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
    if (prefix !== '') return `${conventionalPrefix(prefix) ?? '?'}:${local}`;
    return `${written === 'feed' ? 'atom' : this.own}:${local}`;
  }

  /** `undefined` for a prefix that is not bound, `null` for one bound to what nobody reads. */
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

/** Some feeds put their own root into a namespace that does not define it. */
function isMisbound(tag: string, prefix: string | null | undefined): boolean {
  return tag === 'rss' || tag === 'channel' ? prefix !== 'rss' : tag === 'feed' && !prefix;
}

/** Our prefix for a namespace; `null` for one that holds nothing we read. */
function knownPrefix(uri: string): string | null {
  const address = uri
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/#]$/, '');
  return prefixByUri.get(address) ?? null;
}

function conventionalPrefix(prefix: string): string | null {
  if (!conventionalPrefixes.has(prefix)) return null;
  return prefix === 'a10' ? 'atom' : prefix;
}
