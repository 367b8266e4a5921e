import { expect, test } from 'vitest';
import { playModel } from './play-model.ts';

/** Always the same; `npm run model` plays any seeds. */
const steps = 200;

test.each([2, 21])(
  `whatever happens, the threads are equal to the comments at their site (npm run model -- --seeds %i --steps ${steps})`,
  async (seed) => {
    expect(await playModel(seed, steps)).toBeNull();
  },
);
