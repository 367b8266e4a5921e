import type { Ports } from '../../src/newsroom/ports.ts';
import { rounds } from '../../src/app/schedule.ts';

/** Runs all rounds, one after another, until nothing is due. */
export async function untilQuiet(ports: Ports, signal: AbortSignal): Promise<void> {
  for (let busy = true; busy;) {
    busy = false;
    for (const round of rounds) {
      while (await round.run(ports, signal)) busy = true;
    }
  }
}
