import { expect, test } from 'vitest';
import { minuteMs } from '../../src/core/time/duration.ts';
import { runTrial } from './trial.ts';

test('a bot that is killed, and whose disk fails, brings all news and comments exactly once', async () => {
  const seed = 4;
  const { figures, faults } = await runTrial({
    kills: 1,
    stories: 3,
    comments: 8,
    diskChance: 0.9,
    seed,
    nonceMs: 5 * minuteMs,
    selfCheck: false,
    show: (_, kills, what) => console.log(`${kills} kills: ${what}`),
  });
  expect(faults).toEqual([]);
  expect(figures.stories).toBeGreaterThanOrEqual(3);
  expect(figures.comments).toBeGreaterThanOrEqual(8);
});
