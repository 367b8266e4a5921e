import { isRetry, type OpenDelivery, type Wish } from '../../core/delivery/delivery.ts';
import type { Subscription } from '../../core/feed/subscription.ts';
import type { Snowflake, StoryId } from '../../core/ids.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { requestError } from '../../render/index.ts';
import { discussionId, storyDelivery } from '../outbox/keys.ts';

/** @throws RequestError when the channel has the feed already */
export async function refuseDouble(
  { feeds }: Pick<Ledger, 'feeds'>,
  { feedId }: Subscription,
  to: Snowflake,
): Promise<void> {
  const there = await feeds.listSubscriptionsOf(feedId);
  if (!there.some(({ channelId }) => channelId === to)) return;
  throw requestError(({ feed }) => feed.refused.alreadyInOther({ channel: `<#${to}>` }));
}

/** The subscription in its new channel. Those where it posted before keep its messages. */
export function moved(subscription: Subscription, to: Snowflake): Subscription {
  const before = [...subscription.formerChannelIds, subscription.channelId];
  const formerChannelIds = [...new Set(before)].filter((channelId) => channelId !== to);
  return { ...subscription, channelId: to, formerChannelIds };
}

/**
 * Has what waits for the channel before posted in the new one. What Discord may have got already stays
 * where it is and is sent once. Posted stories are not posted again: the new channel takes over what
 * the feed claimed. A waiting story that the new channel has by another feed is dropped.
 */
export async function moveWaiting(
  ledger: Ledger,
  { channelId: from }: Subscription,
  after: Subscription,
  now: UnixMs,
): Promise<void> {
  const { id, feedId, channelId: to } = after;
  const present = await ledger.channelStories.copyClaims(feedId, from, to);
  const moved = await ledger.digests.move(id, to, present);
  for (const delivery of await ledger.deliveries.listUnsent(from)) {
    if (isRetry(delivery)) continue;
    const { subject } = delivery;
    if (subject.kind === 'digest' || subject.kind === 'skipped-stories') {
      if (subject.subscriptionId === id) {
        await ledger.deliveries.want([wishIn(to, delivery, delivery.key)], now);
      }
    } else if (subject.kind === 'story') {
      const story = await ledger.feeds.getStory(subject.storyId);
      if (story?.feedId !== feedId) continue;
      await moveStory(ledger, delivery, subject.storyId, after, present, now);
      moved.push(subject.storyId);
    }
  }
  // Another feed may post them there.
  await ledger.channelStories.release(from, moved);
}

async function moveStory(
  { deliveries, discussions }: Ledger,
  delivery: OpenDelivery,
  storyId: StoryId,
  { id, channelId: to, settings }: Subscription,
  present: readonly StoryId[],
  now: UnixMs,
): Promise<void> {
  const discussion = await discussions.get(discussionId(storyId, delivery.channelId));
  await deliveries.remove([delivery.key], now);
  if (discussion) await discussions.deleteWaiting(discussion.id);
  if (present.includes(storyId)) return;
  await deliveries.want([wishIn(to, delivery, storyDelivery(storyId, to))], now);
  if (discussion && settings.comments.mirror) {
    // A feed that brings its comments stays in the channel before.
    const after = { id: discussionId(storyId, to), channelId: to, subscriptionId: id };
    await discussions.add({ ...discussion, ...after });
  }
}

function wishIn(
  channelId: Snowflake,
  { guildId, subject, ordinal, notBefore, postponed }: OpenDelivery,
  key: string,
): Wish {
  return { key, guildId, channelId, subject, ordinal, ...(postponed && { notBefore, postponed }) };
}
