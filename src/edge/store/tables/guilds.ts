import type { GuildLedger } from '../../../core/ports/guild-ledger.ts';
import type { Sql } from '../sql.ts';

/** Tables of a server's data with their keys, in the order in which they are emptied. Parameter: its id. */
const emptied: readonly { table: string; key: string; where: string }[] = [
  {
    table: 'comment',
    key: 'key',
    where: 'discussion_id IN (SELECT id FROM discussion WHERE guild_id = ?)',
  },
  {
    table: 'digest_story',
    key: 'subscription_id',
    where: 'subscription_id IN (SELECT id FROM subscription WHERE guild_id = ?)',
  },
  {
    table: 'channel_story',
    key: 'channel_id',
    where: 'channel_id IN (SELECT channel_id FROM subscription WHERE guild_id = ?)',
  },
  { table: 'delivery', key: 'key', where: 'guild_id = ?' },
  { table: 'discussion', key: 'id', where: 'guild_id = ?' },
  { table: 'channel', key: 'channel_id', where: 'guild_id = ?' },
  { table: 'report', key: 'guild_id', where: 'guild_id = ?' },
  { table: 'flag_case', key: 'guild_id', where: 'guild_id = ?' },
  { table: 'case_number', key: 'guild_id', where: 'guild_id = ?' },
  { table: 'muted_author', key: 'guild_id', where: 'guild_id = ?' },
  { table: 'reader', key: 'guild_id', where: 'guild_id = ?' },
  { table: 'planned_summary', key: 'guild_id', where: 'guild_id = ?' },
  { table: 'document', key: 'key', where: "namespace IN ('settings', 'rules') AND key = ?" },
];

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
      for (const { table, key, where } of emptied) {
        const deleted = await sql.run(
          `DELETE FROM ${table} WHERE ${where} AND ${key} IN
            (SELECT ${key} FROM ${table} WHERE ${where} LIMIT ?)`,
          guildId,
          guildId,
          limit,
        );
        if (deleted > 0) return deleted;
      }
      return 0;
    },
  };
}
