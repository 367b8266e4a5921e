import type { AuditLine } from './audit.ts';
import type { Comment } from './comment.ts';
import type { CommentState } from './changes.ts';
import type { ChannelPause, Delivery, WantedDelivery } from './delivery.ts';
import type { Discussion, DiscussionState } from './discussion.ts';
import type { Feed, FeedAccess, Subscription, Validators } from './feed.ts';
import type { Case, Report } from './flag.ts';
import type { DiscussionId, FeedId, Snowflake, StoryId } from './ids.ts';
import type { GuildSettings } from './settings.ts';
import type { Story } from './story.ts';
import type { UnixMs } from './time.ts';

/** A lease's number: what was claimed under it may only be changed while it is the newest. */
export type Fence = number;

export interface StoredStory {
  id: StoryId;
  feedId: FeedId;
  identity: string;
  /** Hash of the feed's own words, before enrichment: differs when the publisher corrects. */
  feedHash: string;
  story: Story;
  /** As the feed told it last; `null` where that was not kept. */
  told: Story | null;
  /** When a published correction was last taken over; `null` when never. */
  correctedAt: UnixMs | null;
  /** When its publisher withdrew it; changed by {@link FeedLedger.markWithdrawn} alone. */
  withdrawnAt: UnixMs | null;
  firstSeenAt: UnixMs;
  /** The article page still to be read; `null` when it was read or given up. */
  enrichAt: UnixMs | null;
  enrichTries: number;
}

/** How a story stands in its feed, without its words. */
export interface ListedStory extends Pick<
  StoredStory,
  'id' | 'identity' | 'feedHash' | 'withdrawnAt' | 'firstSeenAt'
> {
  /** Readings in a row that missed it; `null` when it is looked for no more. */
  missing: number | null;
}

export interface FeedLedger {
  /** Adds the feed too when it is new; a channel takes a feed once: `false` when it did already. */
  subscribe(subscription: Subscription, nextPoll: UnixMs): Promise<boolean>;
  unsubscribe(subscriptionId: string): Promise<boolean>;
  subscription(id: string): Promise<Subscription | null>;
  subscriptionsOf(feedId: FeedId): Promise<Subscription[]>;
  /** By guild, oldest first; `null` for all guilds. */
  subscriptionsIn(guildId: Snowflake | null): Promise<Subscription[]>;
  updateSubscription(subscription: Subscription): Promise<void>;
  feed(id: FeedId): Promise<Feed | null>;
  /** Those read at an address: one for each way in. */
  feedsAt(url: string): Promise<Feed[]>;
  /** Leases one feed that has subscriptions and whose poll is due; `null` when none is. */
  claimDue(now: UnixMs, leaseMs: number): Promise<{ feed: Feed; fence: Fence } | null>;
  /**
   * Ends the lease and stores the feed's state; `false` when the lease was lost. A feed that was made
   * due at once meanwhile stays so, whatever its `nextPoll`.
   */
  settlePoll(feed: Feed, fence: Fence): Promise<boolean>;
  /** Changes a feed outside a lease, and breaks any: whoever holds one fails to settle. */
  saveFeed(feed: Feed): Promise<void>;
  /** Makes a feed due at once. */
  pollNow(id: FeedId, now: UnixMs): Promise<void>;
  stories(feedId: FeedId, identities: readonly string[]): Promise<StoredStory[]>;
  /** Those that the feed's last readings had, or missed. */
  listed(feedId: FeedId): Promise<ListedStory[]>;
  /** Those that the feed's last reading missed. */
  missed(feedId: FeedId): Promise<ListedStory[]>;
  /** Those of any time, by what the feed calls them. */
  listedAs(feedId: FeedId, identities: readonly string[]): Promise<ListedStory[]>;
  saveListing(ids: readonly StoryId[], missing: number | null): Promise<void>;
  /** Marks stories as withdrawn, or with `null` as back in their feed. */
  markWithdrawn(ids: readonly StoryId[], at: UnixMs | null): Promise<void>;
  /**
   * Forgets the words of stories first seen before then, gone from their feeds and never posted;
   * how many. They stay known, so that they never come back as new.
   */
  forgetWords(seenBefore: UnixMs, limit: number): Promise<number>;
  /** A feed's newest stories by publication, newest first. */
  recentStories(feedId: FeedId, limit: number): Promise<StoredStory[]>;
  story(id: StoryId): Promise<StoredStory | null>;
  storyCount(feedId: FeedId): Promise<number>;
  saveStory(story: StoredStory): Promise<void>;
  /** Stories whose article page is to be read now, oldest due first. */
  storiesToEnrich(now: UnixMs, limit: number): Promise<StoredStory[]>;
}

