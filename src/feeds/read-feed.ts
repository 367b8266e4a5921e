import { minuteMs } from '../core/time/duration.ts';
import { ReadError } from '../core/errors.ts';
import type { FeedDocument, FeedStory } from '../core/story/story.ts';
import { decodeText } from '../text/charset.ts';
import { countOf, firstNamed, named, titleOf, valueOf } from './entry/elements.ts';
import { CachedEntries, unlessUnreadable } from './cache/cached-entries.ts';
import { alternateAddress, hubAddresses, textAddress } from './entry/addresses.ts';
import { feedAuthors } from './entry/bylines.ts';
import type { FeedElement } from './tree/element.ts';
import { identitiesOf, identityOfGuid } from './story/identity.ts';
import { readJsonFeed } from './entry/json-feed.ts';
import { notAFeed } from './tree/not-a-feed.ts';
import type { EntryCache } from './cache/entry-cache.ts';
import { StoryReader } from './story/story-reader.ts';
import { TreeParser } from './tree/rss-parser.ts';
import { readFeedTree } from './tree/tree.ts';
import { absoluteUrl } from '../text/url.ts';
import type { ParsedFeed } from './entry/feed-item.ts';
import { newest } from './entry/newest.ts';

/** A response's headers: names in lower case, several values of one name joined by ", ". */
export type FeedHeaders = Readonly<Record<string, string>>;

/**
 * Reads an RSS (0.9x, 1.0, 2.0), Atom (0.3, 1.0) or JSON feed, well-formed or not. `url` is the
 * address after redirects. Of more than 1,000 stories the newest are read, and the others counted. Rejects
 * with a `ReadError` that a person can read when the document is no feed; one bad item in it is left
 * out. A `cache` makes it faster and changes nothing in the result; stories from the cache are
 * frozen.
 */
export async function readFeed(
  bytes: Uint8Array,
  headers: FeedHeaders,
  url: string,
  cache: EntryCache | null = null,
): Promise<FeedDocument> {
  const text = decodeText(bytes, headers['content-type'] ?? null);
  const address = URL.canParse(url) ? url : 'about:blank';
  const base = absoluteUrl(headers['content-location'] ?? '', address) ?? address;
  const isJson = /^\s*[{[]/.test(text.slice(0, 1_000));
  if (isJson) return readStories(readJsonFeed(text, base), null);
  const entries = new CachedEntries(text, cache, cache !== null);
  const feed = await readMarkup(text, base, address, entries);
  if (!entries.isStale) return readStories(feed, entries);
  const reread = new CachedEntries(text, cache, false);
  return readStories(await readMarkup(text, base, address, reread), reread);
}

function readStories({ items, ...about }: ParsedFeed, entries: CachedEntries | null): FeedDocument {
  const reader = new StoryReader(about.title);
  const read = newest(items, ({ publishedAt }) => publishedAt);
  const identities = identitiesOf(read);
  const stories: FeedStory[] = [];
  for (const [index, item] of read.entries()) {
    const identity = identities[index] ?? null;
    if (identity === null) continue;
    const cached = entries?.story(item, identity);
    const story = cached ?? unlessUnreadable(() => reader.read(item, identity));
    if (!story) continue;
    stories.push(story);
    if (!cached) entries?.save(item, story);
  }
  return { ...about, leftOut: about.leftOut + items.length - read.length, stories };
}

/** One for all documents: making one takes as long as reading an item. */
const parser = new TreeParser();

async function readMarkup(
  text: string,
  base: string,
  address: string,
  reader: CachedEntries,
): Promise<ParsedFeed> {
  const tree = readFeedTree(text, { url: base, isNamed: base !== address }, reader);
  await parser.parseTree(tree).catch((cause: unknown) => {
    throw new ReadError(notAFeed(text, tree.firstElement, address), { cause });
  });
  const { about, entries, language } = tree;
  const title = firstNamed(about, ['rss:title', 'atom:title', 'dc:title'], titleOf);
  const ttl = firstNamed(about, ['rss:ttl'], (element) => countOf(element.text));
  return {
    title,
    siteUrl: siteAddress(about),
    language:
      firstNamed(about, ['rss:language', 'dc:language'], valueOf) ?? (language?.trim() || null),
    ttlMs: ttl === null || ttl === 0 ? null : ttl * minuteMs,
    withdrawn: named(about, 'at:deleted-entry').flatMap(({ attributes }) => {
      const ref = attributes.get('ref')?.trim();
      return ref ? [identityOfGuid(ref)] : [];
    }),
    hub: hubAddresses(about),
    leftOut: tree.leftOut,
    complete: named(about, 'fh:complete').length > 0,
    items: reader.items(entries, title, feedAuthors(about)),
  };
}

function siteAddress(about: readonly FeedElement[]): string | null {
  return (
    firstNamed(about, ['rss:link'], textAddress) ??
    firstNamed(about, ['atom:link'], alternateAddress)
  );
}
