import { z } from 'zod';
import { commentAuthor, foldedName } from '../../../core/discussion/comment-author.ts';
import type { Sql, SqlRow } from '../sql.ts';

/** Comments whose authors are read in one go. */
const batchSize = 1_000;

/** What identifies an author; a damaged row has nothing of it. */
const Authored = z.object({
  author: z.string().catch(''),
  authorUrl: z.string().nullable().catch(null),
  url: z.string().nullable().catch(null),
});

/** A server may mute an author: comments are found by their author's key, authors by their name. */
export const mutedAuthors: readonly (string | ((sql: Sql) => Promise<void>))[] = [
  'ALTER TABLE comment ADD COLUMN author_key TEXT',
  'ALTER TABLE comment ADD COLUMN author_name TEXT',
  setAuthors,
  'CREATE INDEX comment_author ON comment (author_key)',
  'CREATE INDEX comment_author_name ON comment (author_name)',
  `CREATE TABLE muted_author (
    guild_id TEXT NOT NULL,
    author_key TEXT NOT NULL,
    name TEXT NOT NULL,
    profile_url TEXT,
    site TEXT NOT NULL,
    muted_by TEXT NOT NULL,
    muted_at INTEGER NOT NULL,
    PRIMARY KEY (guild_id, author_key)
  )`,
];

async function setAuthors(sql: Sql): Promise<void> {
  let after = '';
  for (;;) {
    const rows = await sql.all(
      `SELECT comment.key, comment.comment,
          CASE WHEN json_valid(story.story) THEN json_extract(story.story, '$.url') END AS story_url
        FROM comment LEFT JOIN discussion ON discussion.id = comment.discussion_id
          LEFT JOIN story ON story.id = discussion.story_id
        WHERE comment.key > ? ORDER BY comment.key LIMIT ?`,
      after,
      batchSize,
    );
    for (const row of rows) {
      const author = authorOf(row);
      if (!author) continue;
      await sql.run(
        'UPDATE comment SET author_key = ?, author_name = ? WHERE key = ?',
        author.key,
        foldedName(author.name),
        String(row.key),
      );
    }
    if (rows.length < batchSize) return;
    after = String(rows.at(-1)?.key);
  }
}

function authorOf(row: SqlRow) {
  const comment = Authored.safeParse(documentOf(row.comment));
  if (!comment.success) return null;
  return commentAuthor(comment.data, typeof row.story_url === 'string' ? row.story_url : null);
}

function documentOf(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}
