import { hexHash } from '../../text/hash.ts';
import type { FeedItem } from '../entry/feed-item.ts';

/**
 * The identities of a document's items, in their order: a hash of the guid, else of the address,
 * else of headline and date, of the recording, or of the text's beginning; `null` for an item with
 * none of them, which is no story. Of several
 * items with the same identity the oldest keeps it, and each other gets a suffix made from its own
 * address or headline (a suffix by position would move to another story in the next document). Of
 * an item that stands twice only the latest version has an identity.
 */
export function identitiesOf(stories: readonly FeedItem[]): (string | null)[] {
  const keys = stories.map(keyOf);
  const identities = keys.map((key) => (key === null ? null : identityOf(key)));
  if (new Set(keys).size === keys.length) return identities;
  const shared = sharedIdentities(stories, keys);
  return stories.map((story, place) => {
    const key = keys[place] ?? null;
    const own = key === null ? undefined : shared.get(key);
    return own ? (own.get(story) ?? null) : (identities[place] ?? null);
  });
}

/** The identities of the items that share a key, by that key. */
function sharedIdentities(
  stories: readonly FeedItem[],
  keys: readonly (string | null)[],
): Map<string, Map<FeedItem, string>> {
  const byKey = new Map<string, FeedItem[]>();
  for (const [place, story] of stories.entries()) {
    const key = keys[place] ?? '';
    const others = byKey.get(key);
    if (others) others.push(story);
    else byKey.set(key, [story]);
  }
  const shared = new Map<string, Map<FeedItem, string>>();
  for (const [key, sharing] of byKey) {
    if (sharing.length > 1) shared.set(key, distinctIdentities(identityOf(key), sharing));
  }
  return shared;
}

function distinctIdentities(identity: string, stories: readonly FeedItem[]): Map<FeedItem, string> {
  const distinct = latestVersions(stories);
  const oldest = oldestOf(distinct);
  return new Map(
    distinct.map((story) => [
      story,
      story === oldest ? identity : `${identity}#${suffixOf(story)}`,
    ]),
  );
}

/** The identity of a story whose guid no other story of its document has. */
export function identityOfGuid(guid: string): string {
  return identityOf(guidKey(guid));
}

function identityOf(key: string): string {
  return hexHash(key, 32);
}

function suffixOf(story: FeedItem): string {
  return hexHash(distinguishingPart(story), 8);
}

function keyOf({ guid, url, headline, publishedAt, enclosure, opening }: FeedItem): string | null {
  if (guid !== null) return guidKey(guid);
  if (url !== null) return `url\n${url}`;
  if (headline !== null) return `headline\n${headline}\n${publishedAt ?? ''}`;
  if (enclosure !== null) return `enclosure\n${enclosure}`;
  return opening === null ? null : `opening\n${opening}\n${publishedAt ?? ''}`;
}

function guidKey(guid: string): string {
  return `guid\n${guid}`;
}

function distinguishingPart({ url, headline, publishedAt }: FeedItem): string {
  return url ?? headline ?? String(publishedAt);
}

function latestVersions(stories: readonly FeedItem[]): FeedItem[] {
  const latest = new Map<string, FeedItem>();
  for (const story of stories) {
    const other = latest.get(distinguishingPart(story));
    if (!other || versionAt(story) > versionAt(other)) latest.set(distinguishingPart(story), story);
  }
  return [...latest.values()];
}

function versionAt({ publishedAt, updatedAt }: FeedItem): number {
  return updatedAt ?? publishedAt ?? Number.NEGATIVE_INFINITY;
}

/** By publication; the last in the document when dates are missing or equal (feeds are newest first). */
function oldestOf(stories: readonly FeedItem[]): FeedItem | undefined {
  const isDated = stories.every(({ publishedAt }) => publishedAt !== null);
  return stories.reduce<FeedItem | undefined>(
    (oldest, story) =>
      isDated && oldest && (story.publishedAt ?? 0) > (oldest.publishedAt ?? 0) ? oldest : story,
    undefined,
  );
}
