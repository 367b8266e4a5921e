import { newReader, Reader } from '../../../core/moderation/reader.ts';
import type { ReaderLedger } from '../../../core/ports/reader-ledger.ts';
import { parseRow, sqlBoolean } from '../rows.ts';
import type { Sql, SqlRow } from '../sql.ts';
import { anyOf } from './stories.ts';

/** The table `reader`, and the records of reporters in `report` and `flag_case`. */
export function readerTable(sql: Sql): ReaderLedger {
  return {
    async get(guildId, userId) {
      const row = await sql.get(
        'SELECT * FROM reader WHERE guild_id = ? AND user_id = ?',
        guildId,
        userId,
      );
      return row ? readerOf(row) : newReader(guildId, userId);
    },

    async save({ guildId, userId, privateMessages, reportBan }) {
      await sql.run(
        `INSERT INTO reader (guild_id, user_id, private_messages, banned_at, banned_by, ban_reason)
          VALUES (?, ?, ?, ?, ?, ?)
          ON CONFLICT (guild_id, user_id) DO UPDATE SET private_messages = excluded.private_messages,
            banned_at = excluded.banned_at, banned_by = excluded.banned_by,
            ban_reason = excluded.ban_reason`,
        guildId,
        userId,
        sqlBoolean(privateMessages),
        reportBan?.at ?? null,
        reportBan?.by ?? null,
        reportBan?.reason ?? null,
      );
    },

    async delete(guildId, userId) {
      await sql.run('DELETE FROM reader WHERE guild_id = ? AND user_id = ?', guildId, userId);
    },

    async listBanned(guildId) {
      const rows = await sql.all(
        `SELECT * FROM reader WHERE guild_id = ? AND banned_at IS NOT NULL
          ORDER BY banned_at DESC, user_id`,
        guildId,
      );
      return rows.map(readerOf);
    },

    async listRecords(guildId, userIds, since) {
      const rows = await sql.all(
        `SELECT report.reporter_id,
            sum(CASE WHEN flag_case.state = 'upheld' THEN 1 ELSE 0 END) AS upheld,
            sum(CASE WHEN flag_case.action = 'no-fault' THEN 1 ELSE 0 END) AS no_fault
          FROM report JOIN flag_case ON flag_case.guild_id = report.guild_id
            AND flag_case.number = report.case_number
          WHERE report.guild_id = ? AND report.reporter_id IN ${anyOf} AND report.at >= ?
            AND report.kind = 'reader' AND flag_case.action IS NOT NULL
          GROUP BY report.reporter_id`,
        guildId,
        JSON.stringify(userIds),
        since,
      );
      return new Map(
        rows.map(({ reporter_id: id, upheld, no_fault: noFault }) => [
          String(id),
          { upheld: Number(upheld), noFault: Number(noFault) },
        ]),
      );
    },
  };
}

function readerOf(row: SqlRow): Reader {
  const { guild_id: guildId, user_id: userId, banned_at: at } = row;
  const key = `${String(guildId)}/${String(userId)}`;
  const reportBan = at === null ? null : { at, by: row.banned_by, reason: row.ban_reason };
  const privateMessages = row.private_messages === 1;
  return parseRow(Reader, { guildId, userId, privateMessages, reportBan }, 'reader', key);
}
