import { isRemoved } from '../../core/delivery/delivery.ts';
import type { SubjectKind } from '../../core/delivery/subject.ts';
import { postedAgain, isOwnRemoval } from '../../core/delivery/protocol.ts';
import { backoffMs, isStuck } from '../../core/delivery/run.ts';
import { isRuled } from '../../core/moderation/case.ts';
import { DiscordRefusal, errorText } from '../../core/errors.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { hourMs, minuteMs, secondMs } from '../../core/time/duration.ts';
import { forumOf, messageChannelId } from '../channels/forum-post.ts';
import { archiveIdleThread } from '../channels/thread-cap.ts';
import { detachThread } from '../discussions/detach-discussion.ts';
import { alertModerators, refreshPrivateOnCard } from '../outbox/moderators.ts';
import { type Attempt, endAttempt, type NextStep } from './attempt.ts';
import { unpackRefused } from './refused-pack.ts';
import { missingPermissions, pauseChannel, unknownChannel } from './pause-channel.ts';

/** An attempt that failed, and why. */
interface Refused {
  attempt: Attempt;
  /** `null` when the error did not come from Discord. */
  refusal: DiscordRefusal | null;
  reason: string;
}

/** Ends a failed attempt: it is tried again later, it fails for good, or its channel is paused. */
export async function handleRefusal(attempt: Attempt, error: unknown): Promise<NextStep> {
  const { ports, delivery, signal } = attempt;
  const { key, channelId, attempts } = delivery;
  const refusal = error instanceof DiscordRefusal ? error : null;
  const kind = refusal?.kind ?? 'passing';
  const refused = { attempt, refusal, reason: errorText(error) };
  const now = ports.clock.now();
  const code = refusal?.code ?? 0;
  ports.log.warn(
    { key, channelId, kind, code, attempts: attempts?.count, error: refused.reason },
    'delivery.refused',
  );
  if (delivery.subject.kind === 'private' && kind !== 'passing') return failPrivate(refused, code);
  switch (kind) {
    case 'channel':
      return handleRefusedChannel(refused, code);
    case 'gone':
      if (isOwnRemoval(delivery) || (await isWaitingCard(attempt))) {
        // What comes after it in this run waits until it is posted.
        return endAttempt(attempt, ports.store, postedAgain, 'stop-run');
      }
      return fail(refused, 'the message was deleted in Discord');
    case 'message':
      return (await unpackRefused(attempt)) ?? failWithAlert(refused);
    case 'archived':
      return unarchiveThread(refused);
    case 'thread-cap': {
      const hasRoom = await archiveIdleThread(ports, delivery, signal);
      return retryIn(refused, hasRoom ? secondMs : backoffMs(delivery, now));
    }
    case 'passing': {
      const waitMs = refusal?.retryAfterMs ?? null;
      // Discord took nothing when it said how long to wait, so this was no attempt.
      const uncounted = waitMs !== null && waitMs <= minuteMs;
      return retryIn(refused, waitMs ?? backoffMs(delivery, now), { uncounted });
    }
    default:
      return kind satisfies never;
  }
}

/** The card of a case that waits was deleted while nobody listened. */
async function isWaitingCard({ ports, delivery }: Attempt): Promise<boolean> {
  const { guildId, subject } = delivery;
  if (subject.kind !== 'card' || isRemoved(delivery)) return false;
  const found = await ports.store.cases.get(guildId, subject.caseNumber);
  return found !== null && !isRuled(found);
}

/** Nobody needs an alert of these: one of an alert or a ping, or of what is tried until it succeeds. */
const alertless: ReadonlySet<SubjectKind> = new Set([
  'alert',
  'ping',
  'removal',
  'private',
  'timeout',
]);

/** Tries again later. A message that is stuck no longer holds back others: moderators get an alert. */
async function retryIn(
  { attempt, reason }: Refused,
  waitMs: number,
  {
    uncounted = false,
    next = 'stop-run',
  }: { uncounted?: boolean; next?: 'continue' | 'stop-run' } = {},
): Promise<NextStep> {
  const { ports, delivery } = attempt;
  const { key, guildId, channelId, attempts, subject, message } = delivery;
  const now = ports.clock.now();
  const found = message?.id ?? null;
  const ending = {
    kind: 'later',
    notBefore: now + waitMs,
    error: reason,
    uncounted,
    found,
    foundBy: message?.webhookId,
  } as const;
  const since = attempts?.firstAt ?? now;
  if (!isStuck(delivery, now) || alertless.has(subject.kind)) {
    return endAttempt(attempt, ports.store, ending, next);
  }
  return ports.store.transaction(async (ledger) => {
    const alert = { kind: 'delivery-stuck', channelId, since, reason } as const;
    await alertModerators(ledger, guildId, `stuck:${key}:${since}`, alert, now);
    return endAttempt(attempt, ledger, ending, next);
  });
}

