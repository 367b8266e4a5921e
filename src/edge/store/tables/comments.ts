import { z } from 'zod';
import { Comment } from '../../../core/discussion/comment.ts';
import { DiscussionId } from '../../../core/ids.ts';
import type { DiscussionLedger } from '../../../core/ports/discussion-ledger.ts';
import type { StoredComment } from '../../../core/discussion/stored-comment.ts';
import { parseRow, readJson, sqlBoolean, SqlBoolean } from '../rows.ts';
import type { Sql, SqlRow } from '../sql.ts';

type CommentTable = Pick<
  DiscussionLedger,
  'listComments' | 'getComment' | 'findComment' | 'listCopies' | 'saveComments'
>;

/** The table `comment`. */
export function commentTable(sql: Sql): CommentTable {
  return {
    async listComments(id) {
      const rows = await sql.all(
        'SELECT * FROM comment WHERE discussion_id = ? ORDER BY ordinal, key',
        id,
      );
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

    async saveComments(comments) {
      await sql.atomically(async (sql) => {
        for (const comment of comments) await save(sql, comment);
      });
    },
  };
}

async function save(sql: Sql, stored: StoredComment): Promise<void> {
  const { key, discussionId, source, origin, comment, hash, state, missing, parts, hidden } =
    stored;
  await sql.run(
    `INSERT INTO comment
      (key, discussion_id, source, source_id, origin, comment, hash, state, missing, parts, hidden, ordinal)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (key) DO UPDATE SET discussion_id = excluded.discussion_id,
        source = excluded.source, source_id = excluded.source_id, origin = excluded.origin,
        comment = excluded.comment, hash = excluded.hash, state = excluded.state, missing = excluded.missing, parts = excluded.parts,
        hidden = excluded.hidden, ordinal = excluded.ordinal`,
    key,
    discussionId,
    source,
    comment.id,
    origin,
    JSON.stringify(comment),
    hash,
    state,
    missing,
    parts,
    sqlBoolean(hidden),
    stored.ordinal,
  );
}

const CommentRow = z.object({
  discussionId: DiscussionId,
  key: z.string(),
  source: z.string(),
  origin: z.string(),
  comment: Comment,
  hash: z.string(),
  state: z.enum(['live', 'gone', 'tombstone']),
  missing: z.number().int(),
  parts: z.number().int(),
  hidden: SqlBoolean,
  ordinal: z.number(),
});

function commentOf(row: SqlRow): StoredComment {
  const comment = readJson(row.comment, 'comment', row.key);
  return parseRow(
    CommentRow,
    { ...row, discussionId: row.discussion_id, comment },
    'comment',
    row.key,
  );
}
