import type { Delivery } from '../core/delivery.ts';
import type { Snowflake, StoryId } from '../core/ids.ts';
import type { Ledger, StoredStory } from '../core/ledger.ts';
import { storyKey } from '../core/story-key.ts';
import type { FeedStory } from '../core/story.ts';
import { storyDelivery } from './keys.ts';

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
 * another story of the same feed, by its headline; or it was never posted, as the channel had
 * given its feed up by then.
 */
export async function isUntold(
  ledger: Ledger,
  channelId: Snowflake,
  { id, feedId, story }: StoredStory,
  key: string,
): Promise<boolean> {
  const own = await ledger.deliveries.byKey(storyDelivery(id, channelId));
  if (own) return wasLeftOut(own);
  const holder = (await ledger.channelStories.holders(channelId, [key])).get(key);
  if (holder === undefined) return true;
  if (holder === id) return false;
  const held = await ledger.feeds.story(holder);
  if (!held) return true;
  if (held.feedId === feedId && headlineKey(held.story) !== headlineKey(story)) return true;
  return wasGivenUp(ledger, holder, channelId);
}

async function wasGivenUp({ deliveries }: Ledger, id: StoryId, channelId: Snowflake) {
  const delivery = await deliveries.byKey(storyDelivery(id, channelId));
  return delivery !== null && wasLeftOut(delivery);
}

function wasLeftOut({ messageId, dead, shownRevision, wantedRevision }: Delivery): boolean {
  return messageId === null && !dead && shownRevision >= wantedRevision;
}
