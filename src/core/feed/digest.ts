import type { Digest, QuietHours } from './channel-options.ts';
import { quietUntil } from './quiet-hours.ts';
import { hourMs, type UnixMs } from '../time/duration.ts';
import { isZone, nextAtMinute } from '../time/wall-clock.ts';

/**
 * When the digest is posted that a story gathered now belongs to: at the next full hour (UTC), or
 * at the day's hour on the zone's clock (on UTC's, where the zone is not known).
 */
export function digestDueAt(digest: Digest, now: UnixMs): UnixMs {
  if (digest.every === 'hour') return (Math.floor(now / hourMs) + 1) * hourMs;
  return nextAtMinute(isZone(digest.zone) ? digest.zone : 'UTC', digest.at, now, false);
}

/** The same, after the quiet hours that would hold then: what comes in between is one digest. */
export function digestPostedAt(digest: Digest, quietHours: QuietHours | null, now: UnixMs): UnixMs {
  const dueAt = digestDueAt(digest, now);
  return quietUntil(quietHours, dueAt) ?? dueAt;
}
