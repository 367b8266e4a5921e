/** A controller that also aborts with `outer`, until it is unlinked. */
export interface LinkedAbort {
  controller: AbortController;
  /** Must be called when the work ends. Otherwise the listener on `outer` leaks. */
  unlink: () => void;
}

/**
 * Instead of `AbortSignal.any`: on Node 20, a long-lived `outer` keeps all signals made from it in
 * memory (25 MB after 20,000 requests, 0.4 MB here).
 */
export function linkedAbort(outer: AbortSignal): LinkedAbort {
  const controller = new AbortController();
  const abort = (): void => controller.abort(outer.reason);
  if (outer.aborted) abort();
  outer.addEventListener('abort', abort, { once: true });
  return { controller, unlink: () => outer.removeEventListener('abort', abort) };
}
