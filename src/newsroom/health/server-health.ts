import { type Finding, manyActiveThreads, mostActiveThreads } from '../../core/health/finding.ts';
import type { Subscription } from '../../core/feed/subscription.ts';
import type { Snowflake } from '../../core/ids.ts';
import { shownAddress } from '../../text/masked-url.ts';
import { guildSettings } from '../outbox/moderators.ts';
import type { ChannelPause } from '../../core/delivery/delivery.ts';
import type { Discord } from '../../core/ports/discord.ts';
import type { Ledger } from '../../core/ports/ledger.ts';

interface Looked {
  store: Ledger;
  discord: Discord;
}

/** What is wrong in a server, what stops most first. It only reads. */
export async function serverHealth(
  ports: Looked,
  guildId: Snowflake,
  signal: AbortSignal,
): Promise<Finding[]> {
  const { store, discord } = ports;
  const subscriptions = await store.feeds.listSubscriptionsIn(guildId);
  const { moderatorsChannelId } = await guildSettings(store, guildId);
  const used = new Set(subscriptions.map(({ channelId }) => channelId));
  if (moderatorsChannelId !== null) used.add(moderatorsChannelId);
  const findings: Finding[] = [];
  for (const channelId of used) {
    findings.push(...(await permissionFindings(ports, channelId, signal)));
  }
  if (moderatorsChannelId === null) findings.push({ kind: 'no-moderators-channel' });
  for (const pause of await store.deliveries.listPauses(guildId)) findings.push(pausedBy(pause));
  findings.push(...(await feedFindings(ports, subscriptions)));
  const count = (await discord.activeThreads(guildId, signal)).length;
  if (count >= manyActiveThreads) {
    findings.push({ kind: 'many-threads', count, most: mostActiveThreads });
  }
  return findings;
}

/** What keeps stories out of one channel. It only reads. */
export async function channelHealth(
  ports: Looked,
  channelId: Snowflake,
  signal: AbortSignal,
): Promise<Finding[]> {
  const missing = await permissionFindings(ports, channelId, signal);
  const pause = await ports.store.deliveries.getPause(channelId);
  return pause === null ? missing : [...missing, pausedBy(pause)];
}

function pausedBy({ channelId, since, reason }: ChannelPause): Finding {
  return { kind: 'channel-paused', channelId, since, reason };
}

async function permissionFindings(
  { discord }: Looked,
  channelId: Snowflake,
  signal: AbortSignal,
): Promise<Finding[]> {
  const missing = await discord.missingPermissions(channelId, signal);
  if (missing.length > 0) {
    const isUnseen = missing.includes('ViewChannel') && missing.length === 1;
    const channel = isUnseen ? await discord.channel(channelId, signal) : null;
    if (isUnseen && channel === null) return [{ kind: 'no-channel', channelId }];
    return [{ kind: 'permissions', channelId, missing }];
  }
  return [];
}

/** A feed of several channels is named once. */
async function feedFindings(
  { store }: Looked,
  subscriptions: readonly Subscription[],
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const feedId of new Set(subscriptions.map((one) => one.feedId))) {
    const feed = await store.feeds.getFeed(feedId);
    if (feed === null) continue;
    const { failingSince, paused } = feed.state;
    const address = shownAddress(feed.url);
    const reason = feed.lastError ?? '';
    if (paused !== null) findings.push({ kind: 'feed-paused', address, reason });
    else if (failingSince !== null) {
      findings.push({ kind: 'feed-failing', address, since: failingSince, reason });
    }
  }
  return findings;
}
