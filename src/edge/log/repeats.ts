/** The same error is written no more often. */
const pauseMs = 60_000;
/** So many different errors are remembered. */
const mostErrors = 100;

/**
 * Which errors were written a moment ago: while a disk is full, each task fails again each second, and
 * its log may be on that disk.
 */
export class Repeats {
  readonly #now: () => number;
  readonly #written = new Map<string, { at: number; leftOut: number }>();

  /** @param now milliseconds that never go back */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** How often an error was left out since it was written last; `null` when it is to be left out again. */
  leftOut(error: string): number | null {
    const last = this.#written.get(error);
    const at = this.#now();
    if (last && at - last.at < pauseMs) {
      last.leftOut += 1;
      return null;
    }
    this.#written.delete(error);
    const [oldest] = this.#written.keys();
    if (oldest !== undefined && this.#written.size >= mostErrors) this.#written.delete(oldest);
    this.#written.set(error, { at, leftOut: 0 });
    return last?.leftOut ?? 0;
  }
}
