import { describe, expect, test } from 'vitest';
import type { OpenDelivery } from '../../../src/core/delivery/delivery.ts';
import { backoffMs, dueAt, holdsForMs, retryAt, runOf } from '../../../src/core/delivery/run.ts';
import { minuteMs, secondMs } from '../../../src/core/time/duration.ts';
import { delivery, message, noon } from './deliveries.ts';

const one = (key: string, ordinal: number, change: Partial<OpenDelivery> = {}) =>
  delivery(key, { ordinal, ...change });
const tried = { attempts: { count: 1, firstAt: noon } };
const waits = { notBefore: noon + 100 };
const inDiscord = { message: { id: message, hash: 'as it is' } };
/** Wanted again after a removal without an answer. */
const perhapsGone = { message: { id: message, hash: null } };
const card = { subject: { kind: 'card', caseNumber: 1 } } as const;

describe('runOf', () => {
  test.each<[string, OpenDelivery[], string[]]>([
    ['posts go in order, ties by key', [one('b', 1), one('c', 2), one('a', 1)], ['a', 'b', 'c']],
    ['one that waits is not sent', [one('a', 1, waits), one('card', 2, card)], ['card']],
    [
      'a waiting post holds back later posts',
      [one('a', 1, { ...tried, ...waits }), one('b', 2)],
      [],
    ],
    ['it does not hold back earlier posts', [one('a', 1), one('b', 2, waits)], ['a']],
    ['edits are not held back', [one('a', 1, waits), one('b', 2, inDiscord)], ['b']],
    [
      'a message that may be gone holds back later posts, as it may have to be posted again',
      [one('a', 1, { ...perhapsGone, ...waits }), one('b', 2), one('c', 3, inDiscord)],
      ['c'],
    ],
    [
      'it is not held back itself, as it may be an edit',
      [one('a', 1, waits), one('b', 2, perhapsGone)],
      ['b'],
    ],
    ['removals are not held back', [one('a', 1, waits), one('b', 2, { wanted: 'removed' })], ['b']],
    [
      'a postponed post holds back nothing',
      [one('a', 1, { ...waits, postponed: true }), one('b', 2)],
      ['b'],
    ],
    [
      'what takes something down goes before all else',
      [one('a', 1), one('b', 2, tried), one('c', 3, { ...inDiscord, takesDown: true })],
      ['c', 'b', 'a'],
    ],
    ['a lost answer is asked for first', [one('a', 1), one('b', 2, tried)], ['b', 'a']],
    [
      'a lost answer does not wait for a post that Discord never saw',
      [one('a', 1, waits), one('b', 2, tried)],
      ['b'],
    ],
    [
      'lost answers keep their order',
      [one('a', 1, { ...tried, ...waits }), one('b', 2, tried)],
      [],
    ],
  ])('%s', (_, open, keys) => {
    expect(runOf(open, noon, 10).map(({ key }) => key)).toEqual(keys);
  });

  test('a run has at most the limit', () => {
    expect(runOf([one('a', 1), one('b', 2), one('c', 3)], noon, 2)).toHaveLength(2);
  });

  const often = { attempts: { count: 5, firstAt: noon } };

  test('a post that Discord does not take holds back others only for its time', () => {
    const stuck = one('a', 1, { ...often, notBefore: noon + holdsForMs * 3 });
    const next = one('b', 2);
    expect(runOf([stuck, next], noon + holdsForMs, 10)).toEqual([]);
    expect(runOf([stuck, next], noon + holdsForMs + 1, 10)).toEqual([next]);
  });

  test('a time in which the bot did not run does not count', () => {
    const tryAgain = one('a', 1, { ...tried, notBefore: noon + holdsForMs * 3 });
    expect(runOf([tryAgain, one('b', 2)], noon + holdsForMs * 2, 10)).toEqual([]);
  });
});

describe('backoffMs', () => {
  const after = (count: number, sinceMs: number) =>
    backoffMs({ attempts: { count, firstAt: noon } }, noon + sinceMs);

  test('each attempt waits twice as long, up to ten minutes', () => {
    const waits = [1, 2, 3, 9, 10, 50].map((count) => after(count, 2 * holdsForMs));
    expect(waits).toEqual([2, 4, 8, 512, 600, 600].map((seconds) => seconds * secondMs));
  });

  test('one is made when the message stops to hold back others', () => {
    expect(after(9, 8 * minuteMs)).toBe(holdsForMs - 8 * minuteMs + 1);
    expect(after(9, 6 * minuteMs)).toBe(512 * secondMs);
    expect(after(9, holdsForMs)).toBe(1);
    expect(after(9, holdsForMs + 1)).toBe(512 * secondMs);
  });
});

describe('dueAt', () => {
  test.each<[string, OpenDelivery[], number | null]>([
    ['nothing open is never due', [], null],
    ['what can be sent is due since it could', [one('a', 1), one('b', 2, waits)], noon],
    ['what waits is due when it may be sent', [one('a', 1, waits)], noon + 100],
    ['what is held back is due with its holder', [one('a', 1, waits), one('b', 2)], noon + 100],
    [
      'what is held back is due when its holder has had its time',
      [
        one('a', 1, { attempts: { count: 5, firstAt: noon }, notBefore: noon + holdsForMs * 3 }),
        one('b', 2),
      ],
      noon + holdsForMs + 1,
    ],
  ])('%s', (_, open, at) => {
    expect(dueAt(open, noon)).toBe(at);
  });

  test('a lost answer is asked for when its delivery is due', () => {
    expect(retryAt([one('a', 1)], noon)).toBeNull();
    expect(retryAt([one('a', 1), one('b', 2, tried)], noon)).toBe(noon);
    expect(retryAt([one('a', 1, { ...tried, ...waits }), one('b', 2, tried)], noon)).toBe(
      noon + 100,
    );
  });
});
