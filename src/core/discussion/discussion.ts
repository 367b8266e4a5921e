import { z } from 'zod';
import { Validators } from '../feed/feed.ts';
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

/** A moderator's decision on when a discussion closes. Overrides the publisher and the feed's settings. */
export const ModeratorOverride = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('closed'), at: UnixMs }),
  z.object({ kind: z.literal('open-until'), until: UnixMs }),
  z.object({ kind: z.literal('never-closes') }),
]);
export type ModeratorOverride = z.infer<typeof ModeratorOverride>;

/** The comment source of a discussion, and what that source needs to find the comments again. */
export const DiscussionSource = z.object({ name: z.string(), ref: z.unknown() });
export type DiscussionSource = z.infer<typeof DiscussionSource>;

/** Validators of the last answer of one of a discussion's addresses. */
export const AnswerValidators = Validators.extend({ askedAt: UnixMs });
export type AnswerValidators = z.infer<typeof AnswerValidators>;

export const Discussion = z.object({
  id: DiscussionId,
  storyId: StoryId,
  subscriptionId: z.string(),
  guildId: Snowflake,
  channelId: Snowflake,
  threadId: Snowflake.nullable(),
  state: DiscussionState,
  /** `null` until it is found. */
  source: DiscussionSource.nullable(),
  /** By address, of the last look. Empty before the comments were read for the first time. */
  validators: z.record(z.string(), AnswerValidators).default({}),
  /** When the discussion began, or a look last found a change; `null` before version 5 of the schema. */
  changedAt: UnixMs.nullable().default(null),
  override: ModeratorOverride.nullable(),
  /** Start of the feed's comment period. */
  anchor: UnixMs,
  /** Consecutive polls where the publisher says "closed"; `openPolls` counts "open". */
  closedPolls: z.number().int(),
  openPolls: z.number().int(),
  /** When the publisher's "closed" was confirmed; `null` while the publisher counts as open. */
  publisherClosedAt: UnixMs.nullable(),
  closingSentence: z.string().nullable(),
  /** While `closing`: the latest time to wait for unsent messages. */
  drainUntil: UnixMs.nullable(),
  /** While `closing`: the comments were fetched a last time. */
  lastFetched: z.boolean(),
  nextPoll: UnixMs,
  pollErrors: z.number().int(),
  lastError: z.string().nullable(),
  /** The publisher's latest comment count. */
  total: z.number().int().nullable(),
  /** True when the thread was last locked in Discord by the bot. */
  shownLocked: z.boolean(),
  /** Start of a mass disappearance of comments; `null` when there is none. */
  vanishedSince: UnixMs.nullable().default(null),
});
export type Discussion = z.infer<typeof Discussion>;

export const drainForMs = 30 * minuteMs;

/** Consecutive polls that must agree before the publisher's "closed" or "open" is confirmed. */
export const pollsToConfirm = 2;

/**
 * When a discussion closes, by the first that applies: the moderator's override, the publisher's
 * "closed", the comment period after `anchor`. `null` means never.
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

/** Start of a comment period: publication, or first sight if that is missing or in the future. */
export function commentPeriodAnchor(publishedAt: UnixMs | null, firstSeenAt: UnixMs): UnixMs {
  return publishedAt === null || publishedAt > firstSeenAt ? firstSeenAt : publishedAt;
}

export interface DiscussionFacts {
  now: UnixMs;
  closesAt: UnixMs | null;
  /** Cached comments that are live. */
  comments: number;
  /** The thread's messages that are still to be sent, edited or deleted. */
  backlog: number;
  openAtOnce: boolean;
  closingWarningMs: number;
}

/**
 * The next state, one transition at a time; the same state when nothing is due. Callers repeat until
 * it no longer changes.
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
      return isClosingSoon(facts) ? 'closing-soon' : 'open';
    case 'closing-soon':
      if (ended) return 'closing';
      return isClosingSoon(facts) ? 'closing-soon' : 'open';
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

function isClosingSoon({ now, closesAt, closingWarningMs }: DiscussionFacts): boolean {
  return closesAt !== null && closingWarningMs > 0 && now >= closesAt - closingWarningMs;
}

/** The counters and the confirmed state after one more poll; "unknown" changes nothing. */
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
