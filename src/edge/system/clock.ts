import type { Clock } from '../../core/ports/clock.ts';

/** What `setTimeout` takes at most; longer sleeps are slept in parts. */
const longestTimerMs = 2 ** 31 - 1;

/** A clock that starts at an instant (epoch ms), runs with real time, and can be turned ahead. */
export interface TurnableClock extends Clock {
  /** Turns the clock by `ms`, ahead or (below 0) back; sleepers that became due wake at once. */
  turn(ms: number): void;
}

export function turnableClock(start?: number): TurnableClock {
  let offsetMs = start === undefined ? 0 : Math.round(start - Date.now());
  let turnedMs = 0;
  const sleepers = new Set<() => void>();
  const now = (): number => Date.now() + offsetMs;
  /** Sleeps are measured by the steady clock: a correction of the machine's time lengthens none. */
  const steady = (): number => performance.now() + turnedMs;

  return {
    now,
    sleep(ms, signal) {
      const due = steady() + ms;
      return new Promise((resolve) => {
        let timer: NodeJS.Timeout | undefined;
        const wake = (): void => {
          clearTimeout(timer);
          sleepers.delete(look);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        const look = (): void => {
          clearTimeout(timer);
          const leftMs = due - steady();
          if (leftMs <= 0 || signal.aborted) wake();
          else timer = setTimeout(look, Math.min(leftMs, longestTimerMs));
        };
        sleepers.add(look);
        signal.addEventListener('abort', wake, { once: true });
        look();
      });
    },
    turn(ms) {
      offsetMs += Math.round(ms);
      turnedMs += Math.round(ms);
      for (const look of sleepers) look();
    },
  };
}

/** The machine's own clock. */
export const systemClock: Clock = turnableClock();

/** The same clock, which shows `aheadMs` more. */
export function clockAhead(clock: Clock, aheadMs: number): Clock {
  if (aheadMs === 0) return clock;
  return { now: () => clock.now() + aheadMs, sleep: (ms, signal) => clock.sleep(ms, signal) };
}
