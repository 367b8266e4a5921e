import type { Snowflake } from '../../core/ids.ts';
import { shardOf } from '../../core/shards.ts';
import type { Ports } from '../ports.ts';
import { endSubscription } from './unsubscribe.ts';

/** Rows that are deleted in one step. */
const batchSize = 1_000;

/** The bot was removed from a server: its work ends, what is stored of it stays for a while. */
export async function onServerLeft(
  { store, clock, log }: Ports,
  guildId: Snowflake,
): Promise<void> {
  if (await store.guilds.leave(guildId, clock.now())) log.info({ guildId }, 'guild.left');
}

/** The bot is in a server, again perhaps: then its work goes on. */
export async function onServerJoined({ store, log }: Ports, guildId: Snowflake): Promise<void> {
  if (await store.guilds.rejoin(guildId)) log.info({ guildId }, 'guild.came-back');
}

/**
 * Discord said which servers of a shard the bot is in, those of an outage too: it was removed from all
 * others while it did not run. `onServerJoined` hears of each that it is in.
 * @param shard its number and how many there are
 */
export async function onServersKnown(
  ports: Ports,
  present: readonly Snowflake[],
  [number, count]: readonly [number, number],
): Promise<void> {
  const isPresent = new Set(present);
  const known = (await ports.store.guilds.list()).filter((id) => shardOf(id, count) === number);
  for (const guildId of known) if (!isPresent.has(guildId)) await onServerLeft(ports, guildId);
}

/**
 * One step of deleting what is stored of the server that was left first, once that is longer ago than
 * `retentionMs`; `false` when there is none.
 */
export async function deleteLeftServer(
  { store, clock, log }: Ports,
  retentionMs: number,
): Promise<boolean> {
  const guildId = await store.guilds.leftBefore(clock.now() - retentionMs);
  if (guildId === null) return false;
  return store.transaction(async (ledger) => {
    const subscriptions = await ledger.feeds.listSubscriptionsIn(guildId);
    const deleted = await ledger.guilds.deleteData(guildId, batchSize);
    if (deleted > 0) return true;
    for (const subscription of subscriptions) await endSubscription(ledger, subscription);
    await ledger.guilds.rejoin(guildId);
    log.info({ guildId, feeds: subscriptions.length }, 'guild.deleted');
    return true;
  });
}
