import { z } from 'zod';
import { Comment } from '../../../core/discussion/comment.ts';
import { foldedName } from '../../../core/discussion/comment-author.ts';
import { DiscussionId } from '../../../core/ids.ts';
import type { DiscussionLedger } from '../../../core/ports/discussion-ledger.ts';
import type { StoredComment } from '../../../core/discussion/stored-comment.ts';
import { parseRow, readJson, sqlBoolean, SqlBoolean } from '../rows.ts';
import type { Sql, SqlRow } from '../sql.ts';

type CommentTable = Pick<
  DiscussionLedger,
  | 'listComments'
  | 'listPack'
  | 'countLeftOut'
  | 'listReplies'
  | 'getComment'
  | 'findComment'
  | 'listCopies'
  | 'hasEarlier'
  | 'listByAuthor'
  | 'listAuthors'
  | 'saveComments'
>;

/** So many rows are read before the process may do something else. */
const pageRows = 250;

/** Parameters: discussion, the ordinal and the key that they come after, limit. */
const commentsAfter = `SELECT * FROM comment WHERE discussion_id = ? AND (ordinal, key) > (?, ?)
  ORDER BY ordinal, key LIMIT ?`;

/**
 * The replies to a comment. The `+` keeps SQLite from reading the whole discussion in the order of
 * `comment_order`. Parameters: discussion, id of the parent, source.
 */
export const repliesTo = `SELECT * FROM comment WHERE discussion_id = ? AND parent_id = ?
  AND source = ? ORDER BY +ordinal, key`;

const lastCharacter = '\u{10FFFF}';

/**
 * The newest comment of each author. Parameters: guild, the first and the last name, discussion or
 * `null` (twice), limit.
 */
export const authorsByName = `SELECT comment.* FROM comment JOIN
    (SELECT comment.author_key AS author, max(comment.ordinal) AS latest
      FROM comment JOIN discussion ON discussion.id = comment.discussion_id
      WHERE discussion.guild_id = ? AND comment.author_name >= ? AND comment.author_name < ?
        AND (CAST(? AS TEXT) IS NULL OR comment.discussion_id = ?)
      GROUP BY comment.author_key ORDER BY latest DESC LIMIT ?) AS found
    ON comment.author_key = found.author AND comment.ordinal = found.latest
  ORDER BY found.latest DESC, comment.key`;

/** The table `comment`. */
export function commentTable(sql: Sql): CommentTable {
  return {
    async listComments(id) {
      const listed: StoredComment[] = [];
      for (;;) {
        const last = listed.at(-1);
        const rows = await sql.all(
          commentsAfter,
          id,
          last?.ordinal ?? -1,
          last?.key ?? '',
          pageRows,
        );
        for (const row of rows) listed.push(commentOf(row));
        if (rows.length < pageRows) return listed;
      }
    },

    async listPack(key) {
      const rows = await sql.all(
        'SELECT * FROM comment WHERE pack = ? AND left_out = 0 ORDER BY ordinal, key',
        key,
      );
      return rows.map(commentOf);
    },

    async countLeftOut(key) {
      const row = await sql.get(
        `SELECT count(*) AS comments FROM comment
          WHERE pack = ? AND left_out = 1 AND state = 'live'`,
        key,
      );
      return Number(row?.comments ?? 0);
    },

    async listReplies({ discussionId, source, comment }) {
      const rows = await sql.all(repliesTo, discussionId, comment.id, source);
      return rows.map(commentOf);
    },

    async getComment(key) {
      const row = await sql.get('SELECT * FROM comment WHERE key = ?', key);
      return row && commentOf(row);
    },

    async findComment(id, source, sourceId) {
      const row = await sql.get(
        'SELECT * FROM comment WHERE discussion_id = ? AND source = ? AND source_id = ?',
        id,
        source,
        sourceId,
      );
      return row && commentOf(row);
    },

    async listCopies(guildId, origin) {
      const rows = await sql.all(
        `SELECT comment.* FROM comment JOIN discussion ON discussion.id = comment.discussion_id
          WHERE comment.origin = ? AND discussion.guild_id = ? ORDER BY comment.key`,
        origin,
        guildId,
      );
      return rows.map(commentOf);
    },

    async hasEarlier(guildId, { authorKey, origin, ordinal }) {
      const row = await sql.get(
        `SELECT 1 FROM comment JOIN discussion ON discussion.id = comment.discussion_id
          WHERE discussion.guild_id = ? AND comment.author_key = ? AND comment.origin <> ?
            AND comment.ordinal < ? LIMIT 1`,
        guildId,
        authorKey,
        origin,
        ordinal,
      );
      return row !== null;
    },

    async listByAuthor(guildId, authorKey) {
      const rows = await sql.all(
        `SELECT comment.* FROM comment JOIN discussion ON discussion.id = comment.discussion_id
          WHERE comment.author_key = ? AND discussion.guild_id = ? ORDER BY comment.key`,
        authorKey,
        guildId,
      );
      return rows.map(commentOf);
    },

    async listAuthors({ guildId, discussionId }, nameStart, limit) {
      const rows = await sql.all(
        authorsByName,
        guildId,
        nameStart,
        `${nameStart}${lastCharacter}`,
        discussionId,
        discussionId,
        limit,
      );
      const newest = new Map(rows.map((row) => [row.author_key, commentOf(row)]));
      return [...newest.values()];
    },

    async saveComments(comments) {
      await sql.atomically(async (sql) => {
        for (const comment of comments) await save(sql, comment);
      });
    },
  };
}

