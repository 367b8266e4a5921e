import type { Snowflake } from '../ids.ts';
import type { PlannedSummary } from '../moderation/monthly-summary.ts';
import type { UnixMs } from '../time/duration.ts';

/** The next monthly summary of each server that wants one. */
export interface SummaryLedger {
  get(guildId: Snowflake): Promise<PlannedSummary | null>;
  /** The one that has been due for longest. */
  getDue(now: UnixMs): Promise<PlannedSummary | null>;
  save(planned: PlannedSummary): Promise<void>;
  delete(guildId: Snowflake): Promise<void>;
}
