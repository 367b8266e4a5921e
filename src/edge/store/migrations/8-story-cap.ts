/** A feed keeps its newest stories only: an index that finds the others, and when it began to have too many. */
export const storyCap: readonly string[] = [
  `CREATE INDEX story_seen ON story (feed_id, first_seen_at)`,
  // NULL unless its server gives far more new stories than a paper can write.
  `ALTER TABLE feed ADD COLUMN flooding_since INTEGER`,
];
