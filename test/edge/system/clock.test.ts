import { expect, test } from 'vitest';
import { systemClock, turnableClock } from '../../../src/edge/system/clock.ts';

const never = new AbortController().signal;
const hourMs = 3_600_000;

test('the manual clock starts at the given instant and can be advanced', () => {
  const start = Date.UTC(2031, 0, 1);
  const clock = turnableClock(start);
  expect(clock.now() - start).toBeLessThan(hourMs);
  clock.turn(7 * 24 * hourMs);
  expect(clock.now()).toBeGreaterThanOrEqual(start + 7 * 24 * hourMs);
  expect(Number.isInteger(clock.now())).toBe(true);
});

test('advancing the clock wakes at once the sleepers that became due and no others', async () => {
  const clock = turnableClock();
  const woken: string[] = [];
  const stop = new AbortController();
  const short = clock.sleep(hourMs, never).then(() => woken.push('short'));
  const long = clock.sleep(48 * hourMs, stop.signal).then(() => woken.push('long'));
  clock.turn(2 * hourMs);
  await short;
  expect(woken).toEqual(['short']);
  clock.turn(47 * hourMs);
  await long;
  expect(woken).toEqual(['short', 'long']);
});

test('a sleep ends when the signal aborts, or at once if it was already aborted', async () => {
  const stop = new AbortController();
  const sleeping = systemClock.sleep(hourMs, stop.signal);
  stop.abort();
  await sleeping;
  await systemClock.sleep(hourMs, stop.signal);
  expect(stop.signal.aborted).toBe(true);
});

test('a sleep longer than the maximum timer does not end at once', async () => {
  const clock = turnableClock();
  let woken = false;
  const sleeping = clock.sleep(60 * 24 * hourMs, never).then(() => {
    woken = true;
  });
  await clock.sleep(5, never);
  expect(woken).toBe(false);
  clock.turn(60 * 24 * hourMs);
  await sleeping;
});

test('the system clock has the machine’s time and really sleeps', async () => {
  const before = Date.now();
  await systemClock.sleep(20, never);
  expect(systemClock.now() - before).toBeGreaterThanOrEqual(19);
});
