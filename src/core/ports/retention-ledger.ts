import type { FeedId } from '../ids.ts';
import type { UnixMs } from '../time/duration.ts';

/** A row in the order in which rows are looked at, oldest first. */
export type RetentionPlace = readonly [at: UnixMs, id: string | number];

/** What a step deleted, and where the next one goes on; `null` when no row is left to look at. */
export interface RetentionStep {
  deleted: number;
  next: RetentionPlace | null;
}

/** Feeds in the order of their ids, and within one its stories. */
export interface CapPlace {
  feedId: string;
  /** `null` when all stories of this feed were looked at. */
  within: RetentionPlace | null;
}

export interface CapLimits {
  /** How many of its newest stories each feed keeps. */
  perFeed: number;
  /** A feed whose newest stories were all first seen since then is flooding. */
  floodedSince: UnixMs;
  /** Stories with messages wanted since then stay. */
  wantedSince: UnixMs;
}

export interface CapStep {
  deleted: number;
  /** `null` when no feed is left to look at. */
  next: CapPlace | null;
  /** A feed that was just found to be flooding, and when the oldest story that it keeps was first seen. */
  flood: { feedId: FeedId; oldestAt: UnixMs } | null;
}

/**
 * Deletes what is over, at most `limit` rows at a time, and returns how many. Identities stay, but
 * for `capStories`: a story that returns to its feed is not new, and a discussion is not opened again.
 */
export interface RetentionLedger {
  /** Notes when discussions were first found closed or detached. */
  markOver(now: UnixMs, limit: number): Promise<number>;
  /**
   * Expires the discussion that has been over for longest, if that was before `overBefore`, and
   * deletes its comments and what is stored of its thread's messages; the messages stay in Discord.
   * One with a message still to be sent, or a case that waits for a ruling, is passed over. Looks at
   * a bounded number of discussions after `from`; `null` for the first ones.
   */
  expireDiscussion(
    overBefore: UnixMs,
    limit: number,
    from: RetentionPlace | null,
  ): Promise<RetentionStep>;
  /**
   * Deletes the text of stories first seen, and posted, before then, which their feeds no longer
   * have and whose discussions are expired, and what is stored of their messages. Looks at `limit`
   * stories after `from`; `null` for the first ones.
   */
  expireStories(before: UnixMs, limit: number, from: RetentionPlace | null): Promise<RetentionStep>;
  /**
   * Deletes stories of one feed, whole, with their identities: those beyond its newest ones that it no
   * longer has and that nothing keeps, as in {@link expireStories}. What they claimed in channels stays
   * claimed. Looks at `limit` stories after `from`; `null` for the first feed.
   */
  capStories(
    limits: CapLimits,
    now: UnixMs,
    limit: number,
    from: CapPlace | null,
  ): Promise<CapStep>;
  /** Deletes which story claimed which key in a channel: see `ChannelStories`. */
  deleteClaims(before: UnixMs, limit: number): Promise<number>;
  /**
   * Deletes deliveries of digests, notices of skipped stories, alerts, removals and private messages
   * that are not open.
   */
  deleteDeliveries(before: UnixMs, limit: number): Promise<number>;
  /** Deletes how often keys were used whose messages were removed before then. */
  deleteUsedGenerations(before: UnixMs, limit: number): Promise<number>;
}
