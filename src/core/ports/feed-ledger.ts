import type { Feed } from '../feed/feed.ts';
import type { Subscription } from '../feed/subscription.ts';
import type { FeedId, Snowflake, StoryId } from '../ids.ts';
import type { UnixMs } from '../time/duration.ts';
import type { Fence } from './fence.ts';
import type { StoredStory, TrackedStory } from '../story/stored-story.ts';

export interface FeedLedger {
  /** Adds the feed too when it is new; a channel takes a feed once: `false` when it did already. */
  addSubscription(subscription: Subscription, nextPoll: UnixMs): Promise<boolean>;
  deleteSubscription(subscriptionId: string): Promise<boolean>;
  getSubscription(id: string): Promise<Subscription | null>;
  listSubscriptionsOf(feedId: FeedId): Promise<Subscription[]>;
  /** By guild, oldest first; `null` for all guilds. */
  listSubscriptionsIn(guildId: Snowflake | null): Promise<Subscription[]>;
  saveSubscription(subscription: Subscription): Promise<void>;
  getFeed(id: FeedId): Promise<Feed | null>;
  /** Those read at an address: one for each way in. */
  listFeedsAt(url: string): Promise<Feed[]>;
  /** Leases one feed that has subscriptions and whose poll is due; `null` when none is. */
  claimDueFeed(now: UnixMs, leaseMs: number): Promise<{ feed: Feed; fence: Fence } | null>;
  /**
   * Ends the lease and stores the feed's state; `false` when the lease was lost. A feed that was made
   * due at once meanwhile stays so, whatever its `nextPoll`.
   */
  settleFeed(feed: Feed, fence: Fence): Promise<boolean>;
  /** Changes a feed outside a lease, and breaks any: whoever holds one fails to settle. */
  saveFeed(feed: Feed): Promise<void>;
  /** Makes a feed due at once. */
  pollNow(id: FeedId, now: UnixMs): Promise<void>;
  listStories(feedId: FeedId, identities: readonly string[]): Promise<StoredStory[]>;
  /** Those that the feed's last readings had, or missed. */
  listTrackedStories(feedId: FeedId): Promise<TrackedStory[]>;
  /** Those that the feed's last reading missed. */
  listMissingStories(feedId: FeedId): Promise<TrackedStory[]>;
  /** Those of any time, by what the feed calls them. */
  listTrackedByIdentity(feedId: FeedId, identities: readonly string[]): Promise<TrackedStory[]>;
  saveMissingPolls(ids: readonly StoryId[], missing: number | null): Promise<void>;
  /** Marks stories as withdrawn, or with `null` as back in their feed. */
  saveWithdrawn(ids: readonly StoryId[], at: UnixMs | null): Promise<void>;
  /**
   * Forgets the words of stories first seen before then, gone from their feeds and never posted;
   * how many. They stay known, so that they never come back as new.
   */
  deleteStoryTexts(seenBefore: UnixMs, limit: number): Promise<number>;
  /** A feed's newest stories by publication, newest first. */
  listRecentStories(feedId: FeedId, limit: number): Promise<StoredStory[]>;
  getStory(id: StoryId): Promise<StoredStory | null>;
  countStories(feedId: FeedId): Promise<number>;
  saveStory(story: StoredStory): Promise<void>;
  /** Stories whose article page is to be read now, oldest due first. */
  listStoriesToEnrich(now: UnixMs, limit: number): Promise<StoredStory[]>;
}

/** Which story a channel was told under which key, so that it is told each once. */
export interface ChannelStories {
  getClaims(channelId: Snowflake, keys: readonly string[]): Promise<Map<string, StoryId>>;
  /** Replaces whoever held the key. */
  claim(channelId: Snowflake, key: string, storyId: StoryId, now: UnixMs): Promise<void>;
  release(channelId: Snowflake, storyIds: readonly StoryId[]): Promise<void>;
  /** How many were held since before then. */
  deleteBefore(at: UnixMs): Promise<number>;
}
