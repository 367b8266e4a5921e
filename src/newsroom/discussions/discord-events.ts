import type { Discussion } from '../../core/discussion/discussion.ts';
import { errorText } from '../../core/errors.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { ThreadState } from '../../core/delivery/message-body.ts';
import { dayMs, type UnixMs } from '../../core/time/duration.ts';
import { commentPeriod } from '../outbox/subscription-settings.ts';
import type { Ports } from '../ports.ts';
import { forumOf } from '../channels/forum-post.ts';
import { detachThread, detachDiscussion } from './detach-discussion.ts';
import { discussionOfThread } from './thread-discussion.ts';

/** A person deleted a thread in Discord; a forum's post goes with its thread, and stays away. */
export async function onThreadDeleted(
  ports: Pick<Ports, 'store' | 'clock' | 'discord'>,
  threadId: Snowflake,
  signal: AbortSignal,
): Promise<void> {
  const { store, clock } = ports;
  const now = clock.now();
  await detachThread(store, threadId, now);
  const post = await store.deliveries.getByMessage(threadId);
  if (!post || !(await forumOf(ports, post, signal))) return;
  await store.transaction(async (ledger) => {
    const waiting = await discussionOfThread(ledger, threadId);
    if (waiting) await detachDiscussion(ledger, waiting, now);
    await ledger.deliveries.endMessage(threadId);
  });
}

/**
 * A person locked or unlocked a thread in Discord: that is a moderator's word, as if by command.
 * The bot's own locks are told apart by the state that ordered them.
 */
export async function onThreadChanged(
  { store, clock, discord }: Ports,
  threadId: Snowflake,
  { locked }: Pick<ThreadState, 'locked'>,
  signal: AbortSignal,
): Promise<void> {
  const now = clock.now();
  const known = await discussionOfThread(store, threadId);
  if (!known || !lockWord(known, locked, now, null)) return;
  // Word of the bot's own earlier lock may arrive when it has been undone: how it is now counts.
  const shown = await discord.threadState(threadId, signal).catch(() => ({ locked }));
  if (shown?.locked !== locked) return;
  await store.transaction(async (ledger) => {
    const discussion = await discussionOfThread(ledger, threadId);
    const word =
      discussion && lockWord(discussion, locked, now, await commentPeriod(ledger, discussion));
    if (!discussion || !word) return;
    // Discord shows the person's lock already: remembered, so that undoing it is not forgotten.
    await ledger.discussions.save({ ...discussion, word, shownLocked: locked }, now);
    const line = { guildId: discussion.guildId, at: now, actor: 'discord', subject: discussion.id };
    const reason = locked ? 'thread locked by hand' : 'thread unlocked by hand';
    await ledger.audit.append({
      ...line,
      action: `discussion.word-${word.kind}`,
      version: null,
      reason,
    });
  });
}

function lockWord(
  { state, shownLocked }: Discussion,
  locked: boolean,
  now: UnixMs,
  periodMs: number | null,
): Discussion['word'] {
  // While `shownLocked` and the state differ, it is the bot that has yet to change the lock.
  const isOpen = state === 'waiting' || state === 'open' || state === 'closing-soon';
  if (locked && isOpen && !shownLocked) return { kind: 'closed', at: now };
  if (!locked && (state === 'closed' || state === 'closing') && shownLocked) {
    return periodMs === null
      ? { kind: 'never-closes' }
      : { kind: 'open-until', until: now + Math.max(periodMs, dayMs) };
  }
  return null;
}

/** Messages deleted by a person are not made again. */
export async function onMessagesDeleted(
  { store }: Ports,
  ids: readonly Snowflake[],
): Promise<void> {
  for (const id of ids) await store.deliveries.endMessage(id);
}

/** Permissions changed: paused channels of the guild are tried again at once. */
export async function onPermissionsChanged(
  { store, clock }: Ports,
  guildId: Snowflake,
): Promise<void> {
  for (const pause of await store.deliveries.listPauses(guildId)) {
    await store.deliveries.savePause({ ...pause, until: clock.now() });
  }
}

/** Compares every thread with what happened while the bot was away. */
export async function reconcileThreads(ports: Ports, signal: AbortSignal): Promise<void> {
  const { store, discord, log } = ports;
  for (const { threadId } of await store.discussions.listWithThreads()) {
    if (signal.aborted || threadId === null) return;
    try {
      const state = await discord.threadState(threadId, signal);
      if (state) await onThreadChanged(ports, threadId, state, signal);
      else await onThreadDeleted(ports, threadId, signal);
    } catch (error) {
      if (signal.aborted) return;
      log.warn({ threadId, error: errorText(error) }, 'thread.not-compared');
    }
  }
}
