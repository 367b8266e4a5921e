import { expect, test } from 'vitest';
import type { Ending } from '../../../../src/core/delivery/protocol.ts';
import { minuteMs } from '../../../../src/core/time/duration.ts';
import { begin, claim, inThread, keysOf, leaseMs, message, posted, send } from '../sending.ts';
import { guild, harbour, market, newStore, noon, wanted } from '../stores.ts';

const later = (notBefore: number): Ending => ({ kind: 'later', notBefore, error: 'away' });

test('a wanted message is claimed with its channel, its attempt is counted, and it is settled', async () => {
  const { store } = await newStore();
  await store.deliveries.want([wanted('ferry', { ordinal: 2 })], noon);
  const lease = await claim(store);
  expect(lease).toMatchObject({ channelId: harbour, guildId: guild, fence: 1 });
  expect(lease.run).toMatchObject([{ key: 'ferry', attempts: null, state: 'open' }]);
  const begun = await store.deliveries.begin(lease, 'ferry', noon);
  expect(begun).toMatchObject({ attempts: { count: 1, firstAt: noon } });
  expect(await store.deliveries.end(lease, 'ferry', posted(), { now: noon, release: true })).toBe(
    true,
  );
  expect(await store.deliveries.get('ferry')).toEqual({
    ...wanted('ferry', { ordinal: 2 }),
    state: 'settled',
    revision: 1,
    generation: 0,
    message: { id: message, hash: 'h' },
    attempts: null,
    editAt: null,
    error: null,
  });
  expect(await keysOf(store, noon + leaseMs)).toEqual([]);
});

test('only the delivery that is being sent counts an attempt, not its whole run', async () => {
  const { store } = await newStore();
  await store.deliveries.want([wanted('a', { ordinal: 1 }), wanted('b', { ordinal: 2 })], noon);
  const lease = await claim(store);
  await store.deliveries.begin(lease, 'a', noon);
  expect(await store.deliveries.get('b')).toMatchObject({ attempts: null });
  // Killed here: the next claim asks for the first one’s answer only.
  const next = await claim(store, noon + leaseMs);
  expect(next.run).toMatchObject([
    { key: 'a', attempts: { count: 1 } },
    { key: 'b', attempts: null },
  ]);
});

test('a delivery is not claimed before its time', async () => {
  const { store } = await newStore();
  await store.deliveries.want([wanted('a', { notBefore: noon + 1 })], noon);
  expect(await keysOf(store)).toEqual([]);
  expect(await keysOf(store, noon + 1)).toEqual(['a']);
});

test('a lost lease saves nothing more', async () => {
  const { store } = await newStore();
  await store.deliveries.want([wanted('a')], noon);
  const first = await begin(store);
  expect(await keysOf(store, noon + leaseMs - 1)).toEqual([]);
  const second = await begin(store, noon + leaseMs);
  expect(second.lease.fence).toBe(first.lease.fence + 1);
  expect(second.delivery.attempts).toEqual({ count: 2, firstAt: noon });
  const then = { now: noon + leaseMs, release: true };
  expect(await store.deliveries.end(first.lease, 'a', posted(), then)).toBe(false);
  expect(await store.deliveries.begin(first.lease, 'a', noon)).toBeNull();
  await store.deliveries.releaseChannel(first.lease, noon);
  expect(await store.deliveries.end(second.lease, 'a', posted(), then)).toBe(true);
  expect(await store.deliveries.end(second.lease, 'a', posted(), then)).toBe(false);
});

test('a message that is changed while it is being sent stays open', async () => {
  const { store } = await newStore();
  await store.deliveries.want([wanted('a')], noon);
  const { lease } = await begin(store);
  await store.deliveries.refresh(['a', 'unknown'], noon);
  await store.deliveries.end(lease, 'a', posted(), { now: noon, release: true });
  expect((await begin(store)).delivery).toMatchObject({ revision: 2, message: { id: message } });
});

test('a delivery that is not open any more is not begun', async () => {
  const { store } = await newStore();
  await store.deliveries.want([wanted('a'), wanted('b')], noon);
  const lease = await claim(store);
  await store.deliveries.remove(['b'], noon);
  expect(await store.deliveries.begin(lease, 'b', noon)).toBeNull();
  expect(await store.deliveries.begin(lease, 'unknown', noon)).toBeNull();
});

test('a run has deliveries of one channel, in order, up to the limit', async () => {
  const { store } = await newStore();
  const inHarbour = [5, 3, 4].map((ordinal) => wanted(`h${ordinal}`, { ordinal }));
  await store.deliveries.want([...inHarbour, wanted('h3b', { ordinal: 3 })], noon - 1);
  await store.deliveries.want([wanted('m', { channelId: market })], noon);
  expect(await keysOf(store, noon, 3)).toEqual(['h3', 'h3b', 'h4']);
  // The harbour is leased: its fifth waits, the market does not.
  expect(await keysOf(store)).toEqual(['m']);
  expect(await keysOf(store)).toEqual([]);
});

test('the channel that waited longest is served first, one with a lost answer before it', async () => {
  const { store } = await newStore();
  await store.deliveries.want([wanted('late')], noon);
  await store.deliveries.want([wanted('early', { channelId: market })], noon - 1);
  const lease = await claim(store, noon);
  expect(lease.run[0]?.key).toBe('early');
  await store.deliveries.begin(lease, 'early', noon);
  await store.deliveries.want([inThread('longer', 1)], noon - 2);
  // Killed: the lease ends, and the market comes before channels that have waited longer since.
  expect(await keysOf(store, noon + leaseMs)).toEqual(['early']);
});

