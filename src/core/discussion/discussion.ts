import { z } from 'zod';
import { Validators } from '../feed/feed.ts';
import { DiscussionId, Snowflake, StoryId } from '../ids.ts';
import { CommentLinks } from '../story/story.ts';
import { minuteMs, UnixMs } from '../time/duration.ts';
import { SlowMode } from './slow-mode.ts';

/** `null` for decisions of earlier versions. */
const decidedAt = UnixMs.nullable().default(null);

/** A moderator's decision on when a discussion closes. Overrides the publisher and the feed's settings. */
export const ModeratorOverride = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('closed'), at: UnixMs }),
  z.object({ kind: z.literal('open-until'), until: UnixMs, at: decidedAt }),
  z.object({ kind: z.literal('never-closes'), at: decidedAt }),
]);
export type ModeratorOverride = z.infer<typeof ModeratorOverride>;

/** The comment source of a discussion, and what that source needs to find the comments again. */
export const DiscussionSource = z.object({ name: z.string(), ref: z.unknown() });
export type DiscussionSource = z.infer<typeof DiscussionSource>;

/** `tryAt` is when it is tried again; `reason` says how it failed. */
export const ReplacedSource = z.object({
  source: DiscussionSource,
  tryAt: UnixMs,
  reason: z.string(),
});

/** Validators of the last answer of one of a discussion's addresses. */
export const AnswerValidators = Validators.extend({ askedAt: UnixMs });
export type AnswerValidators = z.infer<typeof AnswerValidators>;

const facts = {
  id: DiscussionId,
  storyId: StoryId,
  /** By its settings the comments are mirrored: of the feed that brings them. */
  subscriptionId: z.string(),
  /** The comment links that another feed of the channel has for the same story; `null` for none. */
  otherLinks: CommentLinks.nullable().default(null),
  guildId: Snowflake,
  channelId: Snowflake,
  /** `null` until it is found. */
  source: DiscussionSource.nullable(),
  /** By address, of the last look. Empty before the comments were read for the first time. */
  validators: z.record(z.string(), AnswerValidators).default({}),
  /** When the comments were last read without a failure; `null` before the first time. */
  readAt: UnixMs.nullable().default(null),
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
  nextPoll: UnixMs,
  pollErrors: z.number().int(),
  lastError: z.string().nullable(),
  /** The publisher's latest comment count. */
  total: z.number().int().nullable(),
  /** True when the thread was last locked in Discord by the bot. */
  shownLocked: z.boolean(),
  /** The source that was found first, while another is read in its place since it fails. */
  replaced: ReplacedSource.nullable().default(null),
  /** Start of a mass disappearance of comments; `null` when there is none. */
  vanishedSince: UnixMs.nullable().default(null),
  /** Until then comments are still fetched after the close: one was reported to the publisher. */
  watchUntil: UnixMs.nullable().default(null),
  /** Of its thread, while Wirethread has something to do about it; `null` else. */
  slowMode: SlowMode.nullable().default(null),
  /** A person ended the rule's slow mode: the rule leaves the thread alone until then. */
  slowModeRestsUntil: UnixMs.default(0),
};

/**
 * An article's comments, mirrored in a thread of one channel:
 * - `waiting`: there is no comment yet, so there is no thread;
 * - `open`, and `closing-soon` after the warning;
 * - `closing`: the last comments are fetched, then posted until `drainUntil` at the latest;
 * - `closed`: `drainUntil` is that of its closing, `null` when it had nothing to post;
 * - `detached`: its thread, or its story's message, was deleted. It stays so;
 * - `expired`: it has been closed or detached for long, so its comments were deleted here. Its thread
 *   stays in Discord, and it is not opened again.
 */
export const Discussion = z.discriminatedUnion('state', [
  z.object({ ...facts, state: z.literal('waiting'), threadId: z.null() }),
  z.object({ ...facts, state: z.literal('open'), threadId: Snowflake }),
  z.object({ ...facts, state: z.literal('closing-soon'), threadId: Snowflake }),
  z.object({
    ...facts,
    state: z.literal('closing'),
    threadId: Snowflake,
    drainUntil: UnixMs,
    /** How long no process was there to post them: {@link transitionOf} does not count that. */
    awayMs: z.number().int().nonnegative().default(0),
    /** The comments were fetched a last time. */
    lastFetched: z.boolean(),
  }),
  z.object({
    ...facts,
    state: z.literal('closed'),
    threadId: Snowflake.nullable(),
    drainUntil: UnixMs.nullable(),
  }),
  z.object({ ...facts, state: z.literal('detached'), threadId: Snowflake.nullable() }),
  z.object({ ...facts, state: z.literal('expired'), threadId: Snowflake.nullable() }),
]);
export type Discussion = z.infer<typeof Discussion>;

export type DiscussionState = Discussion['state'];
export type DiscussionIn<S extends DiscussionState> = Extract<Discussion, { state: S }>;

/** In the order of a discussion's life. */
export const discussionStates = Discussion.options.map(({ shape }) => shape.state.value);

const drainForMs = 30 * minuteMs;
/** A discussion that nobody looks at for so long waited for a process, not for Discord. */
const awayAfterMs = 5 * minuteMs;

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

