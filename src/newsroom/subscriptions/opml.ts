import { RequestError } from '../../core/errors.ts';
import type { SubscriptionSettings } from '../../core/feed/subscription.ts';
import type { FeedId, Snowflake } from '../../core/ids.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { shownAddress } from '../../text/masked-url.ts';
import { secondMs } from '../../core/time/duration.ts';
import { plural } from '../../text/plural.ts';
import { type ListedFeed, writeOpml } from '../../feeds/index.ts';
import type { Ports } from '../ports.ts';
import { addSubscription } from './subscribe.ts';

export const opmlMaxBytes = 5_000_000;
/** Feeds that one import adds at most. */
const mostAdded = 200;

/** The feeds of an imported list, without their secrets. */
export interface ImportedFeeds {
  added: string[];
  /** Of those that were added. */
  feedIds: FeedId[];
  /** Already in the channel, or twice in the list. */
  known: string[];
  /** Not web addresses. */
  refused: string[];
  left: string[];
}

/** The feeds of an OPML file. @throws FetchError, ReadError with a message for the person who gave it */
export async function fetchOpml(
  { fetch, parsers }: Ports,
  url: string,
  signal: AbortSignal,
): Promise<ListedFeed[]> {
  const request = { url, accept: '*/*', maxBytes: opmlMaxBytes, timeoutMs: 20 * secondMs };
  return parsers.opml(await fetch(request, signal), signal);
}

/** Adds a list's feeds to a channel without fetching them: the schedule polls them. */
export async function importFeeds(
  ports: Ports,
  listed: readonly ListedFeed[],
  place: { guildId: Snowflake; channelId: Snowflake; settings: SubscriptionSettings },
  by: Snowflake,
): Promise<ImportedFeeds> {
  return ports.store.transaction(async (ledger) => {
    const imported: ImportedFeeds = {
      added: [],
      feedIds: [],
      known: [],
      refused: [],
      left: [],
    };
    for (const { url } of listed) {
      const shown = shownAddress(url);
      if (imported.added.length >= mostAdded) {
        imported.left.push(shown);
        continue;
      }
      try {
        const subscription = await addSubscription(ports, ledger, { ...place, url }, by);
        (subscription ? imported.added : imported.known).push(shown);
        if (subscription) imported.feedIds.push(subscription.feedId);
      } catch (error) {
        if (!(error instanceof RequestError)) throw error;
        imported.refused.push(shown);
      }
    }
    return imported;
  });
}

/** How many of these feeds have been read since they were added, and how many of those failed. */
export async function readSoFar(
  { feeds }: Pick<Ledger, 'feeds'>,
  feedIds: readonly FeedId[],
): Promise<{ read: number; failed: number }> {
  let read = 0;
  let failed = 0;
  for (const id of feedIds) {
    const feed = await feeds.getFeed(id);
    if (!feed || feed.lastPolledAt === null) continue;
    read += 1;
    if (feed.lastError !== null) failed += 1;
  }
  return { read, failed };
}

/** A server's feeds as OPML, with a folder for each channel, without user names and passwords. */
export async function exportFeeds(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  guild: { id: Snowflake; name: string; channelName: (id: Snowflake) => string },
  by: Snowflake,
): Promise<{ opml: string; feeds: number; withSecrets: number }> {
  const subscriptions = await store.feeds.listSubscriptionsIn(guild.id);
  let withSecrets = 0;
  const listed: ListedFeed[] = [];
  for (const { feedId, url, channelId } of subscriptions) {
    const feed = await store.feeds.getFeed(feedId);
    if (await store.access.get(feedId)) withSecrets += 1;
    listed.push({ url, title: feed?.title ?? null, folders: [`#${guild.channelName(channelId)}`] });
  }
  const at = clock.now();
  if (listed.length > 0) {
    const reason = plural(listed.length, 'feed');
    const line = { guildId: guild.id, at, actor: by, subject: guild.id, reason };
    await store.audit.append({ ...line, action: 'feed.exported' });
  }
  const date = new Date(at).toUTCString();
  const opml = writeOpml(`Wirethread: ${guild.name}`, date, listed);
  return { opml, feeds: listed.length, withSecrets };
}
