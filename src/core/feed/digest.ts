import type { Digest, QuietHours } from './channel-options.ts';
import { quietUntil } from './quiet-hours.ts';
import { hourMs, type UnixMs } from '../time/duration.ts';
import { isZone, nextAtMinute } from '../time/wall-clock.ts';

/**
 * When the digest that collects stories now is due: at the next full hour (UTC), or at the set time
 * of day in its zone (in UTC if the zone is unknown).
 */
export function digestDueAt(digest: Digest, now: UnixMs): UnixMs {
  if (digest.every === 'hour') return (Math.floor(now / hourMs) + 1) * hourMs;
  return nextAtMinute(isZone(digest.zone) ? digest.zone : 'UTC', digest.at, now, false);
}

/** {@link digestDueAt}, moved to the end of the quiet hours if it falls within them. */
export function digestPostedAt(digest: Digest, quietHours: QuietHours | null, now: UnixMs): UnixMs {
  const dueAt = digestDueAt(digest, now);
  return quietUntil(quietHours, dueAt) ?? dueAt;
}
