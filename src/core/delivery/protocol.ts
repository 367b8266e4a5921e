import type { Snowflake } from '../ids.ts';
import type { UnixMs } from '../time/duration.ts';
import { type Delivery, isRemoved, type OpenDelivery, type Wish } from './delivery.ts';

// The protocol of a delivery, as pure functions: the store finds rows, applies one of these, and
// saves the result. What is sent, and in which order, is in `run.ts`.

/**
 * The delivery after a wish for its message. A message that is in Discord, or may be, keeps its
 * channel and its place. `usedGeneration` is the last one of a delivery with this key that was
 * deleted, `null` if there was none.
 */
export function want(
  before: Delivery | null,
  wish: Wish,
  now: UnixMs,
  usedGeneration: number | null = null,
): OpenDelivery {
  const { key, guildId, channelId, subject, ordinal, notBefore = now, postponed = false } = wish;
  const removal = subject.kind === 'removal';
  const asked = {
    state: 'open',
    subject,
    wanted: removal ? 'removed' : 'shown',
    postponed,
    takesDown: removal || (before?.state === 'open' && !isRemoved(before) && before.takesDown),
  } as const;
  if (before === null) {
    return {
      ...asked,
      key,
      guildId,
      channelId,
      ordinal,
      revision: 1,
      generation: usedGeneration === null ? 0 : usedGeneration + 1,
      message: removal ? { id: subject.messageId, hash: null } : null,
      attempts: null,
      editAt: null,
      error: null,
      notBefore,
    };
  }
  // A case's card is posted again when a person deleted it: a case must not get lost with it.
  const isRestored = before.state === 'ended' && subject.kind === 'card';
  const isNew = isRestored || isUnsent(before);
  return {
    ...before,
    ...asked,
    ...(isNew && { guildId, channelId, ordinal }),
    revision: before.revision + 1,
    generation: before.generation + (isNew && isRemoved(before) ? 1 : 0),
    message: removal ? { id: subject.messageId, hash: null } : isRestored ? null : before.message,
    attempts: isRestored ? null : before.attempts,
    // A new wish does not shorten the wait after an error.
    notBefore:
      before.state === 'open' && before.attempts
        ? Math.max(before.notBefore, notBefore)
        : notBefore,
  };
}

/**
 * True when its message, if it is not in Discord, need not have been deleted by a person: a removal of
 * ours had no answer before the message was wanted again.
 */
export function isOwnRemoval(delivery: Delivery): boolean {
  const { message, subject } = delivery;
  const isWanted = delivery.state === 'open' && delivery.wanted === 'shown';
  return isWanted && message?.hash === null && subject.kind !== 'removal';
}

/** Nothing of it can be in Discord. */
function isUnsent({ message, attempts }: Delivery): boolean {
  return message === null && attempts === null;
}

/**
 * The delivery after what it shows has changed. One whose message is removed, or was deleted in
 * Discord, stays as it is. With `everyMs`, a posted message is edited at most once in that time:
 * edits in between wait, and the last version wins.
 */
export function refresh(before: Delivery, now: UnixMs, everyMs: number | null = null): Delivery {
  if (isRemoved(before)) return before;
  const editAt = everyMs === null || !before.message ? null : nextEdit(before, now, everyMs);
  const waits = before.state === 'open' && !isUnhurried(before) ? before.notBefore : now;
  return {
    ...before,
    state: 'open',
    wanted: 'shown',
    postponed: before.state === 'open' && before.postponed,
    takesDown: before.state === 'open' && before.takesDown,
    revision: before.revision + 1,
    notBefore: Math.max(waits, editAt ?? 0),
    editAt: editAt ?? before.editAt,
  };
}

/** The delivery after a change by which readers should no longer see something: it goes first. */
export function takeDown(before: Delivery, now: UnixMs): Delivery {
  const after = refresh(before, now);
  if (isRemoved(before) || after.state !== 'open' || after.message === null) return after;
  const notBefore = after.attempts === null ? now : after.notBefore;
  return { ...after, notBefore, takesDown: true };
}

/**
 * The delivery after a change that nobody has to see soon: its message is edited `withinMs`, or with
 * the next edit for another reason.
 */
export function refreshWithin(before: Delivery, now: UnixMs, withinMs: number): Delivery {
  const after = refresh(before, now);
  if (isRemoved(before) || after.state !== 'open') return after;
  // Only an edit waits: a post keeps its place.
  if (before.state === 'open') return { ...after, notBefore: before.notBefore };
  return after.message === null ? after : { ...after, notBefore: now + withinMs };
}

/** An edit that waits only so that others are gathered with it. */
function isUnhurried({ message, attempts }: Delivery): boolean {
  return message !== null && attempts === null;
}

function nextEdit({ editAt }: Delivery, now: UnixMs, everyMs: number): UnixMs {
  return editAt !== null && editAt > now ? editAt : Math.max(now, (editAt ?? 0) + everyMs);
}

