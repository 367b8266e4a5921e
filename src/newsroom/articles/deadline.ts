import type { Clock } from '../../core/ports/clock.ts';

/**
 * Runs `work` with a signal that aborts with `signal`, or when `ms` have passed by the clock. Not by
 * `AbortSignal.any`: in Node 20 each one leaves memory behind in a signal that lives long.
 */
export async function withDeadline<T>(
  clock: Clock,
  ms: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const controller = new AbortController();
  const finished = new AbortController();
  const abort = () => controller.abort(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  void clock
    .sleep(ms, finished.signal)
    .then(() => controller.abort(new Error('The deadline has passed')));
  try {
    return await work(controller.signal);
  } finally {
    finished.abort();
    signal.removeEventListener('abort', abort);
  }
}
