import type { Clock } from '../../core/ports/clock.ts';
import { minuteMs, secondMs, type UnixMs } from '../../core/time/duration.ts';

/** Feeds of one host that are polled at the same time, by all processes. */
const mostPolls = 4;
/** Each feed that waits costs a look at it, so they do not come back closer together. */
const leastApartMs = 250;
/** Also of a host that has too many requests, or answers no more. */
const mostApartMs = 15 * secondMs;
/** A host that has too many requests may mean one feed only. */
const mostPauseMs = 15 * minuteMs;

interface Host {
  running: number;
  /** How long its last poll took. */
  tookMs: number;
  /** When the last of its feeds that wait comes back. */
  lastBackAt: UnixMs;
  /** Until then it is asked nothing. */
  pausedUntil: UnixMs;
}

/**
 * A poll that may begin, or when to try again. `pauseMs` is how long the host wants no requests (429);
 * `null` when it did not say so.
 */
export type HostSlot = { release: (pauseMs: number | null) => void } | { backAt: UnixMs };

const hosts = new WeakMap<object, Map<string, Host>>();

/**
 * Counts a poll of the address's host until `release` is called. A host with too many polls running
 * must not take all workers: its other feeds come back one after another, as fast as it answers, or as
 * it allows.
 */
export function takeHostSlot(
  { store, processes, clock }: { store: object; processes: number; clock: Pick<Clock, 'now'> },
  url: string,
): HostSlot {
  const hostname = URL.canParse(url) ? new URL(url).hostname : url;
  const known = hosts.get(store) ?? new Map<string, Host>();
  hosts.set(store, known);
  const host = known.get(hostname) ?? { running: 0, tookMs: 0, lastBackAt: 0, pausedUntil: 0 };
  known.set(hostname, host);
  const begunAt = clock.now();
  const most = Math.max(1, Math.floor(mostPolls / processes));
  if (host.running >= most || host.pausedUntil > begunAt) {
    const apartMs = Math.min(mostApartMs, Math.max(leastApartMs, Math.round(host.tookMs / most)));
    host.lastBackAt = Math.max(begunAt, host.pausedUntil, host.lastBackAt) + apartMs;
    return { backAt: host.lastBackAt };
  }
  host.running += 1;
  return {
    release(pauseMs) {
      const now = clock.now();
      host.running -= 1;
      host.tookMs = pauseMs === null ? now - begunAt : mostApartMs * most;
      if (pauseMs !== null) host.pausedUntil = now + Math.min(pauseMs, mostPauseMs);
      const isIdle = host.running === 0 && Math.max(host.lastBackAt, host.pausedUntil) <= now;
      if (isIdle) known.delete(hostname);
    },
  };
}
