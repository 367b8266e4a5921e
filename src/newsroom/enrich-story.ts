import { enrich } from '../article/index.ts';
import { FetchError } from '../core/errors.ts';
import type { StoredStory } from '../core/ledger.ts';
import type { FetchRequest } from '../core/ports.ts';
import { minuteMs, secondMs, type UnixMs } from '../core/time.ts';
import { storyDelivery } from './keys.ts';
import type { Ports } from './ports.ts';

const pageTimeoutMs = 8 * secondMs;
const pageMaxBytes = 3_000_000;
const triesInAll = 3;
const atOnce = 4;

/**
 * The story with what its article's page adds; unchanged, and due again, when the page does not
 * answer in time. Given up after three tries, and at once when the page is refused for good.
 */
export async function enriched(
  ports: Ports,
  stored: StoredStory,
  signal: AbortSignal,
): Promise<StoredStory> {
  const { url } = stored.story;
  const enrichTries = stored.enrichTries + 1;
  if (url === null) return { ...stored, enrichAt: null, enrichTries };
  try {
    const page = await ports.fetch(pageRequest(url, pageTimeoutMs), signal);
    const facts = await ports.read.article({
      body: page.body,
      contentType: page.headers['content-type'] ?? null,
      url: page.url,
    });
    return { ...stored, story: enrich(stored.story, facts), enrichAt: null, enrichTries };
  } catch (error) {
    if (signal.aborted) throw error;
    ports.log.info({ storyId: stored.id, fault: faultOf(error) }, 'story.page-unread');
    const again = enrichTries < triesInAll && faultOf(error) !== 'address-refused';
    const enrichAt = again ? ports.clock.now() + enrichTries * 5 * minuteMs : null;
    return { ...stored, enrichAt, enrichTries };
  }
}

/**
 * True when the page at this address is answered by 404 or 410, after redirects; false for every
 * other answer, for none, and for a page that may not be asked for. Rejects only on an abort.
 */
export async function pageIsGone(ports: Ports, url: string, signal: AbortSignal): Promise<boolean> {
  try {
    await ports.fetch(pageRequest(url, pageTimeoutMs), signal);
    return false;
  } catch (error) {
    if (signal.aborted) throw error;
    return error instanceof FetchError && (error.status === 404 || error.status === 410);
  }
}

function pageRequest(url: string, timeoutMs: number): FetchRequest {
  return { url, accept: 'text/html,application/xhtml+xml', maxBytes: pageMaxBytes, timeoutMs };
}

function faultOf(error: unknown): string {
  return error instanceof FetchError ? error.fault : 'unreadable';
}

/** The same for several stories, a few pages at a time; those not begun by `until` stay due. */
export async function enrichedAll(
  ports: Ports,
  stories: readonly StoredStory[],
  until: UnixMs,
  signal: AbortSignal,
): Promise<StoredStory[]> {
  const done: StoredStory[] = [];
  for (let start = 0; start < stories.length; start += atOnce) {
    const now = ports.clock.now();
    if (now >= until) {
      return [...done, ...stories.slice(start).map((story) => ({ ...story, enrichAt: now }))];
    }
    const few = stories.slice(start, start + atOnce);
    done.push(...(await Promise.all(few.map((story) => enriched(ports, story, signal)))));
  }
  return done;
}

/**
 * Reads article pages that were too slow when their story was posted; `false` when none is due. A
 * story corrected meanwhile stays as it is and due.
 */
export async function enrichLateStories(ports: Ports, signal: AbortSignal): Promise<boolean> {
  const due = await ports.store.feeds.storiesToEnrich(ports.clock.now(), atOnce);
  if (due.length === 0) return false;
  const stories = await enrichedAll(ports, due, Infinity, signal);
  await ports.store.transaction(async (ledger) => {
    for (const story of stories) {
      const current = await ledger.feeds.story(story.id);
      if (current && current.feedHash !== story.feedHash) continue;
      await ledger.feeds.saveStory(story);
      const subscriptions = await ledger.feeds.subscriptionsOf(story.feedId);
      await ledger.deliveries.refresh(
        subscriptions.map(({ channelId }) => storyDelivery(story.id, channelId)),
      );
    }
  });
  return true;
}
