import { messagesWithinMs } from '../../core/discussion/slow-mode.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { UnixMs } from '../../core/time/duration.ts';

const mostThreads = 2_000;

/** Counts members' messages of the last minute by thread. In memory: a restart forgets a minute. */
export class MessageCounter {
  readonly #times = new Map<Snowflake, UnixMs[]>();

  /** Counts one more message. Returns how many the thread had within the minute. */
  add(threadId: Snowflake, now: UnixMs): number {
    const recent = (this.#times.get(threadId) ?? []).filter((at) => now - at < messagesWithinMs);
    recent.push(now);
    // The thread with the newest message comes last.
    this.#times.delete(threadId);
    this.#times.set(threadId, recent.slice(-500));
    const [oldest] = this.#times.keys();
    if (this.#times.size > mostThreads && oldest !== undefined) this.#times.delete(oldest);
    return recent.length;
  }

  /** The rule acted: it waits until as many messages came again. */
  reset(threadId: Snowflake): void {
    this.#times.delete(threadId);
  }
}
