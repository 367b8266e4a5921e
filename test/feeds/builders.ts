import type { FeedDocument, FeedStory } from '../../src/core/story/story.ts';
import { expect } from 'vitest';
import { EntryCache, readFeed, type FeedHeaders } from '../../src/feeds/index.ts';

export const paperUrl = 'https://ledger.example/feed.xml';

/** An RSS 2.0 document of "The Harbour Ledger" around the given items. */
export function rss(items: string, root = ''): string {
  return (
    `<?xml version="1.0"?><rss version="2.0" ${root}><channel><title>The Harbour Ledger</title>` +
    `<link>https://ledger.example/</link><description>News of the quay</description>${items}</channel></rss>`
  );
}

/** An Atom document around the given entries. */
export function atom(entries: string, root = 'xmlns="http://www.w3.org/2005/Atom"'): string {
  return (
    `<?xml version="1.0"?><feed ${root}><title>The Harbour Ledger</title><id>urn:ledger</id>` +
    `<link href="https://ledger.example/"/>${entries}</feed>`
  );
}

export function item(number: number, more = ''): string {
  return (
    `<item><title>Story ${number}</title><link>https://ledger.example/${number}</link>` +
    `<guid isPermaLink="false">g-${number}</guid>${more}</item>`
  );
}

interface Served {
  headers?: FeedHeaders;
  url?: string;
}

/** Of all that a test file reads. */
const cache = new EntryCache();

/** A document as it is read without a cache. With one, empty or filled, it must read the same. */
export async function document(
  text: string | Uint8Array,
  { headers = {}, url = paperUrl }: Served = {},
): Promise<FeedDocument> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const read = await readFeed(bytes, headers, url);
  for (const time of ['at first', 'again']) {
    expect(await readFeed(bytes, headers, url, cache), time).toStrictEqual(read);
  }
  return read;
}

export async function stories(
  text: string | Uint8Array,
  served: Served = {},
): Promise<FeedStory[]> {
  return (await document(text, served)).stories;
}

/** The first story of a document; a test that expects one fails when there is none. */
export async function story(text: string | Uint8Array, served: Served = {}): Promise<FeedStory> {
  const [first] = await stories(text, served);
  if (!first) throw new Error('the feed has no story');
  return first;
}

export const headlines = async (feed: string): Promise<(string | null)[]> =>
  (await stories(feed)).map(({ headline }) => headline);
