import type { Discussion } from '../../core/discussion/discussion.ts';
import { hourMs, minuteMs, secondMs, type UnixMs } from '../../core/time/duration.ts';
import type { DiscussionContext } from './discussion-context.ts';

/** How soon a thread that is being drained is looked at again. */
const drainLookMs = 2 * secondMs;
/** How often, and for how long, a discussion that its publisher closed is asked whether it reopened. */
export const reopenCheckMs = hourMs;
const reopenLooksForMs = 48 * hourMs;
/** How often a source is asked before a discussion whose time is over is closed without it. */
const firstLooks = 5;

type Surroundings = Pick<DiscussionContext, 'closesAt' | 'subscription' | 'story' | 'now'>;

/** Locked once closed; a thread that a person locked stays locked while it is being closed. */
export function shouldBeLocked({ state, word, shownLocked }: Discussion): boolean {
  return state === 'closed' || (shownLocked && word?.kind === 'closed');
}

/**
 * Whether the comments of a discussion that never had any could not be read yet: it is mirrored
 * though its time is over, unless a moderator closed it.
 */
export function awaitsFirstComments(
  { state, source, pollErrors, word }: Discussion,
  { subscription, story }: Surroundings,
): boolean {
  if (state !== 'waiting' || !subscription || word?.kind === 'closed') return false;
  return source ? pollErrors > 0 && pollErrors < firstLooks : story.enrichAt !== null;
}

/** When the discussion is to be looked at again; `null` when only a person can change it. */
export function nextUpdate(discussion: Discussion, surroundings: Surroundings): UnixMs | null {
  const { state, threadId, publisherClosedAt } = discussion;
  const { closesAt, subscription, now } = surroundings;
  if (threadId !== null && discussion.shownLocked !== shouldBeLocked(discussion)) return now;
  const poll = nextRead(discussion, surroundings);
  switch (state) {
    case 'waiting':
      return awaitsFirstComments(discussion, surroundings) ? poll : earliest(poll, closesAt);
    case 'open':
    case 'closing-soon': {
      const warnAt =
        closesAt === null ? null : closesAt - (subscription?.settings.closingWarningMs ?? 0);
      return earliest(poll, closesAt, warnAt !== null && warnAt > now ? warnAt : null);
    }
    case 'closing':
      return discussion.lastFetched ? now + drainLookMs : now;
    case 'closed': {
      const mayReopen = publisherClosedAt !== null && now - publisherClosedAt < reopenLooksForMs;
      return mayReopen && discussion.word === null && poll !== null
        ? Math.max(poll, now + reopenCheckMs)
        : null;
    }
    case 'detached':
      return null;
    default:
      return state satisfies never;
  }
}

/** When the source is read next, or may have been found; without a feed it is not read at all. */
function nextRead(
  { source, nextPoll }: Discussion,
  { subscription, story, now }: Surroundings,
): UnixMs | null {
  if (!subscription) return null;
  if (source) return nextPoll;
  return story.enrichAt === null ? null : now + minuteMs;
}

function earliest(...instants: (UnixMs | null)[]): UnixMs | null {
  const first = Math.min(...instants.map((at) => at ?? Infinity));
  return Number.isFinite(first) ? first : null;
}
