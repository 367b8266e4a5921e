import type { DiscussionIn } from '../../../../src/core/discussion/discussion.ts';
import { StoryId } from '../../../../src/core/ids.ts';
import type { Store } from '../../../../src/core/ports/ledger.ts';
import { begin, message, posted } from '../sending.ts';
import { discussion, noon, thread } from '../stores.ts';

// What was closed and posted, and is to be deleted one day.
export const id = (name: string) => StoryId.parse(name);
export function closed(name: string): DiscussionIn<'closed'> {
  return { ...discussion(name), state: 'closed', threadId: thread, drainUntil: null };
}

/** Posts the first delivery that is due, as that message. */
export async function send(store: Store, messageId = message): Promise<void> {
  const { lease, delivery } = await begin(store);
  const ending = posted(delivery.revision, messageId);
  await store.deliveries.end(lease, delivery.key, ending, { now: noon, release: true });
}
