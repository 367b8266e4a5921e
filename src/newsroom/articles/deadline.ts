/**
 * Runs `work` with a signal that aborts with `signal`, or after `ms`. Not by `AbortSignal.any`: in
 * Node 20 each one leaves memory behind in a signal that lives long.
 */
export async function withDeadline<T>(
  ms: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const controller = new AbortController();
  const deadline = AbortSignal.timeout(ms);
  const abort = () => controller.abort(signal.aborted ? signal.reason : deadline.reason);
  signal.addEventListener('abort', abort, { once: true });
  deadline.addEventListener('abort', abort, { once: true });
  try {
    return await work(controller.signal);
  } finally {
    deadline.removeEventListener('abort', abort);
    signal.removeEventListener('abort', abort);
  }
}
