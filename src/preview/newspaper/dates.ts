/** A place's clock as a wire agency writes it: "Tue Nov 24, 2026 9:15am EST". */
export function datelineTime(at: number, zone: string): string {
  const { weekday, month, day, year, time } = onTheWall(at, zone);
  return `${weekday} ${month} ${Number(day)}, ${year} ${time}`;
}

/** As under a comment: "Nov 05, 2026 7:40am EST". */
export function commentTime(at: number, zone: string): string {
  const { month, day, year, time } = onTheWall(at, zone);
  return `${month} ${day}, ${year} ${time}`;
}

/** As on a masthead: "Tuesday, November 24, 2026". */
export function mastheadDate(at: number, zone: string): string {
  return new Intl.DateTimeFormat('en-US', { timeZone: zone, dateStyle: 'full' }).format(at);
}

/** RFC 9110's IMF-fixdate, which is also RSS's RFC 822 date. */
export function httpDate(at: number): string {
  return new Date(at).toUTCString();
}

/** RFC 3339 in UTC, to the second. */
export function isoDate(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** By zone: making one takes far longer than using it. */
const wallClocks = new Map<string, Intl.DateTimeFormat>();

function wallClock(zone: string): Intl.DateTimeFormat {
  const made = wallClocks.get(zone);
  if (made) return made;
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    weekday: 'short',
    month: 'short',
    day: '2-digit',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    hour12: true,
    timeZoneName: 'short',
  });
  wallClocks.set(zone, clock);
  return clock;
}

function onTheWall(at: number, zone: string) {
  const parts = wallClock(zone).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((candidate) => candidate.type === type)?.value ?? '';
  const hour = `${part('hour')}:${part('minute')}${part('dayPeriod').toLowerCase()}`;
  return {
    weekday: part('weekday'),
    month: part('month'),
    day: part('day'),
    year: part('year'),
    time: `${hour} ${part('timeZoneName')}`,
  };
}
