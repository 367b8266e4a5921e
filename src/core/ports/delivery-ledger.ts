import type { ChannelPause, Delivery, WantedDelivery } from '../delivery/delivery.ts';
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
  has(storyId: StoryId): Promise<boolean>;
}

export interface DeliveryLedger {
  /**
   * Adds messages to be posted, or asks for posted ones to be updated. With `postponed`, messages
   * that wait until `notBefore` do not hold back later ones of their channel.
   */
  want(wanted: readonly WantedDelivery[], notBefore: UnixMs, postponed?: boolean): Promise<void>;
  /**
   * Asks for existing deliveries to be updated; unknown and removed ones are skipped. With
   * `atMostEvery`, a posted message is edited at most once in `everyMs`: edits in between wait, and
   * the last version wins.
   */
  refresh(keys: readonly string[], atMostEvery?: { now: UnixMs; everyMs: number }): Promise<void>;
  /** Asks for messages to be removed; one that was never attempted is deleted immediately. */
  remove(keys: readonly string[]): Promise<void>;
  /** Asks for a message that somebody else wrote to be deleted. */
  removeMessage(wanted: WantedDelivery, messageId: Snowflake): Promise<void>;
  /**
   * Leases the due deliveries of one channel: retries first, then by ordinal, at most `limit`.
   * Skips channels with a live lease or a pause, so that each channel's order is preserved. Counts
   * one attempt each. Empty when nothing is due.
   */
  claimRun(now: UnixMs, leaseMs: number, limit: number): Promise<Delivery[]>;
  /** Records what Discord shows now; `false` when the lease was lost. */
  settle(
    key: string,
    fence: Fence,
    shown: { revision: number; messageId: Snowflake | null; hash: string | null },
  ): Promise<boolean>;
  /** Releases an unfinished claim; `untried` undoes the attempt that the claim counted. */
  release(
    key: string,
    fence: Fence,
    again: { notBefore: UnixMs; error: string | null; untried: boolean },
  ): Promise<boolean>;
  /** Releases a claim untried; until `notBefore` it does not hold back later ones of its channel. */
  postpone(key: string, fence: Fence, notBefore: UnixMs): Promise<boolean>;
  /** Makes a channel's postponed deliveries due now, so that they are decided again. */
  dueNow(channelId: Snowflake, now: UnixMs): Promise<void>;
  /** Ends a delivery that can never succeed: its state is failed. */
  fail(key: string, fence: Fence, error: string): Promise<boolean>;
  get(key: string): Promise<Delivery | null>;
  getByMessage(messageId: Snowflake): Promise<Delivery | null>;
  /** Keys that start with `prefix`, in order. */
  listKeys(prefix: string): Promise<string[]>;
  /** A channel's messages that are to be posted and, as far as is known, are not. In order. */
  listUnsent(channelId: Snowflake): Promise<Delivery[]>;
  /** How many deliveries of a channel are unfinished, failed ones not counted. */
  countOpen(channelId: Snowflake): Promise<number>;
  /** Ends the delivery of a message that was deleted in Discord: it is not posted again. */
  endMessage(messageId: Snowflake): Promise<void>;
  /** Ends all deliveries of a deleted channel or thread. */
  endChannel(channelId: Snowflake): Promise<void>;
  savePause(pause: ChannelPause): Promise<void>;
  getPause(channelId: Snowflake): Promise<ChannelPause | null>;
  listPauses(guildId: Snowflake): Promise<ChannelPause[]>;
  deletePause(channelId: Snowflake): Promise<void>;
}
