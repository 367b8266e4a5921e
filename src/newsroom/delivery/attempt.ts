import type { OpenDelivery } from '../../core/delivery/delivery.ts';
import type { Ending } from '../../core/delivery/protocol.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { ClaimedChannel } from '../../core/ports/delivery-ledger.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { secondMs } from '../../core/time/duration.ts';
import type { Ports } from '../ports.ts';

/** One attempt to bring a message to what it should be, counted by the store before its first call. */
export interface Attempt {
  ports: Ports;
  lease: ClaimedChannel;
  /** As it was at the beginning; with its message once that of an earlier attempt was found. */
  delivery: OpenDelivery;
  /** Where its message is in Discord: the delivery's channel, or the private one of its person. */
  channelId: Snowflake;
  /** Discord refused it under a commenter's name: the bot posts it in its own. */
  asBot?: true;
  /** The last one of its channel's run. */
  isLast: boolean;
  signal: AbortSignal;
}

/** Whether the run goes on with the channel's next delivery, or its channel was released. */
export type NextStep = 'continue' | 'released';

/** Longer than one call to Discord, which takes 15 s at most and may wait for a rate limit. */
const callMs = 20 * secondMs;

/**
 * Whether the channel stays ours for one more call: before that, looking for a lost message may have
 * taken long. `false`: somebody else sends in it now.
 */
export async function holdsChannel({ ports, lease }: Attempt): Promise<boolean> {
  const until = ports.clock.now() + callMs;
  if (until <= lease.until) return true;
  lease.until = until;
  return ports.store.deliveries.renew(lease, until);
}

/** Saves how an attempt ended. The channel is released after its last one, or when the run stops. */
export async function endAttempt(
  { ports, lease, delivery, isLast }: Attempt,
  { deliveries }: Pick<Ledger, 'deliveries'>,
  ending: Ending,
  next: 'continue' | 'stop-run',
): Promise<NextStep> {
  const release = isLast || next === 'stop-run';
  await deliveries.end(lease, delivery.key, ending, { now: ports.clock.now(), release });
  return release ? 'released' : 'continue';
}
