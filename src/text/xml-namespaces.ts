/** The usual prefix of each namespace that feeds use; its URI without scheme and last "/" or "#". */
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
  ['a9.com/-/spec/opensearchrss/1.0', 'opensearch'],
  ['a9.com/-/spec/opensearch/1.1', 'opensearch'],
]);

/** Usual prefixes, which some feeds use without declaring them. */
const usualPrefixes = new Map([
  ...[...prefixByUri.values()].map((prefix) => [prefix, prefix] as const),
  ['a10', 'atom'],
  ['openSearch', 'opensearch'],
]);

/** The usual prefix of a namespace ("dc"); `null` for one that is not in the list. */
export function prefixOfUri(uri: string): string | null {
  const address = uri
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/#]$/, '');
  return prefixByUri.get(address) ?? null;
}

/** What a prefix means that a document does not declare; `null` for an unknown one. */
export function undeclaredPrefix(prefix: string): string | null {
  return usualPrefixes.get(prefix) ?? null;
}
