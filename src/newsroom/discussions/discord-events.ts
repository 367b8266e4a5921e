import type { ThreadState } from '../../core/delivery/message-body.ts';
import type { Discussion } from '../../core/discussion/discussion.ts';
import { errorText } from '../../core/errors.ts';
import type { Snowflake } from '../../core/ids.ts';
import { discordActor } from '../../core/moderation/audit.ts';
import { isRuled } from '../../core/moderation/case.ts';
import { dayMs, minuteMs, type UnixMs } from '../../core/time/duration.ts';
import { forumOf } from '../channels/forum-post.ts';
import { auditDiscussion } from '../outbox/audit-lines.ts';
import { commentPeriod } from '../outbox/subscription-settings.ts';
import type { Ports } from '../ports.ts';
import { detachDiscussion, detachThread } from './detach-discussion.ts';
import { onSlowModeChanged } from './slow-mode.ts';
import { discussionOfThread } from './thread-discussion.ts';

/** A person deleted a thread. A forum post that was deleted with it is not posted again. */
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
    if (waiting) await detachDiscussion(ledger, waiting.id, 'thread deleted', now);
    await ledger.deliveries.endMessage(threadId, now);
  });
}

/**
 * A person who locks or unlocks a thread by hand sets a moderator's override. The stored state shows
 * which locks the bot made itself.
 */
export async function onThreadChanged(
  { store, clock, discord }: Ports,
  threadId: Snowflake,
  { locked }: Pick<ThreadState, 'locked'>,
  signal: AbortSignal,
): Promise<void> {
  const now = clock.now();
  const stored = await discussionOfThread(store, threadId);
  if (!stored || !overrideByLock(stored, locked, now, null)) return;
  // The event of a lock that the bot has undone since may arrive late: the current state decides.
  if ((await lockNow(discord, threadId, locked, signal)) !== locked) return;
  await store.transaction(async (ledger) => {
    const discussion = await discussionOfThread(ledger, threadId);
    if (!discussion) return;
    const periodMs = await commentPeriod(ledger, discussion);
    const override = overrideByLock(discussion, locked, now, periodMs);
    if (!override) return;
    // Discord has the person's lock already. It is saved, so that a later reopening unlocks it.
    await ledger.discussions.save({ ...discussion, override, shownLocked: locked }, now);
    const action = `discussion.word-${override.kind}` as const;
    const reason = locked ? 'thread locked by hand' : 'thread unlocked by hand';
    await auditDiscussion(ledger, discussion, { at: now, actor: discordActor, action, reason });
  });
}

/** Whether a thread is locked now; `asTold` when Discord does not say. */
async function lockNow(
  discord: Ports['discord'],
  threadId: Snowflake,
  asTold: boolean,
  signal: AbortSignal,
): Promise<boolean | null> {
  try {
    return (await discord.threadState(threadId, signal))?.locked ?? null;
  } catch (error) {
    if (signal.aborted) throw error;
    return asTold;
  }
}

/** The override that a lock or unlock by a person means; `null` for one that changes nothing. */
function overrideByLock(
  { state, shownLocked, override }: Discussion,
  locked: boolean,
  now: UnixMs,
  periodMs: number | null,
): Discussion['override'] {
  // While `shownLocked` and the state differ, the bot itself still has to change the lock.
  const isOpen = state === 'waiting' || state === 'open' || state === 'closing-soon';
  if (locked && isOpen && !shownLocked) return { kind: 'closed', at: now };
  // A person's lock that has closed nothing yet can be taken back too.
  const isClosing = state === 'closed' || state === 'closing' || override?.kind === 'closed';
  if (!locked && isClosing && shownLocked) {
    return periodMs === null
      ? { kind: 'never-closes', at: now }
      : { kind: 'open-until', until: now + Math.max(periodMs, dayMs), at: now };
  }
  return null;
}

