import { expect, test } from 'vitest';
import { dayMs, hourMs, minuteMs } from '../../../src/core/time/duration.ts';
import { nextLookMs } from '../../../src/newsroom/discussions/look-interval.ts';

const start = Date.UTC(2026, 10, 24, 9);
const limits = { least: 1_000, most: hourMs };

/** The minutes after the last change at which looks are due, when nothing changes any more. */
function lookMinutes(channelMs: number, untilMs: number, source = limits): number[] {
  const minutes: number[] = [];
  for (let at = start; at <= start + untilMs;) {
    at += nextLookMs(start, at, source, channelMs);
    minutes.push((at - start) / minuteMs);
  }
  return minutes;
}

test('a discussion is looked at every two minutes for an hour after a change', () => {
  const lively = lookMinutes(2 * minuteMs, hourMs - 1);
  expect(lively).toEqual(Array.from({ length: 30 }, (_, index) => 2 * (index + 1)));
});

test('while it is idle the interval doubles up to an hour', () => {
  const idle = lookMinutes(2 * minuteMs, 5 * hourMs).filter((minute) => minute > 60);
  expect(idle).toEqual([64, 72, 88, 120, 180, 240, 300, 360]);
});

test('the channel’s own interval is the shortest, and the longest where that is more', () => {
  expect(nextLookMs(start, start, limits, 10 * minuteMs)).toBe(10 * minuteMs);
  expect(nextLookMs(start, start + dayMs, limits, 10 * minuteMs)).toBe(hourMs);
  expect(nextLookMs(start, start + dayMs, limits, 3 * hourMs)).toBe(3 * hourMs);
  expect(nextLookMs(start, start + dayMs, limits, 5_000)).toBe(150_000);
});

test('the limits of the source hold', () => {
  const slow = { least: 5 * minuteMs, most: 20 * minuteMs };
  expect(nextLookMs(start, start, slow, 2 * minuteMs)).toBe(5 * minuteMs);
  expect(nextLookMs(start, start + dayMs, slow, 2 * minuteMs)).toBe(20 * minuteMs);
});
