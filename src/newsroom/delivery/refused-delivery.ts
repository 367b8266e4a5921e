import type { Delivery } from '../../core/delivery/delivery.ts';
import { DiscordRefusal, errorText } from '../../core/errors.ts';
import type { Snowflake } from '../../core/ids.ts';
import { hourMs, minuteMs, secondMs } from '../../core/time/duration.ts';
import { forumOf, messageChannelId } from '../channels/forum-post.ts';
import { archiveIdleThread } from '../channels/thread-cap.ts';
import { detachThread } from '../discussions/detach-discussion.ts';
import { alertModerators } from '../outbox/moderators.ts';
import type { Ports } from '../ports.ts';
import { missingPermissions, pauseChannel, unknownChannel } from './pause-channel.ts';

/** Whether the run goes on with the channel's next delivery. */
export type NextStep = 'continue' | 'stop-run';

/** A delivery that failed, and why. */
interface Refused {
  ports: Ports;
  delivery: Delivery;
  /** `null` when the error did not come from Discord. */
  refusal: DiscordRefusal | null;
  reason: string;
  signal: AbortSignal;
}

/** Settles a failed delivery: it is tried again later, it fails for good, or its channel is paused. */
export async function handleRefusal(
  ports: Ports,
  delivery: Delivery,
  error: unknown,
  signal: AbortSignal,
): Promise<NextStep> {
  const { key, channelId, attempts } = delivery;
  const refusal = error instanceof DiscordRefusal ? error : null;
  const kind = refusal?.kind ?? 'passing';
  const refused = { ports, delivery, refusal, reason: errorText(error), signal };
  const code = refusal?.code ?? 0;
  ports.log.warn(
    { key, channelId, kind, code, attempts, error: refused.reason },
    'delivery.refused',
  );
  switch (kind) {
    case 'channel':
      return handleRefusedChannel(refused, code);
    case 'gone':
      return fail(refused, 'the message was deleted in Discord');
    case 'message':
      return failWithAlert(refused);
    case 'archived':
      return unarchiveThread(refused);
    case 'thread-cap': {
      const hasRoom = await archiveIdleThread(ports, delivery, signal);
      return retryIn(refused, hasRoom ? secondMs : backoffMs(delivery));
    }
    case 'passing': {
      const waitMs = refusal?.retryAfterMs ?? null;
      // Discord took nothing when it said how long to wait, so this was no attempt.
      const isUntried = waitMs !== null && waitMs <= minuteMs;
      return retryIn(refused, waitMs ?? backoffMs(delivery), isUntried);
    }
    default:
      return kind satisfies never;
  }
}

/** Doubles with each attempt, up to ten minutes. */
function backoffMs({ attempts }: Delivery): number {
  return Math.min(10 * minuteMs, secondMs * 2 ** Math.min(attempts, 10));
}

async function retryIn(
  { ports: { store, clock }, delivery, reason }: Refused,
  waitMs: number,
  untried = false,
): Promise<'stop-run'> {
  const notBefore = clock.now() + waitMs;
  await store.deliveries.release(delivery.key, delivery.fence, {
    notBefore,
    error: reason,
    untried,
  });
  return 'stop-run';
}

async function fail({ ports: { store }, delivery }: Refused, reason: string): Promise<'continue'> {
  await store.deliveries.fail(delivery.key, delivery.fence, reason);
  return 'continue';
}

async function failWithAlert({ ports, delivery, reason }: Refused): Promise<'continue'> {
  const { guildId, channelId, key, kind, fence } = delivery;
  const now = ports.clock.now();
  await ports.store.transaction(async (ledger) => {
    await ledger.deliveries.fail(key, fence, reason);
    if (kind === 'alert') return;
    const message = kind === 'left-out' ? 'notice' : kind;
    const alert = { kind: 'message-refused', channelId, message, reason } as const;
    await alertModerators(ledger, guildId, `refused:${key}`, alert, now);
  });
  return 'continue';
}

async function handleRefusedChannel(refused: Refused, code: number): Promise<NextStep> {
  const { ports, delivery, reason, signal } = refused;
  const { store, clock } = ports;
  if (delivery.kind === 'removal' && code === missingPermissions) {
    await retryIn(refused, hourMs);
    await alertNotRemoved(ports, delivery, reason);
    return 'continue';
  }
  if (code === unknownChannel) {
    if (await postThread(refused)) return fail(refused, 'the post was deleted in Discord');
    if (await detachThread(store, delivery.channelId, clock.now())) return 'stop-run';
  }
  await retryIn(refused, 0);
  await pauseChannel(ports, delivery, reason, code, signal);
  return 'stop-run';
}

/** Opens an archived thread, so that its message can be edited. */
async function unarchiveThread(refused: Refused): Promise<'stop-run'> {
  const { ports, delivery, signal } = refused;
  const threadId = (await postThread(refused)) ?? delivery.channelId;
  const isOpen = await unarchived(ports, threadId, signal);
  return retryIn(refused, isOpen && delivery.attempts <= 1 ? 0 : backoffMs(delivery));
}

/** `false` when Discord refuses it. */
async function unarchived(
  { discord, log }: Ports,
  threadId: string,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    await discord.setThread(threadId, { archived: false }, 'An edit is due', signal);
    return true;
  } catch (error) {
    if (!signal.aborted) {
      log.warn({ threadId, error: errorText(error) }, 'thread.not-unarchived');
    }
    return false;
  }
}

/** The thread of a forum post that is in Discord already; `null` for any other delivery. */
async function postThread({ ports, delivery, signal }: Refused): Promise<Snowflake | null> {
  if (delivery.messageId === null) return null;
  const forum = await forumOf(ports, delivery, signal).catch(() => null);
  return forum && messageChannelId(delivery, delivery.messageId, forum);
}

/** Only removals need this permission, so the channel is not paused. */
async function alertNotRemoved(ports: Ports, delivery: Delivery, reason: string): Promise<void> {
  const { guildId, channelId, key } = delivery;
  const alert = { kind: 'message-not-removed', channelId, reason } as const;
  await ports.store.transaction((ledger) =>
    alertModerators(ledger, guildId, `not-removed:${key}`, alert, ports.clock.now()),
  );
}
