import type { GuildLedger } from '../../../core/ports/guild-ledger.ts';
import type { Snowflake } from '../../../core/ids.ts';
import type { Sql } from '../sql.ts';
import { anyOf } from './stories.ts';

/** Discussions that are deleted in one step, with their comments and the messages of their threads. */
const mostDiscussions = 50;

/**
 * Tables of a server's other data with their keys, in the order in which they are emptied. Parameter:
 * its id.
 */
const emptied: readonly { table: string; key: string; where: string }[] = [
  {
    table: 'digest_story',
    key: 'subscription_id, story_id',
    where: 'subscription_id IN (SELECT id FROM subscription WHERE guild_id = ?)',
  },
  {
    table: 'channel_story',
    key: 'channel_id, story_key',
    where: 'channel_id IN (SELECT channel_id FROM subscription WHERE guild_id = ?)',
  },
  {
    table: 'delivery',
    key: 'key',
    // In an order: else PostgreSQL reads all deliveries to find the first of a server that has many.
    where: "guild_id = ? AND kind NOT IN ('comment', 'pack', 'notice') ORDER BY ordinal",
  },
  { table: 'channel', key: 'channel_id', where: 'guild_id = ?' },
  { table: 'report', key: 'guild_id, case_number, reporter_id', where: 'guild_id = ?' },
  { table: 'flag_case', key: 'guild_id, number', where: 'guild_id = ?' },
  { table: 'case_number', key: 'guild_id', where: 'guild_id = ?' },
  { table: 'muted_author', key: 'guild_id, author_key', where: 'guild_id = ?' },
  { table: 'reader', key: 'guild_id, user_id', where: 'guild_id = ?' },
  { table: 'planned_summary', key: 'guild_id', where: 'guild_id = ?' },
  {
    table: 'document',
    key: 'namespace, key',
    where: "namespace IN ('settings', 'rules') AND key = ?",
  },
];

/** Deletes rows of one of these tables. Parameters: the server, limit. */
export const emptying = emptied.map(
  ({ table, key, where }) =>
    `DELETE FROM ${table} WHERE (${key}) IN (SELECT ${key} FROM ${table} WHERE ${where} LIMIT ?)`,
);

/** A condition for rows of servers that the bot is still in, to follow others. */
export const ofPresentServers = ' AND guild_id NOT IN (SELECT guild_id FROM left_server)';

/** The table `left_server`, and what is stored of one server in the others. */
export function guildTable(sql: Sql): GuildLedger {
  return {
    async list() {
      const rows = await sql.all('SELECT DISTINCT guild_id FROM subscription');
      return rows.map((row) => String(row.guild_id));
    },

    async leave(guildId, now) {
      const left = await sql.run(
        'INSERT INTO left_server (guild_id, left_at) VALUES (?, ?) ON CONFLICT DO NOTHING',
        guildId,
        now,
      );
      return left > 0;
    },

    async rejoin(guildId) {
      const rejoined = await sql.run('DELETE FROM left_server WHERE guild_id = ?', guildId);
      if (rejoined > 0) await sql.announce(guildId);
      return rejoined > 0;
    },

    async leftBefore(before) {
      const row = await sql.get(
        'SELECT guild_id FROM left_server WHERE left_at < ? ORDER BY left_at, guild_id LIMIT 1',
        before,
      );
      return row && String(row.guild_id);
    },

    async deleteData(guildId, limit) {
      return sql.atomically(async (sql) => {
        const ofDiscussions = await deleteDiscussions(sql, guildId, limit);
        if (ofDiscussions > 0) return ofDiscussions;
        for (const statement of emptying) {
          const deleted = await sql.run(statement, guildId, limit);
          if (deleted > 0) return deleted;
        }
        return 0;
      });
    },
  };
}

/** A discussion goes when nothing of it is left: so no step looks at those that are empty already. */
async function deleteDiscussions(sql: Sql, guildId: Snowflake, limit: number): Promise<number> {
  const rows = await sql.all(
    'SELECT id, thread_id FROM discussion WHERE guild_id = ? ORDER BY anchor DESC, id LIMIT ?',
    guildId,
    mostDiscussions,
  );
  if (rows.length === 0) return 0;
  const ids = JSON.stringify(rows.map((row) => row.id));
  const threads = JSON.stringify(rows.map((row) => row.thread_id ?? ''));
  const comments = await sql.run(
    `DELETE FROM comment WHERE key IN
      (SELECT key FROM comment WHERE discussion_id IN ${anyOf} LIMIT ?)`,
    ids,
    limit,
  );
  const messages = await sql.run(
    `DELETE FROM delivery WHERE key IN
      (SELECT key FROM delivery WHERE channel_id IN ${anyOf} LIMIT ?)`,
    threads,
    limit - comments,
  );
  if (comments + messages >= limit) return comments + messages;
  await sql.run(`DELETE FROM channel WHERE channel_id IN ${anyOf}`, threads);
  await sql.run(`DELETE FROM discussion WHERE id IN ${anyOf}`, ids);
  return comments + messages + rows.length;
}
