import { z } from 'zod';
import type { Snowflake } from '../ids.ts';
import { hourMs, minuteMs, type UnixMs } from '../time/duration.ts';
import { isZone, wallMinutes } from '../time/wall-clock.ts';
import { ReportReason } from './case.ts';
import type { CaseStatistics } from './statistics.ts';

/** A month of a zone's calendar: "2026-11". */
export const Month = z.string().regex(/^\d{4}-\d{2}$/);
export type Month = z.infer<typeof Month>;

/** A server's next monthly summary: of this month, due on the first morning after it. */
export interface PlannedSummary {
  guildId: Snowflake;
  month: Month;
  dueAt: UnixMs;
}

/** The figures of a month, as they are stored with its message. They are rounded when it is rendered. */
export const SummaryFigures = z.object({
  opened: z.number().int(),
  closed: z.number().int(),
  upheld: z.number().int(),
  dismissed: z.number().int(),
  removedFor: z.partialRecord(ReportReason, z.number().int()),
  appeals: z.number().int(),
  illegalNotices: z.number().int(),
  medianMs: z.number().nullable(),
});
export type SummaryFigures = z.infer<typeof SummaryFigures>;

export function summaryFigures(statistics: CaseStatistics): SummaryFigures {
  const { upheld, dismissed } = statistics;
  return SummaryFigures.parse({ ...statistics, closed: upheld + dismissed });
}

const zoneOrUtc = (zone: string) => (isZone(zone) ? zone : 'UTC');

/** The month that it is in a zone; in UTC if the zone is unknown. */
export function monthAt(zone: string, at: UnixMs): Month {
  return new Date(wallMinutes(zoneOrUtc(zone), at) * minuteMs).toISOString().slice(0, 7);
}

/** The month after, or, for a negative number, before. */
export function monthsLater(month: Month, months: number): Month {
  return new Date(firstOf(month, months)).toISOString().slice(0, 7);
}

/** When a month begins in a zone; in UTC if the zone is unknown. */
export function monthStart(zone: string, month: Month): UnixMs {
  const wall = firstOf(month, 0);
  let at = wall;
  // The second time, the offset is that of the right side of a change of the clock.
  for (let round = 0; round < 2; round += 1) {
    const offset =
      wallMinutes(zoneOrUtc(zone), at) * minuteMs - Math.floor(at / minuteMs) * minuteMs;
    at = wall - offset;
  }
  return at;
}

/** The first of a month as if it were in UTC. */
function firstOf(month: Month, monthsMore: number): number {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return Date.UTC(year, number - 1 + monthsMore);
}

/** In the morning of the month's first day, when people read. */
const hoursAfterMidnight = 9;

/** When a month's summary is posted: at about nine o'clock of the first day after it. */
export function summaryDue(zone: string, month: Month): UnixMs {
  return monthStart(zone, monthsLater(month, 1)) + hoursAfterMidnight * hourMs;
}

/** Fewer than this could tell who was meant: they are never shown, nor what follows from them. */
export const smallestShown = 5;

/** A figure that is shown to everyone: rounded to fives, so that no small one follows by subtraction. */
export type PublicCount = { kind: 'none' } | { kind: 'few' } | { kind: 'about'; count: number };

export function publicCount(count: number): PublicCount {
  if (count === 0) return { kind: 'none' };
  if (count < smallestShown) return { kind: 'few' };
  return { kind: 'about', count: Math.round(count / smallestShown) * smallestShown };
}
