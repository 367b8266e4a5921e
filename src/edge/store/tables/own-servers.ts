import type { Shards } from '../../../core/shards.ts';

/**
 * A condition for rows of the servers that this process serves, to follow others; empty for a process
 * that serves all.
 */
export function ownServers(shards: Shards | null): string {
  if (shards === null) return '';
  return ` AND (CAST(guild_id AS BIGINT) >> 22) % ${shards.count} IN (${shards.ids.join(', ')})`;
}
