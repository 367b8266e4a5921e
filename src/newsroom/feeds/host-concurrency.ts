import type { Clock } from '../../core/ports/clock.ts';
import { secondMs, type UnixMs } from '../../core/time/duration.ts';

/** Feeds of one host that are polled at the same time, by all processes. */
const mostPolls = 4;
/** Each feed that waits costs a look at it, so they do not come back closer together. */
const leastApartMs = 250;
/** A host that answers no more must not keep its feeds waiting for ever. */
const mostApartMs = 15 * secondMs;

interface Host {
  running: number;
  /** How long its last poll took. */
  tookMs: number;
  /** When the last of its feeds that wait comes back. */
  lastBackAt: UnixMs;
}

/** A poll that may begin, or when to try again. */
export type HostSlot = { release: () => void } | { backAt: UnixMs };

const hosts = new WeakMap<object, Map<string, Host>>();

/**
 * Counts a poll of the address's host until `release` is called. A host with too many polls running
 * must not take all workers: its other feeds come back one after another, as fast as it answers.
 */
export function takeHostSlot(
  { store, processes, clock }: { store: object; processes: number; clock: Pick<Clock, 'now'> },
  url: string,
): HostSlot {
  const hostname = URL.canParse(url) ? new URL(url).hostname : url;
  const known = hosts.get(store) ?? new Map<string, Host>();
  hosts.set(store, known);
  const host = known.get(hostname) ?? { running: 0, tookMs: 0, lastBackAt: 0 };
  known.set(hostname, host);
  const begunAt = clock.now();
  const most = Math.max(1, Math.floor(mostPolls / processes));
  if (host.running >= most) {
    const apartMs = Math.min(mostApartMs, Math.max(leastApartMs, Math.round(host.tookMs / most)));
    host.lastBackAt = Math.max(begunAt, host.lastBackAt) + apartMs;
    return { backAt: host.lastBackAt };
  }
  host.running += 1;
  return {
    release() {
      const now = clock.now();
      host.running -= 1;
      host.tookMs = now - begunAt;
      if (host.running === 0 && host.lastBackAt <= now) known.delete(hostname);
    },
  };
}