/** A transition that is due; `discussion` is in its next state. */
export type Transition =
  | { kind: 'none' }
  | { kind: 'changed'; discussion: Discussion }
  /** It opens once it has a thread: see {@link opened}. */
  | { kind: 'opens'; discussion: DiscussionIn<'waiting'> }
  /** It closes without a comment: see {@link closedUnopened}. */
  | { kind: 'closes-unopened'; discussion: DiscussionIn<'waiting'> };

const none: Transition = { kind: 'none' };

/** The transition that is due, one at a time: callers repeat until there is none. */
export function transitionOf(discussion: Discussion, facts: DiscussionFacts): Transition {
  const { now, closesAt } = facts;
  const ended = closesAt !== null && now >= closesAt;
  const changed = (next: Discussion): Transition => ({ kind: 'changed', discussion: next });
  switch (discussion.state) {
    case 'waiting':
      if (facts.comments > 0) return { kind: 'opens', discussion };
      if (ended) return { kind: 'closes-unopened', discussion };
      return facts.openAtOnce ? { kind: 'opens', discussion } : none;
    case 'open':
    case 'closing-soon': {
      if (ended) {
        const drainUntil = now + drainForMs;
        return changed({
          ...discussion,
          state: 'closing',
          drainUntil,
          awayMs: 0,
          lastFetched: false,
        });
      }
      const state = isClosingSoon(facts) ? 'closing-soon' : 'open';
      return state === discussion.state ? none : changed({ ...discussion, state });
    }
    case 'closing': {
      const { drainUntil, awayMs, lastFetched, ...rest } = discussion;
      if (!ended) return changed({ ...rest, state: 'open' });
      // The comments of the last fetch are posted before the closing notice.
      if (!lastFetched) return changed({ ...discussion, lastFetched: true });
      if (facts.backlog > 0 && now < drainUntil + awayMs) return none;
      return changed({ ...rest, state: 'closed', drainUntil });
    }
    case 'closed': {
      if (ended) return none;
      const { drainUntil: _, threadId, ...rest } = discussion;
      // It is fetched at once: readers wrote while it was closed.
      const reopened = { ...rest, nextPoll: now };
      return threadId === null
        ? changed({ ...reopened, state: 'waiting', threadId })
        : changed({ ...reopened, state: 'open', threadId });
    }
    case 'detached':
    case 'expired':
      return none;
    default:
      return discussion satisfies never;
  }
}

/** The discussion with the time that it was due and nobody looked. A closing one is due each few seconds. */
export function afterAway(discussion: Discussion, lateMs: number): Discussion {
  if (discussion.state !== 'closing' || lateMs < awayAfterMs) return discussion;
  return { ...discussion, awayMs: discussion.awayMs + lateMs };
}

export function opened(discussion: DiscussionIn<'waiting'>, threadId: Snowflake): Discussion {
  return { ...discussion, state: 'open', threadId };
}

/** A forum post is a thread before it has any comment: `threadId` is then the one to lock. */
export function closedUnopened(
  discussion: DiscussionIn<'waiting'>,
  threadId: Snowflake | null,
): Discussion {
  return { ...discussion, state: 'closed', threadId, drainUntil: null };
}

export function detached(discussion: Discussion): Discussion {
  return Discussion.parse({ ...discussion, state: 'detached' });
}

/** Without what its publisher and its source said. */
export function expired(discussion: Discussion): Discussion {
  const without = {
    source: null,
    replaced: null,
    validators: {},
    closingSentence: null,
    lastError: null,
  };
  return Discussion.parse({ ...discussion, ...without, state: 'expired' });
}

/** True from its closing time on, until a moderator opens it again. */
export function isEnding({ state }: Pick<Discussion, 'state'>): boolean {
  return state === 'closing' || state === 'closed';
}

/** True when only a moderator can open it again, or nobody. */
export function isOver({ state }: Pick<Discussion, 'state'>): boolean {
  return state === 'closed' || state === 'detached' || state === 'expired';
}

function isClosingSoon({ now, closesAt, closingWarningMs }: DiscussionFacts): boolean {
  return closesAt !== null && closingWarningMs > 0 && now >= closesAt - closingWarningMs;
}

/**
 * The counters and the confirmed state after one more poll; "unknown" changes nothing. What was
 * closed before it was first seen needs no second poll: nobody here could write in it yet.
 */
export function publisherState(
  discussion: Pick<Discussion, 'closedPolls' | 'openPolls' | 'publisherClosedAt'>,
  closed: boolean | 'unknown',
  now: UnixMs,
  isFirstLook: boolean,
): Pick<Discussion, 'closedPolls' | 'openPolls' | 'publisherClosedAt'> {
  if (closed === 'unknown') return discussion;
  const counted = isFirstLook ? pollsToConfirm : discussion.closedPolls + 1;
  const closedPolls = closed ? counted : 0;
  const openPolls = closed ? 0 : discussion.openPolls + 1;
  let { publisherClosedAt } = discussion;
  if (closedPolls >= pollsToConfirm) publisherClosedAt ??= now;
  if (openPolls >= pollsToConfirm) publisherClosedAt = null;
  return { closedPolls, openPolls, publisherClosedAt };
}
