import { expect, test } from 'vitest';
import {
  monthAt,
  monthsLater,
  monthStart,
  publicCount,
  summaryDue,
} from '../../../src/core/moderation/monthly-summary.ts';
import { hourMs } from '../../../src/core/time/duration.ts';

test.each([
  ['UTC', '2026-11', '2026-11-01T00:00:00Z'],
  ['Europe/Berlin', '2026-11', '2026-10-31T23:00:00Z'],
  ['Europe/Berlin', '2026-07', '2026-06-30T22:00:00Z'],
  ['Asia/Tokyo', '2027-01', '2026-12-31T15:00:00Z'],
  ['America/Sao_Paulo', '2026-12', '2026-12-01T03:00:00Z'],
  // The clock was set forward in that night.
  ['Asia/Beirut', '2026-04', '2026-03-31T21:00:00Z'],
  ['no such zone', '2026-11', '2026-11-01T00:00:00Z'],
])('in %s, %s begins at %s', (zone, month, start) => {
  expect(new Date(monthStart(zone, month)).toISOString()).toBe(start.replace('Z', '.000Z'));
  expect(monthAt(zone, monthStart(zone, month))).toBe(month);
  expect(monthAt(zone, monthStart(zone, month) - 1)).toBe(monthsLater(month, -1));
});

test('a summary is due in the morning of the first day after its month', () => {
  expect(new Date(summaryDue('UTC', '2026-12')).toISOString()).toBe('2027-01-01T09:00:00.000Z');
  expect(summaryDue('Europe/Berlin', '2026-12')).toBe(summaryDue('UTC', '2026-12') - hourMs);
});

test('months go over the end of a year, in both directions', () => {
  expect(monthsLater('2026-11', 2)).toBe('2027-01');
  expect(monthsLater('2026-01', -1)).toBe('2025-12');
});

test('everyone sees figures in steps of five, and none from one to four', () => {
  const shown = [0, 1, 4, 5, 7, 8, 102].map(publicCount);
  expect(shown).toEqual([
    { kind: 'none' },
    { kind: 'few' },
    { kind: 'few' },
    { kind: 'about', count: 5 },
    { kind: 'about', count: 5 },
    { kind: 'about', count: 10 },
    { kind: 'about', count: 100 },
  ]);
});
