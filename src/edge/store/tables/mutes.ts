import type { MuteLedger } from '../../../core/ports/mute-ledger.ts';
import { MutedAuthor } from '../../../core/moderation/muted-author.ts';
import { parseRow } from '../rows.ts';
import type { Sql, SqlRow } from '../sql.ts';
import { anyOf } from './stories.ts';

/** The table `muted_author`. */
export function muteTable(sql: Sql): MuteLedger {
  return {
    async add({ guildId, authorKey, name, profileUrl, site, by, at }) {
      const added = await sql.run(
        `INSERT INTO muted_author (guild_id, author_key, name, profile_url, site, muted_by, muted_at)
          VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (guild_id, author_key) DO NOTHING`,
        guildId,
        authorKey,
        name,
        profileUrl,
        site,
        by,
        at,
      );
      return added > 0;
    },

    async delete(guildId, authorKey) {
      const deleted = await sql.run(
        'DELETE FROM muted_author WHERE guild_id = ? AND author_key = ?',
        guildId,
        authorKey,
      );
      return deleted > 0;
    },

    async get(guildId, authorKey) {
      const row = await sql.get(
        'SELECT * FROM muted_author WHERE guild_id = ? AND author_key = ?',
        guildId,
        authorKey,
      );
      return row && mutedOf(row);
    },

    async list(guildId, limit) {
      const rows = await sql.all(
        `SELECT * FROM muted_author WHERE guild_id = ?
          ORDER BY muted_at DESC, author_key LIMIT ?`,
        guildId,
        limit,
      );
      return rows.map(mutedOf);
    },

    async listMutedKeys(guildId, authorKeys) {
      if (authorKeys.length === 0) return new Set();
      const rows = await sql.all(
        `SELECT author_key FROM muted_author WHERE guild_id = ? AND author_key IN ${anyOf}`,
        guildId,
        JSON.stringify(authorKeys),
      );
      return new Set(rows.map((row) => String(row.author_key)));
    },
  };
}

function mutedOf(row: SqlRow): MutedAuthor {
  const { guild_id: guildId, author_key: authorKey, profile_url: profileUrl } = row;
  const { muted_by: by, muted_at: at } = row;
  const muted = { ...row, guildId, authorKey, profileUrl, by, at };
  return parseRow(MutedAuthor, muted, 'muted_author', `${String(guildId)}/${String(authorKey)}`);
}
