import { minuteMs } from '../core/time/duration.ts';
import { ReadError } from '../core/errors.ts';
import type { FeedDocument, FeedStory } from '../core/story/story.ts';
import { decodeText } from '../text/charset.ts';
import { countOf, firstNamed, named, titleOf, valueOf } from './entry/elements.ts';
import { Entries, unlessUnreadable } from './cache/cached-entries.ts';
import { alternateAddress, feedAuthors, textAddress } from './entry/entry.ts';
import type { FeedElement } from './tree/element.ts';
import { identitiesOf, identityOfGuid } from './story/identity.ts';
import { readJsonFeed } from './entry/json-feed.ts';
import { notAFeed } from './tree/not-a-feed.ts';
import type { StoryMemory } from './cache/entry-cache.ts';
import { StoryReader } from './story/story-reader.ts';
import { TolerantParser } from './tree/rss-parser.ts';
import { resolvedAddress } from '../text/url.ts';
import type { WrittenFeed, WrittenStory } from './entry/feed-item.ts';

/** An answer's headers: names in lower case, several values of one name joined by ", ". */
export type FeedHeaders = Readonly<Record<string, string>>;

const mostStories = 1_000;

/**
 * Reads an RSS (0.9x, 1.0, 2.0), Atom (0.3, 1.0) or JSON feed, well-formed or not. `url` is the
 * address that answered, after redirects. Of more than 1,000 stories the newest are read. Rejects
 * with a `ReadError`, with a sentence for a person, when the document is no feed at all; never for
 * one bad item in it. A `memory` makes it faster and changes nothing in what is read; the stories
 * that come from it are frozen.
 */
export async function readFeed(
  bytes: Uint8Array,
  headers: FeedHeaders,
  url: string,
  memory: StoryMemory | null = null,
): Promise<FeedDocument> {
  const text = decodeText(bytes, headers['content-type'] ?? null);
  const address = URL.canParse(url) ? url : 'about:blank';
  const base = resolvedAddress(headers['content-location'] ?? '', address) ?? address;
  const isJson = /^\s*[{[]/.test(text.slice(0, 1_000));
  if (isJson) return readStories(readJsonFeed(text, base), null);
  const entries = new Entries(text, memory, memory !== null);
  const feed = await readMarkup(text, base, address, entries);
  if (!entries.isToldOtherwise) return readStories(feed, entries);
  const afresh = new Entries(text, memory, false);
  return readStories(await readMarkup(text, base, address, afresh), afresh);
}

function readStories(
  { stories: written, ...about }: WrittenFeed,
  entries: Entries | null,
): FeedDocument {
  const reader = new StoryReader(about.title);
  const kept = newest(written);
  const identities = identitiesOf(kept);
  const stories: FeedStory[] = [];
  for (const [place, story] of kept.entries()) {
    const identity = identities[place] ?? null;
    if (identity === null) continue;
    const told = entries?.told(story, identity);
    const read = told ?? unlessUnreadable(() => reader.read(story, identity));
    if (!read) continue;
    stories.push(read);
    if (!told) entries?.remember(story, read);
  }
  return { ...about, stories };
}

async function readMarkup(
  text: string,
  base: string,
  address: string,
  reader: Entries,
): Promise<WrittenFeed> {
  const parser = new TolerantParser(base, reader);
  const { tree } = await parser.parseString(text).catch((cause: unknown) => {
    throw new ReadError(notAFeed(text, parser.tree?.firstElement ?? null, address), { cause });
  });
  const { about = [], entries = [], language = null } = tree ?? {};
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
    complete: named(about, 'fh:complete').length > 0,
    stories: reader.written(entries, title, feedAuthors(about)),
  };
}

function siteAddress(about: readonly FeedElement[]): string | null {
  return (
    firstNamed(about, ['rss:link'], textAddress) ??
    firstNamed(about, ['atom:link'], alternateAddress)
  );
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
