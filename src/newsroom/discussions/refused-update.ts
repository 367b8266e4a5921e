import type { Discussion } from '../../core/discussion/discussion.ts';
import { DiscordRefusal, errorText } from '../../core/errors.ts';
import type { Fence } from '../../core/ports/fence.ts';
import { dayMs, hourMs, minuteMs, secondMs } from '../../core/time/duration.ts';
import { archiveIdleThread } from '../channels/thread-cap.ts';
import { alertModerators } from '../outbox/moderators.ts';
import type { Ports } from '../ports.ts';
import { detachDiscussion, type DetachReason } from './detach-discussion.ts';

/** The first waiting time after a refusal that only a person can resolve. */
const refusedRetryMs = 5 * minuteMs;
/** The waiting time after another thread was archived to make room. */
const threadCapRetryMs = secondMs;

/** Discord's error code "Unknown Channel". */
const unknownChannel = 10003;

/**
 * Settles an update that failed. It is tried again later, or the discussion is detached when its
 * thread or its story's message was deleted. Moderators are alerted when they can do something.
 */
export async function handleRefusedUpdate(
  ports: Ports,
  discussion: Discussion,
  fence: Fence,
  error: unknown,
  signal: AbortSignal,
): Promise<void> {
  const { store, clock } = ports;
  const refusal = error instanceof DiscordRefusal ? error : null;
  const kind = refusal?.kind ?? 'passing';
  if (kind === 'thread-cap' && (await archiveIdleThread(ports, discussion, signal))) {
    await store.discussions.settle(discussion, clock.now() + threadCapRetryMs, fence);
    return;
  }
  const now = clock.now();
  const detachReason = refusal && detachReasonOf(discussion, refusal);
  await store.transaction(async (ledger) => {
    if (detachReason) return detachDiscussion(ledger, discussion.id, detachReason, now);
    const pollErrors = discussion.pollErrors + 1;
    const next = { ...discussion, lastError: errorText(error), pollErrors };
    const dueAt = now + retryDelayMs(discussion, refusal);
    if (!(await ledger.discussions.settle(next, dueAt, fence))) return;
    if (kind !== 'channel' && kind !== 'thread-cap') return;
    const { guildId, channelId } = discussion;
    const day = Math.floor(now / dayMs);
    const reason = errorText(error);
    const alert = { kind: 'discussion-refused', channelId, cause: kind, reason } as const;
    await alertModerators(ledger, guildId, `discussion:${channelId}:${kind}:${day}`, alert, now);
  });
}

/** Why an update that was refused can never succeed; `null` when it may. */
function detachReasonOf(
  { threadId }: Discussion,
  { code, kind }: DiscordRefusal,
): DetachReason | null {
  if (code === unknownChannel && threadId !== null) return 'thread deleted';
  if (code === unknownChannel || kind === 'gone') return 'message of the story deleted';
  return kind === 'message' && threadId === null ? 'thread refused by Discord' : null;
}

/** Doubles with each error, up to an hour, unless Discord says how long to wait. */
function retryDelayMs({ pollErrors }: Discussion, refusal: DiscordRefusal | null): number {
  const askedMs = refusal?.retryAfterMs ?? null;
  if (askedMs !== null) return askedMs;
  const isPassing = (refusal?.kind ?? 'passing') === 'passing';
  const firstMs = isPassing ? secondMs : refusedRetryMs;
  return Math.min(hourMs, firstMs * 2 ** Math.min(pollErrors, isPassing ? 8 : 2));
}
