import { enrich } from '../../article/index.ts';
import type { StoredStory } from '../../core/story/stored-story.ts';
import { dayMs, minuteMs, secondMs, type UnixMs } from '../../core/time/duration.ts';
import { pageTimeoutMs, fetchArticle } from './article-pages.ts';
import { shortestFetchMs } from './fetch-page.ts';
import { storyDelivery } from '../outbox/keys.ts';
import type { Ports } from '../ports.ts';

/** How long a poll waits for all pages of its stories together. The other pages are read later. */
export const pagesTimeoutMs = 3 * secondMs;
const mostAttempts = 3;
/** Pages that are fetched at the same time. */
const concurrency = 2;
const lateBatchSize = 8;

/**
 * The story with what its article's page adds. When the page does not answer within `timeoutMs`, the
 * story stays as it is and due; so it does when the page's host is too busy. It is not due any more after three attempts, or when the page is
 * refused permanently or by its host's robots.txt.
 */
export async function enrichStory(
  ports: Ports,
  stored: StoredStory,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<StoredStory> {
  const { id, story } = stored;
  const enrichAttempts = stored.enrichAttempts + 1;
  if (story.url === null) return { ...stored, enrichAt: null, enrichAttempts };
  const reading = await fetchArticle(ports, story.url, timeoutMs, signal);
  const now = ports.clock.now();
  switch (reading.page) {
    case 'read':
      return { ...stored, story: enrich(story, reading.facts), enrichAt: null, enrichAttempts };
    case 'refused':
      ports.log.info({ storyId: id, host: new URL(story.url).host }, 'story.page-off-limits');
      return { ...stored, enrichAt: null, enrichAttempts };
    case 'later':
      if (!reading.isAttempt) return { ...stored, enrichAt: reading.at };
      return {
        ...stored,
        enrichAt: enrichAttempts < mostAttempts ? reading.at : null,
        enrichAttempts,
      };
    case 'unread': {
      const { fault, isPermanent, retryAfterMs } = reading;
      const isAsked = fault !== 'busy' && !(fault === 'timeout' && timeoutMs < pageTimeoutMs);
      if (!isAsked) return { ...stored, enrichAt: now };
      ports.log.info({ storyId: id, fault }, 'story.page-unread');
      const mayRetry = enrichAttempts < mostAttempts && !isPermanent;
      const waitMs = Math.max(enrichAttempts * 5 * minuteMs, Math.min(retryAfterMs, dayMs));
      return { ...stored, enrichAt: mayRetry ? now + waitMs : null, enrichAttempts };
    }
    default:
      return reading satisfies never;
  }
}

/**
 * The same for the stories of a poll, within {@link pagesTimeoutMs} in all (2 s more where requests wait for
 * a busy host) and before `until`. The other stories stay due, for
 * {@link enrichLateStories}.
 */
export async function enrichStories(
  ports: Ports,
  stories: readonly StoredStory[],
  until: UnixMs,
  signal: AbortSignal,
): Promise<StoredStory[]> {
  const end = Math.min(until, ports.clock.now() + pagesTimeoutMs);
  return inParallel(stories, async (story) => {
    const now = ports.clock.now();
    const leftMs = end - now;
    if (leftMs < shortestFetchMs) return { ...story, enrichAt: now };
    return enrichStory(ports, story, Math.min(leftMs, pageTimeoutMs), signal);
  });
}

async function inParallel(
  stories: readonly StoredStory[],
  work: (story: StoredStory) => Promise<StoredStory>,
): Promise<StoredStory[]> {
  const done: StoredStory[] = [];
  const queue = stories.entries();
  const worker = async () => {
    for (const [index, story] of queue) done[index] = await work(story);
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return done;
}

/**
 * Reads article pages that were too slow when their stories were posted, and has the messages edited
 * without a correction mark. `false` when none is due. A story that changed meanwhile stays as it is
 * and due.
 */
export async function enrichLateStories(ports: Ports, signal: AbortSignal): Promise<boolean> {
  const due = await ports.store.feeds.listStoriesToEnrich(ports.clock.now(), lateBatchSize);
  if (due.length === 0) return false;
  const stories = await inParallel(due, (story) =>
    enrichStory(ports, story, pageTimeoutMs, signal),
  );
  const now = ports.clock.now();
  await ports.store.transaction(async (ledger) => {
    for (const [index, story] of stories.entries()) {
      const current = await ledger.feeds.getStory(story.id);
      if (!current || JSON.stringify(current) !== JSON.stringify(due[index])) continue;
      await ledger.feeds.saveStories({ stories: [story] });
      if (JSON.stringify(story.story) === JSON.stringify(current.story)) continue;
      const subscriptions = await ledger.feeds.listSubscriptionsOf(story.feedId);
      await ledger.deliveries.refresh(
        subscriptions.map(({ channelId }) => storyDelivery(story.id, channelId)),
        now,
      );
    }
  });
  return true;
}
