import type { Subscription } from '../../core/feed/subscription.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { requestError } from '../../render/index.ts';
import { auditFeed } from '../outbox/audit-lines.ts';
import type { Ports } from '../ports.ts';
import { ownSubscription } from './own-subscription.ts';

/** Removes a feed from its channel. @throws RequestError when it is not there or is declared by file */
export async function unsubscribe(
  { store, clock }: Ports,
  guildId: Snowflake,
  id: string,
  by: Snowflake,
): Promise<Subscription> {
  return store.transaction(async (ledger) => {
    const subscription = await removableSubscription(ledger, guildId, id);
    await endSubscription(ledger, subscription);
    await closeDiscussionsOf(ledger, [subscription], clock.now());
    await auditFeed(ledger, subscription, { at: clock.now(), actor: by, action: 'feed.removed' });
    return subscription;
  });
}

/** @throws RequestError when it is not there or is declared by file */
export async function removableSubscription(
  ledger: Pick<Ledger, 'feeds'>,
  guildId: Snowflake,
  id: string,
): Promise<Subscription> {
  const subscription = await ownSubscription(ledger, guildId, id);
  if (subscription.origin !== 'config') return subscription;
  throw requestError((labels) => labels.feed.refused.declaredRemove);
}

export async function endSubscription(ledger: Ledger, { id, feedId }: Subscription): Promise<void> {
  await ledger.feeds.deleteSubscription(id);
  // No channel has the feed any more: its credentials are deleted.
  if ((await ledger.feeds.listSubscriptionsOf(feedId)).length === 0)
    await ledger.access.delete(feedId);
}

/**
 * Makes the discussions of ended subscriptions due, without their overrides. Without the feed their
 * comment period is over, so they close.
 */
export async function closeDiscussionsOf(
  ledger: Ledger,
  ended: readonly Subscription[],
  now: UnixMs,
): Promise<void> {
  const ids = new Set(ended.map(({ id }) => id));
  for (const guildId of new Set(ended.map((subscription) => subscription.guildId))) {
    const live = await ledger.discussions.listInGuild(
      guildId,
      ['waiting', 'open', 'closing-soon'],
      10_000,
    );
    for (const { discussion } of live) {
      if (ids.has(discussion.subscriptionId)) {
        await ledger.discussions.save({ ...discussion, override: null }, now);
      }
    }
  }
}
