import type { UnixMs } from '../time/duration.ts';

export interface Clock {
  now(): UnixMs;
  /** Resolves after `ms`, or at once when `signal` aborts; never rejects. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}
