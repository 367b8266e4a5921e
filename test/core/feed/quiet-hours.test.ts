import { describe, expect, test } from 'vitest';
import { digestDueAt, digestPostedAt } from '../../../src/core/feed/digest.ts';
import { quietUntil } from '../../../src/core/feed/quiet-hours.ts';

const at = (text: string) => Date.parse(text);
const until = (from: string, to: string, zone: string, now: string): string | null => {
  const end = quietUntil({ from: minutes(from), to: minutes(to), zone }, at(now));
  return end === null ? null : new Date(end).toISOString().slice(0, 16);
};
const minutes = (text: string) => {
  const [hour = 0, minute = 0] = text.split(':').map(Number);
  return hour * 60 + minute;
};
const berlin = 'Europe/Berlin';

describe('quiet hours', () => {
  test.each([
    [
      'within a day apply until their end',
      '13:00',
      '15:00',
      'UTC',
      '2026-11-24T13:00Z',
      '2026-11-24T15:00',
    ],
    ['do not apply before they begin', '13:00', '15:00', 'UTC', '2026-11-24T12:59:59Z', null],
    ['do not apply at their end', '13:00', '15:00', 'UTC', '2026-11-24T15:00Z', null],
    [
      'past midnight apply in the evening',
      '22:00',
      '07:00',
      berlin,
      '2026-11-24T21:30:45Z',
      '2026-11-25T06:00',
    ],
    [
      'past midnight apply after midnight',
      '22:00',
      '07:00',
      berlin,
      '2026-11-25T01:00Z',
      '2026-11-25T06:00',
    ],
    ['past midnight do not apply by day', '22:00', '07:00', berlin, '2026-11-24T12:00Z', null],
    [
      'that begin and end at the same time never apply',
      '07:00',
      '07:00',
      'UTC',
      '2026-11-24T07:00Z',
      null,
    ],
    ['in an unknown zone never apply', '00:00', '23:59', 'Nowhere/Here', '2026-11-24T07:00Z', null],
    [
      'end at the quarter hour of their zone',
      '00:00',
      '06:15',
      'Asia/Kathmandu',
      '2026-11-24T00:00Z',
      '2026-11-24T00:30',
    ],
  ])('quiet hours %s', (_, from, to, zone, now, end) => {
    expect(until(from, to, zone, now)).toBe(end);
  });

  test.each([
    // Berlin sets its clocks ahead at 01:00Z on 29 March 2026, back at 01:00Z on 25 October.
    [
      'are an hour shorter when summer time begins',
      '22:00',
      '07:00',
      '2026-03-28T22:00Z',
      '2026-03-29T05:00',
    ],
    [
      'are an hour longer when summer time ends',
      '22:00',
      '07:00',
      '2026-10-24T21:00Z',
      '2026-10-25T06:00',
    ],
    [
      'end at the clock change that skips their end',
      '22:00',
      '02:30',
      '2026-03-28T22:00Z',
      '2026-03-29T01:00',
    ],
    [
      'end at the first of two equal clock times',
      '22:00',
      '02:30',
      '2026-10-24T21:00Z',
      '2026-10-25T00:30',
    ],
    [
      'that apply between two equal clock times end at the second',
      '22:00',
      '02:30',
      '2026-10-25T01:10Z',
      '2026-10-25T01:30',
    ],
    [
      'that end after the repeated hour last through it',
      '22:00',
      '03:00',
      '2026-10-24T21:00Z',
      '2026-10-25T02:00',
    ],
    [
      'that end before the clock change are not changed by it',
      '22:00',
      '01:30',
      '2026-03-28T22:00Z',
      '2026-03-29T00:30',
    ],
  ])('quiet hours in Berlin %s', (_, from, to, now, end) => {
    expect(until(from, to, berlin, now)).toBe(end);
  });
});

describe('a digest', () => {
  const daily = (time: string, now: string, zone = berlin) =>
    new Date(digestDueAt({ every: 'day', at: minutes(time), zone }, at(now)))
      .toISOString()
      .slice(0, 16);

  test('an hourly digest is due at the next full hour, never at the current instant', () => {
    expect(digestDueAt({ every: 'hour' }, at('2026-11-24T09:10Z'))).toBe(at('2026-11-24T10:00Z'));
    expect(digestDueAt({ every: 'hour' }, at('2026-11-24T10:00Z'))).toBe(at('2026-11-24T11:00Z'));
  });

  test.each([
    ['today before its time of day', '18:00', '2026-11-24T09:00Z', '2026-11-24T17:00'],
    ['tomorrow from its time of day on', '18:00', '2026-11-24T17:00:30Z', '2026-11-25T17:00'],
    ['by summer time on the day it begins', '18:00', '2026-03-28T20:00Z', '2026-03-29T16:00'],
    ['once when its minute is skipped', '02:30', '2026-03-28T20:00Z', '2026-03-29T01:00'],
    ['at the first of two equal clock times', '02:30', '2026-10-24T20:00Z', '2026-10-25T00:30'],
    [
      'the next day after the first of two equal clock times',
      '02:30',
      '2026-10-25T00:40Z',
      '2026-10-26T01:30',
    ],
    ['the next day during the repeated hour', '02:30', '2026-10-25T01:10Z', '2026-10-26T01:30'],
    [
      'after the repeated hour when it is set to the end of that hour',
      '03:00',
      '2026-10-24T20:00Z',
      '2026-10-25T02:00',
    ],
  ])('a daily digest is due %s', (_, time, now, due) => {
    expect(daily(time, now)).toBe(due);
  });

  test('a digest that is due in quiet hours is posted at their end', () => {
    const quiet = { from: minutes('22:00'), to: minutes('07:00'), zone: 'UTC' };
    expect(digestPostedAt({ every: 'hour' }, quiet, at('2026-11-24T22:10Z'))).toBe(
      at('2026-11-25T07:00Z'),
    );
    expect(digestPostedAt({ every: 'hour' }, null, at('2026-11-24T22:10Z'))).toBe(
      at('2026-11-24T23:00Z'),
    );
  });
});
