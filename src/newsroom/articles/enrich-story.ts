import { enrich } from '../../article/index.ts';
import type { StoredStory } from '../../core/story/stored-story.ts';
import { dayMs, minuteMs, secondMs, type UnixMs } from '../../core/time/duration.ts';
import { shortestFetchMs, pageTimeoutMs, fetchArticle } from './article-pages.ts';
import { storyDelivery } from '../outbox/keys.ts';
import type { Ports } from '../ports.ts';

/** How long a poll waits for all pages of its stories together; the rest are read afterwards. */
export const pagesTimeoutMs = 3 * secondMs;
/** A host that is being asked much lets its pages wait for their turn, which no time-out counts. */
const queueMs = 2 * secondMs;
const triesInAll = 3;
/** Pages asked for side by side; one host gets no more at a time. */
const atOnce = 2;
const lateAtOnce = 8;

/**
 * The story with what its article's page adds; unchanged, and due again, when the page does not
 * answer within `timeoutMs`. Given up after three tries, and at once when the page is refused for
 * good or by its host's robots.txt: then it stands as its feed gave it.
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
      if (!reading.asked) return { ...stored, enrichAt: reading.at };
      return {
        ...stored,
        enrichAt: enrichAttempts < triesInAll ? reading.at : null,
        enrichAttempts,
      };
    case 'unread': {
      const { fault, forGood, retryAfterMs } = reading;
      if (fault === 'timeout' && timeoutMs < pageTimeoutMs) return { ...stored, enrichAt: now };
      ports.log.info({ storyId: id, fault }, 'story.page-unread');
      const again = enrichAttempts < triesInAll && !forGood;
      const waitMs = Math.max(enrichAttempts * 5 * minuteMs, Math.min(retryAfterMs, dayMs));
      return { ...stored, enrichAt: again ? now + waitMs : null, enrichAttempts };
    }
    default:
      return reading satisfies never;
  }
}

/**
 * The same for the stories of a poll, which waits for their pages 3 seconds in all, 5 where they
 * wait for their turn at their host, and at most to `until`. Stories whose page is not there by
 * then are due at once, for {@link enrichLateStories}.
 */
export async function enrichStories(
  ports: Ports,
  stories: readonly StoredStory[],
  until: UnixMs,
  signal: AbortSignal,
): Promise<StoredStory[]> {
  if (stories.length === 0) return [];
  const end = Math.min(until, ports.clock.now() + pagesTimeoutMs);
  return within(pagesTimeoutMs + queueMs, signal, (inHaste) =>
    sideBySide(stories, async (story) => {
      const now = ports.clock.now();
      const leftMs = end - now;
      const later = { ...story, enrichAt: now };
      if (leftMs < shortestFetchMs || inHaste.aborted) return later;
      try {
        return await enrichStory(ports, story, Math.min(leftMs, pageTimeoutMs), inHaste);
      } catch (error) {
        if (signal.aborted || !inHaste.aborted) throw error;
        return later;
      }
    }),
  );
}

/** Does the work under a signal that aborts with `signal`, or after `ms` at the latest. */
async function within<T>(
  ms: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const follow = () => controller.abort(signal.reason);
  const timer = setTimeout(() => controller.abort(new Error('the patience is over')), ms);
  signal.addEventListener('abort', follow, { once: true });
  try {
    signal.throwIfAborted();
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', follow);
  }
}

async function sideBySide(
  stories: readonly StoredStory[],
  work: (story: StoredStory) => Promise<StoredStory>,
): Promise<StoredStory[]> {
  const done: StoredStory[] = [];
  const queue = stories.entries();
  const lane = async () => {
    for (const [index, story] of queue) done[index] = await work(story);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return done;
}

/**
 * Reads article pages that were too slow when their story was posted, and has their posts edited,
 * quietly: what a page adds is no correction. `false` when none is due. A story that changed
 * meanwhile stays as it is and due.
 */
export async function enrichLateStories(ports: Ports, signal: AbortSignal): Promise<boolean> {
  const due = await ports.store.feeds.listStoriesToEnrich(ports.clock.now(), lateAtOnce);
  if (due.length === 0) return false;
  const stories = await sideBySide(due, (story) =>
    enrichStory(ports, story, pageTimeoutMs, signal),
  );
  await ports.store.transaction(async (ledger) => {
    for (const [index, story] of stories.entries()) {
      const current = await ledger.feeds.getStory(story.id);
      if (!current || JSON.stringify(current) !== JSON.stringify(due[index])) continue;
      await ledger.feeds.saveStory(story);
      if (JSON.stringify(story.story) === JSON.stringify(current.story)) continue;
      const subscriptions = await ledger.feeds.listSubscriptionsOf(story.feedId);
      await ledger.deliveries.refresh(
        subscriptions.map(({ channelId }) => storyDelivery(story.id, channelId)),
      );
    }
  });
  return true;
}
