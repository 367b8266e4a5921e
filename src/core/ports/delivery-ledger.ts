import type { ChannelPause, Delivery, OpenDelivery, Wish } from '../delivery/delivery.ts';
import type { Ending } from '../delivery/protocol.ts';
import type { Snowflake, StoryId } from '../ids.ts';
import type { UnixMs } from '../time/duration.ts';
import type { Fence } from './fence.ts';

export interface DueDigest {
  subscriptionId: string;
  channelId: Snowflake;
  dueAt: UnixMs;
}

/** Stories that wait for their subscription's next digest. */
export interface DigestLedger {
  add(story: DueDigest & { storyId: StoryId; ordinal: number }): Promise<void>;
  /** The digest that has been due for longest. */
  getDue(now: UnixMs): Promise<DueDigest | null>;
  /** Removes and returns the stories due at `dueAt` or earlier, in order. */
  take(subscriptionId: string, dueAt: UnixMs): Promise<StoryId[]>;
  /** Moves the stories that are due after `now` to `dueAt`. */
  reschedule(subscriptionId: string, dueAt: UnixMs, now: UnixMs): Promise<void>;
  /** Moves a subscription's stories to a channel, but drops `present`. Returns all of them. */
  move(
    subscriptionId: string,
    channelId: Snowflake,
    present: readonly StoryId[],
  ): Promise<StoryId[]>;
  has(storyId: StoryId): Promise<boolean>;
}

/** The right to send in a channel, until another claim has a higher fence. */
export interface Lease {
  channelId: Snowflake;
  fence: Fence;
}

export interface ClaimedChannel extends Lease {
  /** From then on somebody else may claim the channel. */
  until: UnixMs;
  guildId: Snowflake;
  /** What to send, in this order, as it was when it was claimed. */
  run: OpenDelivery[];
}

/**
 * The outbox. The rules are in `core/delivery`: the ledger finds a row, applies a rule and saves what
 * it returns, in one transaction.
 */
export interface DeliveryLedger {
  /** Has messages posted, or edited when they are posted already. */
  want(wishes: readonly Wish[], now: UnixMs): Promise<void>;
  /** Has posted messages edited, by the rule `refresh`; unknown keys are skipped. */
  refresh(keys: readonly string[], now: UnixMs, atMostEveryMs?: number): Promise<void>;
  /** The same for what nobody has to see soon, by the rule `refreshWithin`. */
  refreshWithin(keys: readonly string[], now: UnixMs, withinMs: number): Promise<void>;
  /** Has posted messages edited before all else: something in them should no longer be seen. */
  takeDown(keys: readonly string[], now: UnixMs): Promise<void>;
  /** Has messages removed. */
  remove(keys: readonly string[], now: UnixMs): Promise<void>;
  /**
   * Leases the channel that has been due longest and is neither leased nor paused, with its run of at
   * most `limit`: see `runOf`. First those with something to take down, then those where an answer was
   * lost, then by `priorityOf`. `null` when none is due.
   */
  claimChannel(now: UnixMs, leaseMs: number, limit: number): Promise<ClaimedChannel | null>;
  /** When a channel that nobody has leased may be claimed next; `null` when none is before `until`. */
  nextDue(until: UnixMs): Promise<UnixMs | null>;
  /**
   * Counts an attempt, just before its call. Returns the delivery as it is now; `null` when it is not
   * open any more, or the lease was lost.
   */
  begin(lease: Lease, key: string, now: UnixMs): Promise<OpenDelivery | null>;
  /**
   * Saves that a delivery's message is about to be deleted, by the rule `removing`. `false` when the
   * lease was lost: nothing is saved.
   */
  removing(
    lease: Lease,
    key: string,
    message: { id: Snowflake; webhookId?: Snowflake | undefined },
    now: UnixMs,
  ): Promise<boolean>;
  /**
   * Saves how an attempt ended; a success ends the channel's pause. `release` also ends the lease.
   * `false` when the lease was lost: nothing is saved.
   */
  end(
    lease: Lease,
    key: string,
    ending: Ending,
    then: { now: UnixMs; release: boolean },
  ): Promise<boolean>;
  /** Keeps a channel until then; `false` when the lease was lost. */
  renew(lease: Lease, until: UnixMs): Promise<boolean>;
  /** Ends a lease. */
  releaseChannel(lease: Lease, now: UnixMs): Promise<void>;
  /** Makes a channel's postponed deliveries due now, so that they are decided again. */
  dueNow(channelId: Snowflake, now: UnixMs): Promise<void>;
  get(key: string): Promise<Delivery | null>;
  /** The delivery whose message it is. */
  getByMessage(messageId: Snowflake): Promise<Delivery | null>;
  /** Whether a story's own message was posted in any channel, or is to be. */
  isStoryWanted(storyId: StoryId): Promise<boolean>;
  /** A channel's messages that are to be posted and, as far as is known, are not. In order. */
  listUnsent(channelId: Snowflake): Promise<OpenDelivery[]>;
  /** How many deliveries of a channel are open. */
  countOpen(channelId: Snowflake): Promise<number>;
  /** Ends the delivery of a message that was deleted in Discord: it is not posted again. */
  endMessage(messageId: Snowflake, now: UnixMs): Promise<void>;
  /** Ends all deliveries of a deleted channel or thread. */
  endChannel(channelId: Snowflake): Promise<void>;
  savePause(pause: ChannelPause): Promise<void>;
  getPause(channelId: Snowflake): Promise<ChannelPause | null>;
  listPauses(guildId: Snowflake): Promise<ChannelPause[]>;
  deletePause(channelId: Snowflake): Promise<void>;
}
