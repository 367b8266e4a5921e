import type { Shards } from '../src/core/shards.ts';
import type { ConfigEnvironment } from './schema.ts';

/** Which servers this process serves; `ids` is `null` for one that starts a process for each shard. */
export type ConfiguredShards = { ids: null; count: number } | Shards;

/** `null` for one process that serves all servers. */
export function shardsOf(env: ConfigEnvironment): ConfiguredShards | null {
  const { SHARD_IDS: ids = null, SHARD_COUNT: count } = env;
  return count === undefined ? null : { ids, count };
}

/** What is wrong with the two settings together, or with the database, one line each. */
export function shardProblems(env: ConfigEnvironment, storeUrl: string): string[] {
  const { SHARD_IDS: ids = [], SHARD_COUNT: count } = env;
  if (count === undefined) {
    return ids.length > 0
      ? ['SHARD_IDS needs SHARD_COUNT, the number of shards in all, such as SHARD_COUNT=4']
      : [];
  }
  const problems = ids
    .filter((id) => id >= count)
    .map(
      (id) => `SHARD_IDS has ${id}, but SHARD_COUNT is ${count}: the last shard is ${count - 1}`,
    );
  if (count > 1 && storeUrl.startsWith('sqlite:')) {
    problems.push(
      'SHARD_COUNT is for several processes, which need a PostgreSQL database: set STORE_URL to its address, or leave SHARD_COUNT out',
    );
  }
  return problems;
}