async function save(sql: Sql, stored: StoredComment): Promise<void> {
  const { key, discussionId, source, origin, comment, authorKey, hash, state } = stored;
  const { missing, parts, hidden, pack, quiet } = stored;
  await sql.run(
    `INSERT INTO comment
      (key, discussion_id, source, source_id, origin, comment, author_key, author_name, hash, state,
        missing, parts, hidden, ordinal, pack, left_out, quiet, parent_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (key) DO UPDATE SET discussion_id = excluded.discussion_id,
        source = excluded.source, source_id = excluded.source_id, origin = excluded.origin,
        comment = excluded.comment, author_key = excluded.author_key,
        author_name = excluded.author_name, hash = excluded.hash, state = excluded.state,
        missing = excluded.missing, parts = excluded.parts,
        hidden = excluded.hidden, ordinal = excluded.ordinal, pack = excluded.pack,
        left_out = excluded.left_out, quiet = excluded.quiet, parent_id = excluded.parent_id`,
    key,
    discussionId,
    source,
    comment.id,
    origin,
    JSON.stringify(comment),
    authorKey,
    authorKey === null ? null : foldedName(comment.author),
    hash,
    state,
    missing,
    parts,
    sqlBoolean(hidden),
    stored.ordinal,
    pack?.key ?? null,
    sqlBoolean(pack?.leftOut ?? false),
    sqlBoolean(quiet),
    comment.parentId,
  );
}

const CommentRow = z.object({
  discussionId: DiscussionId,
  key: z.string(),
  source: z.string(),
  origin: z.string(),
  comment: Comment,
  authorKey: z.string().nullable(),
  hash: z.string(),
  state: z.enum(['live', 'gone', 'tombstone']),
  missing: z.number().int(),
  parts: z.number().int(),
  hidden: SqlBoolean,
  ordinal: z.number(),
  pack: z.object({ key: z.string(), leftOut: SqlBoolean }).nullable(),
  quiet: SqlBoolean,
});

function commentOf(row: SqlRow): StoredComment {
  const comment = readJson(row.comment, 'comment', row.key);
  const pack = row.pack === null ? null : { key: row.pack, leftOut: row.left_out };
  const stored = {
    ...row,
    discussionId: row.discussion_id,
    authorKey: row.author_key,
    comment,
    pack,
  };
  return parseRow(CommentRow, stored, 'comment', row.key);
}
