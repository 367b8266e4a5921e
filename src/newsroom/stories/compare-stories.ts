import { mergeRevision } from '../../article/index.ts';
import { isCorrection } from '../../core/story/correction.ts';
import type { FeedId } from '../../core/ids.ts';
import type { StoredStory } from '../../core/story/stored-story.ts';
import type { FeedStory } from '../../core/story/story.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { storyId } from '../outbox/keys.ts';
import { shortHash } from '../../text/hash.ts';

/**
 * Counted up when feeds are read otherwise: what only we read anew is taken over, and nobody is
 * told that a publisher corrected it.
 */
const reading = 1;

/**
 * A hash of what readers see of a story as its feed tells it, so that a feed that touches its
 * dates changes nothing; with the number of its comments, which is no correction.
 */
export function feedHash(told: FeedStory): string {
  const { headline, url, summary, photo, credits, topics, dateline, commentCount } = told;
  const words = shortHash(
    JSON.stringify([headline, url, summary, photo, credits, topics, dateline]),
  );
  return `${reading}:${words}#${commentCount ?? ''}`;
}

export function newStory(feedId: FeedId, told: FeedStory, now: UnixMs): StoredStory {
  const { identity, ...story } = told;
  return {
    id: storyId(feedId, identity),
    feedId,
    identity,
    feedHash: feedHash(told),
    story,
    fromFeed: story,
    correctedAt: null,
    withdrawnAt: null,
    firstSeenAt: now,
    enrichAt: null,
    enrichAttempts: 0,
  };
}

/** The stored story with what its feed tells now; `isCount` when that is only another count. */
export function revisedStory(
  before: StoredStory,
  told: FeedStory,
  now: UnixMs,
): { story: StoredStory; isCount: boolean } {
  const { identity: _, ...revision } = told;
  const hash = feedHash(told);
  const [wordsBefore, wordsNow] = [before.feedHash, hash].map((text) => text.split('#')[0]);
  if (wordsBefore === wordsNow) {
    const commentCount = revision.commentCount ?? before.story.commentCount;
    const story = { ...before.story, commentCount };
    return { story: { ...before, feedHash: hash, story }, isCount: true };
  }
  const story = mergeRevision(before.story, revision, before.fromFeed);
  const isReadAlike = before.feedHash.startsWith(`${reading}:`);
  const isCorrected = isReadAlike && isCorrection(before.story, story);
  const correctedAt = isCorrected ? now : before.correctedAt;
  return {
    story: { ...before, feedHash: hash, story, fromFeed: revision, correctedAt },
    isCount: false,
  };
}
