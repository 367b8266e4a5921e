/**
 * Comments have the name of their source beside the id that they have there, and a body in one of
 * several formats. Their keys stay as they are: messages are stored under them.
 */
export const commentSources: readonly string[] = [
  `CREATE TABLE comment_of_source (
    key TEXT PRIMARY KEY,
    discussion_id TEXT NOT NULL,
    source TEXT NOT NULL,
    source_id TEXT NOT NULL,
    comment TEXT NOT NULL,
    hash TEXT NOT NULL,
    state TEXT NOT NULL,
    missing INTEGER NOT NULL,
    parts INTEGER NOT NULL,
    hidden INTEGER NOT NULL,
    ordinal REAL NOT NULL,
    UNIQUE (discussion_id, source, source_id)
  )`,
  // A damaged row is copied as it is, and reported when it is read.
  `INSERT INTO comment_of_source
    SELECT key, discussion_id,
      COALESCE(
        (SELECT json_extract(document, '$.source.source') FROM discussion
          WHERE discussion.id = comment.discussion_id AND json_valid(document)),
        'comment-feed'),
      source_id,
      CASE WHEN json_valid(comment) THEN
        json_remove(
          json_set(comment,
            '$.body', json_object('html', json_extract(comment, '$.html')),
            '$.authorUrl', NULL,
            '$.avatarUrl', NULL,
            '$.editedAt', NULL,
            '$.deleted', json('false')),
          '$.html')
      ELSE comment END,
      hash, state, missing, parts, hidden, ordinal
    FROM comment`,
  `DROP TABLE comment`,
  `ALTER TABLE comment_of_source RENAME TO comment`,
  `CREATE INDEX comment_order ON comment (discussion_id, ordinal, key)`,
];
