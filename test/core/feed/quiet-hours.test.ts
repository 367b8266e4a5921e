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
    ['within a day', '13:00', '15:00', 'UTC', '2026-11-24T13:00Z', '2026-11-24T15:00'],
    ['not before they begin', '13:00', '15:00', 'UTC', '2026-11-24T12:59:59Z', null],
    ['not at their end', '13:00', '15:00', 'UTC', '2026-11-24T15:00Z', null],
    ['in the evening', '22:00', '07:00', berlin, '2026-11-24T21:30:45Z', '2026-11-25T06:00'],
    ['after midnight', '22:00', '07:00', berlin, '2026-11-25T01:00Z', '2026-11-25T06:00'],
    ['not by day', '22:00', '07:00', berlin, '2026-11-24T12:00Z', null],
    ['never, when they end as they begin', '07:00', '07:00', 'UTC', '2026-11-24T07:00Z', null],
    ['never, in no zone', '00:00', '23:59', 'Nowhere/Here', '2026-11-24T07:00Z', null],
    ['by quarters', '00:00', '06:15', 'Asia/Kathmandu', '2026-11-24T00:00Z', '2026-11-24T00:30'],
  ])('%s', (_, from, to, zone, now, end) => {
    expect(until(from, to, zone, now)).toBe(end);
  });

  test.each([
    // Berlin sets its clocks ahead at 01:00Z on 29 March 2026, back at 01:00Z on 25 October.
    ['are an hour shorter in spring', '22:00', '07:00', '2026-03-28T22:00Z', '2026-03-29T05:00'],
    ['are an hour longer in autumn', '22:00', '07:00', '2026-10-24T21:00Z', '2026-10-25T06:00'],
    ['end when their end is skipped', '22:00', '02:30', '2026-03-28T22:00Z', '2026-03-29T01:00'],
    ['end the first time', '22:00', '02:30', '2026-10-24T21:00Z', '2026-10-25T00:30'],
    ['end the second time too', '22:00', '02:30', '2026-10-25T01:10Z', '2026-10-25T01:30'],
    ['end an hour after it might', '22:00', '03:00', '2026-10-24T21:00Z', '2026-10-25T02:00'],
    ['end before the setting', '22:00', '01:30', '2026-03-28T22:00Z', '2026-03-29T00:30'],
  ])('%s', (_, from, to, now, end) => {
    expect(until(from, to, berlin, now)).toBe(end);
  });
});

describe('a digest', () => {
  const daily = (time: string, now: string, zone = berlin) =>
    new Date(digestDueAt({ every: 'day', at: minutes(time), zone }, at(now)))
      .toISOString()
      .slice(0, 16);

  test('is due at the next full hour, an hour on when it is that already', () => {
    expect(digestDueAt({ every: 'hour' }, at('2026-11-24T09:10Z'))).toBe(at('2026-11-24T10:00Z'));
    expect(digestDueAt({ every: 'hour' }, at('2026-11-24T10:00Z'))).toBe(at('2026-11-24T11:00Z'));
  });

  test.each([
    ['today', '18:00', '2026-11-24T09:00Z', '2026-11-24T17:00'],
    ['tomorrow, at that minute itself', '18:00', '2026-11-24T17:00:30Z', '2026-11-25T17:00'],
    ['by the clock set ahead', '18:00', '2026-03-28T20:00Z', '2026-03-29T16:00'],
    ['once, when its minute is skipped', '02:30', '2026-03-28T20:00Z', '2026-03-29T01:00'],
    ['once, before its minute repeats', '02:30', '2026-10-24T20:00Z', '2026-10-25T00:30'],
    ['once, after it was there first', '02:30', '2026-10-25T00:40Z', '2026-10-26T01:30'],
    ['once, while it repeats', '02:30', '2026-10-25T01:10Z', '2026-10-26T01:30'],
    ['not when the clock is set back from it', '03:00', '2026-10-24T20:00Z', '2026-10-25T02:00'],
  ])('is due once a day: %s', (_, time, now, due) => {
    expect(daily(time, now)).toBe(due);
  });

  test('waits for the end of the quiet hours', () => {
    const quiet = { from: minutes('22:00'), to: minutes('07:00'), zone: 'UTC' };
    expect(digestPostedAt({ every: 'hour' }, quiet, at('2026-11-24T22:10Z'))).toBe(
      at('2026-11-25T07:00Z'),
    );
    expect(digestPostedAt({ every: 'hour' }, null, at('2026-11-24T22:10Z'))).toBe(
      at('2026-11-24T23:00Z'),
    );
  });
});
