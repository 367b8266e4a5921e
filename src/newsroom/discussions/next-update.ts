import type { Discussion } from '../../core/discussion/discussion.ts';
import { watchEveryMs } from '../../core/moderation/publisher-report.ts';
import { slowModeDue } from '../../core/discussion/slow-mode.ts';
import { hourMs, minuteMs, secondMs, type UnixMs } from '../../core/time/duration.ts';
import type { DiscussionContext } from './discussion-context.ts';
import { shouldBeLocked } from './thread-lock.ts';

/** While a thread's last messages are being posted. */
const drainCheckMs = 2 * secondMs;
/** How often a discussion that its publisher closed is checked for having been reopened. */
export const reopenCheckMs = hourMs;
const reopenChecksForMs = 48 * hourMs;
/** Failed polls after which a discussion whose time is over closes without comments. */
const firstPollAttempts = 5;

type UpdateContext = Pick<DiscussionContext, 'closesAt' | 'subscription' | 'story' | 'now'>;

/**
 * True while a discussion's comments could not be read even once. Its comments are then mirrored
 * even though its time is over, unless a moderator closed it.
 */
export function awaitsFirstComments(
  { state, source, validators, pollErrors, override }: Discussion,
  { subscription, story }: UpdateContext,
): boolean {
  if (state !== 'waiting' || !subscription || override?.kind === 'closed') return false;
  if (pollErrors >= firstPollAttempts) return false;
  if (!source) return pollErrors > 0 || story.enrichAt !== null;
  return Object.keys(validators).length === 0;
}

/** When the discussion is due again; `null` when only a person can change it. */
export function nextUpdate(discussion: Discussion, context: UpdateContext): UnixMs | null {
  if (discussion.state === 'detached' || discussion.state === 'expired') return null;
  return earliest(dueByState(discussion, context), slowModeDue(discussion.slowMode));
}

function dueByState(discussion: Discussion, context: UpdateContext): UnixMs | null {
  const { threadId } = discussion;
  const { closesAt, subscription, now } = context;
  if (threadId !== null && discussion.shownLocked !== shouldBeLocked(discussion)) return now;
  const poll = nextFetch(discussion, context);
  switch (discussion.state) {
    case 'waiting':
      return awaitsFirstComments(discussion, context) ? poll : earliest(poll, closesAt);
    case 'open':
    case 'closing-soon': {
      const warnAt =
        closesAt === null ? null : closesAt - (subscription?.settings.closingWarningMs ?? 0);
      return earliest(poll, closesAt, warnAt !== null && warnAt > now ? warnAt : null);
    }
    case 'closing':
      return discussion.lastFetched ? now + drainCheckMs : now;
    case 'closed': {
      const everyMs = closedCheckMs(discussion, now);
      return poll === null || everyMs === null ? null : Math.max(poll, now + everyMs);
    }
    case 'detached':
    case 'expired':
      return null;
    default:
      return discussion satisfies never;
  }
}

/** How often a closed discussion is still fetched; `null` for not any more. */
function closedCheckMs(discussion: Discussion, now: UnixMs): number | null {
  if (mayReopen(discussion, now)) return reopenCheckMs;
  const { watchUntil } = discussion;
  return watchUntil !== null && now < watchUntil ? watchEveryMs : null;
}

function mayReopen({ publisherClosedAt, override }: Discussion, now: UnixMs): boolean {
  if (override !== null || publisherClosedAt === null) return false;
  return now - publisherClosedAt < reopenChecksForMs;
}

/** When the comments are fetched next, or their source is looked for again; never without a feed. */
function nextFetch(
  { source, nextPoll, pollErrors }: Discussion,
  { subscription, story, now }: UpdateContext,
): UnixMs | null {
  if (!subscription) return null;
  const isFailing = pollErrors > 0 && pollErrors < firstPollAttempts;
  if (source || isFailing) return nextPoll;
  return story.enrichAt === null ? null : now + minuteMs;
}

function earliest(...instants: (UnixMs | null)[]): UnixMs | null {
  const first = Math.min(...instants.map((at) => at ?? Infinity));
  return Number.isFinite(first) ? first : null;
}
