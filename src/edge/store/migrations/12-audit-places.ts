/**
 * The audit is read by moderators: each line has its area, channel and story, and the case's state
 * since then. Each filter has an index in the order of the list.
 */
export const auditPlaces: readonly string[] = [
  'DROP TRIGGER audit_unchanged',
  `ALTER TABLE audit ADD COLUMN area TEXT NOT NULL DEFAULT ''`,
  'ALTER TABLE audit ADD COLUMN channel_id TEXT',
  'ALTER TABLE audit ADD COLUMN story_id TEXT',
  'ALTER TABLE audit ADD COLUMN case_state TEXT',
  'ALTER TABLE audit ADD COLUMN case_hidden INTEGER',
  `UPDATE audit SET area = substr(action, 1, instr(action, '.') - 1)`,
  // The first report of a case had no name of its own.
  `UPDATE audit SET action = 'case.opened' WHERE action = 'case.reported' AND version = 1`,
  `UPDATE audit SET
      channel_id = (SELECT channel_id FROM discussion WHERE discussion.id = audit.subject),
      story_id = (SELECT story_id FROM discussion WHERE discussion.id = audit.subject)
    WHERE area = 'discussion'`,
  `UPDATE audit SET channel_id =
      (SELECT channel_id FROM subscription WHERE subscription.id = audit.subject)
    WHERE area = 'feed'`,
  `CREATE TRIGGER audit_unchanged BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit is only ever added to'); END`,
  'CREATE INDEX audit_subject ON audit (guild_id, subject, at, seq)',
  'CREATE INDEX audit_actor ON audit (guild_id, actor, at, seq)',
  'CREATE INDEX audit_area ON audit (guild_id, area, at, seq)',
  `CREATE INDEX audit_channel ON audit (guild_id, channel_id, at, seq)
    WHERE channel_id IS NOT NULL`,
  'CREATE INDEX audit_story ON audit (guild_id, story_id, at, seq) WHERE story_id IS NOT NULL',
];
