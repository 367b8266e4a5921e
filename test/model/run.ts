import { parseArgs } from 'node:util';
import { parsers } from '../support/parsers.ts';
import { playModel } from './play-model.ts';

// `npm run model -- --seeds 1-20 --steps 500`: plays each seed, one after another, and prints whether
// the threads were equal to the model. Exit code 1 when one was not.

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1-20' },
    steps: { type: 'string', default: '200' },
  },
});

function refuse(reason: string): never {
  process.stderr.write(`${reason}\n`);
  process.exit(2);
}

/** "3", "1-20" or "12,15,41-50". */
function seedsOf(given: string): number[] {
  return given.split(',').flatMap((part) => {
    const [, first, last = first] = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(part) ?? [];
    if (first === undefined || Number(last) < Number(first)) {
      return refuse('--seeds takes numbers: 3, 1-20 or 12,15,41-50.');
    }
    return Array.from(
      { length: Number(last) - Number(first) + 1 },
      (_, more) => Number(first) + more,
    );
  });
}

const steps = Number(values.steps);
if (!Number.isSafeInteger(steps) || steps < 1) refuse('--steps takes a whole number, 1 or more.');

const seeds = seedsOf(values.seeds);
let played = 0;
let equal = 0;
const startedAt = performance.now();
for (const seed of seeds) {
  const begunAt = performance.now();
  const fault = await playModel(seed, steps);
  played += fault?.step ?? steps;
  if (fault) {
    process.exitCode = 1;
    process.stdout.write(`seed ${seed}: not equal at step ${fault.step}\n`);
    process.stdout.write(`${JSON.stringify(fault, null, 1)}\n`);
  } else {
    equal += 1;
    const seconds = ((performance.now() - begunAt) / 1000).toFixed(1);
    process.stdout.write(`seed ${seed}: equal after ${steps} steps (${seconds} s)\n`);
  }
}
const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
process.stdout.write(`${equal} of ${seeds.length} equal, ${played} steps in ${seconds} s\n`);
await parsers.close();
