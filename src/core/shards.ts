import { z } from 'zod';
import type { Snowflake } from './ids.ts';

/**
 * The part of a bot's servers that one process serves: Discord sends it the events of these shards
 * only. Source: https://discord.com/developers/docs/events/gateway#sharding
 */
export const Shards = z
  .object({
    /** From 0. */
    ids: z.array(z.number().int().nonnegative()).min(1),
    count: z.number().int().positive(),
  })
  .refine(({ ids, count }) => ids.every((id) => id < count));
export type Shards = z.infer<typeof Shards>;

/** The shard of a server, as Discord computes it. */
export function shardOf(guildId: Snowflake, count: number): number {
  return Number((BigInt(guildId) >> 22n) % BigInt(count));
}

/** How many processes there are, when each serves as many shards as this one. */
export function processesOf(shards: Shards | null): number {
  return shards === null ? 1 : Math.ceil(shards.count / shards.ids.length);
}

/**
 * What these shards may use of something that all share: whole parts, 1 at least, which together are
 * `total` where there are no more shards than that.
 */
export function shareOf(shards: Shards | null, total: number): number {
  if (shards === null) return total;
  const upTo = (id: number) => Math.floor((total * id) / shards.count);
  const shares = shards.ids.map((id) => upTo(id + 1) - upTo(id));
  return Math.max(
    1,
    shares.reduce((all, share) => all + share, 0),
  );
}

export function serves({ ids, count }: Shards, guildId: Snowflake): boolean {
  return ids.includes(shardOf(guildId, count));
}

/** True for the one process that does what is done once for all. */
export function isFirst(shards: Shards | null): boolean {
  return shards === null || shards.ids.includes(0);
}
