import type { FeedAccess } from '../../core/feed/feed.ts';
import type { Subscription, SubscriptionSettings } from '../../core/feed/subscription.ts';
import { fileActor } from '../../core/moderation/audit.ts';
import { auditFeed } from '../outbox/audit-lines.ts';
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
    const deed = { at: now, actor: fileActor };
    for (const subscription of ended) {
      await endSubscription(ledger, subscription);
      await auditFeed(ledger, subscription, { ...deed, action: 'feed.removed' });
    }
    await closeDiscussionsOf(ledger, ended, now);
    for (const { subscription, access } of wanted) {
      const stored = await ledger.feeds.getSubscription(subscription.id);
      if (!stored) {
        await ledger.feeds.addSubscription(subscription, now);
        await startFeed(ledger, subscription, access, now);
        await auditFeed(ledger, subscription, { ...deed, action: 'feed.added' });
      } else {
        const { settings } = subscription;
        const updated = { ...stored, origin: 'config', settings } as const;
        await ledger.feeds.saveSubscription(updated);
        const reason = changedSettings(stored.settings, settings);
        if (reason !== '') {
          await auditFeed(ledger, updated, { ...deed, action: 'feed.edited', reason });
        }
        if (access) await ledger.access.save(updated.feedId, access);
        await rescheduleWaiting(ledger, updated, now);
      }
    }
  });
}

/** The names of the settings that differ. */
export function changedSettings(before: SubscriptionSettings, after: SubscriptionSettings): string {
  const was = new Map(Object.entries(before));
  return Object.entries(after)
    .filter(([name, value]) => JSON.stringify(was.get(name)) !== JSON.stringify(value))
    .map(([name]) => name)
    .join(', ');
}