/** Messages that a person deleted are not posted again, but for the card of a case that waits. */
export async function onMessagesDeleted(
  { store, clock }: Ports,
  ids: readonly Snowflake[],
): Promise<void> {
  const now = clock.now();
  for (const id of ids) {
    await store.transaction(async (ledger) => {
      const delivery = await ledger.deliveries.getByMessage(id);
      await ledger.deliveries.endMessage(id, now);
      if (delivery?.subject.kind !== 'card') return;
      const found = await ledger.cases.get(delivery.guildId, delivery.subject.caseNumber);
      if (!found || isRuled(found) || delivery.state !== 'settled') return;
      // Whatever deletes each message of the channel is not fought: each time it waits longer.
      const waitMs = delivery.generation * delivery.generation * minuteMs;
      const { key, guildId, channelId, subject, ordinal } = delivery;
      const wish = { key, guildId, channelId, subject, ordinal, notBefore: now + waitMs };
      await ledger.deliveries.want([wish], now);
    });
  }
}

/** The guild's paused channels, and threads that could not be opened, are tried again at once. */
export async function onPermissionsChanged(
  { store, clock }: Ports,
  guildId: Snowflake,
): Promise<void> {
  const until = clock.now();
  await store.transaction(async ({ deliveries, discussions }) => {
    for (const pause of await deliveries.listPauses(guildId)) {
      await deliveries.savePause({ ...pause, until });
    }
    await discussions.retryFailed(guildId, until);
  });
}

/** Threads whose discussion was over for longer are not looked at: after years there are very many. */
const comparedMs = 7 * dayMs;
/** Discussions that are in memory at the same time. */
const pageSize = 100;

/**
 * Handles the changes of threads whose events were missed, because the bot was not running or not
 * connected, or their server in an outage. Of what was closed more than a week ago, nobody looks whether
 * it was unlocked or deleted meanwhile. Discord is asked once for all active threads of a server, and
 * for each of the others.
 * @param guildId a server; `null` for all
 */
export async function reconcileThreads(
  ports: Ports,
  guildId: Snowflake | null,
  signal: AbortSignal,
): Promise<void> {
  const { store, clock } = ports;
  const active = new Map<Snowflake, Map<Snowflake, ThreadState>>();
  const overSince = clock.now() - comparedMs;
  for (let after: Snowflake | null = null; !signal.aborted;) {
    const page: Discussion[] = await store.discussions.listWithThreads({
      guildId,
      overSince,
      after,
      limit: pageSize,
    });
    for (const { guildId, threadId } of page) {
      if (signal.aborted || threadId === null) return;
      const ofGuild = active.get(guildId) ?? (await activeThreads(ports, guildId, signal));
      active.set(guildId, ofGuild);
      await compareThread(ports, threadId, ofGuild.get(threadId) ?? null, signal);
      after = threadId;
    }
    if (page.length < pageSize) return;
  }
}

/** A server's active threads by their ids; none when Discord does not say. */
async function activeThreads(
  { discord, log }: Ports,
  guildId: Snowflake,
  signal: AbortSignal,
): Promise<Map<Snowflake, ThreadState>> {
  try {
    const threads = await discord.activeThreads(guildId, signal);
    return new Map(threads.map(({ id, ...state }) => [id, state]));
  } catch (error) {
    if (!signal.aborted) log.warn({ guildId, error: errorText(error) }, 'threads.not-listed');
    return new Map();
  }
}

/**
 * @param active its state when it is among the active threads. It may have changed since: before a
 * change counts as a person's, Discord is asked again.
 */
async function compareThread(
  ports: Ports,
  threadId: Snowflake,
  active: ThreadState | null,
  signal: AbortSignal,
): Promise<void> {
  try {
    const state = active ?? (await ports.discord.threadState(threadId, signal));
    if (state) {
      await onThreadChanged(ports, threadId, state, signal);
      await onSlowModeChanged(ports, threadId, state.slowModeSeconds, signal);
    } else await onThreadDeleted(ports, threadId, signal);
  } catch (error) {
    if (signal.aborted) return;
    ports.log.warn({ threadId, error: errorText(error) }, 'thread.not-compared');
  }
}
