import type { Discussion } from '../../core/discussion/discussion.ts';
import {
  fewestMessages,
  reportsWithinMs,
  slowModeInWords,
  slowsDown,
  type SlowMode,
  type SlowModeCount,
  type SlowModeRule,
} from '../../core/discussion/slow-mode.ts';
import { errorText } from '../../core/errors.ts';
import type { Snowflake } from '../../core/ids.ts';
import { botActor } from '../../core/moderation/audit.ts';
import type { FlagSubject } from '../../core/moderation/case.ts';
import { dayMs } from '../../core/time/duration.ts';
import { auditDiscussion } from '../outbox/audit-lines.ts';
import { alertModerators } from '../outbox/moderators.ts';
import type { Ports } from '../ports.ts';
import type { MessageCounter } from './message-counter.ts';
import { takesMessages } from './slow-mode.ts';

/** Counts a member's message, and slows its thread down when the rule of the server asks for it. */
export async function countMessage(
  ports: Ports,
  counter: MessageCounter,
  threadId: Snowflake,
  signal: AbortSignal,
): Promise<void> {
  const count = counter.add(threadId, ports.clock.now());
  if (count < fewestMessages) return;
  if (await slowDown(ports, threadId, { of: 'messages', count }, signal)) counter.reset(threadId);
}

/**
 * The same after a report: readers' reports on members' messages are counted. What fails is logged: the
 * report stands.
 */
export async function countReports(
  ports: Ports,
  guildId: Snowflake,
  subject: FlagSubject,
  signal: AbortSignal,
): Promise<void> {
  if (subject.kind !== 'message') return;
  const { store, clock, log } = ports;
  const { channelId: threadId } = subject;
  try {
    const since = clock.now() - reportsWithinMs;
    const count = await store.cases.countMemberReports(guildId, threadId, since);
    await slowDown(ports, threadId, { of: 'reports', count }, signal);
  } catch (error) {
    if (signal.aborted) return;
    log.warn({ threadId, error: errorText(error) }, 'slow-mode.failed');
  }
}

/** `true` when the rule asks for slow mode, whether it is set or a person's stays. */
async function slowDown(
  ports: Ports,
  threadId: Snowflake,
  counted: SlowModeCount,
  signal: AbortSignal,
): Promise<boolean> {
  const { store, clock, discord } = ports;
  const discussion = await store.discussions.getByThread(threadId);
  if (!discussion || !takesMessages(discussion)) return false;
  const rule = (await store.rules.get(discussion.guildId))?.slowMode ?? null;
  if (rule === null || !slowsDown(rule, counted)) return false;
  if (discussion.slowMode !== null) {
    await prolong(ports, discussion, rule);
    return true;
  }
  if (clock.now() < discussion.slowModeRestsUntil) return true;
  if (!(await discord.mayManageThread(threadId, signal))) {
    await alertMissing(ports, discussion, threadId, rule);
    return true;
  }
  const state = await discord.threadState(threadId, signal);
  // What a person set stays.
  if (!state || state.locked || state.slowModeSeconds > 0) return true;
  await begin(ports, discussion, { threadId, rule, counted });
  return true;
}

async function begin(
  { store, clock, log }: Ports,
  { id }: Discussion,
  { threadId, rule, counted }: { threadId: Snowflake; rule: SlowModeRule; counted: SlowModeCount },
): Promise<void> {
  const now = clock.now();
  const { seconds, forMs } = rule;
  const until = now + forMs;
  const slowMode: SlowMode = { seconds, until, before: 0, by: null, shown: false };
  const begun = await store.transaction(async (ledger) => {
    const discussion = await ledger.discussions.get(id);
    // Another message, or a moderator, came first.
    if (!discussion || !takesMessages(discussion) || discussion.slowMode !== null) return false;
    if (now < discussion.slowModeRestsUntil) return false;
    await ledger.discussions.save({ ...discussion, slowMode }, now);
    const why = `${counted.count} ${counted.of}`;
    const reason = `${slowModeInWords({ seconds, forMs })}: ${why}`;
    const action = 'discussion.slow-mode' as const;
    await auditDiscussion(ledger, discussion, { at: now, actor: botActor, action, reason });
    const alert = { kind: 'slow-mode', threadId, ...counted, seconds, until } as const;
    const episode = `slow-mode:${threadId}:${now}`;
    await alertModerators(ledger, discussion.guildId, episode, alert, now);
    return true;
  });
  if (begun) log.info({ threadId, ...counted, seconds }, 'slow-mode.begun');
}

/** While it goes on, so does the rule's slow mode; written once in half of its time. */
async function prolong({ store, clock }: Ports, { id }: Discussion, rule: SlowModeRule) {
  const now = clock.now();
  await store.transaction(async (ledger) => {
    const discussion = await ledger.discussions.get(id);
    const slowMode = discussion?.slowMode;
    if (!discussion || !slowMode || slowMode.by !== null || slowMode.until === null) return;
    if (slowMode.until <= now || slowMode.until - now > rule.forMs / 2) return;
    const until = now + rule.forMs;
    await ledger.discussions.save({ ...discussion, slowMode: { ...slowMode, until } }, now);
  });
}

/** Once a day: the rule is set, and the bot lacks Manage Threads. */
async function alertMissing(
  { store, clock }: Ports,
  { guildId, channelId }: Discussion,
  threadId: Snowflake,
  { seconds }: SlowModeRule,
): Promise<void> {
  const now = clock.now();
  const alert = {
    kind: 'slow-mode-refused',
    threadId,
    change: 'begin',
    seconds,
    before: 0,
  } as const;
  const episode = `slow-mode-refused:${channelId}:${Math.floor(now / dayMs)}`;
  await store.transaction((ledger) => alertModerators(ledger, guildId, episode, alert, now));
}
