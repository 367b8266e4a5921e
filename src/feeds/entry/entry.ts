import { decodeHTML } from 'entities';
import type { CommentLinks } from '../../core/story/story.ts';
import type { FeedElement } from '../tree/element.ts';
import { countOf, dateOf, firstNamed, htmlOf, named, titleOf, valueOf } from './elements.ts';
import { plainText } from '../markup/plain-text.ts';
import { photoOf, type PhotoCredits } from './photo.ts';
import { topicsOf } from './topics.ts';
import { untrackedUrl } from '../../text/url.ts';
import type { FeedItem } from './feed-item.ts';

const titles = ['rss:title', 'atom:title', 'dc:title', 'media:title'];
const identities = ['rss:guid', 'atom:id', 'rdf:about'];
const updates = ['atom:updated', 'atom:modified', 'dcterms:modified'];
const publications = [
  'rss:pubdate',
  'atom:published',
  'atom:issued',
  'dc:date',
  'dcterms:issued',
  'dcterms:created',
  'atom:created',
];

/**
 * The fields of one RSS item or Atom entry; `null` for those that are missing or unreadable.
 * `photoCredits` stores the photo credits that were read in this document.
 */
export function feedItem(entry: readonly FeedElement[], photoCredits: PhotoCredits): FeedItem {
  const headline = firstNamed(entry, titles, titleOf);
  const updatedAt = firstNamed(entry, updates, dateOf);
  return {
    guid: firstNamed(entry, identities, valueOf),
    url: articleAddress(entry),
    headline,
    leads: leadsOf(entry),
    publishedAt: firstNamed(entry, publications, dateOf) ?? updatedAt,
    updatedAt,
    bylines: bylinesOf(entry),
    topics: topicsOf(entry),
    photo: photoOf(entry, headline, photoCredits),
    commentCount:
      firstNamed(entry, commentCounts, textCount) ?? firstNamed(entry, atomLinks, repliesCount),
    commentLinks: commentLinksOf(entry),
  };
}

const originalLinks = ['feedburner:origlink', 'pheedo:origlink'];
const atomLinks = ['atom:link'];
const rssLinks = ['rss:link'];

function articleAddress(entry: readonly FeedElement[]): string | null {
  return (
    firstNamed(entry, originalLinks, textAddress) ??
    firstNamed(entry, atomLinks, pageAddress) ??
    firstNamed(entry, atomLinks, alternateAddress) ??
    firstNamed(entry, rssLinks, linkAddress) ??
    firstNamed(entry, identities, permalink)
  );
}

function pageAddress(link: FeedElement): string | null {
  const isPage = (link.attributes.get('type') ?? 'text/html').includes('html');
  return isPage ? alternateAddress(link) : null;
}

/** The address of an Atom link to the story, or to the site itself. */
export function alternateAddress(link: FeedElement): string | null {
  return relOf(link) === 'alternate' ? hrefAddress(link) : null;
}

function linkAddress(link: FeedElement): string | null {
  return textAddress(link) ?? hrefAddress(link);
}

/** An identity that is an address: Atom's id, and RSS's guid unless it is declared to be none. */
function permalink(identity: FeedElement): string | null {
  if (identity.attributes.get('ispermalink')?.trim().toLowerCase() === 'false') return null;
  return /^\s*https?:\/\//i.test(identity.text) ? textAddress(identity) : null;
}

const texts = [
  'rss:description',
  'atom:summary',
  'content:encoded',
  'atom:content',
  'xhtml:body',
  'dc:description',
  'itunes:summary',
  'googleplay:description',
  'itunes:subtitle',
  'media:description',
];

function leadsOf(entry: readonly FeedElement[]): string[] {
  const leads: string[] = [];
  for (const element of named(entry, ...texts)) addLead(leads, element);
  for (const group of named(entry, 'media:group')) {
    for (const element of named(group.children, 'media:description')) addLead(leads, element);
  }
  return leads;
}

/** The beginning of markup that was escaped once too often. */
const escapedMarkup =
  /^\s{0,20}&lt;(?:p|div|span|a|br|img|b|strong|em|i|ul|h[1-6]|figure|table)(?: |&gt;|\/)/i;

function addLead(leads: string[], element: FeedElement): void {
  const html = htmlOf(element);
  if (html !== null) leads.push(escapedMarkup.test(html) ? decodeHTML(html) : html);
}

function bylinesOf(entry: readonly FeedElement[]): string[] {
  const creators = namesIn(named(entry, 'dc:creator'), titleOf);
  if (creators.length > 0) return creators;
  const authors = namesIn(named(entry, 'atom:author', 'rss:author'), authorName);
  return authors.length > 0
    ? authors
    : namesIn(named(entry, 'itunes:author', 'googleplay:author'), titleOf);
}

function namesIn(
  elements: readonly FeedElement[],
  read: (element: FeedElement) => string | null,
): string[] {
  const names: string[] = [];
  for (const element of elements) {
    const name = read(element);
    // A name that was escaped twice still has its tags.
    if (name !== null) names.push(name.includes('</') ? plainText(name) : name);
  }
  return names;
}

const authorNames = ['atom:name', 'rss:name'];

/** The authors of a feed: the byline of its stories that have none themselves. */
export function feedAuthors(about: readonly FeedElement[]): string[] {
  const authors = namesIn(named(about, 'atom:author'), authorName);
  if (authors.length > 0) return authors;
  return namesIn(named(about, 'dc:creator', 'itunes:author', 'googleplay:author'), titleOf);
}

/** An author's name: Atom's `name` element, or the text of RSS's `author`. */
function authorName(author: FeedElement): string | null {
  return firstNamed(author.children, authorNames, titleOf) ?? titleOf(author);
}

const commentCounts = ['slash:comments', 'thr:total'];
const commentFeeds = ['wfw:commentrss'];
const commentPages = ['rss:comments'];

function commentLinksOf(entry: readonly FeedElement[]): CommentLinks {
  return {
    feed: firstNamed(entry, commentFeeds, textAddress) ?? firstNamed(entry, atomLinks, repliesFeed),
    page:
      firstNamed(entry, commentPages, commentsAddress) ?? firstNamed(entry, atomLinks, repliesPage),
  };
}

/** `null` for words, which some feeds write instead of an address. */
function commentsAddress(comments: FeedElement): string | null {
  return /\S\s+\S/.test(comments.text) ? null : textAddress(comments);
}

function textCount({ text }: FeedElement): number | null {
  return countOf(text);
}

function repliesCount(link: FeedElement): number | null {
  return relOf(link) === 'replies' ? countOf(link.attributes.get('thr:count')) : null;
}

function repliesFeed(link: FeedElement): string | null {
  return relOf(link) === 'replies' && !isHtml(link) ? hrefAddress(link) : null;
}

function repliesPage(link: FeedElement): string | null {
  return relOf(link) === 'replies' && isHtml(link) ? hrefAddress(link) : null;
}

function isHtml(link: FeedElement): boolean {
  return link.attributes.get('type')?.includes('html') ?? false;
}

/** A link's relation; absent means "alternate" (RFC 4287, section 4.2.7.2). */
function relOf(link: FeedElement): string {
  const rel = link.attributes.get('rel')?.trim().toLowerCase() || 'alternate';
  return rel.replace('http://www.iana.org/assignments/relation/', '');
}

export function textAddress(element: FeedElement): string | null {
  return untrackedUrl(element.text, element.base);
}

export function hrefAddress(element: FeedElement): string | null {
  return untrackedUrl(element.attributes.get('href') ?? '', element.base);
}
