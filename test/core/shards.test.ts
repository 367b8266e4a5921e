import { expect, test } from 'vitest';
import { shareOf } from '../../src/core/shards.ts';

test('a bot without shards may use all', () => {
  expect(shareOf(null, 50)).toBe(50);
});

test.each([1, 2, 3, 4, 7, 16, 49, 50])('the shares of %i processes are the whole', (count) => {
  const shares = Array.from({ length: count }, (_, id) => shareOf({ ids: [id], count }, 50));
  expect(shares.reduce((all, share) => all + share, 0)).toBe(50);
  expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
});

test('a process with several shards has the shares of them all', () => {
  expect(shareOf({ ids: [0, 1, 2], count: 4 }, 50)).toBe(37);
  expect(shareOf({ ids: [3], count: 4 }, 50)).toBe(13);
});

test('each of very many processes may use something', () => {
  expect(shareOf({ ids: [0], count: 100 }, 50)).toBe(1);
});
