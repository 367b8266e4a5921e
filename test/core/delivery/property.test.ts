import { expect, test } from 'vitest';
import { Random } from '../../support/random.ts';
import { Model } from './model.ts';

/** Each is a life of sixty steps; more of them were run when the rules were written. */
const lives = Number(process.env['LIVES'] ?? 2_000);
const steps = 60;

function live(seed: number): Model {
  const model = new Model(new Random(seed));
  for (let step = 0; step < steps; step += 1) {
    if (model.random.chance(0.45)) model.change();
    else model.send(true);
    model.pass();
    model.check();
  }
  model.settle();
  return model;
}

test('whatever fails, no message is doubled, lost, overtaken or left with old words', () => {
  for (let seed = 1; seed <= lives; seed += 1) {
    const { faults } = live(seed);
    expect(faults, `seed ${seed}`).toEqual([]);
  }
});
