import type { PlannedSummary } from '../../../core/moderation/monthly-summary.ts';
import type { SummaryLedger } from '../../../core/ports/summary-ledger.ts';
import { ofPresentServers } from './guilds.ts';
import type { Sql, SqlRow } from '../sql.ts';

/** The summary that has been due for longest, of servers that the bot is in. Parameter: now. */
export const dueSummary = `SELECT * FROM planned_summary WHERE due_at <= ?${ofPresentServers}
  ORDER BY due_at, guild_id LIMIT 1`;

/** The table `planned_summary`. */
export function summaryTable(sql: Sql): SummaryLedger {
  return {
    async get(guildId) {
      const row = await sql.get('SELECT * FROM planned_summary WHERE guild_id = ?', guildId);
      return row && plannedOf(row);
    },

    async getDue(now) {
      const row = await sql.get(dueSummary, now);
      return row && plannedOf(row);
    },

    async save({ guildId, month, dueAt }) {
      await sql.run(
        `INSERT INTO planned_summary (guild_id, month, due_at) VALUES (?, ?, ?)
          ON CONFLICT (guild_id) DO UPDATE SET month = excluded.month, due_at = excluded.due_at`,
        guildId,
        month,
        dueAt,
      );
    },

    async delete(guildId) {
      await sql.run('DELETE FROM planned_summary WHERE guild_id = ?', guildId);
    },
  };
}

function plannedOf({ guild_id: guildId, month, due_at: dueAt }: SqlRow): PlannedSummary {
  return { guildId: String(guildId), month: String(month), dueAt: Number(dueAt) };
}
