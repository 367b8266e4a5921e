import type { QuietHours } from './channel-options.ts';
import type { UnixMs } from '../time/duration.ts';
import { isZone, minuteOfDay, nextAtMinute } from '../time/wall-clock.ts';

/**
 * When the current quiet hours end; `null` outside quiet hours. They follow the zone's clock, past
 * midnight and through changes to and from summer time. Quiet hours that start and end at the same
 * minute, or have an unknown zone, never apply.
 */
export function quietUntil(quietHours: QuietHours | null, now: UnixMs): UnixMs | null {
  if (quietHours === null || !isZone(quietHours.zone)) return null;
  const { from, to, zone } = quietHours;
  const minute = minuteOfDay(zone, now);
  const isQuiet = from <= to ? minute >= from && minute < to : minute >= from || minute < to;
  return isQuiet ? nextAtMinute(zone, to, now, true) : null;
}
