import { AuditLine } from '../../../core/moderation/audit.ts';
import type { Ledger } from '../../../core/ports/ledger.ts';
import { parseRow } from '../rows.ts';
import type { Sql } from '../sql.ts';

/** The table `audit`. Append-only: triggers refuse to change or delete a line. */
export function auditTable(sql: Sql): Ledger['audit'] {
  return {
    async append({ guildId, at, actor, action, subject, version, reason }) {
      await sql.run(
        `INSERT INTO audit (guild_id, at, actor, action, subject, version, reason)
          VALUES (?, ?, ?, ?, ?, ?, ?)`,
        guildId,
        at,
        actor,
        action,
        subject,
        version,
        reason,
      );
    },

    async list(guildId, limit) {
      const rows = await sql.all(
        'SELECT * FROM audit WHERE guild_id = ? ORDER BY at DESC, seq DESC LIMIT ?',
        guildId,
        limit,
      );
      return rows.map((row) => parseRow(AuditLine, { ...row, guildId }, 'audit', row.seq));
    },
  };
}
