import type { UnixMs } from '../src/core/time/duration.ts';

/** Older ones are dropped first. */
const mostStored = 200;

/**
 * What the buttons and menus of answers refer to, by an interaction's id. Only in memory: it may have
 * the password of an address that nobody uses in the end.
 */
export class ShortMemory<Stored> {
  readonly #lifeMs: number;
  readonly #stored = new Map<string, { value: Stored; until: UnixMs }>();

  constructor(lifeMs: number) {
    this.#lifeMs = lifeMs;
  }

  save(id: string, value: Stored, now: UnixMs): void {
    for (const [old, { until }] of this.#stored) {
      if (until <= now || this.#stored.size >= mostStored) this.#stored.delete(old);
    }
    this.#stored.set(id, { value, until: now + this.#lifeMs });
  }

  /** `null` when it was never stored, has expired or was deleted. */
  get(id: string, now: UnixMs): Stored | null {
    const found = this.#stored.get(id);
    return found && found.until > now ? found.value : null;
  }

  delete(id: string): void {
    this.#stored.delete(id);
  }
}
