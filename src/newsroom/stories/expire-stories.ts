import { dayMs } from '../../core/time/duration.ts';
import type { Ports } from '../ports.ts';

/** How long a channel remembers a story that another feed may bring, and a story its words. */
const rememberedMs = 90 * dayMs;
const atOnce = 500;

/**
 * Forgets what nobody will ask for: which channel was told which story, and the words of stories
 * never posted. A story itself stays known, so that it never comes back as new. `true` while more
 * may be left.
 */
export async function expireStories({ store, clock }: Ports): Promise<boolean> {
  const before = clock.now() - rememberedMs;
  await store.channelStories.deleteBefore(before);
  return (await store.feeds.deleteStoryTexts(before, atOnce)) === atOnce;
}
