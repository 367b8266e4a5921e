/** A server may have a monthly summary of its cases posted. */
export const plannedSummaries: readonly string[] = [
  `CREATE TABLE planned_summary (
    guild_id TEXT PRIMARY KEY,
    month TEXT NOT NULL,
    due_at INTEGER NOT NULL
  )`,
  'CREATE INDEX planned_summary_due ON planned_summary (due_at, guild_id)',
];
