import type { HubLink } from '../../core/feed/hub.ts';
import type { CommentLinks } from '../../core/story/story.ts';
import type { FeedElement } from '../tree/element.ts';
import { countOf, firstNamed } from './elements.ts';
import { isImage } from './pictures.ts';
import { absoluteUrl, untrackedUrl } from '../../text/url.ts';

const identities = ['rss:guid', 'atom:id', 'rdf:about'];
const originalLinks = ['feedburner:origlink', 'pheedo:origlink'];
const atomLinks = ['atom:link'];
const rssLinks = ['rss:link'];

/** Where an item leads to. */
export function articleAddress(entry: readonly FeedElement[]): string | null {
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

/** The address of an Atom link to the story, or to the site itself; some write it as the link's text. */
export function alternateAddress(link: FeedElement): string | null {
  return relOf(link) === 'alternate' ? (hrefAddress(link) ?? textAddress(link)) : null;
}

function linkAddress(link: FeedElement): string | null {
  return textAddress(link) ?? hrefAddress(link);
}

/** The address of an item's recording: an enclosure, or any media that are no picture. */
export function enclosureAddress(entry: readonly FeedElement[]): string | null {
  return (
    firstNamed(entry, ['rss:enclosure', 'media:content'], recordingAddress) ??
    firstNamed(entry, atomLinks, (link) => (relOf(link) === 'enclosure' ? hrefAddress(link) : null))
  );
}

function recordingAddress(element: FeedElement): string | null {
  return isImage(element) ? null : absoluteUrl(element.attributes.get('url') ?? '', element.base);
}

/** An identity that is an address: Atom's id, and RSS's guid unless it is declared to be none. */
function permalink(identity: FeedElement): string | null {
  if (identity.attributes.get('ispermalink')?.trim().toLowerCase() === 'false') return null;
  return /^\s*https?:\/\//i.test(identity.text) ? textAddress(identity) : null;
}

const commentCounts = ['slash:comments', 'thr:total'];
const commentFeeds = ['wfw:commentrss'];
const commentPages = ['rss:comments'];

/** Where an item's comments are, by its own elements. */
export function commentLinksOf(entry: readonly FeedElement[]): CommentLinks {
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

/** How many comments an item has, by its own elements. */
export function commentCountOf(entry: readonly FeedElement[]): number | null {
  return firstNamed(entry, commentCounts, textCount) ?? firstNamed(entry, atomLinks, repliesCount);
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

/** The hub that a feed's head names, and the feed's own address (WebSub, section 4). */
export function hubAddresses(about: readonly FeedElement[]): Partial<HubLink> {
  const linked = (rel: string) =>
    firstNamed(about, atomLinks, (link) => (relOf(link) === rel ? hrefAddress(link) : null));
  const [hub, topic] = [linked('hub'), linked('self')];
  return { ...(hub !== null && { hub }), ...(topic !== null && { topic }) };
}
