export interface Deadline {
  /** Aborts when the time is over, or with the outer signal. */
  signal: AbortSignal;
  passed(): boolean;
  elapsedMs(): number;
  /** To be called when the work is over, else the timer and the listener stay. */
  stop(): void;
}

/** A time limit of `ms` from now, by the machine's steady clock, joined to `outer`. */
export function deadline(ms: number, outer: AbortSignal): Deadline {
  const startedAt = performance.now();
  const controller = new AbortController();
  let passed = false;
  const timer = setTimeout(
    () => {
      passed = true;
      controller.abort(new Error('the deadline has passed'));
    },
    Math.max(1, ms),
  );
  const follow = (): void => controller.abort(outer.reason);
  if (outer.aborted) follow();
  outer.addEventListener('abort', follow, { once: true });
  return {
    signal: controller.signal,
    passed: () => passed,
    elapsedMs: () => performance.now() - startedAt,
    stop() {
      clearTimeout(timer);
      outer.removeEventListener('abort', follow);
    },
  };
}
