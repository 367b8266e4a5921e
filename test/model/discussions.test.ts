import { expect, test } from 'vitest';
import { dayMs } from '../../src/core/time/duration.ts';
import { playModel } from './play-model.ts';

/** One run that is always the same, and another each day; `npm run model` plays any. */
const today = 1_000 + Math.floor(Date.now() / dayMs);
const steps = 200;

test.each([2, today])(
  `whatever happens, the threads are equal to the comments at their site (npm run model -- --seeds %i --steps ${steps})`,
  async (seed) => {
    expect(await playModel(seed, steps)).toBeNull();
  },
);
