import { Parser } from 'htmlparser2';
import { z } from 'zod';
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
  /** Pages that it says it belongs to: its own address, its channel, its author's page. */
  pages: string[];
}

/** Only the beginning of longer pages is read. */
const longestPage = 1_000_000;
/** Reading stops at this depth, since the parser takes time by the square of the depth. */
const deepest = 1_000;
const chunkLength = 16_384;
const mostLinks = 25;
const mostPages = 4;
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
  const pages: string[] = [];
  let link: { url: string; text: string } | null = null;
  const parser = new Parser({
    onopentag(name, { href = '', rel = '', type = '', title = '', itemprop = '', content = '' }) {
      depth += 1;
      if (name === 'base' && href && !based) {
        base = absoluteUrl(href, address) ?? base;
        based = true;
      } else if (name === 'link' && /\b(?:alternate|feed)\b/i.test(rel)) {
        if (isFeedType(type, href)) add(named, feedAt(href), title);
      } else if (name === 'link' && (/\bcanonical\b/i.test(rel) || itemprop === 'url')) {
        addPage(feedAt(href));
      } else if (name === 'meta' && itemprop === 'channelId') {
        // A page of a video (schema.org microdata) gives its channel by number.
        if (/^[\w-]{1,60}$/.test(content)) addPage(feedAt(`/channel/${content}`));
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
  const addPage = (url: string | null) => {
    const isNew = url !== null && url !== address && !pages.includes(url);
    if (isNew && pages.length < mostPages) pages.push(url);
  };
  const feedAt = (href: string) => absoluteUrl(href.replace(feedScheme, ''), base);
  const end = Math.min(html.length, longestPage);
  for (let at = 0; at < end; at += chunkLength) {
    if (depth >= deepest) break;
    parser.write(html.slice(at, Math.min(end, at + chunkLength)));
  }
  parser.end();
  return { named: commentsLast(withoutTwins(named)), linked: commentsLast(linked), pages };
}

/**
 * Those of a page's feeds that are of the page itself, where the page is a part of its site: "/sport/"
 * is what "/sport/feed", "/rss/sport.xml" and the title "The Ledger: Sport" have in common. All of
 * them, without those of comments only, where nothing tells them apart.
 */
export function feedsOfPage(named: readonly FeedLink[], address: string): FeedLink[] {
  const ofStories = named.filter((feed) => !isOfComments(feed));
  const feeds = ofStories.length > 0 ? ofStories : [...named];
  const parts = new URL(address).pathname.split('/').filter((part) => part !== '');
  for (const part of parts.toReversed()) {
    const words = wordsOf(decoded(part).replace(/\.\w{1,5}$/, ''));
    const own = feeds.filter(({ url, title }) => {
      const said = new Set([...wordsOf(decoded(new URL(url).pathname)), ...wordsOf(title ?? '')]);
      return words.length > 0 && words.every((word) => said.has(word));
    });
    if (own.length > 0 && own.length < feeds.length) return own;
  }
  return feeds;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** One feed in two formats is one: the first is kept. */
function withoutTwins(feeds: readonly FeedLink[]): FeedLink[] {
  const formats = /\b(?:rss|atom|rdf|json|feed|xml|index)(?:[ ._-]?[\d.]{1,3})?\b/gi;
  const kept = new Map<string, FeedLink>();
  for (const feed of feeds) {
    const { origin, pathname, search } = new URL(feed.url);
    const place = `${pathname}${search}`.replaceAll(formats, '').replaceAll(/[^\p{L}\p{N}]/gu, '');
    const name = (feed.title ?? '').replaceAll(formats, '').replaceAll(/[^\p{L}\p{N}]/gu, '');
    const key = `${origin} ${place} ${name}`;
    if (!kept.has(key)) kept.set(key, feed);
  }
  return [...kept.values()];
}

/** The usual addresses of feeds: below the page itself, then in its folder, then of the site. */
export function usualFeeds(address: string): string[] {
  const root = new URL('/', address).href;
  const folder = new URL('.', address).href;
  const page = new URL(address);
  page.search = '';
  const own =
    page.href.endsWith('/') || /\.\w{1,5}$/.test(page.pathname) ? folder : `${page.href}/`;
  const names = ['feed', 'rss.xml', 'feed.xml', 'atom.xml', 'rss', 'index.xml', 'feed.json'];
  const below = (place: string, ends: readonly string[]) =>
    place === root ? [] : ends.map((name) => place + name);
  const folders = own === folder ? [] : below(folder, ['feed', 'rss.xml']);
  return [...below(own, ['feed', 'rss']), ...folders, ...names.map((name) => root + name)];
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

function isOfComments({ url, title }: FeedLink): boolean {
  return /\bcomments?\b/i.test(new URL(url).pathname) || /\bcomments?\b/i.test(title ?? '');
}

function commentsLast(feeds: readonly FeedLink[]): FeedLink[] {
  return [...feeds.filter((feed) => !isOfComments(feed)), ...feeds.filter(isOfComments)];
}

/** The iTunes Search API's answer to a lookup: `results[].feedUrl`; `null` for anything else. */
export function lookedUpFeeds(json: string): FeedLink[] | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return null;
  }
  const answer = LookupAnswer.safeParse(parsed);
  if (!answer.success) return null;
  const found: FeedLink[] = [];
  for (const { feedUrl, collectionName } of answer.data.results.slice(0, mostLinks)) {
    add(found, absoluteUrl(feedUrl, 'https://itunes.apple.com/'), collectionName);
  }
  return found;
}

const LookupAnswer = z.object({
  results: z.array(
    z.object({ feedUrl: z.string().catch(''), collectionName: z.string().catch('') }),
  ),
});
