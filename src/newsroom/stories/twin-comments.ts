import type { Discussion } from '../../core/discussion/discussion.ts';
import { isRemoved } from '../../core/delivery/delivery.ts';
import type { Subscription } from '../../core/feed/subscription.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { StoredStory } from '../../core/story/stored-story.ts';
import type { CommentLinks, Story } from '../../core/story/story.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { discussionId, storyDelivery } from '../outbox/keys.ts';
import { newDiscussion } from './new-discussion.ts';
import type { Post } from './news.ts';

/** True when a feed of a channel says where its story's comments are. */
export function bringsComments(
  { settings: { comments } }: Pick<Subscription, 'settings'>,
  { commentLinks }: Pick<Story, 'commentLinks'>,
): boolean {
  if (!comments.mirror) return false;
  const isChosen = comments.source !== 'auto' || comments.selectors !== null;
  return isChosen || hasLinks(commentLinks);
}

function hasLinks({ feed, page, embeds = [] }: CommentLinks): boolean {
  return feed !== null || page !== null || embeds.length > 0;
}

/**
 * Has the comments mirrored that a twin brings: the same story as one that the channel got from another
 * feed. That story, its message and its feed's settings stay as they are. While its discussion has no
 * comment source, the twin's links are added to it; when its own feed brings no comments, the
 * discussion follows the settings of the twin's feed.
 */
export async function addTwinComments(
  ledger: Ledger,
  { story: twin, subscription, key }: Post,
  now: UnixMs,
): Promise<void> {
  if (!bringsComments(subscription, twin.story)) return;
  const { channelId } = subscription;
  const posted = await postedStory(ledger, channelId, key);
  if (!posted || posted.id === twin.id) return;
  const otherLinks = twin.story.commentLinks;
  const discussion = await ledger.discussions.get(discussionId(posted.id, channelId));
  if (!discussion) {
    await ledger.discussions.add({ ...newDiscussion(posted, subscription, now), otherLinks });
    return;
  }
  if (!isWithoutSource(discussion) || discussion.otherLinks !== null) return;
  const own = await ledger.feeds.getSubscription(discussion.subscriptionId);
  const isOwn = own !== null && bringsComments(own, posted.story);
  const subscriptionId = isOwn ? own.id : subscription.id;
  const changed = { ...discussion, subscriptionId, otherLinks, nextPoll: now, pollErrors: 0 };
  await ledger.discussions.save(changed, now);
}

function isWithoutSource({ source, state }: Discussion): boolean {
  return source === null && (state === 'waiting' || state === 'open' || state === 'closing-soon');
}

/** The story that has the key in the channel, if it has a message of its own there, or will have. */
async function postedStory(
  ledger: Ledger,
  channelId: Subscription['channelId'],
  key: string,
): Promise<StoredStory | null> {
  const id = (await ledger.channelStories.getClaims(channelId, [key])).get(key);
  const delivery =
    id === undefined ? null : await ledger.deliveries.get(storyDelivery(id, channelId));
  if (id === undefined || !delivery || isRemoved(delivery)) return null;
  // Settled without a message: it was skipped.
  if (delivery.message === null && delivery.state === 'settled') return null;
  return ledger.feeds.getStory(id);
}
