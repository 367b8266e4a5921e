import { RequestError } from '../../core/errors.ts';
import type { FeedAccess } from '../../core/feed/feed.ts';
import type { Subscription, SubscriptionSettings } from '../../core/feed/subscription.ts';
import type { FeedId, Snowflake } from '../../core/ids.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { FeedDocument } from '../../core/story/story.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { feedAddress } from '../feeds/feed-address.ts';
import { restartedFeed } from '../feeds/feed-health.ts';
import { feedRequest, parseFeed } from '../feeds/feed-request.ts';
import { feedId, subscriptionId } from '../outbox/keys.ts';
import type { Ports } from '../ports.ts';
import { rescheduleDigest } from './reschedule-digest.ts';

export interface WantedFeed {
  url: string;
  /** Left out for a feed that opens to everybody. */
  access?: FeedAccess;
  guildId: Snowflake;
  channelId: Snowflake;
  settings: SubscriptionSettings;
}

/**
 * Fetches and reads a feed as a trial, storing nothing.
 * @throws RequestError, FetchError, ReadError with words for the person who gave the address
 */
export async function tryFeed(
  ports: Ports,
  wanted: string | Pick<WantedFeed, 'url' | 'access'>,
  signal: AbortSignal,
): Promise<FeedDocument> {
  const { url, access } = addressOf(typeof wanted === 'string' ? { url: wanted } : wanted);
  return parseFeed(ports, await ports.fetch(feedRequest(url, access), signal));
}

/** Brings a feed into a channel. @throws RequestError when the channel has it already */
export async function subscribe(
  ports: Ports,
  wanted: WantedFeed,
  addedBy: Snowflake,
): Promise<Subscription> {
  return ports.store.transaction(async (ledger) => {
    const subscription = await addSubscription(ports, ledger, wanted, addedBy);
    if (subscription) return subscription;
    throw new RequestError(
      `<#${wanted.channelId}> has this feed already. \`/feed remove\` ends it; another channel may have it too.`,
    );
  });
}

/** The new subscription, due at once; `null` when the channel has the feed already. */
export async function addSubscription(
  ports: Ports,
  ledger: Ledger,
  wanted: WantedFeed,
  addedBy: Snowflake,
): Promise<Subscription | null> {
  const now = ports.clock.now();
  const subscription = await newSubscription(ports, ledger, wanted, 'command', addedBy);
  if (!(await ledger.feeds.addSubscription(subscription, now))) return null;
  await begin(ledger, subscription, addressOf(wanted).access, now);
  const line = { guildId: wanted.guildId, at: now, actor: addedBy, version: null, reason: null };
  await ledger.audit.append({ ...line, action: 'feed.added', subject: subscription.id });
  return subscription;
}

const addressOf = ({ url, access }: Pick<WantedFeed, 'url' | 'access'>) => feedAddress(url, access);

/** Makes a feed due that was just taken, whatever it failed by for channels before. */
async function begin(
  ledger: Ledger,
  { feedId }: Subscription,
  access: FeedAccess | null,
  now: UnixMs,
): Promise<void> {
  if (access) await ledger.access.save(feedId, access);
  const feed = await ledger.feeds.getFeed(feedId);
  if (feed?.state.paused) await ledger.feeds.saveFeed(restartedFeed(feed, now));
  else await ledger.feeds.pollNow(feedId, now);
}

async function newSubscription(
  { clock }: Ports,
  ledger: Ledger,
  wanted: WantedFeed,
  origin: Subscription['origin'],
  addedBy: Snowflake | null,
): Promise<Subscription> {
  const { url, access } = addressOf(wanted);
  const { guildId, channelId, settings } = wanted;
  const feed = (await movedHere(ledger, url, access)) ?? feedId(url, access);
  return {
    id: subscriptionId(feed, channelId),
    feedId: feed,
    url,
    guildId,
    channelId,
    origin,
    addedBy,
    addedAt: clock.now(),
    initialised: false,
    settings,
  };
}

/** The feed that has moved to this address and is opened the same way: its id tells its first one. */
async function movedHere(
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

/** Ends a feed in its channel. @throws RequestError when it is not there or is declared by file */
export async function unsubscribe(
  { store, clock }: Ports,
  guildId: Snowflake,
  id: string,
  by: Snowflake,
): Promise<Subscription> {
  return store.transaction(async (ledger) => {
    const subscription = await ownSubscription(ledger, guildId, id);
    if (subscription.origin === 'config') {
      throw new RequestError(
        'This feed is declared in the configuration file: take it out there and start Wirethread anew.',
      );
    }
    await end(ledger, subscription);
    await closeDiscussionsOf(ledger, [subscription], clock.now());
    const line = { guildId, at: clock.now(), actor: by, subject: id, version: null, reason: null };
    await ledger.audit.append({ ...line, action: 'feed.removed' });
    return subscription;
  });
}

/** A server's own subscription. @throws RequestError when it has none of that id */
export async function ownSubscription(
  { feeds }: Pick<Ledger, 'feeds'>,
  guildId: Snowflake,
  id: string,
): Promise<Subscription> {
  const subscription = await feeds.getSubscription(id);
  if (subscription?.guildId === guildId) return subscription;
  throw new RequestError('No such feed here. Choose one of those that the command offers.');
}

/** Sets a feed going again at once that was paused, or that is read less often as it failed. */
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

async function end(ledger: Ledger, { id, feedId }: Subscription): Promise<void> {
  await ledger.feeds.deleteSubscription(id);
  // Nobody reads it any more: what opened it is not kept.
  if ((await ledger.feeds.listSubscriptionsOf(feedId)).length === 0)
    await ledger.access.delete(feedId);
}

/**
 * Without their feed, discussions have no comment period left: they close at their next look, also
 * those that a moderator had kept open before.
 */
async function closeDiscussionsOf(
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

/** Makes the feeds that the configuration file declares the ones of that origin in the store. */
export async function syncDeclaredFeeds(
  ports: Ports,
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
    for (const subscription of ended) await end(ledger, subscription);
    await closeDiscussionsOf(ledger, ended, now);
    for (const { subscription, access } of wanted) {
      const known = await ledger.feeds.getSubscription(subscription.id);
      if (!known) {
        await ledger.feeds.addSubscription(subscription, now);
        await begin(ledger, subscription, access, now);
      } else {
        const { settings } = subscription;
        const updated = { ...known, origin: 'config', settings } as const;
        await ledger.feeds.saveSubscription(updated);
        await rescheduleDigest(ledger, updated, now);
      }
    }
  });
}
