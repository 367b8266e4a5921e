import { digestPostedAt } from '../../core/feed/digest.ts';
import type { Subscription } from '../../core/feed/subscription.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { UnixMs } from '../../core/time/duration.ts';

/**
 * Has stories that wait follow the subscription's current settings. Its digest moves to the time of
 * those settings, or to now without one. What quiet hours postponed in its channel is decided again.
 */
export async function rescheduleWaiting(
  { digests, deliveries }: Pick<Ledger, 'digests' | 'deliveries'>,
  { id, channelId, settings: { digest, quietHours } }: Subscription,
  now: UnixMs,
): Promise<void> {
  await digests.reschedule(id, digest ? digestPostedAt(digest, quietHours, now) : now, now);
  await deliveries.dueNow(channelId, now);
}
