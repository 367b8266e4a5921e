import type { Snowflake } from '../../core/ids.ts';
import { shardOf } from '../../core/shards.ts';
import { plural } from '../../text/plural.ts';
import type { Ports } from '../ports.ts';
import { endSubscription } from './unsubscribe.ts';

/** Rows that are deleted in one step: more would hold up everything else for too long. */
const batchSize = 500;
/** Servers that the log names at a time. */
const mostNamed = 20;

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

interface KnownServers {
  botId: Snowflake;
  /** Those of a shard that the bot is in, those of an outage too. */
  guildIds: readonly Snowflake[];
  /** The shard's number and how many there are. */
  shard: readonly [number, number];
}

/**
 * Discord said which servers of a shard the bot is in: it was removed from all others while it did not
 * run. `onServerJoined` hears of each that it is in. Another bot than the one before was removed from
 * none of them.
 */
export async function onServersKnown(
  ports: Ports,
  { botId, guildIds, shard: [number, count] }: KnownServers,
): Promise<void> {
  const isPresent = new Set(guildIds);
  const missing = (await ports.store.guilds.list()).filter((id) => !isPresent.has(id));
  if (!(await isSameBot(ports, botId, missing))) return;
  for (const guildId of missing) {
    if (shardOf(guildId, count) === number) await onServerLeft(ports, guildId);
  }
}

/** Where the database has the id of its bot. */
const botKey = 'bot';

/**
 * Whether the database is this bot's. It becomes another one's when one shard of that is in all of its
 * servers: a bot whose token was given by mistake is in none.
 */
async function isSameBot(
  { store, log }: Ports,
  botId: Snowflake,
  missing: readonly Snowflake[],
): Promise<boolean> {
  const before = await store.texts.get(botKey);
  if (before === botId) return true;
  if (before === null || missing.length === 0) {
    await store.texts.save(botKey, botId);
    return true;
  }
  const remedy = `This database is of the bot ${before}, and DISCORD_TOKEN of another one, ${botId}, which is not in ${plural(missing.length, 'server')} with feeds. Nothing of them is deleted. If the token is a mistake, use that of ${before}, or another database. If the new bot takes over, invite it to these servers: then the database becomes its own.`;
  log.error({ missing: missing.slice(0, mostNamed), remedy }, 'bot.another');
  return false;
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
