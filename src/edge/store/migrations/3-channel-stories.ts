/** Stories withdrawn by their publisher, told once in a channel, and gathered for a digest. */
export const channelStories: readonly string[] = [
  `ALTER TABLE story ADD COLUMN withdrawn_at INTEGER`,
  `ALTER TABLE story ADD COLUMN missing INTEGER NOT NULL DEFAULT 0`,
  `CREATE INDEX story_seen ON story (feed_id, first_seen_at)`,

  // A story has one key whatever feed tells it; who comes first posts it.
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
    story_id TEXT NOT NULL,
    due_at INTEGER NOT NULL,
    ordinal REAL NOT NULL,
    PRIMARY KEY (subscription_id, story_id)
  )`,
  `CREATE INDEX digest_story_due ON digest_story (due_at, subscription_id)`,
];
