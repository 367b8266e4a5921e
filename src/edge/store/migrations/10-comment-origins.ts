import { z } from 'zod';
import { commentOrigin } from '../../../core/discussion/comment-origin.ts';
import type { Sql, SqlRow } from '../sql.ts';

/** Comments whose origins are made in one go. */
const batchSize = 1_000;

/** What identifies a comment; a damaged row has nothing of it. */
const Identified = z.object({
  id: z.string(),
  url: z.string().nullable().catch(null),
  author: z.string().catch(''),
  publishedAt: z.number().nullable().catch(null),
});

/**
 * Rulings belong to the comment at its source, not to one of its copies: a comment has its origin,
 * and the cases on it are found by that.
 */
export const commentOrigins: readonly (string | ((sql: Sql) => Promise<void>))[] = [
  // The key, for a comment that cannot be read: it has no other copy.
  `ALTER TABLE comment ADD COLUMN origin TEXT NOT NULL DEFAULT ''`,
  setOrigins,
  // An address that several comments of a discussion have names none of them.
  `UPDATE comment SET origin = key WHERE (discussion_id, origin) IN
    (SELECT discussion_id, origin FROM comment GROUP BY discussion_id, origin HAVING count(*) > 1)`,
  `CREATE INDEX comment_origin ON comment (origin)`,
  // Cases on comments that are no longer stored keep their own key.
  `UPDATE flag_case SET document = json_set(document, '$.subject.origin', COALESCE(
      (SELECT origin FROM comment WHERE comment.key = json_extract(document, '$.subject.commentKey')),
      json_extract(document, '$.subject.commentKey')))
    WHERE json_valid(document) AND json_extract(document, '$.subject.kind') = 'comment'`,
  `UPDATE flag_case SET subject_key = 'comment:' || json_extract(document, '$.subject.origin')
    WHERE json_valid(document) AND json_extract(document, '$.subject.kind') = 'comment'`,
];

async function setOrigins(sql: Sql): Promise<void> {
  let after = '';
  for (;;) {
    const rows = await sql.all(
      `SELECT comment.key, comment.source, comment.comment, discussion.story_id,
          CASE WHEN json_valid(story.story) THEN json_extract(story.story, '$.url') END AS story_url
        FROM comment LEFT JOIN discussion ON discussion.id = comment.discussion_id
          LEFT JOIN story ON story.id = discussion.story_id
        WHERE comment.key > ? ORDER BY comment.key LIMIT ?`,
      after,
      batchSize,
    );
    for (const row of rows) {
      await sql.run('UPDATE comment SET origin = ? WHERE key = ?', originOf(row), String(row.key));
    }
    if (rows.length < batchSize) return;
    after = String(rows.at(-1)?.key);
  }
}

function originOf(row: SqlRow): string {
  const comment = Identified.safeParse(documentOf(row.comment));
  if (!comment.success) return String(row.key);
  const url = typeof row.story_url === 'string' ? row.story_url : null;
  return commentOrigin(comment.data, String(row.source), { id: String(row.story_id), url });
}

function documentOf(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}
