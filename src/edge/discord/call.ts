import { DiscordRefusal } from '../../core/errors.ts';
import { refusal } from './refusals.ts';

/**
 * One call under a signal of its own: the client never lets go of the listeners that it adds. What
 * it throws is a `DiscordRefusal`, or the reason of `outer`.
 */
export async function call<T>(
  work: (signal: AbortSignal) => Promise<unknown>,
  outer: AbortSignal,
): Promise<T> {
  const controller = new AbortController();
  const abort = () => controller.abort(outer.reason);
  if (outer.aborted) abort();
  outer.addEventListener('abort', abort, { once: true });
  try {
    return (await work(controller.signal)) as T;
  } catch (error) {
    throw refusal(error, outer);
  } finally {
    outer.removeEventListener('abort', abort);
  }
}

/** `null` instead of a refusal with one of the codes. */
export async function orNull<T>(work: Promise<T>, codes: readonly number[]): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof DiscordRefusal && codes.includes(error.code)) return null;
    throw error;
  }
}
