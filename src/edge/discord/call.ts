import { DiscordRefusal } from '../../core/errors.ts';
import { linkedAbort } from '../system/linked-abort.ts';
import { refusal } from './refusals.ts';

/**
 * One call with its own signal, because the client never removes the listeners that it adds. Throws
 * a `DiscordRefusal`, or the reason of `outer`.
 */
export async function call<T>(
  work: (signal: AbortSignal) => Promise<unknown>,
  outer: AbortSignal,
): Promise<T> {
  const { controller, unlink } = linkedAbort(outer);
  try {
    return (await work(controller.signal)) as T;
  } catch (error) {
    throw refusal(error, outer);
  } finally {
    unlink();
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
