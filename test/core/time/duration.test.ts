import { expect, test } from 'vitest';
import {
  dayMs,
  Duration,
  durationInWords,
  durationMs,
  durationText,
  hourMs,
  intervalInWords,
  minuteMs,
} from '../../../src/core/time/duration.ts';

test.each([
  ['90s', 90_000],
  ['15m', 15 * minuteMs],
  ['36h', 36 * hourMs],
  ['14d', 14 * dayMs],
  ['0s', 0],
  [' 2D ', 2 * dayMs],
  ['3 days', 3 * dayMs],
  ['1 day', dayMs],
  ['2 hours', 2 * hourMs],
  ['1 hr', hourMs],
  ['30min', 30 * minuteMs],
  ['45 Seconds', 45_000],
  ['1w', 7 * dayMs],
  ['2 weeks', 14 * dayMs],
])('“%s” is a duration', (text, ms) => {
  expect(durationMs(text)).toBe(ms);
  expect(Duration.parse(text)).toBe(ms);
});

test.each(['', '5', 'd', '-1d', '1.5h', '1h30m', '2 months', '1 d h', '1e3s', '1234567890s', '٣d'])(
  '“%s” is not a duration',
  (text) => {
    expect(durationMs(text)).toBeNull();
    expect(Duration.safeParse(text).success).toBe(false);
  },
);

test('a duration over a hundred years is refused', () => {
  expect(durationMs('36500d')).toBe(36_500 * dayMs);
  expect(durationMs('36501d')).toBeNull();
  expect(durationMs('5300 weeks')).toBeNull();
  expect(durationMs('999999999d')).toBeNull();
});

test('the error for an invalid duration gives examples', () => {
  expect(Duration.safeParse('soon').error?.issues[0]?.message).toContain('"14d"');
});

test('a duration is written in its largest whole unit', () => {
  expect(
    [90_000, 15 * minuteMs, 36 * hourMs, 14 * dayMs, 60 * minuteMs, 0].map(durationText),
  ).toEqual(['90s', '15m', '36h', '14d', '1h', '0s']);
});

test('a duration in words has the right plural', () => {
  expect(
    [90_000, minuteMs, 36 * hourMs, 14 * dayMs, 60 * minuteMs, 24 * hourMs, 0].map(durationInWords),
  ).toEqual(['90 seconds', '1 minute', '36 hours', '14 days', '1 hour', '1 day', '0 seconds']);
});

test('an interval of one unit is written without its number', () => {
  expect([hourMs, 10 * minuteMs, 24 * hourMs, 90_000].map(intervalInWords)).toEqual([
    'every hour',
    'every 10 minutes',
    'every day',
    'every 90 seconds',
  ]);
});

test('a written duration is parsed to the same value', () => {
  for (const text of ['1s', '59s', '61s', '1m', '90m', '23h', '25h', '1d', '400d']) {
    expect(durationText(durationMs(text) ?? -1)).toBe(text);
  }
});