/** Which story a channel was told under which key, so that it is told each once. */
export interface ChannelStories {
  holders(channelId: Snowflake, keys: readonly string[]): Promise<Map<string, StoryId>>;
  /** Replaces whoever held the key. */
  hold(channelId: Snowflake, key: string, storyId: StoryId, now: UnixMs): Promise<void>;
  release(channelId: Snowflake, storyIds: readonly StoryId[]): Promise<void>;
  /** How many were held since before then. */
  forgetBefore(at: UnixMs): Promise<number>;
}

interface DueDigest {
  subscriptionId: string;
  channelId: Snowflake;
  dueAt: UnixMs;
}

/** Stories that wait for their subscription's next digest. */
export interface DigestLedger {
  gather(story: DueDigest & { storyId: StoryId; ordinal: number }): Promise<void>;
  /** The one longest due. */
  due(now: UnixMs): Promise<DueDigest | null>;
  /** Takes out what is gathered for then or earlier, in order. */
  take(subscriptionId: string, dueAt: UnixMs): Promise<StoryId[]>;
  /** What is gathered for later than now is due then. */
  reschedule(subscriptionId: string, dueAt: UnixMs, now: UnixMs): Promise<void>;
  isGathered(storyId: StoryId): Promise<boolean>;
}

export interface DeliveryLedger {
  /**
   * Adds messages that ought to stand, or asks for those that do to be shown anew. Those that are
   * `putOff` until `notBefore` hold back no later ones of their channel.
   */
  want(wanted: readonly WantedDelivery[], notBefore: UnixMs, putOff?: boolean): Promise<void>;
  /**
   * Asks for known deliveries to be shown anew; unknown and gone ones are passed over. With `calm`
   * a message that stands is edited at most once in `everyMs`: what comes in between waits, and
   * the last version wins.
   */
  refresh(keys: readonly string[], calm?: { now: UnixMs; everyMs: number }): Promise<void>;
  /** Asks for messages to be removed; one that was never tried is dropped at once. */
  remove(keys: readonly string[]): Promise<void>;
  /** Asks for a message that somebody else wrote to be deleted. */
  removeMessage(wanted: WantedDelivery, messageId: Snowflake): Promise<void>;
  /**
   * Leases the due deliveries of one channel: retries first, then by ordinal, at most `limit`.
   * A channel with a live lease or a pause is passed over, so order within it holds. Counts a
   * try. Empty when nothing is due.
   */
  claimRun(now: UnixMs, leaseMs: number, limit: number): Promise<Delivery[]>;
  /** Records what Discord shows now; `false` when the lease was lost. */
  confirm(
    key: string,
    fence: Fence,
    shown: { revision: number; messageId: Snowflake | null; hash: string | null },
  ): Promise<boolean>;
  /** Gives a claim back unfinished; `untried` takes back the try that the claim counted. */
  release(
    key: string,
    fence: Fence,
    again: { notBefore: UnixMs; error: string | null; untried: boolean },
  ): Promise<boolean>;
  /** Gives a claim back untried; until then it holds back no later ones of its channel. */
  putOff(key: string, fence: Fence, notBefore: UnixMs): Promise<boolean>;
  /** Makes due what is put off in a channel: whether it still has to wait is asked anew. */
  wakePutOff(channelId: Snowflake, now: UnixMs): Promise<void>;
  /** Ends a delivery that can never succeed. */
  giveUp(key: string, fence: Fence, error: string): Promise<boolean>;
  byKey(key: string): Promise<Delivery | null>;
  byMessage(messageId: Snowflake): Promise<Delivery | null>;
  /** Keys that begin so, in order. */
  keysLike(prefix: string): Promise<string[]>;
  /** Deliveries of a channel that still have work, dead ones not counted. */
  backlog(channelId: Snowflake): Promise<number>;
  /** A moderator deleted the message: it is not made again. */
  forgetMessage(messageId: Snowflake): Promise<void>;
  /** Ends all work for a channel or thread that is no more. */
  dropChannel(channelId: Snowflake): Promise<void>;
  pause(pause: ChannelPause): Promise<void>;
  paused(channelId: Snowflake): Promise<ChannelPause | null>;
  pausedIn(guildId: Snowflake): Promise<ChannelPause[]>;
  resume(channelId: Snowflake): Promise<void>;
}

