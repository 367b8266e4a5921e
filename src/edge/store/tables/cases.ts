import { z } from 'zod';
import { WriteConflict } from '../../../core/errors.ts';
import {
  authorOf,
  Case,
  isRuled,
  memberAuthor,
  Report,
  subjectKey,
} from '../../../core/moderation/case.ts';
import type { CaseLedger } from '../../../core/ports/case-ledger.ts';
import { parseRow, parseJson, readJson } from '../rows.ts';
import type { Sql, SqlRow, SqlValue } from '../sql.ts';
import { caseQueries } from './case-queries.ts';
import { anyNumberOf, anyOf } from './stories.ts';

/** A guild's open cases. Parameters: guild, limit. */
export const caseQueue = `SELECT * FROM flag_case
  WHERE guild_id = ? AND state IN ('open', 'escalated')
  ORDER BY urgency DESC, opened_at, number LIMIT ?`;

const insertReport = `INSERT INTO report
  (guild_id, case_number, reporter_id, kind, reason, details, law, rules, at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT`;

function reportColumns(report: Report): SqlValue[] {
  const { guildId, caseNumber, reporterId, kind, reason, details, law, rules, at } = report;
  const fired = rules.length === 0 ? null : JSON.stringify(rules);
  return [guildId, caseNumber, reporterId, kind, reason, details, law, fired, at];
}

