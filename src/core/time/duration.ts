import { z } from 'zod';
import { plural } from '../../text/plural.ts';

/** An instant: whole milliseconds since 1970-01-01T00:00:00Z. */
export const UnixMs = z.number().int();
export type UnixMs = z.infer<typeof UnixMs>;

export const secondMs = 1_000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

const unitMs = { s: secondMs, m: minuteMs, h: hourMs, d: dayMs } as const;
const longestMs = 36_500 * dayMs;
const durationForm = /^(\d{1,9})\s{0,5}([a-z]{1,7})$/;

/** What people write for each unit. */
const unitWords: readonly (readonly [ms: number, words: readonly string[]])[] = [
  [secondMs, ['s', 'sec', 'secs', 'second', 'seconds']],
  [minuteMs, ['m', 'min', 'mins', 'minute', 'minutes']],
  [hourMs, ['h', 'hr', 'hrs', 'hour', 'hours']],
  [dayMs, ['d', 'day', 'days']],
  [7 * dayMs, ['w', 'week', 'weeks']],
];

/**
 * Parses a duration from settings and commands, in milliseconds: a whole number and one unit, such as
 * "90s", "15 min", "36 hours", "14d" or "1w", up to 100 years. `null` for any other text.
 */
export function durationMs(text: string): number | null {
  const [, count, unit = ''] = durationForm.exec(text.trim().toLowerCase()) ?? [];
  const found = unitWords.find(([, words]) => words.includes(unit));
  if (!found) return null;
  const ms = Number(count) * found[0];
  return ms <= longestMs ? ms : null;
}

/** The inverse of {@link durationMs}: "90s", "15m", "14d". */
export function durationText(ms: number): string {
  const { count, unit } = inLargestUnit(ms);
  return `${count}${unit}`;
}

const unitNames = { s: 'second', m: 'minute', h: 'hour', d: 'day' } as const;

/** A duration for people to read: "90 seconds", "1 hour", "14 days". */
export function durationInWords(ms: number): string {
  const { count, unit } = inLargestUnit(ms);
  return plural(count, unitNames[unit]);
}

/** An interval for people to read: "every hour", "every 10 minutes". */
export function intervalInWords(ms: number): string {
  const { count, unit } = inLargestUnit(ms);
  return count === 1 ? `every ${unitNames[unit]}` : `every ${durationInWords(ms)}`;
}

/** The largest unit that divides a duration evenly; seconds are rounded. */
export function inLargestUnit(ms: number): { count: number; unit: keyof typeof unitMs } {
  for (const unit of ['d', 'h', 'm'] as const) {
    if (ms >= unitMs[unit] && ms % unitMs[unit] === 0) return { count: ms / unitMs[unit], unit };
  }
  return { count: Math.round(ms / secondMs), unit: 's' };
}

/** Parses a duration of the configuration file to milliseconds. */
export const Duration = z.string().transform((text, context) => {
  const ms = durationMs(text);
  if (ms === null) {
    context.addIssue({
      code: 'custom',
      message: 'a duration such as "90s", "15m", "36h" or "14d"',
    });
    return z.NEVER;
  }
  return ms;
});
