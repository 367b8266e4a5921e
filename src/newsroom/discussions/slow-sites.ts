import type { Clock } from '../../core/ports/clock.ts';
import { secondMs, type UnixMs } from '../../core/time/duration.ts';

/** Discussions of a slow site that are read at the same time, by this process. */
const mostReads = 2;
/** A site is slow that takes longer than this to be read. */
const slowMs = 3 * secondMs;
/** How far apart discussions that wait for a slow site come back. */
const apartMs = 3 * secondMs;

interface Site {
  /** When the reads that run began. */
  begunAt: UnixMs[];
  /** The last read was slow. */
  isSlow: boolean;
  /** When the last of its discussions that wait comes back. */
  lastBackAt: UnixMs;
}

/** A read that may begin, or when to try again. */
type SiteRead = { end: () => void } | { backAt: UnixMs };

const sites = new WeakMap<object, Map<string, Site>>();

/**
 * Counts a read of a site's comments until `end` is called. A site that answers slowly, or not at all,
 * must not take all workers: discussions of other sites would be neither read nor locked.
 */
export function beginRead(
  { store, clock }: { store: object; clock: Pick<Clock, 'now'> },
  hostname: string,
): SiteRead {
  const known = sites.get(store) ?? new Map<string, Site>();
  sites.set(store, known);
  const site = known.get(hostname) ?? { begunAt: [], isSlow: false, lastBackAt: 0 };
  known.set(hostname, site);
  const now = clock.now();
  const isSlow = site.isSlow || site.begunAt.some((at) => now - at > slowMs);
  if (isSlow && site.begunAt.length >= mostReads) {
    site.lastBackAt = Math.max(now, site.lastBackAt) + apartMs;
    return { backAt: site.lastBackAt };
  }
  site.begunAt.push(now);
  return {
    end() {
      site.begunAt.splice(site.begunAt.indexOf(now), 1);
      site.isSlow = clock.now() - now > slowMs;
      if (site.begunAt.length === 0 && !site.isSlow) known.delete(hostname);
    },
  };
}
