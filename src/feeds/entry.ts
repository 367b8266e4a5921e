import type { FeedElement } from './feed-element.ts';
import { countOf, dateOf, firstOf, htmlOf, named, titleOf, valueOf } from './elements.ts';
import { photoOf } from './photo.ts';
import { topicsOf } from './topics.ts';
import { readerAddress } from './web-address.ts';
import type { WrittenStory } from './written-story.ts';

/** One RSS item or Atom entry as a story; what is missing or unreadable in it is `null`. */
export function writtenStory(entry: readonly FeedElement[]): WrittenStory {
  const headline = firstOf(
    named(entry, 'rss:title', 'atom:title', 'dc:title', 'media:title'),
    titleOf,
  );
  const updatedAt = firstOf(
    named(entry, 'atom:updated', 'atom:modified', 'dcterms:modified'),
    dateOf,
  );
  const published = named(
    entry,
    'rss:pubdate',
    'atom:published',
    'atom:issued',
    'dc:date',
    'dcterms:issued',
    'dcterms:created',
    'atom:created',
  );
  return {
    guid: firstOf(named(entry, 'rss:guid', 'atom:id', 'rdf:about'), valueOf),
    url: articleAddress(entry),
    headline,
    leads: leadsOf(entry),
    publishedAt: firstOf(published, dateOf) ?? updatedAt,
    updatedAt,
    bylines: bylinesOf(entry),
    topics: topicsOf(entry),
    photo: photoOf(entry, headline),
    ...commentsOf(entry),
  };
}

function articleAddress(entry: readonly FeedElement[]): string | null {
  const links = named(entry, 'atom:link').filter((link) => relOf(link) === 'alternate');
  const pages = links.filter((link) =>
    (link.attributes.get('type') ?? 'text/html').includes('html'),
  );
  const permalinks = named(entry, 'rss:guid').filter(
    (guid) => guid.attributes.get('ispermalink')?.trim().toLowerCase() !== 'false',
  );
  const absolute = [...permalinks, ...named(entry, 'atom:id', 'rdf:about')].filter((id) =>
    /^\s*https?:\/\//i.test(id.text),
  );
  return (
    firstOf(named(entry, 'feedburner:origlink', 'pheedo:origlink'), textAddress) ??
    firstOf([...pages, ...links], hrefAddress) ??
    firstOf(named(entry, 'rss:link'), (link) => textAddress(link) ?? hrefAddress(link)) ??
    firstOf(absolute, textAddress)
  );
}

function leadsOf(entry: readonly FeedElement[]): string[] {
  const group = named(entry, 'media:group').flatMap((element) => element.children);
  const texts = [
    ...named(entry, 'rss:description', 'atom:summary', 'content:encoded', 'atom:content'),
    ...named(entry, 'xhtml:body', 'dc:description', 'itunes:summary', 'itunes:subtitle'),
    ...named([...entry, ...group], 'media:description'),
  ];
  return texts.flatMap((element) => htmlOf(element) ?? []);
}

function bylinesOf(entry: readonly FeedElement[]): string[] {
  const creators = named(entry, 'dc:creator').map(titleOf);
  const authors = named(entry, 'atom:author', 'rss:author').map(authorName);
  const fallback = named(entry, 'itunes:author').map(titleOf);
  const written = [creators, authors, fallback].map((names) =>
    names.filter((name) => name !== null),
  );
  return written.find((names) => names.length > 0) ?? [];
}

/** An author's name: Atom's `name` element, or the text of RSS's `author`. */
export function authorName(author: FeedElement): string | null {
  return firstOf(named(author.children, 'atom:name', 'rss:name'), titleOf) ?? titleOf(author);
}

function commentsOf(
  entry: readonly FeedElement[],
): Pick<WrittenStory, 'commentCount' | 'commentLinks'> {
  const replies = named(entry, 'atom:link').filter((link) => relOf(link) === 'replies');
  const pages = replies.filter((link) => link.attributes.get('type')?.includes('html'));
  const feeds = replies.filter((link) => !pages.includes(link));
  return {
    commentCount:
      firstOf(named(entry, 'slash:comments', 'thr:total'), (element) => countOf(element.text)) ??
      firstOf(replies, (link) => countOf(link.attributes.get('thr:count'))),
    commentLinks: {
      feed: firstOf(named(entry, 'wfw:commentrss'), textAddress) ?? firstOf(feeds, hrefAddress),
      page: firstOf(named(entry, 'rss:comments'), textAddress) ?? firstOf(pages, hrefAddress),
    },
  };
}

/** A link's relation; absent means "alternate" (RFC 4287, section 4.2.7.2). */
export function relOf(link: FeedElement): string {
  const rel = link.attributes.get('rel')?.trim().toLowerCase() || 'alternate';
  return rel.replace('http://www.iana.org/assignments/relation/', '');
}

export function textAddress(element: FeedElement): string | null {
  return readerAddress(element.text, element.base);
}

export function hrefAddress(element: FeedElement): string | null {
  return readerAddress(element.attributes.get('href') ?? '', element.base);
}
