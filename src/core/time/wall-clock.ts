import { dayMs, hourMs, minuteMs, type UnixMs } from './duration.ts';

const clocks = new Map<string, Intl.DateTimeFormat>();

/** @throws RangeError for an unknown zone */
function clockOf(zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    clocks.set(zone, clock);
  }
  return clock;
}

/** True when the runtime's time zone database has this zone. */
export function isZone(zone: string): boolean {
  try {
    clockOf(zone);
    return true;
  } catch {
    return false;
  }
}

/**
 * A zone's local time at an instant, as minutes since 1970 if that local time were UTC.
 * @throws RangeError for an unknown zone
 */
export function wallMinutes(zone: string, at: UnixMs): number {
  const read = new Map(
    clockOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes): number => read.get(type) ?? 0;
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute')) / minuteMs;
}

const minutesADay = dayMs / minuteMs;

/** Minutes after midnight in a zone. @throws RangeError for an unknown zone */
export function minuteOfDay(zone: string, at: UnixMs): number {
  return wallMinutes(zone, at) % minutesADay;
}

function offsetMinutes(zone: string, at: UnixMs): number {
  return wallMinutes(zone, at) - Math.floor(at / minuteMs);
}

/** The first clock change after `from`. `until` must have another offset than `from`. */
function clockChange(zone: string, from: UnixMs, until: UnixMs): UnixMs {
  const before = offsetMinutes(zone, from);
  let low = Math.floor(from / minuteMs);
  let high = Math.floor(until / minuteMs);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetMinutes(zone, middle * minuteMs) === before) low = middle;
    else high = middle;
  }
  return high * minuteMs;
}

/** Longer than any clock change. */
const longestChangeMs = 3 * hourMs;

/** True when the clock was set back and shows this minute for the second time. */
function isSecondTime(zone: string, at: UnixMs): boolean {
  const setBack = offsetMinutes(zone, at - longestChangeMs) - offsetMinutes(zone, at);
  return setBack > 0 && wallMinutes(zone, at - setBack * minuteMs) === wallMinutes(zone, at);
}

/**
 * The next instant after `after` when a zone's clock shows a minute of the day. When the clock is set
 * forward past that minute, this is the instant of the change. When it is set back, the minute occurs
 * twice, and the second time counts only with `repeats`.
 * @throws RangeError for an unknown zone
 */
export function nextAtMinute(
  zone: string,
  minute: number,
  after: UnixMs,
  repeats: boolean,
): UnixMs {
  const begun = Math.floor(after / minuteMs) * minuteMs;
  const until = (at: UnixMs) => (minute - minuteOfDay(zone, at) + minutesADay) % minutesADay;
  const next = begun + (until(begun) || minutesADay) * minuteMs;
  if (offsetMinutes(zone, begun) === offsetMinutes(zone, next)) {
    return !repeats && isSecondTime(zone, next) ? nextAtMinute(zone, minute, next, repeats) : next;
  }
  const change = clockChange(zone, begun, next);
  if (next < change) return next;
  const shownBefore = wallMinutes(zone, change - minuteMs) + 1;
  const shown = wallMinutes(zone, change);
  const since = (wall: number) => (minute - (wall % minutesADay) + minutesADay) % minutesADay;
  const isSkipped = shown > shownBefore && since(shownBefore) < shown - shownBefore;
  if (isSkipped) return change;
  const isSecond = since(shown) < shownBefore - shown;
  return change + (since(shown) + (isSecond && !repeats ? minutesADay : 0)) * minuteMs;
}
