/**
 * What readers may do and want, why rules fired, and how cases were ruled on, for the records of those
 * who reported them.
 */
export const readers: readonly string[] = [
  `CREATE TABLE reader (
    guild_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    private_messages INTEGER NOT NULL,
    -- When and by whom the reader was banned from reporting; NULL while they may report.
    banned_at INTEGER,
    banned_by TEXT,
    ban_reason TEXT,
    PRIMARY KEY (guild_id, user_id)
  )`,
  `CREATE INDEX reader_banned ON reader (guild_id, banned_at) WHERE banned_at IS NOT NULL`,
  // Of a report of illegal content: which law, and why.
  `ALTER TABLE report ADD COLUMN law TEXT`,
  // The rules of a server that fired, as JSON.
  `ALTER TABLE report ADD COLUMN rules TEXT`,
  // What was ruled; NULL while nothing is.
  `ALTER TABLE flag_case ADD COLUMN action TEXT`,
  `UPDATE flag_case SET action = json_extract(document, '$.ruling.action')
    WHERE state IN ('upheld', 'dismissed') AND json_valid(document)`,
  // What the author of a message wrote against a ruling; it expires with the evidence.
  `ALTER TABLE flag_case ADD COLUMN appeal TEXT`,
  // Messages to people are forgotten some time after they were sent, as alerts are.
  `DROP INDEX delivery_past`,
  `CREATE INDEX delivery_past ON delivery (ordinal)
    WHERE state <> 'open' AND kind IN ('alert', 'digest', 'private', 'removal', 'skipped-stories')`,
];
