import { linkedAbort } from '../system/linked-abort.ts';

export interface Deadline {
  /** Aborts when the time is over or the outer signal aborts. */
  signal: AbortSignal;
  passed(): boolean;
  elapsedMs(): number;
  /** Must be called when the work ends. Otherwise the timer and the listener leak. */
  stop(): void;
}

/** A timeout of `ms` from now, on the monotonic clock. */
export function deadline(ms: number, outer: AbortSignal): Deadline {
  const startedAt = performance.now();
  const { controller, unlink } = linkedAbort(outer);
  let passed = false;
  const timer = setTimeout(
    () => {
      passed = true;
      controller.abort(new Error('the deadline has passed'));
    },
    Math.max(1, ms),
  );
  return {
    signal: controller.signal,
    passed: () => passed,
    elapsedMs: () => performance.now() - startedAt,
    stop() {
      clearTimeout(timer);
      unlink();
    },
  };
}
