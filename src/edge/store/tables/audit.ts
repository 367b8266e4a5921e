import { z } from 'zod';
import {
  areaOf,
  type AuditFilter,
  AuditLine,
  caseNumberOf,
  caseSubject,
} from '../../../core/moderation/audit.ts';
import type { AuditLedger, AuditSide, PlacedLine } from '../../../core/ports/audit-ledger.ts';
import { parseRow, sqlBoolean } from '../rows.ts';
import type { Sql, SqlRow, SqlValue } from '../sql.ts';
import { anyOf } from './stories.ts';

/** The table `audit`. Append-only: triggers refuse to change or delete a line. */
export function auditTable(sql: Sql): AuditLedger {
  return {
    async append(given) {
      const line = AuditLine.parse(given);
      await sql.run(
        `INSERT INTO audit (guild_id, at, actor, action, area, subject, version, reason,
            channel_id, story_id, case_state, case_hidden)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        line.guildId,
        line.at,
        line.actor,
        line.action,
        areaOf(line.action),
        line.subject,
        line.version,
        line.reason,
        line.channelId,
        line.storyId,
        line.caseState,
        line.caseHidden === null ? null : sqlBoolean(line.caseHidden),
      );
    },

    async list(guildId, limit, filter = {}, side = null) {
      const { text, values } = auditQuery(guildId, limit, filter, side);
      const lines = (await sql.all(text, ...values)).map(lineOf);
      return side !== null && 'after' in side ? lines.toReversed() : lines;
    },

    async placeOf(guildId, seq) {
      const row = await sql.get(
        'SELECT at FROM audit WHERE guild_id = ? AND seq = ?',
        guildId,
        seq,
      );
      return row && { at: Number(row.at), seq };
    },

    async openedBefore(guildId, numbers, before) {
      const rows = await sql.all(
        `SELECT subject, max(at) AS at FROM audit
          WHERE guild_id = ? AND subject IN ${anyOf} AND at < ? AND action IN
            ('case.opened', 'case.reopened', 'case.appealed', 'case.undo')
          GROUP BY subject`,
        guildId,
        JSON.stringify(numbers.map(caseSubject)),
        before,
      );
      return new Map(
        rows.map(({ subject, at }) => [
          caseNumberOf({ subject: String(subject) }) ?? 0,
          Number(at),
        ]),
      );
    },
  };
}

/** The statement that lists lines. Each filter but the feed has an index in the order of the list. */
export function auditQuery(
  guildId: string,
  limit: number,
  filter: AuditFilter,
  side: AuditSide,
): { text: string; values: SqlValue[] } {
  const conditions: [string, ...SqlValue[]][] = [['guild_id = ?', guildId]];
  const { caseNumber, actor, area, channelId, storyId, feedId, since, until } = filter;
  if (caseNumber !== undefined) conditions.push(['subject = ?', caseSubject(caseNumber)]);
  if (actor !== undefined) conditions.push(['actor = ?', actor]);
  if (area !== undefined) conditions.push(['area = ?', area]);
  if (channelId !== undefined) conditions.push(['channel_id = ?', channelId]);
  if (storyId !== undefined) conditions.push(['story_id = ?', storyId]);
  if (feedId !== undefined) {
    conditions.push([
      `(story_id IN (SELECT id FROM story WHERE feed_id = ?)
        OR subject IN (SELECT id FROM subscription WHERE guild_id = ? AND feed_id = ?))`,
      feedId,
      guildId,
      feedId,
    ]);
  }
  if (since !== undefined) conditions.push(['at >= ?', since]);
  if (until !== undefined) conditions.push(['at < ?', until]);
  const isAfter = side !== null && 'after' in side;
  if (isAfter) conditions.push(['(at, seq) > (?, ?)', side.after.at, side.after.seq]);
  else if (side !== null) conditions.push(['(at, seq) < (?, ?)', side.before.at, side.before.seq]);
  const order = isAfter ? 'at, seq' : 'at DESC, seq DESC';
  const where = conditions.map(([condition]) => condition).join(' AND ');
  return {
    text: `SELECT * FROM audit WHERE ${where} ORDER BY ${order} LIMIT ?`,
    values: [...conditions.flatMap(([, ...values]) => values), limit],
  };
}

const Placed = AuditLine.extend({ seq: z.number().int() });

function lineOf(row: SqlRow): PlacedLine {
  const stored = {
    ...row,
    guildId: row.guild_id,
    channelId: row.channel_id,
    storyId: row.story_id,
    caseState: row.case_state,
    caseHidden: row.case_hidden === null ? null : row.case_hidden === 1,
  };
  return parseRow(Placed, stored, 'audit', row.seq);
}
