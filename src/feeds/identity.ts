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
  const claims = claimed.map(({ story, guid }) => claimOf(story, guid));
  const contested = contestedClaims(claimed, claims);
  const stories: FeedStory[] = [];
  for (const [place, { story }] of claimed.entries()) {
    const claim = claims[place] ?? null;
    if (claim === null) continue;
    const heirs = contested.get(claim);
    const identity = heirs ? heirs.get(story) : identityOf(claim);
    if (identity !== undefined) stories.push({ ...story, identity });
  }
  return stories;
}

/** The identities of the stories that share their claim, by claim; later writings alone have one. */
function contestedClaims(
  claimed: readonly Claimed[],
  claims: readonly (string | null)[],
): Map<string, Map<Story, string>> {
  const contested = new Map<string, Map<Story, string>>();
  if (new Set(claims).size === claims.length) return contested;
  const claimants = new Map<string, Story[]>();
  for (const [place, { story }] of claimed.entries()) {
    const claim = claims[place] ?? null;
    if (claim === null) continue;
    const others = claimants.get(claim);
    if (others) others.push(story);
    else claimants.set(claim, [story]);
  }
  for (const [claim, stories] of claimants) {
    if (stories.length > 1) contested.set(claim, shared(identityOf(claim), stories));
  }
  return contested;
}

function shared(identity: string, stories: readonly Story[]): Map<Story, string> {
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
