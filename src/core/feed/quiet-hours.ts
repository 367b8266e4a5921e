import type { QuietHours } from './channel-options.ts';
import type { UnixMs } from '../time/duration.ts';
import { isZone, minuteOfDay, nextAtMinute } from '../time/wall-clock.ts';

/**
 * When the quiet hours end that hold now; `null` when none do. They follow the zone's clock, over
 * midnight and over its settings; hours that end when they begin never hold, nor those of a zone
 * that is not known.
 */
export function quietUntil(quietHours: QuietHours | null, now: UnixMs): UnixMs | null {
  if (quietHours === null || !isZone(quietHours.zone)) return null;
  const { from, to, zone } = quietHours;
  const minute = minuteOfDay(zone, now);
  const isQuiet = from <= to ? minute >= from && minute < to : minute >= from || minute < to;
  return isQuiet ? nextAtMinute(zone, to, now, true) : null;
}
