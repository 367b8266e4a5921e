import { digestPostedAt } from '../../core/feed/digest.ts';
import type { Subscription } from '../../core/feed/subscription.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { UnixMs } from '../../core/time/duration.ts';

/** Has what is gathered posted when the settings of now say; at once when they want no digest. */
export async function rescheduleDigest(
  { digests }: Pick<Ledger, 'digests'>,
  { id, settings: { digest, quietHours } }: Subscription,
  now: UnixMs,
): Promise<void> {
  await digests.reschedule(id, digest ? digestPostedAt(digest, quietHours, now) : now, now);
}
