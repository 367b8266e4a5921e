import { dayMs } from '../../core/time/duration.ts';
import type { Ports } from '../ports.ts';

/** Rows that one statement may delete: more would hold up everything else for too long. */
const batchSize = 500;
/** Much longer than Discord recognises a nonce. */
const usedGenerationsMs = dayMs;

/**
 * Deletes what has been over for `retentionMs`: the comments of discussions, the texts of stories that
 * left their feeds, what is stored of their messages, and claims of stories in channels. Messages in
 * Discord stay. Stories keep their identities, so that none ever counts as new again. `true` when
 * more may be left.
 */
export async function expireStories(
  { store, clock, log }: Pick<Ports, 'store' | 'clock' | 'log'>,
  retentionMs: number,
): Promise<boolean> {
  const now = clock.now();
  const before = now - retentionMs;
  const { retention } = store;
  const marked = await retention.markOver(now, batchSize);
  const discussions = await retention.expireDiscussion(before, batchSize);
  // A claim outlives no text: one whose story has none would take another story for a new one.
  const claims = await retention.deleteClaims(before, batchSize);
  const stories = claims < batchSize ? await retention.expireStories(before, batchSize) : 0;
  const deliveries = await retention.deleteDeliveries(before, batchSize);
  const generations = await retention.deleteUsedGenerations(now - usedGenerationsMs, batchSize);
  const deleted = { discussions, claims, stories, deliveries, generations };
  if (Object.values(deleted).some((count) => count > 0)) log.debug(deleted, 'stories.expired');
  const counts = [marked, claims, stories, deliveries, generations];
  return discussions > 0 || counts.includes(batchSize);
}
