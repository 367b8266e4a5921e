import { expect, test } from 'vitest';
import { DiscussionId } from '../../../src/core/ids.ts';
import { claim, leaseMs, posted } from './sending.ts';
import { newStore, noon, wanted } from './stores.ts';

const channel = (number: number) => `30000000000000010${number}`;
const pack = { kind: 'pack', discussionId: DiscussionId.parse('quay') } as const;
const comment = (commentKey: string) => ({ kind: 'comment', commentKey, part: 0 }) as const;

/** The channels in the order in which they are claimed. */
async function claimed(store: Awaited<ReturnType<typeof newStore>>['store'], now = noon) {
  const channels: string[] = [];
  for (;;) {
    const next = await store.deliveries.claimChannel(now, leaseMs, 10);
    if (!next) return channels;
    channels.push(next.channelId);
  }
}

/** Posts a message in a channel of its own. */
async function present(
  store: Awaited<ReturnType<typeof newStore>>['store'],
  key: string,
  number: number,
  subject: typeof pack | ReturnType<typeof comment>,
) {
  await store.deliveries.want([wanted(key, { channelId: channel(number), subject })], noon);
  const lease = await claim(store);
  const delivery = await store.deliveries.begin(lease, key, noon);
  const ending = posted(delivery?.revision, `40000000000000000${number}`);
  await store.deliveries.end(lease, key, ending, { now: noon, release: true });
}

test('takedowns go before stories, stories before live comments, and these before a backlog', async () => {
  const { store } = await newStore();
  await present(store, 'pack:hidden', 1, pack);
  await present(store, 'comment:gone:0', 2, comment('gone'));
  const { deliveries } = store;
  await deliveries.want([wanted('pack:a', { channelId: channel(3), subject: pack })], noon);
  await deliveries.want(
    [wanted('comment:b:0', { channelId: channel(4), subject: comment('b') })],
    noon + 1,
  );
  await deliveries.want([wanted('story', { channelId: channel(5) })], noon + 2);
  await deliveries.remove(['comment:gone:0'], noon + 3);
  await deliveries.takeDown(['pack:hidden'], noon + 4);
  expect(await claimed(store, noon + 5)).toEqual([2, 1, 5, 4, 3].map(channel));
});

test('a live comment behind a backlog does not bring its thread forward, an edit there does', async () => {
  const { store } = await newStore();
  await present(store, 'pack:posted', 1, pack);
  await present(store, 'comment:other:0', 2, comment('other'));
  const { deliveries } = store;
  for (const number of [1, 2]) {
    const place = { channelId: channel(number), ordinal: 1 };
    await deliveries.want([wanted(`pack:${number}`, { ...place, subject: pack })], noon);
  }
  const late = { channelId: channel(1), ordinal: 2, subject: comment('late') };
  await deliveries.want([wanted('comment:late:0', late)], noon);
  const elsewhere = { channelId: channel(3), subject: comment('elsewhere') };
  await deliveries.want([wanted('comment:elsewhere:0', elsewhere)], noon + 1);
  await deliveries.refresh(['comment:other:0'], noon + 2);
  expect(await claimed(store, noon + 3)).toEqual([2, 3, 1].map(channel));
});

test('the priority of a channel follows what it still has to send', async () => {
  const { store } = await newStore();
  await present(store, 'pack:posted', 1, pack);
  const { deliveries } = store;
  const waiting = { channelId: channel(1), ordinal: 1, subject: pack };
  await deliveries.want([wanted('pack:waiting', waiting)], noon);
  await deliveries.takeDown(['pack:posted'], noon);
  const lease = await claim(store);
  expect(lease.run.map(({ key }) => key)).toEqual(['pack:posted', 'pack:waiting']);
  const delivery = await deliveries.begin(lease, 'pack:posted', noon);
  const ending = posted(delivery?.revision, '400000000000000001');
  await deliveries.end(lease, 'pack:posted', ending, { now: noon, release: true });
  const elsewhere = { channelId: channel(3), subject: comment('elsewhere') };
  await deliveries.want([wanted('comment:elsewhere:0', elsewhere)], noon + 1);
  expect(await claimed(store, noon + 2)).toEqual([3, 1].map(channel));
});
