import { expect, test } from 'vitest';
import { playModel } from './play-model.ts';

/** MODEL_SEED=random, or a number, plays another run; MODEL_STEPS makes it longer. */
const { MODEL_SEED: seedGiven = '2', MODEL_STEPS: stepsGiven = '200' } = process.env;
const seed = seedGiven === 'random' ? Date.now() % 1_000_000 : Number(seedGiven);
const steps = Number(stepsGiven);

test(`whatever happens, the threads are equal to the comments at their site (MODEL_SEED=${seed})`, async () => {
  console.info(`model test: MODEL_SEED=${seed} MODEL_STEPS=${steps}`);
  expect(await playModel(seed, steps)).toBeNull();
});
