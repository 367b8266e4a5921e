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
  /** The one longest due. */
  getDue(now: UnixMs): Promise<DueDigest | null>;
  /** Takes out what is gathered for then or earlier, in order. */
  take(subscriptionId: string, dueAt: UnixMs): Promise<StoryId[]>;
  /** What is gathered for later than now is due then. */
  reschedule(subscriptionId: string, dueAt: UnixMs, now: UnixMs): Promise<void>;
  has(storyId: StoryId): Promise<boolean>;
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
  settle(
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
  postpone(key: string, fence: Fence, notBefore: UnixMs): Promise<boolean>;
  /** Makes due what is put off in a channel: whether it still has to wait is asked anew. */
  dueNow(channelId: Snowflake, now: UnixMs): Promise<void>;
  /** Ends a delivery that can never succeed. */
  fail(key: string, fence: Fence, error: string): Promise<boolean>;
  get(key: string): Promise<Delivery | null>;
  getByMessage(messageId: Snowflake): Promise<Delivery | null>;
  /** Keys that begin so, in order. */
  listKeys(prefix: string): Promise<string[]>;
  /** Deliveries of a channel that still have work, dead ones not counted. */
  countOpen(channelId: Snowflake): Promise<number>;
  /** A moderator deleted the message: it is not made again. */
  endMessage(messageId: Snowflake): Promise<void>;
  /** Ends all work for a channel or thread that is no more. */
  endChannel(channelId: Snowflake): Promise<void>;
  savePause(pause: ChannelPause): Promise<void>;
  getPause(channelId: Snowflake): Promise<ChannelPause | null>;
  listPauses(guildId: Snowflake): Promise<ChannelPause[]>;
  deletePause(channelId: Snowflake): Promise<void>;
}
