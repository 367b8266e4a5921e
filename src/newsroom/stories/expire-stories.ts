import { dayMs } from '../../core/time/duration.ts';
import type { RetentionPlace, RetentionStep } from '../../core/ports/retention-ledger.ts';
import type { Ports } from '../ports.ts';

/** Rows that one statement may delete: more would hold up everything else for too long. */
const batchSize = 500;
/** Much longer than Discord recognises a nonce. */
const usedGenerationsMs = dayMs;

/**
 * Deletes what has been over for `retentionMs`: the comments of discussions, the texts of stories that
 * left their feeds, what is stored of their messages, and claims of stories in channels. Messages in
 * Discord stay. Stories keep their identities, so that none ever counts as new again. Each call is one
 * step, which looks at a bounded number of rows; `true` when more may be left.
 */
export function storyExpiry(
  { store, clock, log }: Pick<Ports, 'store' | 'clock' | 'log'>,
  retentionMs: number,
): () => Promise<boolean> {
  const { retention } = store;
  // What something still keeps is passed over: the next step goes on after it.
  let fromDiscussion: RetentionPlace | null = null;
  let fromStory: RetentionPlace | null = null;
  return async () => {
    const now = clock.now();
    const before = now - retentionMs;
    const marked = await retention.markOver(now, batchSize);
    const discussions = await retention.expireDiscussion(before, batchSize, fromDiscussion);
    fromDiscussion = discussions.next;
    // A claim outlives no text: one whose story has none would take another story for a new one.
    const claims = await retention.deleteClaims(before, batchSize);
    const stories: RetentionStep =
      claims < batchSize
        ? await retention.expireStories(before, batchSize, fromStory)
        : { deleted: 0, next: fromStory };
    fromStory = stories.next;
    const deliveries = await retention.deleteDeliveries(before, batchSize);
    const generations = await retention.deleteUsedGenerations(now - usedGenerationsMs, batchSize);
    const deleted = {
      discussions: discussions.deleted,
      claims,
      stories: stories.deleted,
      deliveries,
      generations,
    };
    if (Object.values(deleted).some((count) => count > 0)) log.debug(deleted, 'stories.expired');
    const isAtEnd = fromDiscussion === null && fromStory === null;
    return !isAtEnd || [marked, claims, deliveries, generations].includes(batchSize);
  };
}
