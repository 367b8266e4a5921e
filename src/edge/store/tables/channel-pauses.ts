import { ChannelPause } from '../../../core/delivery/delivery.ts';
import type { DeliveryLedger } from '../../../core/ports/delivery-ledger.ts';
import { parseRow } from '../rows.ts';
import type { Sql, SqlRow } from '../sql.ts';

type PauseTable = Pick<DeliveryLedger, 'savePause' | 'getPause' | 'listPauses' | 'deletePause'>;

/** The table `channel_pause`. An expired pause stays until it is deleted, to count its attempts. */
export function pauseTable(sql: Sql): PauseTable {
  return {
    async savePause({ channelId, guildId, reason, since, until, attempts }) {
      await sql.run(
        `INSERT INTO channel_pause (channel_id, guild_id, reason, since, until, tries)
          VALUES (?, ?, ?, ?, ?, ?)
          ON CONFLICT (channel_id) DO UPDATE SET guild_id = excluded.guild_id,
            reason = excluded.reason, since = excluded.since, until = excluded.until,
            tries = excluded.tries`,
        channelId,
        guildId,
        reason,
        since,
        until,
        attempts,
      );
    },

    async getPause(channelId) {
      const row = await sql.get('SELECT * FROM channel_pause WHERE channel_id = ?', channelId);
      return row && pauseOf(row);
    },

    async listPauses(guildId) {
      const rows = await sql.all(
        'SELECT * FROM channel_pause WHERE guild_id = ? ORDER BY since, channel_id',
        guildId,
      );
      return rows.map(pauseOf);
    },

    async deletePause(channelId) {
      await sql.run('DELETE FROM channel_pause WHERE channel_id = ?', channelId);
    },
  };
}

function pauseOf(row: SqlRow): ChannelPause {
  const { channel_id: channelId, guild_id: guildId, tries: attempts } = row;
  return parseRow(
    ChannelPause,
    { ...row, channelId, guildId, attempts },
    'channel_pause',
    channelId,
  );
}
