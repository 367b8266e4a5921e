import type { Delivery } from '../../core/delivery/delivery.ts';
import type { Snowflake, StoryId } from '../../core/ids.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { StoredStory } from '../../core/story/stored-story.ts';
import { storyKey } from '../../text/canonical-url.ts';
import type { FeedStory } from '../../core/story/story.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { storyDelivery } from '../outbox/keys.ts';

/** Under which key a channel is told a story: the same for a story that several feeds tell. */
export type StoryKeys = (story: Pick<StoredStory, 'id' | 'identity'>) => string;

/**
 * The keys of a document's stories, made of their addresses. One without an address, and those that
 * share one in the document under different headlines (a live blog's), go by their identity alone.
 */
export function storyKeys(stories: readonly FeedStory[]): StoryKeys {
  const byAddress = new Map<string, FeedStory[]>();
  for (const story of stories) {
    const key = story.url === null ? null : storyKey(story.url);
    if (key === null) continue;
    const sharing = byAddress.get(key);
    if (sharing) sharing.push(story);
    else byAddress.set(key, [story]);
  }
  const keys = new Map<string, string>();
  for (const [key, sharing] of byAddress) {
    if (new Set(sharing.map(headlineKey)).size > 1) continue;
    for (const { identity } of sharing) keys.set(identity, `url ${key}`);
  }
  return ({ id, identity }) => keys.get(identity) ?? `id ${id}`;
}

function headlineKey({ headline }: { headline: string | null }): string {
  return (headline ?? '').replace(/\s+/gu, ' ').trim().toLowerCase();
}

/**
 * Whether a channel has yet to be told a story: nobody holds its key there; or the holder is
 * another story of the same feed, by its headline; or it was never posted, nor will be, as the
 * channel gave its feed up.
 */
export async function isNewToChannel(
  ledger: Ledger,
  channelId: Snowflake,
  { id, feedId, story }: StoredStory,
  key: string,
): Promise<boolean> {
  const own = await ledger.deliveries.get(storyDelivery(id, channelId));
  if (own) return wasLeftOut(own);
  const holder = (await ledger.channelStories.getClaims(channelId, [key])).get(key);
  if (holder === undefined) return true;
  if (holder === id) return false;
  const held = await ledger.feeds.getStory(holder);
  if (!held) return true;
  if (held.feedId === feedId && headlineKey(held.story) !== headlineKey(story)) return true;
  const delivery = await ledger.deliveries.get(storyDelivery(holder, channelId));
  if (delivery && wasLeftOut(delivery)) return true;
  return !(await hasFeed(ledger, channelId, held)) && waits(ledger, delivery, holder);
}

/**
 * Takes a story's key in a channel that has yet to be told it; `false` when it was. Who had held the
 * key, and waits for a feed that the channel gave up, comes no more: not even with its feed.
 */
export async function claimStory(
  ledger: Ledger,
  channelId: Snowflake,
  story: StoredStory,
  key: string,
  now: UnixMs,
): Promise<boolean> {
  if (!(await isNewToChannel(ledger, channelId, story, key))) return false;
  const holder = (await ledger.channelStories.getClaims(channelId, [key])).get(key);
  const held = holder === undefined ? null : await ledger.feeds.getStory(holder);
  if (held && held.id !== story.id && !(await hasFeed(ledger, channelId, held))) {
    await ledger.deliveries.remove([storyDelivery(held.id, channelId)]);
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

/** Whether a story is to be posted by itself or in a digest, and was not yet. */
async function waits(
  { digests }: Ledger,
  delivery: Delivery | null,
  id: StoryId,
): Promise<boolean> {
  if (delivery === null) return digests.has(id);
  return delivery.messageId === null && !delivery.failed && !delivery.removed;
}

function wasLeftOut({ messageId, failed, shownRevision, wantedRevision }: Delivery): boolean {
  return messageId === null && !failed && shownRevision >= wantedRevision;
}
