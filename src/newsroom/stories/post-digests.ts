import type { DiscordMessage } from '../../core/delivery/message-body.ts';
import type { SubjectOf } from '../../core/delivery/subject.ts';
import type { Subscription } from '../../core/feed/subscription.ts';
import type { StoryId } from '../../core/ids.ts';
import type { DueDigest } from '../../core/ports/delivery-ledger.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { matchesFilters } from '../../core/story/filter.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { isInDigest } from '../../render/index.ts';
import { digestDelivery, ordinalAt } from '../outbox/keys.ts';
import { isRestored, messagesSinceBackup } from '../outbox/since-backup.ts';
import type { Ports } from '../ports.ts';

/** A digest lists this many stories and gives the number of the others. */
const mostListed = 20;

/**
 * Has the digest posted that is due longest; `false` when none is. Its stories become a delivery in
 * one transaction, so that a digest is posted once.
 */
export async function postNextDigest(ports: Ports, signal: AbortSignal): Promise<boolean> {
  const { store, clock, log } = ports;
  const now = clock.now();
  const due = await store.digests.getDue(now);
  if (!due) return false;
  const { subscriptionId, dueAt } = due;
  const posted = await digestsSinceBackup(ports, due, signal);
  const stories = await store.transaction((ledger) => wantDigest(ledger, due, posted, now));
  log.info({ subscriptionId, dueAt, stories }, 'digest.posted');
  return true;
}

/** What the channel has of the time that a restored database does not know. */
async function digestsSinceBackup(
  ports: Ports,
  { subscriptionId, channelId }: DueDigest,
  signal: AbortSignal,
): Promise<readonly DiscordMessage[]> {
  const subscription = await ports.store.feeds.getSubscription(subscriptionId);
  if (!subscription || !isRestored(ports)) return [];
  const channel = await ports.discord.channel(channelId, signal);
  if (channel === null) return [];
  const place = { guildId: subscription.guildId, channelId, isForum: channel.kind === 'forum' };
  return messagesSinceBackup(ports, place, signal);
}

/** The number of stories; none when the channel removed the feed, or all stories dropped out. */
async function wantDigest(
  ledger: Ledger,
  { subscriptionId, channelId, dueAt }: DueDigest,
  posted: readonly DiscordMessage[],
  now: UnixMs,
): Promise<number> {
  const ids = await ledger.digests.take(subscriptionId, dueAt);
  const subscription = await ledger.feeds.getSubscription(subscriptionId);
  if (!subscription) {
    // The channel may get them another time.
    await ledger.channelStories.release(channelId, ids);
    return 0;
  }
  const current = await currentStories(ledger, subscription, ids, posted);
  if (current.length === 0) return 0;
  const storyIds = current.slice(0, mostListed);
  const subject: SubjectOf<'digest'> = {
    kind: 'digest',
    subscriptionId,
    storyIds,
    more: current.length - storyIds.length,
  };
  const digest = {
    key: digestDelivery(subscriptionId, dueAt),
    guildId: subscription.guildId,
    channelId,
    subject,
    ordinal: ordinalAt(now, 0),
  };
  await ledger.deliveries.want([digest], now);
  return current.length;
}

/** Without stories that were withdrawn meanwhile, are posted, or that the current filters exclude. */
async function currentStories(
  { feeds }: Ledger,
  { settings }: Subscription,
  ids: readonly StoryId[],
  posted: readonly DiscordMessage[],
): Promise<StoryId[]> {
  const current: StoryId[] = [];
  for (const id of ids) {
    const story = await feeds.getStory(id);
    if (story?.withdrawnAt !== null) continue;
    if (posted.some((message) => isInDigest(message, story.story))) continue;
    if (matchesFilters(settings.filters, story.story)) current.push(id);
  }
  return current;
}
