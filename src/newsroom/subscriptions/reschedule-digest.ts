import { digestPostedAt } from '../../core/feed/digest.ts';
import type { Subscription } from '../../core/feed/subscription.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { UnixMs } from '../../core/time/duration.ts';

/** Moves the waiting digest to the time of the current settings; to now when they have no digest. */
export async function rescheduleDigest(
  { digests }: Pick<Ledger, 'digests'>,
  { id, settings: { digest, quietHours } }: Subscription,
  now: UnixMs,
): Promise<void> {
  await digests.reschedule(id, digest ? digestPostedAt(digest, quietHours, now) : now, now);
}
