import type { Clock } from '../../core/ports/clock.ts';
import { minuteMs, secondMs } from '../../core/time/duration.ts';

const firstPauseMs = secondMs;
const longestPauseMs = 5 * minuteMs;

export interface Patience {
  clock: Clock;
  /** Whether a failure may pass by itself. Any other is thrown at once. */
  isPassing: (error: unknown) => boolean;
  /** Hears of each failure that is tried again, in `pauseMs`. */
  onFailure: (error: unknown, pauseMs: number) => void;
}

/**
 * Repeats `work` until it succeeds, without a limit: after 1 s, 2 s, 4 s … and then every 5 minutes.
 * @throws what `work` throws when it does not pass, or the reason of `signal`
 */
export async function keepTrying<T>(
  work: () => Promise<T>,
  { clock, isPassing, onFailure }: Patience,
  signal: AbortSignal,
): Promise<T> {
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
    try {
      return await work();
    } catch (error) {
      if (!isPassing(error)) throw error;
      onFailure(error, pauseMs);
      await clock.sleep(pauseMs, signal);
      signal.throwIfAborted();
    }
  }
}
