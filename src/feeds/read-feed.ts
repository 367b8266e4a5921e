import { minuteMs } from '../core/time.ts';
import { ReadError } from '../core/errors.ts';
import type { FeedDocument, FeedStory } from '../core/story.ts';
import { decode } from './decode.ts';
import { countOf, firstNamed, named, titleOf, valueOf } from './elements.ts';
import { alternateAddress, feedAuthors, textAddress, writtenStory } from './entry.ts';
import type { FeedElement } from './feed-element.ts';
import { identitiesOf, identityOfGuid } from './identity.ts';
import { readJsonFeed } from './json-feed.ts';
import { notAFeed } from './not-a-feed.ts';
import type { PhotoCredits } from './photo.ts';
import { StoryReader } from './story-of.ts';
import { TolerantParser } from './tolerant-parser.ts';
import { resolvedAddress } from './web-address.ts';
import type { WrittenFeed, WrittenStory } from './written-story.ts';

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
  const { stories, ...about } = isJson
    ? readJsonFeed(text, base)
    : await readMarkup(text, base, address);
  return { ...about, stories: readStories(newest(stories), about.title) };
}

function readStories(written: readonly WrittenStory[], publisher: string | null): FeedStory[] {
  const reader = new StoryReader(publisher);
  const identities = identitiesOf(written);
  const stories: FeedStory[] = [];
  for (const [place, story] of written.entries()) {
    const identity = identities[place] ?? null;
    const read = identity === null ? null : unlessUnreadable(() => reader.read(story, identity));
    if (read) stories.push(read);
  }
  return stories;
}

async function readMarkup(text: string, base: string, address: string): Promise<WrittenFeed> {
  const photoCredits: PhotoCredits = new Map();
  const parser = new TolerantParser(base, (entry) =>
    unlessUnreadable(() => writtenStory(entry, photoCredits)),
  );
  const { tree } = await parser.parseString(text).catch((cause: unknown) => {
    throw new ReadError(notAFeed(text, parser.tree?.firstElement ?? null, address), { cause });
  });
  const { about = [], entries = [], language = null } = tree ?? {};
  const authors = feedAuthors(about);
  const ttl = firstNamed(about, ['rss:ttl'], (element) => countOf(element.text));
  return {
    title: firstNamed(about, ['rss:title', 'atom:title', 'dc:title'], titleOf),
    siteUrl: siteAddress(about),
    language:
      firstNamed(about, ['rss:language', 'dc:language'], valueOf) ?? (language?.trim() || null),
    ttlMs: ttl === null || ttl === 0 ? null : ttl * minuteMs,
    withdrawn: named(about, 'at:deleted-entry').flatMap(({ attributes }) => {
      const ref = attributes.get('ref')?.trim();
      return ref ? [identityOfGuid(ref)] : [];
    }),
    complete: named(about, 'fh:complete').length > 0,
    stories: entries.map((entry) =>
      entry.bylines.length > 0 || authors.length === 0 ? entry : { ...entry, bylines: authors },
    ),
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

/** One story that cannot be read, for whatever reason, must not cost the feed its others. */
function unlessUnreadable<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
