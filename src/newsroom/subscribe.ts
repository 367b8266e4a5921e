import { RequestError } from '../core/errors.ts';
import type { Subscription, SubscriptionSettings } from '../core/feed.ts';
import type { Snowflake } from '../core/ids.ts';
import type { Ledger } from '../core/ledger.ts';
import type { FeedDocument } from '../core/story.ts';
import type { UnixMs } from '../core/time.ts';
import { feedId, subscriptionId } from './keys.ts';
import { feedAccept, feedMaxBytes, feedTimeoutMs, readAnswer } from './poll-feed.ts';
import type { Ports } from './ports.ts';

export interface Wanted {
  url: string;
  guildId: Snowflake;
  channelId: Snowflake;
  settings: SubscriptionSettings;
}

/**
 * Fetches and reads a feed as a trial, storing nothing.
 * @throws FetchError, ReadError with words for the person who gave the address
 */
export async function tryFeed(
  ports: Ports,
  url: string,
  signal: AbortSignal,
): Promise<FeedDocument> {
  const request = { accept: feedAccept, maxBytes: feedMaxBytes, timeoutMs: feedTimeoutMs };
  return readAnswer(ports, await ports.fetch({ url: feedUrl(url), ...request }, signal));
}

/** A feed's address as it is stored. @throws RequestError when it is none */
export function feedUrl(text: string): string {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new RequestError(
      `"${text.slice(0, 100)}" is not a feed's address. Give one that begins with https://, such as https://example.org/feed.xml.`,
    );
  }
  url.hash = '';
  return url.href;
}

/** Brings a feed into a channel. @throws RequestError when the channel has it already */
export async function subscribe(
  ports: Ports,
  wanted: Wanted,
  addedBy: Snowflake,
): Promise<Subscription> {
  const { store, clock } = ports;
  const subscription = newSubscription(ports, wanted, 'command', addedBy);
  const now = clock.now();
  await store.transaction(async (ledger) => {
    if (!(await ledger.feeds.subscribe(subscription, now))) {
      throw new RequestError(
        `<#${wanted.channelId}> has this feed already. \`/feed remove\` ends it; another channel may have it too.`,
      );
    }
    await ledger.feeds.pollNow(subscription.feedId, now);
    const line = { guildId: wanted.guildId, at: now, actor: addedBy, version: null, reason: null };
    await ledger.audit.append({ ...line, action: 'feed.added', subject: subscription.id });
  });
  return subscription;
}

function newSubscription(
  { hash, clock }: Ports,
  { url, guildId, channelId, settings }: Wanted,
  origin: Subscription['origin'],
  addedBy: Snowflake | null,
): Subscription {
  const address = feedUrl(url);
  const feed = feedId(hash, address);
  return {
    id: subscriptionId(hash, feed, channelId),
    feedId: feed,
    url: address,
    guildId,
    channelId,
    origin,
    addedBy,
    addedAt: clock.now(),
    initialised: false,
    settings,
  };
}

/** Ends a feed in its channel. @throws RequestError when it is not there or is declared by file */
export async function unsubscribe(
  { store, clock }: Ports,
  guildId: Snowflake,
  id: string,
  by: Snowflake,
): Promise<Subscription> {
  return store.transaction(async (ledger) => {
    const subscription = await ledger.feeds.subscription(id);
    if (!subscription || subscription.guildId !== guildId) {
      throw new RequestError('No such feed here. Choose one of those that the command offers.');
    }
    if (subscription.origin === 'config') {
      throw new RequestError(
        'This feed is declared in the configuration file: take it out there and start Wirethread anew.',
      );
    }
    await ledger.feeds.unsubscribe(id);
    await closeDiscussionsOf(ledger, subscription, clock.now());
    const line = { guildId, at: clock.now(), actor: by, subject: id, version: null, reason: null };
    await ledger.audit.append({ ...line, action: 'feed.removed' });
    return subscription;
  });
}

/**
 * Without their feed, discussions have no comment period left: they close at their next look, also
 * those that a moderator had kept open before.
 */
async function closeDiscussionsOf(
  ledger: Ledger,
  { id, guildId }: Subscription,
  now: UnixMs,
): Promise<void> {
  const live = await ledger.discussions.inGuild(
    guildId,
    ['waiting', 'open', 'closing-soon'],
    10_000,
  );
  for (const { discussion } of live) {
    if (discussion.subscriptionId === id) {
      await ledger.discussions.save({ ...discussion, word: null }, now);
    }
  }
}

/** Makes the feeds that the configuration file declares the ones of that origin in the store. */
export async function syncDeclaredFeeds(ports: Ports, declared: readonly Wanted[]): Promise<void> {
  const { store, clock } = ports;
  const wanted = declared.map((feed) => newSubscription(ports, feed, 'config', null));
  const ids = new Set(wanted.map(({ id }) => id));
  await store.transaction(async (ledger) => {
    for (const known of await ledger.feeds.subscriptionsIn(null)) {
      if (known.origin !== 'config' || ids.has(known.id)) continue;
      await ledger.feeds.unsubscribe(known.id);
      await closeDiscussionsOf(ledger, known, clock.now());
    }
    for (const subscription of wanted) {
      const known = await ledger.feeds.subscription(subscription.id);
      if (!known) {
        await ledger.feeds.subscribe(subscription, clock.now());
        await ledger.feeds.pollNow(subscription.feedId, clock.now());
      } else {
        const { settings } = subscription;
        await ledger.feeds.updateSubscription({ ...known, origin: 'config', settings });
      }
    }
  });
}
