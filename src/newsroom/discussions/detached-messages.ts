import type { Discussion } from '../../core/discussion/discussion.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { storyDelivery } from '../outbox/keys.ts';

/** A thread is no more: nothing is sent there, and its story leads there no longer. */
export async function dropThreadMessages(
  { deliveries }: Pick<Ledger, 'deliveries'>,
  { storyId, channelId, threadId }: Discussion,
): Promise<void> {
  if (threadId === null) return;
  await deliveries.endChannel(threadId);
  await deliveries.refresh([storyDelivery(storyId, channelId)]);
}
