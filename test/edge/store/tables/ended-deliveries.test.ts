import { expect, test } from 'vitest';
import { begin, claim, inThread, keysOf, leaseMs, message, posted, send } from '../sending.ts';
import { harbour, market, newStore, noon, thread, wanted } from '../stores.ts';

const other = '300000000000000501';

test('a removed message that is wanted again gets a new generation for its nonce', async () => {
  const { store } = await newStore();
  await store.deliveries.want([wanted('a')], noon);
  await send(store);
  await store.deliveries.remove(['a'], noon);
  await send(store, { kind: 'shown', revision: 2, message: null });
  expect(await store.deliveries.get('a')).toBeNull();
  await store.deliveries.want([wanted('a')], noon);
  expect((await claim(store)).run).toMatchObject([{ generation: 1, revision: 1, message: null }]);
});

test('a removal before the first attempt deletes the delivery', async () => {
  const { store } = await newStore();
  await store.deliveries.want([wanted('a')], noon);
  await store.deliveries.remove(['a', 'unknown'], noon);
  expect(await store.deliveries.get('a')).toBeNull();
  expect(await keysOf(store)).toEqual([]);
});

test('the removal of a message by someone else is not found as one of the bot’s messages', async () => {
  const { store } = await newStore();
  const subject = { kind: 'removal', messageId: other } as const;
  await store.deliveries.want([wanted('removal', { subject })], noon);
  expect(await store.deliveries.getByMessage(other)).toBeNull();
  await send(store, { kind: 'shown', revision: 1, message: null });
  expect(await store.deliveries.get('removal')).toBeNull();
});

test('a failed delivery is not claimed until it is wanted again', async () => {
  const { store } = await newStore();
  await store.deliveries.want([wanted('a')], noon);
  await send(store, { kind: 'failed', error: 'too long' });
  expect(await store.deliveries.get('a')).toMatchObject({ state: 'failed', error: 'too long' });
  expect(await store.deliveries.countOpen(harbour)).toBe(0);
  expect(await keysOf(store, noon + leaseMs)).toEqual([]);
  await store.deliveries.want([wanted('a')], noon);
  expect((await begin(store)).delivery).toMatchObject({ revision: 2, attempts: { count: 2 } });
});

test('a message that a moderator deleted is not posted again by later corrections', async () => {
  const { store } = await newStore();
  await store.deliveries.want([wanted('a')], noon);
  await send(store);
  expect(await store.deliveries.getByMessage(message)).toMatchObject({ key: 'a' });
  await store.deliveries.endMessage(message, noon);
  await store.deliveries.refresh(['a'], noon);
  expect(await store.deliveries.get('a')).toMatchObject({ state: 'ended' });
  expect(await keysOf(store)).toEqual([]);
});

test('a removal counts as done when Discord reports the deletion', async () => {
  const { store } = await newStore();
  await store.deliveries.want([wanted('a')], noon);
  await send(store);
  await store.deliveries.remove(['a'], noon);
  const { lease } = await begin(store);
  await store.deliveries.endMessage(message, noon);
  const done = { kind: 'shown', revision: 2, message: null } as const;
  expect(await store.deliveries.end(lease, 'a', done, { now: noon, release: true })).toBe(true);
  await store.deliveries.want([wanted('a')], noon);
  expect((await claim(store)).run).toMatchObject([{ generation: 1, message: null }]);
});

test('a deleted channel has no open deliveries, and its messages can be posted elsewhere', async () => {
  const { store } = await newStore();
  await store.deliveries.want([inThread('c1', 1)], noon);
  await send(store);
  await store.deliveries.want([inThread('c2', 2)], noon);
  const { lease } = await begin(store);
  await store.deliveries.endChannel(thread);
  expect(await store.deliveries.end(lease, 'c2', posted(), { now: noon, release: true })).toBe(
    false,
  );
  expect(await keysOf(store)).toEqual([]);
  expect(await store.deliveries.getByMessage(message)).toBeNull();
  await store.deliveries.want([{ ...inThread('c1', 1), channelId: market }], noon);
  expect(await claim(store)).toMatchObject({
    channelId: market,
    run: [{ generation: 1, message: null }],
  });
});

test('a message that may be gone, and is wanted again, holds back later ones of its thread', async () => {
  const { store } = await newStore();
  await store.deliveries.want([inThread('a', 0)], noon);
  await send(store);
  await store.deliveries.remove(['a'], noon);
  const { lease } = await begin(store);
  await store.deliveries.removing(lease, 'a', { id: message }, noon);
  const unanswered = { kind: 'later', notBefore: noon + 1_000, error: 'no answer' } as const;
  await store.deliveries.end(lease, 'a', unanswered, { now: noon, release: true });
  await store.deliveries.want([inThread('a', 0), inThread('b', 1)], noon);
  expect(await keysOf(store)).toEqual([]);
  expect(await keysOf(store, noon + 1_000)).toEqual(['a', 'b']);
});
