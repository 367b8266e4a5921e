import type { FeedId, StoryId } from '../ids.ts';
import type { Story } from './story.ts';
import type { UnixMs } from '../time/duration.ts';

export interface StoredStory {
  id: StoryId;
  feedId: FeedId;
  identity: string;
  /** Hash of the feed item, before article enrichment. Changes when the publisher changes it. */
  feedHash: string;
  story: Story;
  /** The feed's latest version, before article enrichment; `null` if it was not stored. */
  fromFeed: Story | null;
  /** When the story was last corrected; `null` when never. */
  correctedAt: UnixMs | null;
  /** When its publisher withdrew it. Only `StoryChanges.withdrawn` changes this. */
  withdrawnAt: UnixMs | null;
  firstSeenAt: UnixMs;
  /** When to fetch the article page; `null` after success or the last attempt. */
  enrichAt: UnixMs | null;
  enrichAttempts: number;
}

/** What a poll compares with the feed: a story without its content. */
export interface TrackedStory extends Pick<
  StoredStory,
  'id' | 'identity' | 'feedHash' | 'withdrawnAt' | 'firstSeenAt'
> {
  /** Its text was deleted: what its feed says of it is ignored. */
  isExpired: boolean;
  /** Consecutive polls without it; `null` when it is no longer tracked. */
  missing: number | null;
}
