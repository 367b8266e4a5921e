import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { ShowProgress } from '../test/support/progress.ts';

export interface Measured {
  rounds: number;
  /** Medians, each named with its unit. */
  figures: Record<string, number>;
  /** How many times as fast as each named peer, in the same run: higher is faster. */
  ratios: Record<string, number>;
  /** Rows of the same columns, for what has many figures. */
  table?: readonly Readonly<Record<string, string | number>>[];
}

export interface Bench {
  name: string;
  what: string;
  /** `show` is told before each step of it. */
  run(show: ShowProgress): Promise<Measured>;
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as (options: { type: 'minor' }) => void;

/**
 * Runs the works in turn, `rounds` times after one warm-up, and gives each one's median in
 * milliseconds: interleaved, so that a machine that slows down slows all of them. Their order
 * changes from round to round, and each begins without the garbage of the one before. `prepare` is
 * called before each round, and its time is nobody's.
 */
export async function interleaved<Name extends string>(
  works: Record<Name, () => Promise<unknown>>,
  rounds: number,
  prepare: (round: number) => void = () => {},
): Promise<Record<Name, number>> {
  const names = Object.keys(works) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    prepare(round);
    for (const name of turns(names, round)) {
      collectGarbage({ type: 'minor' });
      const begun = performance.now();
      await works[name]();
      if (round > 0) times.get(name)?.push(performance.now() - begun);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<
    Name,
    number
  >;
}

/** Each name first in its turn, and every other round backwards, so that none always follows another. */
function turns<Name>(names: readonly Name[], round: number): Name[] {
  const first = round % names.length;
  const order = [...names.slice(first), ...names.slice(0, first)];
  return round % 2 === 0 ? order : order.reverse();
}
