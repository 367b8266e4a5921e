import type { Delivery } from '../../core/delivery/delivery.ts';
import { quietUntil } from '../../core/feed/quiet-hours.ts';
import { StoryId } from '../../core/ids.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { subscriptionIdIn } from '../outbox/subjects.ts';

/**
 * When the quiet hours end that forbid a post now; `null` when none do. Asked just before a post:
 * they may have begun, or been set, after the delivery was stored.
 */
export async function quietHoursEnd(
  ledger: Pick<Ledger, 'feeds'>,
  delivery: Delivery,
  now: UnixMs,
): Promise<UnixMs | null> {
  const subscription = await subscriptionOf(ledger, delivery);
  return subscription && quietUntil(subscription.settings.quietHours, now);
}

async function subscriptionOf(
  { feeds }: Pick<Ledger, 'feeds'>,
  { kind, subject, channelId }: Delivery,
) {
  if (kind === 'digest' || kind === 'left-out') {
    return feeds.getSubscription(subscriptionIdIn(subject));
  }
  if (kind !== 'story') return null;
  const story = await feeds.getStory(StoryId.parse(subject));
  const subscriptions = story ? await feeds.listSubscriptionsOf(story.feedId) : [];
  return subscriptions.find((candidate) => candidate.channelId === channelId) ?? null;
}
