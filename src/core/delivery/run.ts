import { minuteMs, secondMs, type UnixMs } from '../time/duration.ts';
import { isRetry, type OpenDelivery } from './delivery.ts';
import { isOwnRemoval } from './protocol.ts';
import { kindRules } from './subject.ts';

/**
 * A message that Discord does not take for this long no longer holds back the later ones of its
 * channel, and the moderators get an alert.
 */
export const holdsForMs = 15 * minuteMs;
/** Attempts in that time: a time in which the bot did not run is not Discord's. */
const holdsForAttempts = 5;

/**
 * The deliveries of one channel to send now, at most `limit`: first what takes something down, then
 * posts whose answer was lost, while Discord still recognises their nonce, then the others in order. A post that waits holds back
 * later posts, so that the channel shows them in order. Edits, removals and what is not part of the
 * order are never held back.
 * @param open all open deliveries of the channel, or at least those of `dueDeliveries`
 */
export function runOf(open: readonly OpenDelivery[], now: UnixMs, limit: number): OpenDelivery[] {
  const waiting = open.filter((delivery) => holdsBack(delivery, now));
  return open
    .filter(({ notBefore }) => notBefore <= now)
    .filter((delivery) => !waiting.some((earlier) => isHeldBy(delivery, earlier)))
    .toSorted(
      (a, b) =>
        Number(b.takesDown) - Number(a.takesDown) ||
        Number(isRetry(b)) - Number(isRetry(a)) ||
        inOrder(a, b),
    )
    .slice(0, limit);
}

/** When the channel has something to send; `null` when nothing is open. */
export function dueAt(open: readonly OpenDelivery[], now: UnixMs): UnixMs | null {
  const run = runOf(open, now, open.length);
  if (run.length > 0) return Math.min(...run.map(({ notBefore }) => notBefore));
  const waits = open.map(({ notBefore }) => notBefore);
  const holds = open.flatMap(({ attempts }) => (attempts ? attempts.firstAt + holdsForMs + 1 : []));
  const later = [...waits, ...holds].filter((at) => at > now);
  return later.length > 0 ? Math.min(...later) : null;
}

/** When the channel has an answer to ask for that was lost; `null` when there is none. */
export function retryAt(open: readonly OpenDelivery[], now: UnixMs): UnixMs | null {
  const retries = runOf(open, now, open.length).filter(isRetry);
  const waiting = open.filter((delivery) => isRetry(delivery) && delivery.notBefore > now);
  const times = (retries.length > 0 ? retries : waiting).map(({ notBefore }) => notBefore);
  return times.length > 0 ? Math.min(...times) : null;
}

/** When the channel has something to take down; `null` when it has nothing. */
export function takedownAt(open: readonly OpenDelivery[]): UnixMs | null {
  const times = open.filter(({ takesDown }) => takesDown).map(({ notBefore }) => notBefore);
  return times.length > 0 ? Math.min(...times) : null;
}

/**
 * How soon a delivery is sent, in whichever channel it is: 0 for what takes something down, 1 for
 * stories and what moderators and members wait for, 2 for live comments, notices and edits, 3 for a
 * backlog.
 */
export const priorities = [0, 1, 2, 3] as const;
export type Priority = (typeof priorities)[number];

export function priorityOf({ subject, message, takesDown }: OpenDelivery): Priority {
  if (takesDown) return 0;
  const isQuiet = subject.kind === 'comment' && subject.quiet === true;
  const priority = isQuiet ? kindRules.pack.priority : kindRules[subject.kind].priority;
  return priority === 3 && message !== null ? 2 : priority;
}

/** The priority of a channel: that of what it sends next. */
export function runPriority(open: readonly OpenDelivery[], now: UnixMs): Priority {
  const run = runOf(open, now, open.length);
  const [firstPost] = run.filter(isOrderedPost);
  const others = run.filter((delivery) => !isOrderedPost(delivery));
  return [...others, ...(firstPost ? [firstPost] : [])]
    .map(priorityOf)
    .reduce<Priority>((least, priority) => (priority < least ? priority : least), 3);
}

/** The order of a channel. */
export function inOrder(
  a: Pick<OpenDelivery, 'ordinal' | 'key'>,
  b: Pick<OpenDelivery, 'ordinal' | 'key'>,
): number {
  return a.ordinal - b.ordinal || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}

/** A message not posted yet, whose place in the channel depends on when it is posted. */
export function isOrderedPost({ subject, message, wanted }: OpenDelivery): boolean {
  return kindRules[subject.kind].ordered && message === null && wanted === 'shown';
}

/** One that may turn out to be gone, and is posted again then, keeps its place meanwhile. */
function holdsBack(delivery: OpenDelivery, now: UnixMs): boolean {
  const { notBefore, postponed, subject } = delivery;
  const mayBePosted =
    isOrderedPost(delivery) || (kindRules[subject.kind].ordered && isOwnRemoval(delivery));
  return mayBePosted && notBefore > now && !postponed && !isStuck(delivery, now);
}

/** True when Discord has not taken the message for longer than it may hold back others. */
export function isStuck({ attempts }: Pick<OpenDelivery, 'attempts'>, now: UnixMs): boolean {
  if (!attempts || attempts.count < holdsForAttempts) return false;
  return now - attempts.firstAt > holdsForMs;
}

/**
 * The wait after a failed attempt: it doubles with each, up to ten minutes. A message is tried once
 * more when its time to hold back others ends, so that Discord may still take it in its place.
 */
export function backoffMs({ attempts }: Pick<OpenDelivery, 'attempts'>, now: UnixMs): number {
  const { count, firstAt } = attempts ?? { count: 1, firstAt: now };
  const doubledMs = Math.min(10 * minuteMs, secondMs * 2 ** Math.min(count, 10));
  const holdsMs = firstAt + holdsForMs + 1 - now;
  return holdsMs > 0 ? Math.min(doubledMs, holdsMs) : doubledMs;
}

function isHeldBy(delivery: OpenDelivery, earlier: OpenDelivery): boolean {
  return (
    isOrderedPost(delivery) &&
    inOrder(earlier, delivery) < 0 &&
    // A post that Discord may have already does not wait for one that it never saw.
    (isRetry(earlier) || !isRetry(delivery))
  );
}
