/** The queue is filtered by place, author and claim; a case knows its author's key. */
export const caseQueueColumns: readonly string[] = [
  // Cards before this version carry the newest version only: a ruling on an older one is refused.
  `UPDATE flag_case SET document = json_set(document, '$.ruleFrom', version)
    WHERE json_valid(document)`,
  // `null` stays for comments that are no longer stored.
  `UPDATE flag_case SET document = json_set(document, '$.subject.authorKey',
      (SELECT author_key FROM comment WHERE comment.key = json_extract(document, '$.subject.commentKey')))
    WHERE json_valid(document) AND json_extract(document, '$.subject.kind') = 'comment'`,
  // A comment's author at the source, or "member:" with a member's id.
  `ALTER TABLE flag_case ADD COLUMN author_key TEXT`,
  // The channel of a member's message; a comment's is that of its discussion.
  `ALTER TABLE flag_case ADD COLUMN channel_id TEXT`,
  `ALTER TABLE flag_case ADD COLUMN discussion_id TEXT`,
  `ALTER TABLE flag_case ADD COLUMN claimed_by TEXT`,
  `ALTER TABLE flag_case ADD COLUMN claimed_at INTEGER`,
  `UPDATE flag_case SET
      author_key = CASE json_extract(document, '$.subject.kind')
        WHEN 'comment' THEN json_extract(document, '$.subject.authorKey')
        ELSE 'member:' || json_extract(document, '$.subject.authorId') END,
      channel_id = json_extract(document, '$.subject.channelId'),
      discussion_id = json_extract(document, '$.subject.discussionId')
    WHERE json_valid(document)`,
  `CREATE INDEX flag_case_author ON flag_case (guild_id, author_key) WHERE author_key IS NOT NULL`,
  `DROP INDEX delivery_past`,
  `CREATE INDEX delivery_past ON delivery (ordinal) WHERE state <> 'open'
    AND kind IN ('alert', 'digest', 'ping', 'private', 'removal', 'skipped-stories', 'timeout')`,
];
