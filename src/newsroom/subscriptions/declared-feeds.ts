import type { FeedAccess } from '../../core/feed/feed.ts';
import type { Subscription } from '../../core/feed/subscription.ts';
import type { Ports } from '../ports.ts';
import { rescheduleWaiting } from './reschedule-waiting.ts';
import { addressOf, newSubscription, startFeed, type WantedFeed } from './subscribe.ts';
import { closeDiscussionsOf, endSubscription } from './unsubscribe.ts';

/** Adds, updates and ends subscriptions, so that the stored ones are those that the file declares. */
export async function syncDeclaredFeeds(
  ports: Pick<Ports, 'store' | 'clock'>,
  declared: readonly WantedFeed[],
): Promise<void> {
  const { store, clock } = ports;
  const now = clock.now();
  await store.transaction(async (ledger) => {
    const wanted: { subscription: Subscription; access: FeedAccess | null }[] = [];
    for (const feed of declared) {
      const subscription = await newSubscription(ports, ledger, feed, 'config', null);
      wanted.push({ subscription, access: addressOf(feed).access });
    }
    const ids = new Set(wanted.map(({ subscription }) => subscription.id));
    const ended = (await ledger.feeds.listSubscriptionsIn(null)).filter(
      ({ origin, id }) => origin === 'config' && !ids.has(id),
    );
    for (const subscription of ended) await endSubscription(ledger, subscription);
    await closeDiscussionsOf(ledger, ended, now);
    for (const { subscription, access } of wanted) {
      const stored = await ledger.feeds.getSubscription(subscription.id);
      if (!stored) {
        await ledger.feeds.addSubscription(subscription, now);
        await startFeed(ledger, subscription, access, now);
      } else {
        const { settings } = subscription;
        const updated = { ...stored, origin: 'config', settings } as const;
        await ledger.feeds.saveSubscription(updated);
        if (access) await ledger.access.save(updated.feedId, access);
        await rescheduleWaiting(ledger, updated, now);
      }
    }
  });
}
