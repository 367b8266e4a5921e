import { parseArgs } from 'node:util';
import { progressOn } from '../support/progress.ts';
import { printFaults, printHeading, printLine, printSelfCheck } from './print.ts';
import { runTrial } from './trial.ts';

// `npm run trial -- --kills N --seed K --nonce-window MS [--runs R] [--stories S --comments C]`: kills the bot again and again
// and checks what Discord shows at the end. Exit code 1 when anything is wrong.

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    // As many as pass through with 300 kills: 2,000 and 5,000.
    stories: { type: 'string' },
    comments: { type: 'string' },
    'nonce-window': { type: 'string', default: '300000' },
    runs: { type: 'string', default: '1' },
    'self-check': { type: 'boolean', default: false },
  },
});

function number(name: Exclude<keyof typeof values, 'self-check'>): number {
  const given = Number(values[name]);
  if (!Number.isSafeInteger(given) || given < 0) {
    process.stderr.write(`--${name} takes a whole number, 0 or more.\n`);
    process.exit(2);
  }
  return given;
}

const kills = number('kills');
const seed = number('seed');
const nonceMs = number('nonce-window');
const runs = number('runs');
const stories = values.stories === undefined ? Math.ceil((kills * 20) / 3) : number('stories');
const comments = values.comments === undefined ? Math.ceil((kills * 50) / 3) : number('comments');
printHeading(nonceMs);
const progress = progressOn(process.stderr);
for (let run = 0; run < runs; run += 1) {
  const options = {
    kills,
    stories,
    comments,
    diskChance: 0.06,
    seed: seed + run,
    nonceMs,
    selfCheck: values['self-check'],
    show: progress.show,
  };
  const { figures, faults, selfChecked } = await runTrial(options);
  progress.end();
  printLine(options.seed, figures);
  printFaults(options, faults);
  printSelfCheck(selfChecked);
  const isWrong = faults.some(({ kind }) => kind !== 'overtaken');
  if (isWrong || selfChecked.some(({ failure }) => failure !== null)) {
    process.exitCode = 1;
  }
}
