export interface Measured {
  rounds: number;
  /** Medians, each named with its unit. */
  figures: Record<string, number>;
  /** How many times as fast as each named peer, in the same run: higher is faster. */
  ratios: Record<string, number>;
}

export interface Bench {
  name: string;
  what: string;
  run(): Promise<Measured>;
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/**
 * Runs the works in turn, `rounds` times after one warm-up, and gives each one's median in
 * milliseconds: interleaved, so that a machine that slows down slows all of them.
 */
export async function interleaved<Name extends string>(
  works: Record<Name, () => Promise<unknown>>,
  rounds: number,
): Promise<Record<Name, number>> {
  const names = Object.keys(works) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
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