/** The delivery after its message should be removed; `null` when nothing of it is in Discord. */
export function remove(before: Delivery, now: UnixMs): Delivery | null {
  if (isRemoved(before)) return before;
  if (isUnsent(before)) return null;
  const revision = before.revision + 1;
  return {
    ...before,
    state: 'open',
    wanted: 'removed',
    revision,
    notBefore: now,
    postponed: false,
    takesDown: true,
  };
}

/** The delivery just before a call to Discord: one attempt more. */
export function begun(before: OpenDelivery, now: UnixMs): OpenDelivery {
  const { count, firstAt } = before.attempts ?? { count: 0, firstAt: now };
  return { ...before, attempts: { count: count + 1, firstAt }, postponed: false };
}

/**
 * The delivery just before its message is deleted, which may be one that the store did not know. Without
 * an answer nobody knows whether it is still there, also when it is wanted again: see {@link isOwnRemoval}.
 */
export function removing(
  before: Delivery,
  { id, webhookId }: { id: Snowflake; webhookId?: Snowflake | undefined },
): Delivery {
  if (before.message?.id === id && before.message.hash === null) return before;
  return { ...before, message: { id, hash: null, ...by(webhookId) } };
}

/** How an attempt ended. */
export type Ending =
  /** Discord has the body of that revision, as this message; `null`: it has none. */
  | {
      kind: 'shown';
      revision: number;
      message: { id: Snowflake; hash: string; webhookId?: Snowflake | undefined } | null;
    }
  /** Its message could not be edited and was deleted: another is posted instead. */
  | { kind: 'replaced' }
  /**
   * Tried again from `notBefore` on. `uncounted`: the call certainly had no effect. `found`: the
   * message that an earlier attempt posted.
   */
  | {
      kind: 'later';
      notBefore: UnixMs;
      error: string | null;
      uncounted?: boolean;
      found?: Snowflake | null;
      /** The webhook that posted the found message. */
      foundBy?: Snowflake | undefined;
    }
  /** Its channel wants it later, so that others need not wait for it. Nothing was called. */
  | { kind: 'postponed'; notBefore: UnixMs }
  /** Discord refused it for good. */
  | { kind: 'failed'; error: string };

/** The delivery after an attempt; `null` when its message is removed, as was wanted. */
export function ended(before: Delivery, ending: Ending): Delivery | null {
  switch (ending.kind) {
    case 'shown':
      return shown(before, ending);
    case 'later': {
      const { notBefore, error, found, foundBy } = ending;
      if (before.state !== 'open') return before;
      const message =
        found && !before.message ? { id: found, hash: null, ...by(foundBy) } : before.message;
      const attempts = ending.uncounted ? oneLess(before) : before.attempts;
      return { ...before, notBefore, error, message, attempts };
    }
    case 'replaced':
      if (before.state !== 'open') return before;
      return { ...before, message: null, generation: before.generation + 1, attempts: null };
    case 'postponed': {
      if (before.state !== 'open') return before;
      const { notBefore } = ending;
      return { ...before, notBefore, postponed: true, attempts: oneLess(before) };
    }
    case 'failed':
      if (before.state !== 'open') return before;
      return { ...before, state: 'failed', error: ending.error };
    default:
      return ending satisfies never;
  }
}

function shown(
  before: Delivery,
  { revision, message }: Extract<Ending, { kind: 'shown' }>,
): Delivery | null {
  // Deleted in Discord meanwhile: it stays ended.
  if (before.state !== 'open') return { ...before, attempts: null, error: null };
  if (message === null && before.wanted === 'removed') return null;
  const generation = before.generation + (message === null ? 1 : 0);
  const after = { ...before, message, generation, attempts: null, error: null };
  return before.revision > revision ? after : { ...after, state: 'settled' };
}

const by = (webhookId: Snowflake | undefined) => (webhookId === undefined ? {} : { webhookId });

function oneLess({ attempts }: Delivery): Delivery['attempts'] {
  if (!attempts || attempts.count <= 1) return null;
  return { ...attempts, count: attempts.count - 1 };
}

/** How an attempt ended that found its message deleted, as by {@link isOwnRemoval}: it is posted again, as a new one. */
export const postedAgain = { kind: 'shown', revision: 0, message: null } as const satisfies Ending;

/**
 * The delivery after its message was deleted in Discord; `null` when it was to be removed anyway.
 * While a call is being made for it, `isBusy`, the end of that call decides.
 */
export function messageDeleted(before: Delivery, isBusy: boolean): Delivery | null {
  if (isBusy || before.state === 'ended') return before;
  if (before.state === 'open' && before.wanted === 'removed') return null;
  if (isOwnRemoval(before)) return ended(before, postedAgain);
  return { ...before, state: 'ended' };
}

/** The delivery after its channel was deleted: wanted again, it is a new message elsewhere. */
export function channelDeleted(before: Delivery): Delivery {
  return { ...before, state: 'ended', message: null, attempts: null };
}
