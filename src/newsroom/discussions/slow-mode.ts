import type { Discussion } from '../../core/discussion/discussion.ts';
import {
  type SlowMode,
  slowModeInWords,
  slowModeStep,
  type WantedSlowMode,
} from '../../core/discussion/slow-mode.ts';
import { DiscordRefusal, errorText } from '../../core/errors.ts';
import type { DiscussionId, Snowflake } from '../../core/ids.ts';
import { botActor, discordActor } from '../../core/moderation/audit.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { requestError } from '../../render/index.ts';
import { inArchivedThread } from '../channels/archived-thread.ts';
import { auditDiscussion } from '../outbox/audit-lines.ts';
import { alertModerators } from '../outbox/moderators.ts';
import type { Ports } from '../ports.ts';

/** What a moderator's command did. */
export interface SetSlowMode {
  threadId: Snowflake;
  slowMode: SlowMode;
}

/**
 * Has a discussion's thread slowed down, as a moderator wants. It is set in Discord by the
 * discussion's next update, which is due at once.
 * @throws RequestError when it has no thread that people write in, or the bot lacks Manage Threads
 */
export async function setSlowMode(
  { store, clock, discord }: Ports,
  id: DiscussionId,
  wanted: WantedSlowMode,
  by: Snowflake,
  signal: AbortSignal,
): Promise<SetSlowMode> {
  const found = await store.discussions.get(id);
  const threadId = found?.threadId ?? null;
  if (!found || threadId === null) throw requestError(({ slowMode }) => slowMode.refused.noThread);
  if (!takesMessages(found)) throw requestError(({ slowMode }) => slowMode.refused.closed);
  if (!(await discord.mayManageThread(threadId, signal))) {
    const thread = `<#${threadId}>`;
    throw requestError(({ slowMode }) => slowMode.refused.permission({ thread }));
  }
  const state = await discord.threadState(threadId, signal);
  if (!state) throw requestError(({ slowMode }) => slowMode.refused.noThread);
  const now = clock.now();
  return store.transaction(async (ledger) => {
    const discussion = (await ledger.discussions.get(id)) ?? found;
    const { slowMode: earlier } = discussion;
    const slowMode: SlowMode = {
      seconds: wanted.seconds,
      until: wanted.forMs === null ? null : now + wanted.forMs,
      before: earlier?.before ?? state.slowModeSeconds,
      by,
      shown: false,
    };
    const next = { ...discussion, slowMode, slowModeRestsUntil: restsUntil(discussion) };
    await ledger.discussions.save(next, now);
    const action = 'discussion.slow-mode' as const;
    await auditDiscussion(ledger, next, {
      at: now,
      actor: by,
      action,
      reason: slowModeInWords(wanted),
    });
    return { threadId, slowMode };
  });
}

/** True while people write in its thread. */
export function takesMessages({ state, threadId }: Discussion): boolean {
  return threadId !== null && (state === 'open' || state === 'closing-soon' || state === 'closing');
}

/** A person decides: the rule does not slow the thread down again before its own would have ended. */
function restsUntil({ slowMode, slowModeRestsUntil }: Discussion): UnixMs {
  return slowMode?.by === null ? (slowMode.until ?? 0) : slowModeRestsUntil;
}

/**
 * Sets the slow mode in Discord that the discussion asks for, or gives the thread back what it had.
 * May be repeated. Returns the discussion as Discord shows it now. What a person set meanwhile stays.
 */
export async function updateSlowMode(
  ports: Ports,
  discussion: Discussion,
  signal: AbortSignal,
): Promise<Discussion> {
  const { threadId, slowMode } = discussion;
  if (threadId === null || slowMode === null) return discussion;
  const step = slowModeStep(slowMode, ports.clock.now());
  if (step === 'none') return discussion;
  const over = { ...discussion, slowMode: null };
  try {
    if (step === 'set') {
      await setSeconds(ports, threadId, slowMode.seconds, signal);
      return slowMode.until === null
        ? over
        : { ...discussion, slowMode: { ...slowMode, shown: true } };
    }
    // Also when it was never seen to be set: Discord may have taken it without an answer.
    const state = await ports.discord.threadState(threadId, signal);
    if (state?.slowModeSeconds === slowMode.seconds) {
      await setSeconds(ports, threadId, slowMode.before, signal);
    }
    return over;
  } catch (error) {
    if (signal.aborted || !isRefused(error)) throw error;
    await alertRefused(ports, discussion, error);
    return over;
  }
}

