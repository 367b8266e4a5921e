import type { FeedId, StoryId } from '../ids.ts';
import type { Story } from './story.ts';
import type { UnixMs } from '../time/duration.ts';

export interface StoredStory {
  id: StoryId;
  feedId: FeedId;
  identity: string;
  /** Hash of the feed's own words, before enrichment: differs when the publisher corrects. */
  feedHash: string;
  story: Story;
  /** As the feed told it last; `null` where that was not kept. */
  fromFeed: Story | null;
  /** When a published correction was last taken over; `null` when never. */
  correctedAt: UnixMs | null;
  /** When its publisher withdrew it; changed by `FeedLedger.saveWithdrawn` alone. */
  withdrawnAt: UnixMs | null;
  firstSeenAt: UnixMs;
  /** The article page still to be read; `null` when it was read or given up. */
  enrichAt: UnixMs | null;
  enrichAttempts: number;
}

/** How a story stands in its feed, without its words. */
export interface TrackedStory extends Pick<
  StoredStory,
  'id' | 'identity' | 'feedHash' | 'withdrawnAt' | 'firstSeenAt'
> {
  /** Readings in a row that missed it; `null` when it is looked for no more. */
  missing: number | null;
}
