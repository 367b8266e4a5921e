import type { Language } from '../../core/feed/channel-options.ts';
import { dayMs, hourMs, minuteMs, secondMs } from '../../core/time/duration.ts';

const units = [
  ['day', dayMs],
  ['hour', hourMs],
  ['minute', minuteMs],
  ['second', secondMs],
] as const;

/** A duration in the largest unit that it has two of, or that fits exactly: "1 hour", "90 minutes", "3 days". */
export function durationText(ms: number, language: Language): string {
  const [unit, length] =
    units.find(([, length]) => ms >= 2 * length || (ms === length && length > secondMs)) ??
    (['second', secondMs] as const);
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(
    Math.round(ms / length),
  );
}