/** A person has to do something: the bot may not. A deleted channel ends the discussion elsewhere. */
function isRefused(error: unknown): error is DiscordRefusal {
  return error instanceof DiscordRefusal && error.kind === 'channel' && error.code !== 10003;
}

async function alertRefused(
  { store, clock, log }: Ports,
  { guildId, threadId, slowMode }: Discussion,
  error: DiscordRefusal,
): Promise<void> {
  if (threadId === null || slowMode === null) return;
  const now = clock.now();
  log.warn({ threadId, error: errorText(error) }, 'slow-mode.refused');
  const change = slowMode.shown ? 'end' : 'begin';
  const { before, seconds } = slowMode;
  const alert = { kind: 'slow-mode-refused', threadId, change, seconds, before } as const;
  await store.transaction((ledger) =>
    alertModerators(ledger, guildId, `slow-mode:${threadId}:${now}`, alert, now),
  );
}

/** An archived thread stays so. */
async function setSeconds(
  ports: Ports,
  threadId: Snowflake,
  slowModeSeconds: number,
  signal: AbortSignal,
): Promise<void> {
  const reason = slowModeSeconds === 0 ? 'Slow mode ends' : 'Slow mode';
  const work = () => ports.discord.setThread(threadId, { slowModeSeconds }, reason, signal);
  try {
    await work();
  } catch (error) {
    const isArchived = error instanceof DiscordRefusal && error.kind === 'archived';
    if (signal.aborted || !isArchived) throw error;
    await inArchivedThread(ports, threadId, reason, work, signal);
  }
}

/** The audit line of a slow mode whose time is over; part of the discussion's update. */
export async function auditSlowModeEnd(
  ledger: Pick<Ledger, 'audit'>,
  before: Discussion,
  after: Discussion,
  now: UnixMs,
): Promise<void> {
  const ended = before.slowMode?.shown === true && after.slowMode === null;
  if (!ended) return;
  const action = 'discussion.slow-mode-ended' as const;
  await auditDiscussion(ledger, after, { at: now, actor: botActor, action });
}

/**
 * A person changed a thread's slow mode in Discord: theirs stays, and Wirethread's is forgotten. The
 * stored value shows which change was the bot's own.
 */
export async function onSlowModeChanged(
  { store, clock, discord }: Ports,
  threadId: Snowflake,
  seconds: number,
  signal: AbortSignal,
): Promise<void> {
  const now = clock.now();
  const stored = await store.discussions.getByThread(threadId);
  if (!stored || !isByHand(stored, seconds, now)) return;
  // An event from before the bot's own change may arrive late: what Discord has now decides.
  const state = await discord.threadState(threadId, signal);
  if (!state || !isByHand(stored, state.slowModeSeconds, now)) return;
  await store.transaction(async (ledger) => {
    const discussion = await ledger.discussions.get(stored.id);
    if (!discussion || !isByHand(discussion, state.slowModeSeconds, now)) return;
    const slowModeRestsUntil = restsUntil(discussion);
    await ledger.discussions.save({ ...discussion, slowMode: null, slowModeRestsUntil }, now);
    const reason = slowModeInWords({ seconds: state.slowModeSeconds, forMs: null });
    const action = 'discussion.slow-mode' as const;
    await auditDiscussion(ledger, discussion, { at: now, actor: discordActor, action, reason });
  });
}

function isByHand({ slowMode }: Discussion, seconds: number, now: UnixMs): boolean {
  return (
    slowMode?.shown === true &&
    slowMode.seconds !== seconds &&
    slowModeStep(slowMode, now) === 'none'
  );
}
