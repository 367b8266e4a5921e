import { mergeRevision } from '../../article/index.ts';
import type { FeedId } from '../../core/ids.ts';
import { isCorrection } from '../../core/story/correction.ts';
import type { StoredStory } from '../../core/story/stored-story.ts';
import type { FeedStory } from '../../core/story/story.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { shortHash } from '../../text/hash.ts';
import { storyId } from '../outbox/keys.ts';

/**
 * Increase it when feeds are read differently than before. What only our reading changed is then
 * saved without a correction mark.
 */
const readingVersion = 3;

/**
 * A hash of what readers see of a story, so that a feed that only changes its dates changes nothing.
 * After the `#` comes the number of comments, which is no correction.
 */
export function feedHash(feedStory: FeedStory): string {
  const { headline, url, summary, photo, credits, topics, dateline, commentCount } = feedStory;
  const text = JSON.stringify([headline, url, summary, photo, credits, topics, dateline]);
  return `${readingVersion}:${shortHash(text)}#${commentCount ?? ''}`;
}

export function newStory(feedId: FeedId, feedStory: FeedStory, now: UnixMs): StoredStory {
  const { identity, ...story } = feedStory;
  return {
    id: storyId(feedId, identity),
    feedId,
    identity,
    feedHash: feedHash(feedStory),
    story,
    fromFeed: story,
    correctedAt: null,
    withdrawnAt: null,
    firstSeenAt: now,
    enrichAt: null,
    enrichAttempts: 0,
  };
}

/** The stored story with its feed's current text; `isCount` when only the number of comments changed. */
export function revisedStory(
  before: StoredStory,
  feedStory: FeedStory,
  now: UnixMs,
): { story: StoredStory; isCount: boolean } {
  const { identity: _, ...revision } = feedStory;
  const hash = feedHash(feedStory);
  if (textPart(before.feedHash) === textPart(hash)) {
    const commentCount = revision.commentCount ?? before.story.commentCount;
    const story = { ...before.story, commentCount };
    return { story: { ...before, feedHash: hash, story }, isCount: true };
  }
  const story = mergeRevision(before.story, revision, before.fromFeed);
  const isSameReading = before.feedHash.startsWith(`${readingVersion}:`);
  const isCorrected = isSameReading && isCorrection(before.story, story);
  const correctedAt = isCorrected ? now : before.correctedAt;
  return {
    story: { ...before, feedHash: hash, story, fromFeed: revision, correctedAt },
    isCount: false,
  };
}

function textPart(hash: string): string | undefined {
  return hash.split('#')[0];
}
