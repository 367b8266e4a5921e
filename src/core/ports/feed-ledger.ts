import type { Discussion } from '../discussion/discussion.ts';
import type { Feed, FeedAccess, Validators } from '../feed/feed.ts';
import type { Subscription } from '../feed/subscription.ts';
import type { FeedId, Snowflake, StoryId } from '../ids.ts';
import type { UnixMs } from '../time/duration.ts';
import type { Fence } from './fence.ts';
import type { StoredStory, TrackedStory } from '../story/stored-story.ts';

/** A story with what its message in one channel depends on. */
export interface Posting {
  story: StoredStory;
  feed: Feed | null;
  /** Also one that was moved to another channel; `null` when the channel no longer has the feed. */
  subscription: Subscription | null;
  discussion: Discussion | null;
}

/** A feed whose poll is due, with what the poll needs. */
export interface DueFeed {
  feed: Feed;
  fence: Fence;
  subscriptions: Subscription[];
  /** `null` for a public feed. */
  access: FeedAccess | null;
  validators: Validators | null;
}

/** What changes of a feed's stories; what is missing stays as it was. */
export interface StoryChanges {
  /** Inserted, or replaced. */
  stories: readonly StoredStory[];
  /**
   * Stories by the number of polls in a row that missed them: 0 for stories that are back, `null`
   * for those that are not tracked any more.
   */
  missing: ReadonlyMap<number | null, readonly StoryId[]>;
  /** By when they were withdrawn: `null` for those that are back in the feed. */
  withdrawn: ReadonlyMap<UnixMs | null, readonly StoryId[]>;
}

/** What a poll changes besides the feed itself. */
export interface PollChanges extends Partial<StoryChanges> {
  validators?: Validators;
  /** Subscriptions whose channels took their first stories. */
  initialised?: readonly string[];
}

export interface FeedLedger {
  /** Adds its feed too when that is new. `false` when the channel has this feed already. */
  addSubscription(subscription: Subscription, nextPoll: UnixMs): Promise<boolean>;
  deleteSubscription(subscriptionId: string): Promise<boolean>;
  getSubscription(id: string): Promise<Subscription | null>;
  listSubscriptionsOf(feedId: FeedId): Promise<Subscription[]>;
  /** By guild, oldest first; `null` for all guilds. */
  listSubscriptionsIn(guildId: Snowflake | null): Promise<Subscription[]>;
  saveSubscription(subscription: Subscription): Promise<void>;
  getFeed(id: FeedId): Promise<Feed | null>;
  /** Feeds with this address: one for each set of credentials. */
  listFeedsAt(url: string): Promise<Feed[]>;
  /** Leases one feed that has subscriptions and whose poll is due; `null` when none is. */
  claimDueFeed(now: UnixMs, leaseMs: number): Promise<DueFeed | null>;
  /**
   * Saves the feed and ends the lease; `null`, and nothing is saved, when the lease was lost. A feed
   * that `pollNow` made due meanwhile stays due, whatever its `nextPoll`. `changes` are saved too:
   * only in a transaction. Returns the feed's subscriptions as they are now.
   */
  settleFeed(feed: Feed, fence: Fence, changes?: PollChanges): Promise<Subscription[] | null>;
  /** Saves a feed without a lease, and ends any: its holder can no longer settle. */
  saveFeed(feed: Feed): Promise<void>;
  /** Makes a feed due now. */
  pollNow(id: FeedId, now: UnixMs): Promise<void>;
  listStories(feedId: FeedId, identities: readonly string[]): Promise<StoredStory[]>;
  /** Stories that the feed still had or recently missed, and those with these identities, of any age. */
  listTrackedStories(feedId: FeedId, identities: readonly string[]): Promise<TrackedStory[]>;
  /** Stories that were missing from the feed's last poll. */
  listMissingStories(feedId: FeedId): Promise<TrackedStory[]>;
  /** A feed's newest stories by publication, newest first; none that is expired. */
  listRecentStories(feedId: FeedId, limit: number): Promise<StoredStory[]>;
  getStory(id: StoryId): Promise<StoredStory | null>;
  getPosting(id: StoryId, channelId: Snowflake): Promise<Posting | null>;
  countStories(feedId: FeedId): Promise<number>;
  /** More than one story, or kind of change: only in a transaction. */
  saveStories(changes: Partial<StoryChanges>): Promise<void>;
  /** Stories whose article page is to be read now, oldest due first. */
  listStoriesToEnrich(now: UnixMs, limit: number): Promise<StoredStory[]>;
}

/** Deduplicates: which story claimed which key in a channel, so that each is posted once. */
export interface ChannelStories {
  getClaims(channelId: Snowflake, keys: readonly string[]): Promise<Map<string, StoryId>>;
  /** In a transaction: claims the key for a story if it is free, else returns the story that has it. */
  claimFree(
    channelId: Snowflake,
    key: string,
    storyId: StoryId,
    now: UnixMs,
  ): Promise<StoryId | null>;
  /** Claims the key for a story; replaces an earlier claim. */
  claim(channelId: Snowflake, key: string, storyId: StoryId, now: UnixMs): Promise<void>;
  /**
   * In a transaction: claims in another channel what a feed's stories claimed in one. Returns the
   * stories whose keys other stories have there.
   */
  copyClaims(feedId: FeedId, from: Snowflake, to: Snowflake): Promise<StoryId[]>;
  release(channelId: Snowflake, storyIds: readonly StoryId[]): Promise<void>;
}
