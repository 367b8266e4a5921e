import { z } from 'zod';
import { Snowflake } from '../ids.ts';
import { dayMs, UnixMs } from '../time/duration.ts';

/** What a server stores of a member beside their reports. Without a row: nothing of it. */
export const Reader = z.object({
  guildId: Snowflake,
  userId: Snowflake,
  /** Wirethread may write to them in private about their reports. */
  privateMessages: z.boolean(),
  /** They may not report. `reason` is for the moderators. */
  reportBan: z.object({ by: Snowflake, at: UnixMs, reason: z.string().nullable() }).nullable(),
});
export type Reader = z.infer<typeof Reader>;

/** A member of whom nothing is stored. */
export function newReader(guildId: Snowflake, userId: Snowflake): Reader {
  return { guildId, userId, privateMessages: true, reportBan: null };
}

/** How a reader's reports were ruled on: upheld, or dismissed because there was nothing wrong. */
export interface ReporterRecord {
  upheld: number;
  noFault: number;
}

/** Reports of this long count for how a reader is judged: people learn what the moderators want. */
export const recordMs = 180 * dayMs;

export const noRecord: ReporterRecord = { upheld: 0, noFault: 0 };

/**
 * How much a reader's report counts towards hiding a comment: 1 for a new reader and for one who was
 * always right, less with each report that the moderators dismissed. With four dismissed and none
 * upheld it is 0.2: fifteen such readers hide what three others hide.
 */
export function reporterWeight({ upheld, noFault }: ReporterRecord): number {
  return (upheld + 1) / (upheld + noFault + 1);
}

/** A text that moderators approved is hidden by at least this weight of reports. */
const leastAgainstApproved = 10;

/**
 * The weight of reports that hides a comment. A text that moderators approved takes three times as
 * much; a threshold of 0 never hides.
 */
export function weightToHide(hideThreshold: number, isApproved: boolean): number {
  if (hideThreshold === 0) return Infinity;
  return isApproved ? Math.max(3 * hideThreshold, leastAgainstApproved) : hideThreshold;
}
