import { hexHash } from '../../text/hash.ts';
import type { FeedItem } from '../entry/feed-item.ts';

/**
 * The identities of a document's stories, in their order: a hash of the guid, else of the address,
 * else of headline and date; `null` for what has none of them and is no story. Where several claim
 * the same identity, the oldest keeps it and each other gets a suffix made from its own address or
 * headline: a suffix counted by place would pass to another story as the document rolls on. Of a
 * story written twice the latest writing alone has an identity.
 */
export function identitiesOf(stories: readonly FeedItem[]): (string | null)[] {
  const claims = stories.map(claimOf);
  const identities = claims.map((claim) => (claim === null ? null : identityOf(claim)));
  if (new Set(claims).size === claims.length) return identities;
  const contested = contestedIdentities(stories, claims);
  return stories.map((story, place) => {
    const claim = claims[place] ?? null;
    const shared = claim === null ? undefined : contested.get(claim);
    return shared ? (shared.get(story) ?? null) : (identities[place] ?? null);
  });
}

/** By claim, the identities of the stories that share it. */
function contestedIdentities(
  stories: readonly FeedItem[],
  claims: readonly (string | null)[],
): Map<string, Map<FeedItem, string>> {
  const claimants = new Map<string, FeedItem[]>();
  for (const [place, story] of stories.entries()) {
    const claim = claims[place] ?? '';
    const others = claimants.get(claim);
    if (others) others.push(story);
    else claimants.set(claim, [story]);
  }
  const contested = new Map<string, Map<FeedItem, string>>();
  for (const [claim, sharing] of claimants) {
    if (sharing.length > 1) contested.set(claim, sharedOut(identityOf(claim), sharing));
  }
  return contested;
}

function sharedOut(identity: string, stories: readonly FeedItem[]): Map<FeedItem, string> {
  const distinct = latestWritings(stories);
  const heir = oldestOf(distinct);
  return new Map(
    distinct.map((story) => [story, story === heir ? identity : `${identity}#${suffixOf(story)}`]),
  );
}

/** The identity of the story that alone has this guid in its document. */
export function identityOfGuid(guid: string): string {
  return identityOf(guidClaim(guid));
}

function identityOf(claim: string): string {
  return hexHash(claim, 32);
}

function suffixOf(story: FeedItem): string {
  return hexHash(tellingPart(story), 8);
}

function claimOf({ guid, url, headline, publishedAt }: FeedItem): string | null {
  if (guid !== null) return guidClaim(guid);
  if (url !== null) return `url\n${url}`;
  return headline === null ? null : `headline\n${headline}\n${publishedAt ?? ''}`;
}

function guidClaim(guid: string): string {
  return `guid\n${guid}`;
}

function tellingPart({ url, headline, publishedAt }: FeedItem): string {
  return url ?? headline ?? String(publishedAt);
}

function latestWritings(stories: readonly FeedItem[]): FeedItem[] {
  const latest = new Map<string, FeedItem>();
  for (const story of stories) {
    const other = latest.get(tellingPart(story));
    if (!other || writtenAt(story) > writtenAt(other)) latest.set(tellingPart(story), story);
  }
  return [...latest.values()];
}

function writtenAt({ publishedAt, updatedAt }: FeedItem): number {
  return updatedAt ?? publishedAt ?? Number.NEGATIVE_INFINITY;
}

/** By publication; by the habit of feeds the last in the document where dates are missing or equal. */
function oldestOf(stories: readonly FeedItem[]): FeedItem | undefined {
  const isDated = stories.every(({ publishedAt }) => publishedAt !== null);
  return stories.reduce<FeedItem | undefined>(
    (oldest, story) =>
      isDated && oldest && (story.publishedAt ?? 0) > (oldest.publishedAt ?? 0) ? oldest : story,
    undefined,
  );
}
