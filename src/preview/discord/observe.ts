import type { CallListener } from './calls.ts';

const observers = new Set<CallListener>();

/**
 * Hears the calls of every local Discord of this process, as {@link Faults.onCall} hears those of
 * one: for tests that check all answers of a run. Returns the way to leave.
 */
export function observeCalls(listener: CallListener): () => void {
  observers.add(listener);
  return () => observers.delete(listener);
}

/** Those who hear a call: a server's own listeners, then the observers. */
export function listenersOf(own: ReadonlySet<CallListener>): CallListener[] {
  return [...own, ...observers];
}