test('edits behind many waiting posts of their channel are sent', async () => {
  const { store } = await newStore();
  await store.deliveries.want([inThread('shown', 999)], noon);
  await send(store);
  await store.deliveries.want([inThread('held', 0)], noon);
  await send(store, later(noon + 500));
  const behind = Array.from({ length: 50 }, (_, index) => inThread(`p${index}`, index + 1));
  await store.deliveries.want(behind, noon);
  await store.deliveries.refresh(['shown'], noon);
  expect(await keysOf(store)).toEqual(['shown']);
});

test('a channel whose posts all wait is not asked again before the first one may be sent', async () => {
  const { store, query } = await newStore();
  await store.deliveries.want([inThread('held', 0)], noon);
  await send(store, later(noon + 500));
  await store.deliveries.want([inThread('next', 1)], noon);
  expect(await keysOf(store)).toEqual([]);
  const due = (await query('SELECT due_at, retry_at FROM channel'))[0];
  expect({ ...due }).toEqual({ due_at: noon + 500, retry_at: noon + 500 });
  expect(await keysOf(store, noon + 500)).toEqual(['held', 'next']);
});

test('a paused channel is skipped until its pause ends, and a success ends the pause', async () => {
  const { store } = await newStore();
  const pause = {
    channelId: harbour,
    guildId: guild,
    reason: 'Missing Access',
    since: noon,
    until: noon + 60,
    attempts: 1,
  };
  await store.deliveries.want([wanted('a')], noon);
  await store.deliveries.savePause(pause);
  await store.deliveries.savePause({ ...pause, attempts: 2 });
  expect(await store.deliveries.getPause(harbour)).toEqual({ ...pause, attempts: 2 });
  expect(await store.deliveries.listPauses(guild)).toEqual([{ ...pause, attempts: 2 }]);
  expect(await keysOf(store, noon + 59)).toEqual([]);
  expect(await store.deliveries.countOpen(harbour)).toBe(1);
  await send(store, later(noon + 60), noon + 60);
  expect(await store.deliveries.getPause(harbour)).not.toBeNull();
  await send(store, posted(), noon + 60);
  expect(await store.deliveries.getPause(harbour)).toBeNull();
  await store.deliveries.savePause(pause);
  await store.deliveries.deletePause(harbour);
  expect(await store.deliveries.listPauses(guild)).toEqual([]);
});

test('a story’s message is found by its story, whatever its channel and state', async () => {
  const { store } = await newStore();
  const ferry = wanted('ferry');
  if (ferry.subject.kind !== 'story') throw new Error('it was to be a story');
  const { storyId } = ferry.subject;
  expect(await store.deliveries.isStoryWanted(storyId)).toBe(false);
  await store.deliveries.want([{ ...ferry, key: 'anything', channelId: market }], noon);
  expect(await store.deliveries.isStoryWanted(storyId)).toBe(true);
});

test('a posted message is edited at most once in ten minutes, with the latest content', async () => {
  const { store } = await newStore();
  const everyMs = 10 * minuteMs;
  const correct = (now: number) => store.deliveries.refresh(['a'], now, everyMs);
  const dueAt = async () => {
    const found = await store.deliveries.get('a');
    return found?.state === 'open' ? found.notBefore : null;
  };
  await store.deliveries.want([wanted('a')], noon);
  await correct(noon + 1);
  expect(await dueAt()).toBe(noon);
  await send(store, null, noon + 1);
  await correct(noon + 2);
  expect(await dueAt()).toBe(noon + 2);
  await send(store, null, noon + 2);
  for (const minute of [1, 4, 9]) await correct(noon + minute * minuteMs);
  expect(await dueAt()).toBe(noon + 2 + everyMs);
  expect(await keysOf(store, noon + 9 * minuteMs)).toEqual([]);
  await send(store, null, noon + 2 + everyMs);
  await correct(noon + 3 + everyMs);
  expect(await dueAt()).toBe(noon + 2 + 2 * everyMs);
});

const postponed = { notBefore: noon + 500, postponed: true };

test('a postponed message does not block later ones and keeps its place in the order', async () => {
  const { store } = await newStore();
  await store.deliveries.want([wanted('quiet', { ordinal: 1, ...postponed })], noon);
  await store.deliveries.want([wanted('loud', { ordinal: 2 })], noon);
  expect(await keysOf(store)).toEqual(['loud']);
  await store.deliveries.want([wanted('later', { ordinal: 3 })], noon);
  expect(await keysOf(store, noon + leaseMs)).toEqual(['quiet', 'loud', 'later']);
});

test('only the postponed messages of a channel are made due', async () => {
  const { store } = await newStore();
  await store.deliveries.want([wanted('quiet', postponed)], noon);
  await store.deliveries.want([wanted('else', { channelId: market, ...postponed })], noon);
  await store.deliveries.want([wanted('waits', { ordinal: 9, notBefore: noon + 500 })], noon);
  await store.deliveries.dueNow(harbour, noon);
  expect(await keysOf(store)).toEqual(['quiet']);
  expect(await store.deliveries.get('else')).toMatchObject({ notBefore: noon + 500 });
});

test('a message that quiet hours postpone counts no attempt', async () => {
  const { store } = await newStore();
  await store.deliveries.want([wanted('a', { ordinal: 1 }), wanted('b', { ordinal: 2 })], noon);
  await send(store, { kind: 'postponed', notBefore: noon + 700 });
  expect(await store.deliveries.get('a')).toMatchObject({
    attempts: null,
    notBefore: noon + 700,
  });
  expect(await keysOf(store)).toEqual(['b']);
});
