/** Missing and withdrawn stories, one post per story and channel, digests, and limits on edits. */
export const channelStories: readonly string[] = [
  `ALTER TABLE story ADD COLUMN told TEXT`,
  `ALTER TABLE story ADD COLUMN withdrawn_at INTEGER`,
  // Readings in a row that missed it; NULL when it is looked for no more.
  `ALTER TABLE story ADD COLUMN missing INTEGER`,
  `CREATE INDEX story_listed ON story (feed_id) WHERE missing IS NOT NULL`,
  `CREATE INDEX story_missed ON story (feed_id) WHERE missing > 0`,
  // The story's text was deleted; its identity is still stored.
  `ALTER TABLE story ADD COLUMN blank INTEGER NOT NULL DEFAULT 0`,
  `CREATE INDEX story_past ON story (first_seen_at) WHERE missing IS NULL AND blank = 0`,

  // When its last correction is, or was, shown.
  `ALTER TABLE delivery ADD COLUMN edit_at INTEGER`,
  // It waits by its channel's wish, so that others need not wait for it.
  `ALTER TABLE delivery ADD COLUMN put_off INTEGER NOT NULL DEFAULT 0`,

  // A story has the same key in every feed; the first feed posts it.
  `CREATE TABLE channel_story (
    channel_id TEXT NOT NULL,
    story_key TEXT NOT NULL,
    story_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (channel_id, story_key)
  )`,
  `CREATE INDEX channel_story_at ON channel_story (at)`,

  `CREATE TABLE digest_story (
    subscription_id TEXT NOT NULL,
    channel_id TEXT NOT NULL,
    story_id TEXT NOT NULL,
    due_at INTEGER NOT NULL,
    ordinal REAL NOT NULL,
    PRIMARY KEY (subscription_id, story_id)
  )`,
  `CREATE INDEX digest_story_due ON digest_story (due_at, subscription_id)`,
  `CREATE INDEX digest_story_story ON digest_story (story_id)`,
];
