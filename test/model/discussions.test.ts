import { expect, test } from 'vitest';
import { playModel } from './run.ts';

/** MODEL_SEED repeats a run; MODEL_STEPS makes it longer. */
const seed = Number(process.env['MODEL_SEED'] ?? Date.now() % 1_000_000);
const steps = Number(process.env['MODEL_STEPS'] ?? 1_000);

test(`whatever happens, the threads are equal to the comments at their site (MODEL_SEED=${seed})`, async () => {
  console.info(`model test: MODEL_SEED=${seed} MODEL_STEPS=${steps}`);
  expect(await playModel(seed, steps)).toBeNull();
});
