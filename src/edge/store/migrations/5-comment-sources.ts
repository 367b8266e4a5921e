/**
 * Comments have the name of their source beside the id that they have there, and a body in one of
 * several formats. Their keys stay as they are: messages are stored under them. A discussion's source
 * is its name and what that source needs, as before, with the article's page beside a comment feed.
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
  `UPDATE discussion SET document = json_set(document, '$.source',
      CASE json_extract(document, '$.source.source')
        WHEN 'comment-feed' THEN json_object('name', 'comment-feed', 'ref', json_object(
          'url', json_extract(document, '$.source.url'),
          'page', (SELECT substr(url, 1, instr(url || '#', '#') - 1) FROM (
            SELECT COALESCE(
              json_extract(story.story, '$.commentLinks.page'),
              json_extract(story.story, '$.url')) AS url
            FROM story WHERE story.id = discussion.story_id AND json_valid(story.story)))))
        ELSE json_object('name', json_extract(document, '$.source.source'), 'ref', json_object(
          'url', json_extract(document, '$.source.url'),
          'selectors', json_extract(document, '$.source.selectors')))
      END)
    WHERE json_valid(document) AND json_type(document, '$.source') = 'object'`,
  `CREATE INDEX comment_order ON comment (discussion_id, ordinal, key)`,
];
