import type { OpenDelivery } from '../../../src/core/delivery/delivery.ts';
import type { Ending } from '../../../src/core/delivery/protocol.ts';
import type { ClaimedChannel } from '../../../src/core/ports/delivery-ledger.ts';
import type { Store } from '../../../src/core/ports/ledger.ts';
import { noon, thread, wanted } from './stores.ts';

// What the newsroom does with the outbox, without Discord.

export const leaseMs = 60_000;
export const message = '300000000000000500';

export const posted = (revision = 1, id = message): Ending => ({
  kind: 'shown',
  revision,
  message: { id, hash: 'h' },
});

/** A comment's message in the thread. */
export const inThread = (key: string, ordinal: number) =>
  wanted(key, {
    subject: { kind: 'comment', commentKey: key, part: 0 },
    channelId: thread,
    ordinal,
  });

export async function claim(store: Store, now = noon, limit = 10): Promise<ClaimedChannel> {
  const claimed = await store.deliveries.claimChannel(now, leaseMs, limit);
  if (!claimed) throw new Error('a channel was to be due');
  return claimed;
}

/** The keys of the next channel's run, which stays leased; empty when none is due. */
export async function keysOf(store: Store, now = noon, limit = 10): Promise<string[]> {
  const claimed = await store.deliveries.claimChannel(now, leaseMs, limit);
  return claimed?.run.map(({ key }) => key) ?? [];
}

/** Begins the first delivery that is due. */
export async function begin(
  store: Store,
  now = noon,
): Promise<{ lease: ClaimedChannel; delivery: OpenDelivery }> {
  const lease = await claim(store, now);
  const begun = await store.deliveries.begin(lease, lease.run[0]?.key ?? '', now);
  if (!begun) throw new Error('the delivery was to be open');
  return { lease, delivery: begun };
}

/** Sends the first delivery that is due, with that ending; by default it is posted as it is wanted. */
export async function send(store: Store, ending: Ending | null = null, now = noon): Promise<void> {
  const { lease, delivery } = await begin(store, now);
  const { key, revision } = delivery;
  await store.deliveries.end(lease, key, ending ?? posted(revision), { now, release: true });
}
