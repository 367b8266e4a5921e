import { inLargestUnit } from '../../core/time/duration.ts';
import type { Labels } from './index.ts';

const durations = { s: 'seconds', m: 'minutes', h: 'hours', d: 'days' } as const;
const intervals = { s: 'everySecond', m: 'everyMinute', h: 'everyHour', d: 'everyDay' } as const;

/** A duration for people to read: "90 seconds", "1 hour", "14 days". */
export function durationIn({ units }: Labels, ms: number): string {
  const { count, unit } = inLargestUnit(ms);
  return units[durations[unit]]({ count });
}

/** An interval for people to read: "every hour", "every 10 minutes". */
export function intervalIn({ units }: Labels, ms: number): string {
  const { count, unit } = inLargestUnit(ms);
  return units[intervals[unit]]({ count });
}

/** Discord's permissions by their names in its settings: "Send Messages, Embed Links". */
export function permissionsIn({ permissions }: Labels, names: readonly string[]): string {
  const known: Readonly<Record<string, string>> = permissions;
  return names.map((name) => known[name] ?? name).join(', ');
}
