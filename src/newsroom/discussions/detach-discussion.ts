import type { Discussion } from '../../core/discussion/discussion.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { Ledger, Store } from '../../core/ports/ledger.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { storyDelivery } from '../outbox/keys.ts';

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
    if (!discussion) return false;
    await dropThreadMessages(ledger, discussion, now);
    await detachDiscussion(ledger, discussion, now);
    return true;
  });
}

export async function detachDiscussion(
  ledger: Ledger,
  discussion: Discussion,
  now: UnixMs,
): Promise<void> {
  if (discussion.state === 'detached') return;
  await ledger.discussions.save({ ...discussion, state: 'detached' }, null);
  const { guildId, id } = discussion;
  const line = { guildId, at: now, actor: 'discord', subject: id, version: null };
  await ledger.audit.append({ ...line, action: 'discussion.detached', reason: 'thread deleted' });
}

/** Drops the deleted thread's deliveries and takes its link off the story's message. */
export async function dropThreadMessages(
  { deliveries }: Pick<Ledger, 'deliveries'>,
  { storyId, channelId, threadId }: Discussion,
  now: UnixMs,
): Promise<void> {
  if (threadId === null) return;
  await deliveries.endChannel(threadId);
  await deliveries.refresh([storyDelivery(storyId, channelId)], now);
}
