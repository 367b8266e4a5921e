/**
 * What is over is deleted after some time: discussions with their comments, stories that left their
 * feeds, and what the outbox remembers of messages that nothing changes any more.
 */
export const retention: readonly string[] = [
  // When it was first found closed or detached; NULL while it is open, and after all of it is deleted.
  `ALTER TABLE discussion ADD COLUMN over_since INTEGER`,
  `CREATE INDEX discussion_newly_over ON discussion (id)
    WHERE state IN ('closed', 'detached') AND over_since IS NULL`,
  `CREATE INDEX discussion_over ON discussion (over_since, id) WHERE over_since IS NOT NULL`,

  `CREATE INDEX delivery_past ON delivery (ordinal)
    WHERE state <> 'open' AND kind IN ('alert', 'digest', 'removal', 'skipped-stories')`,

  `ALTER TABLE removed_delivery ADD COLUMN removed_at INTEGER NOT NULL DEFAULT 0`,
  `CREATE INDEX removed_delivery_at ON removed_delivery (removed_at)`,

  // Nobody reads these feeds any more, so nobody would find that a story has left one.
  `UPDATE story SET missing = NULL WHERE missing IS NOT NULL
    AND feed_id NOT IN (SELECT feed_id FROM subscription)`,
  // What reporters wrote goes with the evidence of their case.
  `UPDATE report SET details = NULL WHERE details IS NOT NULL AND EXISTS (
    SELECT 1 FROM flag_case WHERE flag_case.guild_id = report.guild_id
      AND flag_case.number = report.case_number AND flag_case.evidence IS NULL)`,
];