export interface StoredComment {
  discussionId: DiscussionId;
  /** Unique over all discussions, short enough for a button's `custom_id`. */
  key: string;
  comment: Comment;
  hash: string;
  state: CommentState;
  missing: number;
  /** Messages that the comment takes. */
  parts: number;
  /** Shown as a placeholder while a case on it is reviewed or upheld. */
  hidden: boolean;
  ordinal: number;
}

export interface DiscussionLedger {
  /** Adds a discussion unless it is there; it is looked at once its story's message stands. */
  open(discussion: Discussion): Promise<void>;
  /** Leases one discussion that is due and whose story's message stands. */
  claimDue(
    now: UnixMs,
    leaseMs: number,
  ): Promise<{ discussion: Discussion; fence: Fence; storyMessageId: Snowflake } | null>;
  /** Stores it with the instant of its next look (`null`: none) and ends the lease. */
  settle(discussion: Discussion, dueAt: UnixMs | null, fence: Fence): Promise<boolean>;
  /**
   * Changes it outside a lease (a moderator's word), makes it due at `dueAt` and breaks any lease:
   * whoever holds one fails to settle and looks again.
   */
  save(discussion: Discussion, dueAt: UnixMs | null): Promise<void>;
  get(id: DiscussionId): Promise<Discussion | null>;
  byThread(threadId: Snowflake): Promise<Discussion | null>;
  ofStory(storyId: StoryId): Promise<Discussion[]>;
  /** Newest first, of one guild, in any of the states. */
  inGuild(
    guildId: Snowflake,
    states: readonly DiscussionState[],
    limit: number,
  ): Promise<{ discussion: Discussion; headline: string | null }[]>;
  /** Those with a thread, to compare with what Discord shows. */
  withThreads(): Promise<Discussion[]>;
  comments(id: DiscussionId): Promise<StoredComment[]>;
  comment(key: string): Promise<StoredComment | null>;
  saveComments(comments: readonly StoredComment[]): Promise<void>;
}

export interface CaseLedger {
  /** The next case number of the guild; counted up within the same transaction. */
  nextNumber(guildId: Snowflake): Promise<number>;
  /** Adds or replaces; replaces only the version before (`false` when another change came first). */
  save(flagged: Case): Promise<boolean>;
  get(guildId: Snowflake, number: number): Promise<Case | null>;
  /** Every case on a subject, by `subjectKey`, whatever its text was; newest first. */
  on(guildId: Snowflake, subjectKey: string): Promise<Case[]>;
  /** Most urgent first, then oldest. */
  queue(guildId: Snowflake, limit: number): Promise<Case[]>;
  /** `false` when this reader reported the case already. */
  addReport(report: Report): Promise<boolean>;
  reports(guildId: Snowflake, number: number): Promise<Report[]>;
  reportsBy(guildId: Snowflake, reporterId: Snowflake, since: UnixMs): Promise<Report[]>;
  /** Blanks the evidence of cases ruled before then; how many. */
  expireEvidence(guildId: Snowflake, ruledBefore: UnixMs): Promise<number>;
}

/** A typed shelf of documents that may be lost without a reader noticing, or that settle a guild. */
export interface Shelf<T> {
  get(key: string): Promise<T | null>;
  /** Kept for `ttlMs` milliseconds, for ever without it. */
  set(key: string, document: T, ttlMs?: number): Promise<void>;
  delete(key: string): Promise<void>;
}

/** All that is kept. Within {@link Store.transaction} it is kept together or not at all. */
export interface Ledger {
  feeds: FeedLedger;
  channelStories: ChannelStories;
  digests: DigestLedger;
  deliveries: DeliveryLedger;
  discussions: DiscussionLedger;
  cases: CaseLedger;
  audit: {
    append(line: AuditLine): Promise<void>;
    /** Newest first. */
    lines(guildId: Snowflake, limit: number): Promise<AuditLine[]>;
  };
  settings: Shelf<GuildSettings>;
  validators: Shelf<Validators>;
  /** By feed id; none for a feed that opens to everybody. */
  access: Shelf<FeedAccess>;
  /** Small texts: the hash of the commands registered last, a text that is about to be flagged. */
  facts: Shelf<string>;
}

export interface Store extends Ledger {
  /**
   * Runs `work` in one transaction, committed when it resolves and rolled back when it throws.
   * Transactions run one after another: `work` must wait for nothing but the ledger it is given,
   * and must use that one only.
   */
  transaction<T>(work: (ledger: Ledger) => Promise<T>): Promise<T>;
  /** Deletes the documents whose time to live is over; how many. */
  sweep(): Promise<number>;
  close(): Promise<void>;
}
