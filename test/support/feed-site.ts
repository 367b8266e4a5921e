import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SiteStory {
  slug: string;
  headline: string;
  /** Minutes before the feed is printed first; the feed is set newest first by its order here. */
  at?: number;
  guid?: string;
  /** Where it links; its own page by default, none with `null`. */
  link?: string | null;
  summary?: string;
  author?: string;
  topics?: readonly string[];
  photo?: { url: string; caption?: string };
  comments?: number;
}

/** A server whose feeds and pages a test writes. A story's page is served until it is taken down. */
export interface FeedSite {
  url: string;
  feedUrl: string;
  secondFeedUrl: string;
  /** Sets a feed's stories, in document order, and optional markup for its channel. */
  print(stories: readonly SiteStory[], feed?: string, channel?: string): void;
  pageUrl(slug: string): string;
  /** Sets the HTML of a story's page. */
  writePage(slug: string, html: string): void;
  takeDown(slug: string, status?: number): void;
  requests(slug: string): number;
  /** From now on feeds have validators, and answer 304 when the client has the newest version. */
  answersConditionally(): void;
  close(): Promise<void>;
}

const day = Date.UTC(2026, 10, 24, 8, 0, 0);

export async function startFeedSite(): Promise<FeedSite> {
  const feeds = new Map<string, string>();
  const pages = new Map<string, string>();
  const down = new Map<string, number>();
  const asked = new Map<string, number>();
  let conditional = false;
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.set(path, (asked.get(path) ?? 0) + 1);
    const feed = feeds.get(path);
    if (feed !== undefined) {
      const etag = `"${createHash('sha256').update(feed).digest('hex')}"`;
      const validators: Record<string, string> = conditional ? { etag } : {};
      if (conditional && request.headers['if-none-match'] === etag) response.writeHead(304).end();
      else {
        const type = { 'content-type': 'application/rss+xml' };
        response.writeHead(200, { ...type, ...validators }).end(feed);
      }
    } else if (path.startsWith('/stories/')) {
      const status = down.get(path) ?? 200;
      const page = status === 200 ? (pages.get(path) ?? '<!doctype html><p>A story.</p>') : '';
      response.writeHead(status, { 'content-type': 'text/html' }).end(page);
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const pageUrl = (slug: string) => `${url}/stories/${slug}`;
  const site: FeedSite = {
    url,
    feedUrl: `${url}/feed.xml`,
    secondFeedUrl: `${url}/second.xml`,
    print(stories, feed = site.feedUrl, channel = '') {
      feeds.set(new URL(feed).pathname, rssOf(stories, url, pageUrl, channel));
    },
    pageUrl,
    writePage: (slug, html) => void pages.set(`/stories/${slug}`, html),
    takeDown: (slug, status = 404) => void down.set(`/stories/${slug}`, status),
    answersConditionally: () => void (conditional = true),
    requests: (slug) => asked.get(`/stories/${slug}`) ?? 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  site.print([]);
  site.print([], site.secondFeedUrl);
  return site;
}

/** Stories one to `count`, newest first, an hour apart. */
export function siteStories(count: number): SiteStory[] {
  return Array.from({ length: count }, (_, index) => {
    const number = count - index;
    return { slug: `s${number}`, headline: `Story ${number}`, at: -60 * (count - number) };
  });
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const element = (name: string, text: string | undefined) =>
  text === undefined ? '' : `<${name}>${escaped(text)}</${name}>`;

function rssOf(
  stories: readonly SiteStory[],
  url: string,
  pageUrl: (slug: string) => string,
  channel: string,
): string {
  const items = stories.map((story) => {
    const link = story.link === undefined ? pageUrl(story.slug) : (story.link ?? undefined);
    const date =
      story.at === undefined ? undefined : new Date(day + story.at * 60_000).toUTCString();
    const { photo } = story;
    return [
      '<item>',
      element('title', story.headline),
      element('link', link),
      `<guid isPermaLink="false">${escaped(story.guid ?? story.slug)}</guid>`,
      element('pubDate', date),
      element('dc:creator', story.author),
      element('description', story.summary),
      ...(story.topics ?? []).map((topic) => element('category', topic)),
      story.comments === undefined ? '' : element('slash:comments', String(story.comments)),
      photo &&
        `<media:content url="${escaped(photo.url)}" medium="image">${element('media:description', photo.caption)}</media:content>`,
      '</item>',
    ].join('');
  });
  return `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/"><channel><title>The Harbour Ledger</title><link>${url}/</link>${channel}${items.join('')}</channel></rss>`;
}
