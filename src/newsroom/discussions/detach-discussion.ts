import { detached, type Discussion } from '../../core/discussion/discussion.ts';
import type { Snowflake } from '../../core/ids.ts';
import { botActor, discordActor } from '../../core/moderation/audit.ts';
import type { Ledger, Store } from '../../core/ports/ledger.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { auditDiscussion } from '../outbox/audit-lines.ts';
import { storyDelivery } from '../outbox/keys.ts';

/** Why a discussion is not updated any more; stored in the audit log. */
export type DetachReason =
  | 'thread deleted'
  | 'channel deleted'
  | 'message of the story deleted'
  | 'thread refused by Discord'
  | 'story deleted';

/**
 * Detaches the discussion whose thread was deleted: the thread is not opened again. `false` when the
 * thread had no discussion.
 */
export async function detachThread(
  store: Store,
  threadId: Snowflake,
  now: UnixMs,
): Promise<boolean> {
  return store.transaction(async (ledger) => {
    const discussion = await ledger.discussions.getByThread(threadId);
    if (discussion) await detachDiscussion(ledger, discussion.id, 'thread deleted', now);
    return discussion !== null;
  });
}

/**
 * Ends a discussion, whoever updates it now, with its audit line. Drops the messages of a deleted
 * thread, and takes its link off the story's message.
 */
export async function detachDiscussion(
  ledger: Ledger,
  id: Discussion['id'],
  reason: DetachReason,
  now: UnixMs,
): Promise<void> {
  const discussion = await ledger.discussions.get(id);
  if (!discussion || discussion.state === 'detached' || discussion.state === 'expired') return;
  const { threadId, storyId, channelId } = discussion;
  const isDeleted = reason === 'thread deleted' || reason === 'channel deleted';
  if (isDeleted && threadId !== null) await ledger.deliveries.endChannel(threadId);
  if (reason === 'thread deleted' && threadId !== null) {
    await ledger.deliveries.refresh([storyDelivery(storyId, channelId)], now);
  }
  await ledger.discussions.save(detached(discussion), null);
  const actor = reason === 'story deleted' ? botActor : discordActor;
  await auditDiscussion(ledger, discussion, {
    at: now,
    actor,
    action: 'discussion.detached',
    reason,
  });
}
