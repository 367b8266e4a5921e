import type { UnixMs } from '../time/duration.ts';

/**
 * Deletes what is over, at most `limit` rows at a time, and returns how many. Identities stay: a
 * story that returns to its feed is not new, and a discussion is not opened again.
 */
export interface RetentionLedger {
  /** Notes when discussions were first found closed or detached. */
  markOver(now: UnixMs, limit: number): Promise<number>;
  /**
   * Expires the discussion that has been over for longest, if that was before `overBefore`, and
   * deletes its comments and what is stored of its thread's messages; the messages stay in Discord.
   * One with a message still to be sent, or a case that waits for a ruling, is passed over.
   */
  expireDiscussion(overBefore: UnixMs, limit: number): Promise<number>;
  /**
   * Deletes the text of stories first seen, and posted, before then, which their feeds no longer
   * have and whose discussions are expired, and what is stored of their messages.
   */
  expireStories(before: UnixMs, limit: number): Promise<number>;
  /** Deletes which story claimed which key in a channel: see `ChannelStories`. */
  deleteClaims(before: UnixMs, limit: number): Promise<number>;
  /** Deletes deliveries of digests, notices of skipped stories, alerts and removals that are not open. */
  deleteDeliveries(before: UnixMs, limit: number): Promise<number>;
  /** Deletes how often keys were used whose messages were removed before then. */
  deleteUsedGenerations(before: UnixMs, limit: number): Promise<number>;
}
