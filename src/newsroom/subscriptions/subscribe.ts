import type { FeedAccess } from '../../core/feed/feed.ts';
import type { Subscription, SubscriptionSettings } from '../../core/feed/subscription.ts';
import type { FeedId, Snowflake } from '../../core/ids.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { FeedDocument } from '../../core/story/story.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { requestError } from '../../render/index.ts';
import { feedAddress } from '../feeds/feed-address.ts';
import { restartedFeed } from '../feeds/feed-health.ts';
import { feedRequest } from '../feeds/feed-request.ts';
import { auditFeed } from '../outbox/audit-lines.ts';
import { feedId, subscriptionId } from '../outbox/keys.ts';
import type { Ports } from '../ports.ts';
import { rescheduleWaiting } from './reschedule-waiting.ts';

export interface WantedFeed {
  url: string;
  /** Missing for a public feed. */
  access?: FeedAccess;
  guildId: Snowflake;
  channelId: Snowflake;
  settings: SubscriptionSettings;
}

/**
 * Fetches and reads a feed without storing anything.
 * @throws RequestError, FetchError, ReadError with a message for the person who gave the address
 */
export async function tryFeed(
  ports: Ports,
  wanted: string | Pick<WantedFeed, 'url' | 'access'>,
  signal: AbortSignal,
): Promise<FeedDocument> {
  const { url, access } = addressOf(typeof wanted === 'string' ? { url: wanted } : wanted);
  return ports.parsers.feed(await ports.fetch(feedRequest(url, access), signal), signal);
}

/** Adds a feed to a channel. @throws RequestError when the channel has it already */
export async function subscribe(
  ports: Ports,
  wanted: WantedFeed,
  addedBy: Snowflake,
): Promise<Subscription> {
  return ports.store.transaction(async (ledger) => {
    const subscription = await addSubscription(ports, ledger, wanted, addedBy);
    if (subscription) return subscription;
    throw requestError(({ feed }) =>
      feed.refused.alreadyThere({ channel: `<#${wanted.channelId}>` }),
    );
  });
}

/** The new subscription, due at once; `null` when the channel has the feed already. */
export async function addSubscription(
  ports: Pick<Ports, 'clock'>,
  ledger: Ledger,
  wanted: WantedFeed,
  addedBy: Snowflake,
): Promise<Subscription | null> {
  const now = ports.clock.now();
  const subscription = await newSubscription(ports, ledger, wanted, 'command', addedBy);
  if (!(await ledger.feeds.addSubscription(subscription, now))) return null;
  await startFeed(ledger, subscription, addressOf(wanted).access, now);
  await auditFeed(ledger, subscription, { at: now, actor: addedBy, action: 'feed.added' });
  return subscription;
}

export const addressOf = ({ url, access }: Pick<WantedFeed, 'url' | 'access'>) =>
  feedAddress(url, access);

/**
 * Saves the credentials and makes the feed due, also when it was paused for other channels. Stories
 * may wait from an earlier time that the channel had the feed.
 */
export async function startFeed(
  ledger: Ledger,
  subscription: Subscription,
  access: FeedAccess | null,
  now: UnixMs,
): Promise<void> {
  const { feedId } = subscription;
  await rescheduleWaiting(ledger, subscription, now);
  if (access) await ledger.access.save(feedId, access);
  const feed = await ledger.feeds.getFeed(feedId);
  if (feed?.state.paused) await ledger.feeds.saveFeed(restartedFeed(feed, now));
  else await ledger.feeds.pollNow(feedId, now);
}

export async function newSubscription(
  { clock }: Pick<Ports, 'clock'>,
  ledger: Ledger,
  wanted: WantedFeed,
  origin: Subscription['origin'],
  addedBy: Snowflake | null,
): Promise<Subscription> {
  const { url, access } = addressOf(wanted);
  const { guildId, channelId, settings } = wanted;
  const feed = (await feedMovedTo(ledger, url, access)) ?? feedId(url, access);
  return {
    id: await freeId(ledger, feed, channelId),
    feedId: feed,
    url,
    guildId,
    channelId,
    formerChannelIds: [],
    origin,
    addedBy,
    addedAt: clock.now(),
    initialised: false,
    settings,
  };
}

/**
 * The id of a feed's subscription in a channel, the same each time. One that was moved to another
 * channel keeps its id.
 */
async function freeId({ feeds }: Ledger, feed: FeedId, channelId: Snowflake): Promise<string> {
  const subscriptions = await feeds.listSubscriptionsOf(feed);
  const there = subscriptions.find((one) => one.channelId === channelId);
  if (there) return there.id;
  const taken = new Set(subscriptions.map(({ id }) => id));
  let id = subscriptionId(feed, channelId);
  while (taken.has(id)) id = subscriptionId(feed, id);
  return id;
}

/** A feed with these credentials that has moved to the address. Its id comes from its first address. */
async function feedMovedTo(
  ledger: Ledger,
  url: string,
  access: FeedAccess | null,
): Promise<FeedId | null> {
  for (const { id, state } of await ledger.feeds.listFeedsAt(url)) {
    if (state.movedFrom === null) continue;
    if (JSON.stringify(await ledger.access.get(id)) === JSON.stringify(access)) return id;
  }
  return null;
}
