import { hash } from 'node:crypto';
import type { FeedStory, Story } from '../core/story.ts';

/** A story with the identity that its publisher gives it, if any. */
export interface Claimed {
  story: Story;
  guid: string | null;
}

/**
 * Gives stories their identities: a hash of the guid, else of the address, else of headline and
 * date; what has none of them is no story and left out. Where several stories of one document claim
 * the same identity, the oldest keeps it and each other gets a suffix made from its own address or
 * headline: a suffix counted by place would pass to another story as the document rolls on. A story
 * written twice is kept in its latest writing.
 */
export function identified(claimed: readonly Claimed[]): FeedStory[] {
  const claims = new Map<string, Story[]>();
  for (const { story, guid } of claimed) {
    const claim = claimOf(story, guid);
    if (claim === null) continue;
    const claimants = claims.get(claim);
    if (claimants) claimants.push(story);
    else claims.set(claim, [story]);
  }
  const identities = new Map<Story, string>();
  for (const [claim, stories] of claims) {
    const distinct = stories.length === 1 ? stories : latestWritings(stories);
    const oldest = oldestOf(distinct);
    const identity = identityOf(claim);
    for (const story of distinct) {
      const isHeir = story === oldest;
      identities.set(story, isHeir ? identity : `${identity}#${suffixOf(story)}`);
    }
  }
  return claimed.flatMap(({ story }) => {
    const identity = identities.get(story);
    return identity === undefined ? [] : [{ ...story, identity }];
  });
}

/** The identity of the story that alone has this guid in its document. */
export function identityOfGuid(guid: string): string {
  return identityOf(guidClaim(guid));
}

function identityOf(claim: string): string {
  return hash('sha256', claim, 'hex').slice(0, 32);
}

function suffixOf(story: Story): string {
  return hash('sha256', tellingPart(story), 'hex').slice(0, 8);
}

function claimOf({ url, headline, publishedAt }: Story, guid: string | null): string | null {
  if (guid !== null) return guidClaim(guid);
  if (url !== null) return `url\n${url}`;
  return headline === null ? null : `headline\n${headline}\n${publishedAt ?? ''}`;
}

function guidClaim(guid: string): string {
  return `guid\n${guid}`;
}

function tellingPart({ url, headline, publishedAt }: Story): string {
  return url ?? headline ?? String(publishedAt);
}

function latestWritings(stories: readonly Story[]): Story[] {
  const latest = new Map<string, Story>();
  for (const story of stories) {
    const other = latest.get(tellingPart(story));
    if (!other || writtenAt(story) > writtenAt(other)) latest.set(tellingPart(story), story);
  }
  return [...latest.values()];
}

function writtenAt({ publishedAt, updatedAt }: Story): number {
  return updatedAt ?? publishedAt ?? Number.NEGATIVE_INFINITY;
}

/** By publication; by the habit of feeds the last in the document where dates are missing or equal. */
function oldestOf(stories: readonly Story[]): Story | undefined {
  const isDated = stories.every(({ publishedAt }) => publishedAt !== null);
  return stories.reduce<Story | undefined>(
    (oldest, story) =>
      isDated && oldest && (story.publishedAt ?? 0) > (oldest.publishedAt ?? 0) ? oldest : story,
    undefined,
  );
}
