import type { Shards } from '../../../core/shards.ts';
import { ofPresentServers } from './guilds.ts';

/** A condition for rows of the servers that this process serves and that the bot is in, to follow others. */
export function ownServers(shards: Shards | null): string {
  if (shards === null) return ofPresentServers;
  return `${ofPresentServers} AND (CAST(guild_id AS BIGINT) >> 22) % ${shards.count} IN (${shards.ids.join(', ')})`;
}
