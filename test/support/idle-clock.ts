import type { TurnableClock } from '../../src/edge/system/clock.ts';

/** The clock that a bot's workers sleep by; it knows when all of them do. */
export interface IdleClock extends TurnableClock {
  /** Resolves when at least `workers` sleep; at once when they do already. */
  idle(): Promise<void>;
}

/** Only for workers: one that waits in the middle of a call must sleep by `clock` itself. */
export function idleClock(clock: TurnableClock, workers: number): IdleClock {
  let sleeping = 0;
  let wake: (() => void)[] = [];
  return {
    now: () => clock.now(),
    turn: (ms) => clock.turn(ms),
    async sleep(ms, signal) {
      sleeping += 1;
      if (sleeping >= workers) {
        for (const one of wake) one();
        wake = [];
      }
      try {
        await clock.sleep(ms, signal);
      } finally {
        sleeping -= 1;
      }
    },
    async idle() {
      // Those that the clock has woken begin in the meantime.
      await new Promise((resolve) => setImmediate(resolve));
      if (sleeping < workers) await new Promise<void>((resolve) => wake.push(resolve));
    },
  };
}
