import { z } from 'zod';
import { DiscussionId, Snowflake, StoryId } from '../ids.ts';
import { minuteMs, UnixMs } from '../time/duration.ts';

export const DiscussionState = z.enum([
  'waiting',
  'open',
  'closing-soon',
  'closing',
  'closed',
  'detached',
]);
export type DiscussionState = z.infer<typeof DiscussionState>;

/** A moderator's word on when a discussion ends; it outranks the publisher and the feed's rule. */
export const ModeratorOverride = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('closed'), at: UnixMs }),
  z.object({ kind: z.literal('open-until'), until: UnixMs }),
  z.object({ kind: z.literal('never-closes') }),
]);
export type ModeratorOverride = z.infer<typeof ModeratorOverride>;

/** Where a discussion's comments are read: which source, and the address it reads. */
export const SourceAddress = z.object({
  source: z.enum(['comment-feed', 'page-selectors']),
  url: z.string(),
  selectors: z.record(z.string(), z.string()).nullable(),
});
export type SourceAddress = z.infer<typeof SourceAddress>;

export const Discussion = z.object({
  id: DiscussionId,
  storyId: StoryId,
  subscriptionId: z.string(),
  guildId: Snowflake,
  channelId: Snowflake,
  threadId: Snowflake.nullable(),
  state: DiscussionState,
  source: SourceAddress.nullable(),
  override: ModeratorOverride.nullable(),
  /** What the feed's comment period is counted from. */
  anchor: UnixMs,
  /** Consecutive polls on which the publisher said closed (or open, for the second). */
  closedPolls: z.number().int(),
  openPolls: z.number().int(),
  /** When the publisher's "closed" was believed; `null` while it counts as open. */
  publisherClosedAt: UnixMs.nullable(),
  closingSentence: z.string().nullable(),
  /** The backlog is drained until then at most, once `closing`. */
  drainUntil: UnixMs.nullable(),
  /** The comments were fetched once more after closing began. */
  lastFetched: z.boolean(),
  nextPoll: UnixMs,
  pollErrors: z.number().int(),
  lastError: z.string().nullable(),
  /** The comment count that the publisher last gave. */
  total: z.number().int().nullable(),
  /** What Discord was last brought to: the thread's lock. */
  shownLocked: z.boolean(),
  /** Since when so many comments are missing at once that none is believed gone; else `null`. */
  vanishedSince: UnixMs.nullable().default(null),
});
export type Discussion = z.infer<typeof Discussion>;

export const drainForMs = 30 * minuteMs;

/** Polls that must agree before the publisher's "closed" or "open" is believed. */
export const pollsToConfirm = 2;

/**
 * When a discussion closes, computed anew at every look: a moderator's word, then the publisher's,
 * then the feed's comment period from the anchor. `null` is never.
 */
export function closingTime(
  discussion: Pick<Discussion, 'override' | 'publisherClosedAt' | 'anchor'>,
  commentPeriodMs: number | null,
): UnixMs | null {
  const { override } = discussion;
  if (override) {
    switch (override.kind) {
      case 'closed':
        return override.at;
      case 'open-until':
        return override.until;
      case 'never-closes':
        return null;
      default:
        return override satisfies never;
    }
  }
  if (discussion.publisherClosedAt !== null) return discussion.publisherClosedAt;
  return commentPeriodMs === null ? null : discussion.anchor + commentPeriodMs;
}

/** The instant that a comment period is counted from: publication, unless missing or in the future. */
export function commentPeriodAnchor(publishedAt: UnixMs | null, firstSeenAt: UnixMs): UnixMs {
  return publishedAt === null || publishedAt > firstSeenAt ? firstSeenAt : publishedAt;
}

export interface DiscussionFacts {
  now: UnixMs;
  closesAt: UnixMs | null;
  /** Live comments known. */
  comments: number;
  /** Messages of the thread that are still to be sent, edited or deleted. */
  backlog: number;
  openAtOnce: boolean;
  closingWarningMs: number;
}

/**
 * The state that follows by the rules of the moderation page, one transition at a time: the same
 * state when nothing is due. Callers repeat until it stays.
 */
export function nextState(
  discussion: Pick<Discussion, 'state' | 'threadId' | 'drainUntil' | 'lastFetched'>,
  facts: DiscussionFacts,
): DiscussionState {
  const { now, closesAt } = facts;
  const ended = closesAt !== null && now >= closesAt;
  switch (discussion.state) {
    case 'waiting':
      if (facts.comments > 0) return 'open';
      if (ended) return 'closed';
      return facts.openAtOnce ? 'open' : 'waiting';
    case 'open':
      if (ended) return 'closing';
      return warns(facts) ? 'closing-soon' : 'open';
    case 'closing-soon':
      if (ended) return 'closing';
      return warns(facts) ? 'closing-soon' : 'open';
    case 'closing': {
      if (!ended) return 'open';
      const drained = discussion.lastFetched && facts.backlog === 0;
      const outOfTime = discussion.drainUntil !== null && now >= discussion.drainUntil;
      return drained || outOfTime ? 'closed' : 'closing';
    }
    case 'closed':
      if (ended) return 'closed';
      return discussion.threadId === null ? 'waiting' : 'open';
    case 'detached':
      return 'detached';
    default:
      return discussion.state satisfies never;
  }
}

function warns({ now, closesAt, closingWarningMs }: DiscussionFacts): boolean {
  return closesAt !== null && closingWarningMs > 0 && now >= closesAt - closingWarningMs;
}

/** What the publisher's words on two polls change; "unknown" leaves all as it was. */
export function publisherState(
  discussion: Pick<Discussion, 'closedPolls' | 'openPolls' | 'publisherClosedAt'>,
  closed: boolean | 'unknown',
  now: UnixMs,
): Pick<Discussion, 'closedPolls' | 'openPolls' | 'publisherClosedAt'> {
  if (closed === 'unknown') return discussion;
  const closedPolls = closed ? discussion.closedPolls + 1 : 0;
  const openPolls = closed ? 0 : discussion.openPolls + 1;
  let { publisherClosedAt } = discussion;
  if (closedPolls >= pollsToConfirm) publisherClosedAt ??= now;
  if (openPolls >= pollsToConfirm) publisherClosedAt = null;
  return { closedPolls, openPolls, publisherClosedAt };
}
