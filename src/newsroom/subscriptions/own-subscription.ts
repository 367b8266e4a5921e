import { RequestError } from '../../core/errors.ts';
import type { Subscription } from '../../core/feed/subscription.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { restartedFeed } from '../feeds/feed-health.ts';
import type { Ports } from '../ports.ts';

/** @throws RequestError when the server has no subscription with that id */
export async function ownSubscription(
  { feeds }: Pick<Ledger, 'feeds'>,
  guildId: Snowflake,
  id: string,
): Promise<Subscription> {
  const subscription = await feeds.getSubscription(id);
  if (subscription?.guildId === guildId) return subscription;
  throw new RequestError('This server has no such feed. Choose one from the list of the command.');
}

/** Polls a paused or failing feed at once, and then as often as usual. */
export async function retryFeed(
  { store, clock }: Ports,
  guildId: Snowflake,
  id: string,
): Promise<Subscription> {
  return store.transaction(async (ledger) => {
    const subscription = await ownSubscription(ledger, guildId, id);
    const feed = await ledger.feeds.getFeed(subscription.feedId);
    if (feed) await ledger.feeds.saveFeed(restartedFeed(feed, clock.now()));
    return subscription;
  });
}
