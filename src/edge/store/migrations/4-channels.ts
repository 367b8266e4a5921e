/**
 * The channel is what is leased, one row each, with its pause; the rules of deliveries moved from SQL
 * into code, so a delivery's row has the properties of `Delivery`. Subjects become JSON.
 */
export const channels: readonly string[] = [
  `CREATE TABLE channel (
    channel_id TEXT PRIMARY KEY,
    guild_id TEXT NOT NULL,
    -- When it has something to send, and when that is a retry; NULL for never.
    due_at INTEGER,
    retry_at INTEGER,
    lease_until INTEGER NOT NULL DEFAULT 0,
    fence INTEGER NOT NULL DEFAULT 0,
    pause_reason TEXT,
    paused_since INTEGER,
    paused_until INTEGER NOT NULL DEFAULT 0,
    pauses INTEGER NOT NULL DEFAULT 0
  )`,
  `CREATE INDEX channel_due ON channel (due_at, channel_id) WHERE due_at IS NOT NULL`,
  `CREATE INDEX channel_retry ON channel (retry_at, channel_id) WHERE retry_at IS NOT NULL`,
  `CREATE INDEX channel_guild ON channel (guild_id, paused_since) WHERE paused_since IS NOT NULL`,
  `INSERT INTO channel (channel_id, guild_id, due_at, retry_at)
    SELECT channel_id, min(guild_id), 0,
      CASE WHEN sum(CASE WHEN tries > 0 AND message_id IS NULL THEN 1 ELSE 0 END) > 0 THEN 0 END
    FROM delivery WHERE dead = 0 AND shown_revision < wanted_revision GROUP BY channel_id`,
  `INSERT INTO channel (channel_id, guild_id) SELECT channel_id, guild_id FROM channel_pause
    WHERE channel_id NOT IN (SELECT channel_id FROM channel)`,
  `UPDATE channel SET
    pause_reason = (SELECT reason FROM channel_pause WHERE channel_pause.channel_id = channel.channel_id),
    paused_since = (SELECT since FROM channel_pause WHERE channel_pause.channel_id = channel.channel_id),
    paused_until = (SELECT until FROM channel_pause WHERE channel_pause.channel_id = channel.channel_id),
    pauses = (SELECT tries FROM channel_pause WHERE channel_pause.channel_id = channel.channel_id)
    WHERE channel_id IN (SELECT channel_id FROM channel_pause)`,
  `DROP TABLE channel_pause`,

  `CREATE TABLE delivery_4 (
    key TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    -- Of a story's message; NULL for other kinds.
    story_id TEXT,
    guild_id TEXT NOT NULL,
    channel_id TEXT NOT NULL,
    subject TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    state TEXT NOT NULL,
    wanted TEXT NOT NULL,
    message_id TEXT,
    message_hash TEXT,
    attempts INTEGER NOT NULL,
    first_attempt_at INTEGER,
    not_before INTEGER NOT NULL,
    postponed INTEGER NOT NULL,
    edit_at INTEGER,
    error TEXT,
    -- 1 for an open post whose place in the channel depends on when it is posted.
    in_order INTEGER NOT NULL
  )`,
  `INSERT INTO delivery_4
    SELECT key,
      CASE kind WHEN 'left-out' THEN 'skipped-stories' ELSE kind END,
      CASE kind WHEN 'story' THEN subject END,
      guild_id, channel_id,
      CASE kind
        WHEN 'story' THEN json_object('kind', 'story', 'storyId', subject)
        WHEN 'digest' THEN json_insert(subject, '$.kind', 'digest')
        WHEN 'left-out' THEN json_insert(subject, '$.kind', 'skipped-stories')
        WHEN 'comment' THEN json_object('kind', 'comment', 'commentKey', subject,
          'part', CAST(substr(key, length('comment:' || subject || ':') + 1) AS INTEGER))
        WHEN 'notice' THEN json_object('kind', 'notice', 'discussionId', subject, 'notice',
          CASE WHEN key LIKE 'notice:%:policy' THEN 'policy'
            WHEN key LIKE 'notice:%:warning' THEN 'warning' ELSE 'closing' END)
        WHEN 'card' THEN json_object('kind', 'card', 'caseNumber', CAST(subject AS INTEGER))
        WHEN 'alert' THEN json_object('kind', 'alert', 'alert',
          json_object('kind', 'written', 'text', subject))
        ELSE json_object('kind', 'removal', 'messageId', subject) END,
      CAST(ordinal AS INTEGER), wanted_revision, incarnation,
      CASE WHEN dead = 1 AND gone = 1 AND kind <> 'removal' THEN 'ended'
        WHEN dead = 1 THEN 'failed'
        WHEN shown_revision < wanted_revision THEN 'open' ELSE 'settled' END,
      CASE gone WHEN 1 THEN 'removed' ELSE 'shown' END,
      message_id, shown_hash, tries,
      CASE WHEN tries > 0 THEN COALESCE(first_tried_at, not_before) END,
      not_before, put_off, edit_at, error,
      CASE WHEN dead = 0 AND gone = 0 AND shown_revision < wanted_revision AND message_id IS NULL
        AND kind IN ('story', 'digest', 'left-out', 'comment', 'notice') THEN 1 ELSE 0 END
    FROM delivery`,
  `DROP TABLE delivery`,
  `ALTER TABLE delivery_4 RENAME TO delivery`,
  `CREATE INDEX delivery_order ON delivery (channel_id, in_order, ordinal, key) WHERE state = 'open'`,
  `CREATE INDEX delivery_retry ON delivery (channel_id, ordinal, key)
    WHERE state = 'open' AND attempts > 0 AND message_id IS NULL`,
  `CREATE INDEX delivery_waiting ON delivery (channel_id, not_before) WHERE state = 'open'`,
  `CREATE INDEX delivery_channel ON delivery (channel_id)`,
  `CREATE INDEX delivery_message ON delivery (message_id) WHERE message_id IS NOT NULL`,
  `CREATE INDEX delivery_story ON delivery (story_id, channel_id) WHERE story_id IS NOT NULL`,
];