/** The tables `case_number`, `flag_case` and `report`. */
export function caseLedger(sql: Sql): CaseLedger {
  return {
    async nextNumber(guildId) {
      const row = await sql.get(
        `INSERT INTO case_number (guild_id, last) VALUES (?, 1)
          ON CONFLICT (guild_id) DO UPDATE SET last = case_number.last + 1 RETURNING last`,
        guildId,
      );
      return Number(row?.last);
    },

    async save(flagged) {
      const { guildId, number, subject, state, version, urgency, openedAt } = flagged;
      const { evidence, appeal, ...others } = flagged;
      const document = { ...others, appeal: appeal && { ...appeal, text: null } };
      const saved = await sql.run(
        `INSERT INTO flag_case (guild_id, number, subject_key, state, version, urgency, opened_at,
          ruled_at, action, author_key, channel_id, discussion_id, claimed_by, claimed_at, evidence,
          appeal, document)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT (guild_id, number) DO UPDATE SET subject_key = excluded.subject_key,
            state = excluded.state, version = excluded.version, urgency = excluded.urgency,
            opened_at = excluded.opened_at, ruled_at = excluded.ruled_at,
            action = excluded.action, author_key = excluded.author_key,
            channel_id = excluded.channel_id, discussion_id = excluded.discussion_id,
            claimed_by = excluded.claimed_by, claimed_at = excluded.claimed_at,
            evidence = excluded.evidence, appeal = excluded.appeal, document = excluded.document
          WHERE flag_case.version = excluded.version - 1`,
        guildId,
        number,
        subjectKey(subject),
        state,
        version,
        urgency,
        openedAt,
        isRuled(flagged) ? flagged.ruling.at : null,
        isRuled(flagged) ? flagged.ruling.action : null,
        authorOf(subject),
        subject.channelId,
        subject.kind === 'comment' ? subject.discussionId : null,
        flagged.claim?.by ?? null,
        flagged.claim?.at ?? null,
        evidence,
        appeal?.text ?? null,
        JSON.stringify(document),
      );
      if (saved === 0) throw new WriteConflict(`case ${number} was changed meanwhile`);
    },

    async get(guildId, number) {
      const row = await sql.get(
        'SELECT * FROM flag_case WHERE guild_id = ? AND number = ?',
        guildId,
        number,
      );
      return row && caseOf(row);
    },

    async listBySubject(guildId, key) {
      const rows = await sql.all(
        `SELECT * FROM flag_case WHERE guild_id = ? AND subject_key = ? ORDER BY number DESC`,
        guildId,
        key,
      );
      return rows.map(caseOf);
    },

    async listBySubjects(guildId, keys) {
      if (keys.length === 0) return [];
      const rows = await sql.all(
        `SELECT * FROM flag_case WHERE guild_id = ? AND subject_key IN ${anyOf} ORDER BY number DESC`,
        guildId,
        JSON.stringify(keys),
      );
      return rows.map(caseOf);
    },

    async listOfStory(storyId) {
      const rows = await sql.all(
        `SELECT flag_case.* FROM flag_case WHERE (guild_id, subject_key) IN
          (SELECT discussion.guild_id, 'comment:' || comment.origin FROM discussion
            JOIN comment ON comment.discussion_id = discussion.id WHERE discussion.story_id = ?)`,
        storyId,
      );
      return rows.map(caseOf);
    },

    async listQueue(guildId, limit) {
      return (await sql.all(caseQueue, guildId, limit)).map(caseOf);
    },

    ...caseQueries(sql, caseOf),

    async addReport(report) {
      return (await sql.run(`${insertReport} DO NOTHING`, ...reportColumns(report))) > 0;
    },

    async saveReport(report) {
      await sql.run(
        `${insertReport} (guild_id, case_number, reporter_id) DO UPDATE SET kind = excluded.kind,
          reason = excluded.reason, details = excluded.details, law = excluded.law,
          rules = excluded.rules, at = excluded.at`,
        ...reportColumns(report),
      );
    },

    async listReports(guildId, number) {
      const rows = await sql.all(
        `SELECT * FROM report WHERE guild_id = ? AND case_number = ? ORDER BY at, reporter_id`,
        guildId,
        number,
      );
      return rows.map(reportOf);
    },

    async listReportsOn(guildId, numbers) {
      const rows = await sql.all(
        `SELECT * FROM report WHERE guild_id = ? AND case_number IN ${anyNumberOf}
          ORDER BY case_number, at, reporter_id`,
        guildId,
        JSON.stringify(numbers),
      );
      return rows.map(reportOf);
    },

    async countWaiting(guildId) {
      const row = await sql.get(
        `SELECT count(*) AS waiting FROM flag_case
          WHERE guild_id = ? AND state IN ('open', 'escalated')`,
        guildId,
      );
      return Number(row?.waiting);
    },

    async listReportsBy(guildId, reporterId, since) {
      const rows = await sql.all(
        `SELECT * FROM report WHERE guild_id = ? AND reporter_id = ? AND at >= ?
          ORDER BY at, case_number`,
        guildId,
        reporterId,
        since,
      );
      return rows.map(reportOf);
    },

    async listOfMember(guildId, memberId) {
      const rows = await sql.all(
        `SELECT * FROM flag_case WHERE guild_id = ? AND author_key = ? ORDER BY number DESC`,
        guildId,
        memberAuthor(memberId),
      );
      return rows.map(caseOf);
    },

    async countUpheld(guildId, authorKey, since) {
      const row = await sql.get(
        `SELECT count(*) AS upheld FROM flag_case
          WHERE guild_id = ? AND author_key = ? AND state = 'upheld' AND ruled_at >= ?`,
        guildId,
        authorKey,
        since,
      );
      return Number(row?.upheld ?? 0);
    },

    async deleteTexts(guildId, numbers) {
      await sql.run(
        `UPDATE flag_case SET evidence = NULL, appeal = NULL
          WHERE guild_id = ? AND number IN ${anyNumberOf}`,
        guildId,
        JSON.stringify(numbers),
      );
    },

    async deleteReports(guildId, before) {
      return sql.run(
        `DELETE FROM report WHERE guild_id = ? AND at < ? AND case_number IN
          (SELECT number FROM flag_case WHERE guild_id = ? AND state IN ('upheld', 'dismissed'))`,
        guildId,
        before,
        guildId,
      );
    },

    async deleteEvidence(guildId, ruledBefore) {
      return sql.atomically(async (sql) => {
        const expired = `guild_id = ? AND evidence IS NOT NULL AND ruled_at < ?
          AND state IN ('upheld', 'dismissed')`;
        await sql.run(
          `UPDATE report SET details = NULL, law = NULL
            WHERE guild_id = ? AND (details IS NOT NULL OR law IS NOT NULL) AND case_number IN (SELECT number FROM flag_case WHERE ${expired})`,
          guildId,
          guildId,
          ruledBefore,
        );
        return sql.run(
          `UPDATE flag_case SET evidence = NULL, appeal = NULL WHERE ${expired}`,
          guildId,
          ruledBefore,
        );
      });
    },
  };
}

/** A case without the texts that expire, which have columns. It is validated with them. */
const CaseDocument = z.looseObject({
  appeal: z.record(z.string(), z.unknown()).nullable().default(null),
});

function caseOf(row: SqlRow): Case {
  const key = `${String(row.guild_id)}/${String(row.number)}`;
  const document = parseJson(CaseDocument, row.document, 'flag_case', key);
  const appeal = document.appeal && { ...document.appeal, text: row.appeal };
  return parseRow(Case, { ...document, appeal, evidence: row.evidence }, 'flag_case', key);
}

function reportOf(row: SqlRow): Report {
  const { guild_id: guildId, case_number: caseNumber, reporter_id: reporterId } = row;
  const key = `${String(guildId)}/${String(caseNumber)}/${String(reporterId)}`;
  const rules: unknown = row.rules === null ? [] : readJson(row.rules, 'report', key);
  return parseRow(Report, { ...row, guildId, caseNumber, reporterId, rules }, 'report', key);
}
