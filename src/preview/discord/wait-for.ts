import type { World } from './world/world.ts';

export interface WaitOptions {
  signal?: AbortSignal;
  /** Real milliseconds; 60,000 when left out. */
  timeoutMs?: number;
  /** What the caller waits for, for the error's message. */
  what?: string;
}

/**
 * The first answer to `question` that is neither undefined, null nor false. It is asked now and
 * after each change, never on a timer.
 * @throws after the timeout, or with the signal's reason
 */
export async function waitFor<T>(
  world: World,
  question: () => T | undefined | null | false,
  options: WaitOptions = {},
): Promise<T> {
  const { signal, timeoutMs = 60_000, what = 'the condition' } = options;
  signal?.throwIfAborted();
  const first = question();
  if (first !== undefined && first !== null && first !== false) return first;
  return new Promise<T>((resolve, reject) => {
    let asked = false;
    const leave = (): void => {
      stopListening();
      clearTimeout(timer);
      signal?.removeEventListener('abort', aborted);
    };
    const aborted = (): void => {
      leave();
      reject(signal?.reason instanceof Error ? signal.reason : new Error('aborted'));
    };
    const ask = (): void => {
      asked = false;
      try {
        const found = question();
        if (found === undefined || found === null || found === false) return;
        leave();
        resolve(found);
      } catch (error) {
        leave();
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
    const stopListening = world.listen(() => {
      if (asked) return;
      asked = true;
      queueMicrotask(ask);
    });
    const timer = setTimeout(() => {
      leave();
      reject(new Error(`Waited ${timeoutMs} ms for ${what}`));
    }, timeoutMs);
    signal?.addEventListener('abort', aborted);
  });
}