async function fail({ attempt }: Refused, reason: string): Promise<NextStep> {
  return endAttempt(attempt, attempt.ports.store, { kind: 'failed', error: reason }, 'continue');
}

/**
 * Most people who are not reached take no private messages of a server's members (50007): that is
 * final, and the case's card says it.
 */
async function failPrivate({ attempt, reason }: Refused, code: number): Promise<NextStep> {
  const { ports, delivery } = attempt;
  const error = code === 0 ? reason : `${code} ${reason}`;
  return ports.store.transaction(async (ledger) => {
    const next = await endAttempt(attempt, ledger, { kind: 'failed', error }, 'continue');
    await refreshPrivateOnCard(ledger, delivery, ports.clock.now());
    return next;
  });
}

async function failWithAlert({ attempt, reason }: Refused): Promise<NextStep> {
  const { ports, delivery } = attempt;
  const { guildId, channelId, key, subject } = delivery;
  const now = ports.clock.now();
  return ports.store.transaction(async (ledger) => {
    if (
      subject.kind !== 'alert' &&
      subject.kind !== 'ping' &&
      subject.kind !== 'private' &&
      subject.kind !== 'timeout'
    ) {
      const message = subject.kind === 'skipped-stories' ? 'notice' : subject.kind;
      const url = subject.kind === 'comment' ? await commentUrl(ledger, subject.commentKey) : null;
      const facts = { channelId, message, reason, ...(url !== null && { url }) };
      const alert = { kind: 'message-refused', ...facts } as const;
      await alertModerators(ledger, guildId, `refused:${key}`, alert, now);
    }
    return endAttempt(attempt, ledger, { kind: 'failed', error: reason }, 'continue');
  });
}

async function commentUrl({ discussions }: Ledger, commentKey: string): Promise<string | null> {
  return (await discussions.getComment(commentKey))?.comment.url ?? null;
}

async function handleRefusedChannel(refused: Refused, code: number): Promise<NextStep> {
  const { attempt, reason } = refused;
  const { ports, delivery } = attempt;
  const { store, clock } = ports;
  if (delivery.subject.kind === 'removal' && code === missingPermissions) {
    await alertNotRemoved(attempt, reason);
    return retryIn(refused, hourMs, { next: 'continue' });
  }
  if (code === unknownChannel) {
    if (await postThread(attempt)) return fail(refused, 'the post was deleted in Discord');
    // Its deliveries end with it, and so does our lease.
    if (await detachThread(store, delivery.channelId, clock.now())) return 'released';
    // The message is gone with its channel, as was wanted.
    if (isRemoved(delivery)) {
      const { revision } = delivery;
      return endAttempt(attempt, store, { kind: 'shown', revision, message: null }, 'continue');
    }
  }
  await pauseChannel(attempt, reason, code);
  const found = delivery.message?.id ?? null;
  // Discord took nothing: what waits may be posted elsewhere.
  const foundBy = delivery.message?.webhookId;
  const facts = { uncounted: true, error: reason, found, foundBy } as const;
  const ending = { kind: 'later', notBefore: clock.now(), ...facts } as const;
  return endAttempt(attempt, store, ending, 'stop-run');
}

/** Opens an archived thread, so that its message can be edited. */
async function unarchiveThread(refused: Refused): Promise<NextStep> {
  const { attempt } = refused;
  const threadId = (await postThread(attempt)) ?? attempt.delivery.channelId;
  const isOpen = await unarchived(attempt, threadId);
  const { ports, delivery } = attempt;
  const isFirst = (delivery.attempts?.count ?? 1) <= 1;
  return retryIn(refused, isOpen && isFirst ? 0 : backoffMs(delivery, ports.clock.now()));
}

/** `false` when Discord refuses it. */
async function unarchived({ ports, signal }: Attempt, threadId: Snowflake): Promise<boolean> {
  try {
    await ports.discord.setThread(threadId, { archived: false }, 'An edit is due', signal);
    return true;
  } catch (error) {
    if (signal.aborted) throw error;
    ports.log.warn({ threadId, error: errorText(error) }, 'thread.not-unarchived');
    return false;
  }
}

/** The thread of a forum post that is in Discord already; `null` for any other delivery. */
async function postThread({ ports, delivery, signal }: Attempt): Promise<Snowflake | null> {
  if (!delivery.message) return null;
  const forum = await forumOf(ports, delivery, signal).catch((error: unknown) => {
    if (signal.aborted) throw error;
    return null;
  });
  return forum && messageChannelId(delivery, delivery.message.id, forum);
}

/** Only removals need this permission, so the channel is not paused. */
async function alertNotRemoved({ ports, delivery }: Attempt, reason: string): Promise<void> {
  const { guildId, channelId, key } = delivery;
  const alert = { kind: 'message-not-removed', channelId, reason } as const;
  await ports.store.transaction((ledger) =>
    alertModerators(ledger, guildId, `not-removed:${key}`, alert, ports.clock.now()),
  );
}
