import { minuteMs } from '../core/time.ts';
import { ReadError } from '../core/errors.ts';
import type { FeedDocument } from '../core/story.ts';
import { decode } from './decode.ts';
import { countOf, firstOf, named, titleOf, valueOf } from './elements.ts';
import { authorName, hrefAddress, relOf, textAddress, writtenStory } from './entry.ts';
import type { FeedElement } from './feed-tree.ts';
import { identified, type Claimed } from './identity.ts';
import { readJsonFeed, type JsonFeedRead } from './json-feed.ts';
import { notAFeed } from './not-a-feed.ts';
import { storyOf } from './story-of.ts';
import { TolerantParser } from './tolerant-parser.ts';
import { resolvedAddress } from './web-address.ts';
import type { WrittenStory } from './written-story.ts';

/** An answer's headers: names in lower case, several values of one name joined by ", ". */
export type FeedHeaders = Readonly<Record<string, string>>;

const mostStories = 1_000;

/**
 * Reads an RSS (0.9x, 1.0, 2.0), Atom (0.3, 1.0) or JSON feed, well-formed or not. `url` is the
 * address that answered, after redirects. Of more than 1,000 stories the newest are read. Rejects
 * with a `ReadError`, with a sentence for a person, when the document is no feed at all; never for
 * one bad item in it.
 */
export async function readFeed(
  bytes: Uint8Array,
  headers: FeedHeaders,
  url: string,
): Promise<FeedDocument> {
  const text = decode(bytes, headers['content-type'] ?? null);
  const address = URL.canParse(url) ? url : 'about:blank';
  const base = resolvedAddress(headers['content-location'] ?? '', address) ?? address;
  const isJson = /^\s*[{[]/.test(text.slice(0, 1_000));
  const read = isJson
    ? { ...readJsonFeed(text, base), ttlMs: null }
    : await readMarkup(text, base, address);
  const { title, siteUrl, language, ttlMs } = read;
  const claimed = newest(read.stories).flatMap((written) => claimedStory(written, title));
  return { title, siteUrl, language, ttlMs, stories: identified(claimed) };
}

async function readMarkup(
  text: string,
  base: string,
  address: string,
): Promise<JsonFeedRead & Pick<FeedDocument, 'ttlMs'>> {
  const parser = new TolerantParser(base);
  const feed = await parser.parseString(text).catch((cause: unknown) => {
    throw new ReadError(notAFeed(text, parser.tree?.firstElement ?? null, address), { cause });
  });
  const about = feed.elements ?? [];
  const authors = named(about, 'atom:author').flatMap((author) => authorName(author) ?? []);
  const ttl = firstOf(named(about, 'rss:ttl'), (element) => countOf(element.text));
  return {
    title: firstOf(named(about, 'rss:title', 'atom:title', 'dc:title'), titleOf),
    siteUrl: siteAddress(about),
    language: firstOf(named(about, 'rss:language', 'dc:language'), valueOf) ?? languageOf(parser),
    ttlMs: ttl === null || ttl === 0 ? null : ttl * minuteMs,
    stories: feed.items.flatMap(({ elements = [] }) => {
      const story = unlessUnreadable(() => writtenStory(elements));
      return story.map((written) =>
        written.bylines.length > 0 ? written : { ...written, bylines: authors },
      );
    }),
  };
}

function siteAddress(about: readonly FeedElement[]): string | null {
  const links = named(about, 'atom:link').filter((link) => relOf(link) === 'alternate');
  return firstOf(named(about, 'rss:link'), textAddress) ?? firstOf(links, hrefAddress);
}

function languageOf({ tree }: TolerantParser): string | null {
  return tree?.language?.trim() || null;
}

/** The newest stories, in document order still; the undated count as the document orders them. */
function newest(stories: WrittenStory[]): WrittenStory[] {
  if (stories.length <= mostStories) return stories;
  const kept = new Set(
    [...stories]
      .sort((a, b) => (b.publishedAt ?? Infinity) - (a.publishedAt ?? Infinity) || 0)
      .slice(0, mostStories),
  );
  return stories.filter((story) => kept.has(story));
}

function claimedStory(written: WrittenStory, publisher: string | null): Claimed[] {
  return unlessUnreadable(() => ({ story: storyOf(written, publisher), guid: written.guid }));
}

/** One story that cannot be read, for whatever reason, must not cost the feed its others. */
function unlessUnreadable<T>(read: () => T): T[] {
  try {
    return [read()];
  } catch {
    return [];
  }
}
