import { dayMs, hourMs, minuteMs } from '../time/duration.ts';

/** For how long a member can be timed out: what Discord itself offers, and its longest time. */
export const timeoutDurationsMs: readonly number[] = [
  minuteMs,
  5 * minuteMs,
  10 * minuteMs,
  hourMs,
  dayMs,
  7 * dayMs,
  28 * dayMs,
];
