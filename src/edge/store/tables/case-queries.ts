import type { Case } from '../../../core/moderation/case.ts';
import type { CaseCounts, CaseFilter, CaseLedger } from '../../../core/ports/case-ledger.ts';
import type { Snowflake } from '../../../core/ids.ts';
import type { Sql, SqlRow, SqlValue } from '../sql.ts';

interface Condition {
  sql: string;
  values: readonly SqlValue[];
}

/** A guild's discussions of a feed's stories. Parameters: the guild, the feed. */
const ofFeed = `FROM discussion JOIN story ON story.id = discussion.story_id
  WHERE discussion.guild_id = ? AND story.feed_id = ?`;

/** What a filter asks of the rows of `flag_case`. */
function conditionOf(guildId: Snowflake, filter: CaseFilter): Condition {
  const { states, reason, channelId, feedId, claimedBy, unclaimedSince } = filter;
  const parts: Condition[] = [{ sql: 'guild_id = ?', values: [guildId] }];
  if (states) {
    parts.push({ sql: `state IN (${states.map(() => '?').join(', ')})`, values: states });
  }
  if (reason !== undefined) {
    parts.push({
      sql: `EXISTS (SELECT 1 FROM report WHERE report.guild_id = flag_case.guild_id
        AND report.case_number = flag_case.number AND report.reason = ?)`,
      values: [reason],
    });
  }
  if (channelId !== undefined) {
    parts.push({
      sql: `(channel_id = ? OR discussion_id IN (SELECT id FROM discussion WHERE channel_id = ?))`,
      values: [channelId, channelId],
    });
  }
  if (feedId !== undefined) {
    parts.push({
      sql: `(discussion_id IN (SELECT discussion.id ${ofFeed})
        OR channel_id IN (SELECT discussion.thread_id ${ofFeed}))`,
      values: [guildId, feedId, guildId, feedId],
    });
  }
  if (claimedBy !== undefined) parts.push({ sql: 'claimed_by = ?', values: [claimedBy] });
  if (unclaimedSince !== undefined) {
    parts.push({ sql: '(claimed_at IS NULL OR claimed_at <= ?)', values: [unclaimedSince] });
  }
  return {
    sql: parts.map(({ sql }) => sql).join(' AND '),
    values: parts.flatMap(({ values }) => values),
  };
}

/** What is asked of a guild's cases together. */
export function caseQueries(
  sql: Sql,
  caseOf: (row: SqlRow) => Case,
): Pick<CaseLedger, 'list' | 'count' | 'countOfAuthor' | 'countMemberReports'> {
  return {
    async list(guildId, filter, limit, offset) {
      const where = conditionOf(guildId, filter);
      const rows = await sql.all(
        `SELECT * FROM flag_case WHERE ${where.sql}
          ORDER BY urgency DESC, opened_at, number LIMIT ? OFFSET ?`,
        ...where.values,
        limit,
        offset,
      );
      return rows.map(caseOf);
    },

    async count(guildId, filter) {
      const where = conditionOf(guildId, filter);
      const row = await sql.get(
        `SELECT count(*) AS cases FROM flag_case WHERE ${where.sql}`,
        ...where.values,
      );
      return Number(row?.cases ?? 0);
    },

    async countMemberReports(guildId, channelId, since) {
      const row = await sql.get(
        `SELECT count(*) AS reports FROM report JOIN flag_case
          ON flag_case.guild_id = report.guild_id AND flag_case.number = report.case_number
          WHERE report.guild_id = ? AND report.at >= ? AND report.kind = 'reader'
            AND flag_case.channel_id = ? AND flag_case.discussion_id IS NULL`,
        guildId,
        since,
        channelId,
      );
      return Number(row?.reports ?? 0);
    },

    async countOfAuthor(guildId, authorKey, except) {
      const rows = await sql.all(
        `SELECT state, count(*) AS cases FROM flag_case
          WHERE guild_id = ? AND author_key = ? AND number <> ? GROUP BY state`,
        guildId,
        authorKey,
        except,
      );
      const counts = new Map(rows.map(({ state, cases }) => [String(state), Number(cases)]));
      const of = (state: keyof CaseCounts) => counts.get(state) ?? 0;
      return {
        open: of('open'),
        escalated: of('escalated'),
        upheld: of('upheld'),
        dismissed: of('dismissed'),
      };
    },
  };
}
