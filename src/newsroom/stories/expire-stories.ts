import { dayMs } from '../../core/time/duration.ts';
import type { Ports } from '../ports.ts';

/** How long claims deduplicate a channel's stories, and unposted stories keep their text. */
const expireAfterMs = 90 * dayMs;
const batchSize = 500;

/**
 * Deletes old claims and the texts of stories that were never posted. The stories themselves stay,
 * so that they never count as new again. `true` when more may be left.
 */
export async function expireStories({ store, clock }: Ports): Promise<boolean> {
  const before = clock.now() - expireAfterMs;
  await store.channelStories.deleteBefore(before);
  return (await store.feeds.deleteStoryTexts(before, batchSize)) === batchSize;
}
