import type { Delivery } from '../../core/delivery/delivery.ts';
import type { Snowflake, StoryId } from '../../core/ids.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { StoredStory } from '../../core/story/stored-story.ts';
import type { FeedStory } from '../../core/story/story.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { storyKey } from '../../text/canonical-url.ts';
import { storyDelivery } from '../outbox/keys.ts';

/** A story's key: the same in all feeds that have the story. */
export type StoryKeys = (story: Pick<StoredStory, 'id' | 'identity'>) => string;

/**
 * The keys of a document's stories, made from their addresses. A story without an address has its
 * id as key. So have those with one address and different headlines, as in a live blog.
 */
export function storyKeys(stories: readonly FeedStory[]): StoryKeys {
  const byAddress = new Map<string, FeedStory[]>();
  for (const story of stories) {
    const key = story.url === null ? null : storyKey(story.url);
    if (key === null) continue;
    const sameAddress = byAddress.get(key);
    if (sameAddress) sameAddress.push(story);
    else byAddress.set(key, [story]);
  }
  const keys = new Map<string, string>();
  for (const [key, sameAddress] of byAddress) {
    if (new Set(sameAddress.map(headlineKey)).size > 1) continue;
    for (const { identity } of sameAddress) keys.set(identity, `url ${key}`);
  }
  return ({ id, identity }) => keys.get(identity) ?? `id ${id}`;
}

function headlineKey({ headline }: { headline: string | null }): string {
  return (headline ?? '').replace(/\s+/gu, ' ').trim().toLowerCase();
}

/**
 * True when a story is new to the channel:
 * - no story has claimed its key there; or
 * - the story that claimed it is another one of the same feed, by its headline; or
 * - that story was not posted and will not be, because the channel removed its feed.
 *
 * A claim outlives its story when the feed had too many.
 */
export async function isNewToChannel(
  ledger: Ledger,
  channelId: Snowflake,
  story: StoredStory,
  key: string,
): Promise<boolean> {
  const own = await ledger.deliveries.get(storyDelivery(story.id, channelId));
  if (own) return wasSkipped(own);
  const claimantId = (await ledger.channelStories.getClaims(channelId, [key])).get(key);
  if (claimantId === undefined) return true;
  return claimantId !== story.id && mayTakeOver(ledger, channelId, story, claimantId);
}

/** Whether the story may have the key of the one that claimed it. */
async function mayTakeOver(
  ledger: Ledger,
  channelId: Snowflake,
  { feedId, story }: StoredStory,
  claimantId: StoryId,
): Promise<boolean> {
  const claimant = await ledger.feeds.getStory(claimantId);
  // It was one of the too many stories of its feed. Another copy of it may have come since.
  if (!claimant) return false;
  if (claimant.feedId === feedId && headlineKey(claimant.story) !== headlineKey(story)) return true;
  const delivery = await ledger.deliveries.get(storyDelivery(claimantId, channelId));
  if (delivery && wasSkipped(delivery)) return true;
  return !(await hasFeed(ledger, channelId, claimant)) && isUnposted(ledger, delivery, claimantId);
}

/**
 * Claims a story's key in a channel; `false` when the story is not new there. An unposted story that
 * had claimed the key for a feed that the channel removed is not posted any more.
 */
export async function claimStory(
  ledger: Ledger,
  channelId: Snowflake,
  story: StoredStory,
  key: string,
  now: UnixMs,
): Promise<boolean> {
  const own = await ledger.deliveries.get(storyDelivery(story.id, channelId));
  if (own && !wasSkipped(own)) return false;
  const holderId = await ledger.channelStories.claimFree(channelId, key, story.id, now);
  if (holderId === null) return true;
  if (!own) {
    const isHeld = holderId === story.id;
    if (isHeld || !(await mayTakeOver(ledger, channelId, story, holderId))) return false;
  }
  const holder = await ledger.feeds.getStory(holderId);
  if (holder && holder.id !== story.id && !(await hasFeed(ledger, channelId, holder))) {
    await ledger.deliveries.remove([storyDelivery(holder.id, channelId)], now);
  }
  await ledger.channelStories.claim(channelId, key, story.id, now);
  return true;
}

async function hasFeed(
  { feeds }: Ledger,
  channelId: Snowflake,
  { feedId }: StoredStory,
): Promise<boolean> {
  const subscriptions = await feeds.listSubscriptionsOf(feedId);
  return subscriptions.some((subscription) => subscription.channelId === channelId);
}

/** True while a story waits to be posted, by itself or in a digest. */
async function isUnposted(
  { digests }: Ledger,
  delivery: Delivery | null,
  id: StoryId,
): Promise<boolean> {
  if (delivery === null) return digests.has(id);
  return delivery.message === null && delivery.state === 'open' && delivery.wanted === 'shown';
}

/** Settled without a message: when it was due, its story was withdrawn or filtered out. */
function wasSkipped({ message, state }: Delivery): boolean {
  return message === null && state === 'settled';
}
