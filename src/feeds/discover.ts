import { Parser } from 'htmlparser2';
import { absoluteUrl } from '../text/url.ts';

/** A feed that a page links to, or a link that looks like one. */
export interface FeedLink {
  url: string;
  title: string | null;
}

/** The feeds of a page, each list in document order, comment feeds last. */
export interface PageFeeds {
  /** In its head: `<link rel="alternate">` of a feed's type. */
  named: FeedLink[];
  /** Links in its text that look like feeds. */
  linked: FeedLink[];
}

/** Only the beginning of longer pages is read. */
const longestPage = 1_000_000;
/** Reading stops at this depth, since the parser takes time by the square of the depth. */
const deepest = 1_000;
const chunkLength = 16_384;
const mostLinks = 25;
const longestTitle = 200;

/** Of "feed:https://…" and "feed://…". */
const feedScheme = /^feed:(?:\/\/(?=https?:)|(?=https?:|\/\/))/i;

/** True for a web page, which may link to a feed. */
export function isWebPage(text: string): boolean {
  return /<(?:!doctype html|html|head|body|link|a)[\s>]/i.test(text.slice(0, 20_000));
}

/** The feeds that the page at `address` links to. */
export function pageFeeds(html: string, address: string): PageFeeds {
  let base = address;
  let based = false;
  let depth = 0;
  const named: FeedLink[] = [];
  const linked: FeedLink[] = [];
  let link: { url: string; text: string } | null = null;
  const parser = new Parser({
    onopentag(name, { href = '', rel = '', type = '', title = '' }) {
      depth += 1;
      if (name === 'base' && href && !based) {
        base = absoluteUrl(href, address) ?? base;
        based = true;
      } else if (name === 'link' && /\b(?:alternate|feed)\b/i.test(rel)) {
        if (isFeedType(type, href)) add(named, feedAt(href), title);
      } else if (name === 'a') {
        const url = feedAt(href);
        link = url === null ? null : { url, text: '' };
      }
    },
    ontext(text) {
      if (link && link.text.length < longestTitle) link.text += text;
    },
    onclosetag(name) {
      depth -= 1;
      if (name !== 'a' || !link) return;
      if (looksLikeFeed(link.url, link.text)) add(linked, link.url, link.text);
      link = null;
    },
  });
  const feedAt = (href: string) => absoluteUrl(href.replace(feedScheme, ''), base);
  const end = Math.min(html.length, longestPage);
  for (let at = 0; at < end; at += chunkLength) {
    if (depth >= deepest) break;
    parser.write(html.slice(at, Math.min(end, at + chunkLength)));
  }
  parser.end();
  return { named: commentsLast(named), linked: commentsLast(linked) };
}

/** The usual addresses of feeds, those in the page's own folder first. */
export function usualFeeds(address: string): string[] {
  const folder = new URL('.', address).href;
  const root = new URL('/', address).href;
  const names = ['feed', 'rss.xml', 'feed.xml', 'atom.xml', 'rss', 'index.xml', 'feed.json'];
  const below = folder === root ? [] : ['feed', 'rss.xml'].map((name) => folder + name);
  return [...below, ...names.map((name) => root + name)];
}

function isFeedType(type: string, href: string): boolean {
  const essence = type.split(';')[0]?.trim().toLowerCase() ?? '';
  if (/^(?:application|text)\/(?:x-)?(?:rss|atom|rdf)(?:\+xml)?$/.test(essence)) return true;
  if (essence === 'application/feed+json') return true;
  const isVague = /^(?:application|text)\/(?:xml|json)$/.test(essence);
  return isVague && looksLikeFeed(href, '');
}

function looksLikeFeed(address: string, text: string): boolean {
  const path = (address.split(/[?#]/)[0] ?? '').toLowerCase();
  return (
    /(?:^|[/._-])(?:feeds?|rss2?|atom)(?:\.(?:xml|json|php|aspx?))?\/?$/.test(path) ||
    /\.(?:rss|atom|rdf)$/.test(path) ||
    /[?&](?:feed|format|type)=(?:rss2?|atom|feed)\b/i.test(address) ||
    /^\s*(?:rss|atom|(?:rss|atom|news)[ -]?feeds?)\s*$/i.test(text)
  );
}

function add(feeds: FeedLink[], url: string | null, title: string): void {
  if (url === null || feeds.length >= mostLinks || feeds.some((feed) => feed.url === url)) return;
  const words = title.replaceAll(/\s+/g, ' ').trim().slice(0, longestTitle);
  feeds.push({ url, title: words === '' ? null : words });
}

function commentsLast(feeds: readonly FeedLink[]): FeedLink[] {
  const isOfComments = ({ url, title }: FeedLink) =>
    /\bcomments?\b/i.test(new URL(url).pathname) || /\bcomments?\b/i.test(title ?? '');
  return [...feeds.filter((feed) => !isOfComments(feed)), ...feeds.filter(isOfComments)];
}
