/** Comments of a backlog stand in packed messages, or are left out of it. */
export const commentPacks: readonly string[] = [
  // The key of the packed message's delivery; NULL for a comment that has messages of its own.
  `ALTER TABLE comment ADD COLUMN pack TEXT`,
  `ALTER TABLE comment ADD COLUMN left_out INTEGER NOT NULL DEFAULT 0`,
  // The comment that it answers, by its id at the source.
  `ALTER TABLE comment ADD COLUMN parent_id TEXT`,
  `UPDATE comment SET parent_id = json_extract(comment, '$.parentId') WHERE json_valid(comment)`,
  `CREATE INDEX comment_parent ON comment (discussion_id, parent_id) WHERE parent_id IS NOT NULL`,
  `CREATE INDEX comment_pack ON comment (pack, left_out, ordinal, key) WHERE pack IS NOT NULL`,
];
