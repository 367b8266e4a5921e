import type { CallListener } from './calls.ts';

const observers = new Set<CallListener>();

/**
 * Calls the listener for every call to any local Discord of this process, as {@link Faults.onCall}
 * does for one: for tests that check all answers of a run. Returns a function that unsubscribes.
 */
export function observeCalls(listener: CallListener): () => void {
  observers.add(listener);
  return () => observers.delete(listener);
}

/** The listeners for a call: first the server's own, then those of the process. */
export function listenersOf(own: ReadonlySet<CallListener>): CallListener[] {
  return [...own, ...observers];
}
