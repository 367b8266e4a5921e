/** What takes something down goes first, then stories, live comments, and a backlog: in all channels. */
export const priorities: readonly string[] = [
  // 0 to 3; 0 for what takes something down.
  `ALTER TABLE delivery ADD COLUMN priority INTEGER NOT NULL DEFAULT 2`,
  `UPDATE delivery SET priority = CASE WHEN wanted = 'removed' THEN 0
      WHEN kind IN ('story', 'digest', 'skipped-stories', 'card', 'alert', 'summary', 'private') THEN 1
      WHEN kind = 'pack' AND message_id IS NULL THEN 3 ELSE 2 END
    WHERE state = 'open'`,
  `CREATE INDEX delivery_takedown ON delivery (channel_id, ordinal, key)
    WHERE state = 'open' AND priority = 0`,
  // When it has something to take down; NULL for never.
  `ALTER TABLE channel ADD COLUMN takedown_at INTEGER`,
  // Of what it sends next.
  `ALTER TABLE channel ADD COLUMN priority INTEGER NOT NULL DEFAULT 2`,
  `UPDATE channel SET takedown_at = due_at WHERE channel_id IN
    (SELECT channel_id FROM delivery WHERE state = 'open' AND priority = 0)`,
  `UPDATE channel SET priority = 1 WHERE channel_id IN
    (SELECT channel_id FROM delivery WHERE state = 'open' AND priority = 1)`,
  `CREATE INDEX channel_takedown ON channel (takedown_at, channel_id) WHERE takedown_at IS NOT NULL`,
  `CREATE INDEX channel_priority ON channel (priority, due_at, channel_id) WHERE due_at IS NOT NULL`,
];
