import { expect, test } from 'vitest';
import type { Store } from '../../../../src/core/ports/ledger.ts';
import { guild, harbour, market, newStore, noon, thread, wanted } from '../stores.ts';

const leaseMs = 60_000;
const message = '300000000000000500';
const other = '300000000000000501';

const post = (key: string, ordinal: number) =>
  wanted(key, { kind: 'comment', channelId: thread, ordinal });

async function keysOf(store: Store, now = noon, limit = 10): Promise<string[]> {
  return (await store.deliveries.claimRun(now, leaseMs, limit)).map(({ key }) => key);
}

/** Claims the one delivery that is due. */
async function claim(store: Store, now = noon) {
  const [delivery, ...rest] = await store.deliveries.claimRun(now, leaseMs, 10);
  if (!delivery || rest.length > 0) throw new Error('one delivery was to be due');
  return delivery;
}

/** Claims and shows whatever is due at that instant, as message `id`. */
async function show(store: Store, id = message, now = noon) {
  const { key, fence, wantedRevision } = await claim(store, now);
  await store.deliveries.settle(key, fence, {
    revision: wantedRevision,
    messageId: id,
    hash: 'h',
  });
}

test('a wanted message is claimed, its attempt is counted, and it is settled', async () => {
  const { store } = await newStore();
  await store.deliveries.want([wanted('story:ferry', { ordinal: 1.5 })], noon);
  const claimed = await claim(store);
  expect(claimed).toEqual({
    ...wanted('story:ferry', { ordinal: 1.5 }),
    wantedRevision: 1,
    shownRevision: 0,
    removed: false,
    messageId: null,
    generation: 0,
    shownHash: null,
    attempts: 1,
    firstAttemptAt: noon,
    fence: 1,
    notBefore: noon,
    error: null,
    failed: false,
  });
  const shown = { revision: 1, messageId: message, hash: 'body' };
  expect(await store.deliveries.settle('story:ferry', claimed.fence, shown)).toBe(true);
  expect(await store.deliveries.get('story:ferry')).toMatchObject({
    shownRevision: 1,
    messageId: message,
    shownHash: 'body',
    attempts: 0,
    firstAttemptAt: null,
    error: null,
  });
  expect(await keysOf(store, noon + leaseMs)).toEqual([]);
});

test('a delivery is not claimed before its time', async () => {
  const { store } = await newStore();
  await store.deliveries.want([wanted('a')], noon + 1);
  expect(await keysOf(store)).toEqual([]);
  expect(await keysOf(store, noon + 1)).toEqual(['a']);
});

test('after a crash the claim ends with its lease, and the next attempt has the time of the first', async () => {
  const { store } = await newStore();
  await store.deliveries.want([wanted('a')], noon);
  const first = await claim(store);
  expect(await keysOf(store, noon + leaseMs - 1)).toEqual([]);
  const second = await claim(store, noon + leaseMs);
  expect(second).toMatchObject({ attempts: 2, firstAttemptAt: noon, fence: first.fence + 1 });
  const late = { revision: 1, messageId: message, hash: 'h' };
  expect(await store.deliveries.settle('a', first.fence, late)).toBe(false);
  expect(await store.deliveries.fail('a', first.fence, 'no')).toBe(false);
  const again = { notBefore: noon, error: null, untried: false };
  expect(await store.deliveries.release('a', first.fence, again)).toBe(false);
  expect(await store.deliveries.settle('a', second.fence, late)).toBe(true);
  expect(await store.deliveries.settle('a', second.fence, late)).toBe(false);
});

test('a message that is wanted again while it is being sent stays open', async () => {
  const { store } = await newStore();
  await store.deliveries.want([wanted('a')], noon);
  const { fence } = await claim(store);
  await store.deliveries.refresh(['a', 'unknown']);
  await store.deliveries.settle('a', fence, { revision: 1, messageId: message, hash: 'h' });
  const again = await claim(store);
  expect(again).toMatchObject({
    wantedRevision: 2,
    shownRevision: 1,
    messageId: message,
    attempts: 1,
  });
});

test('a released delivery waits for its time and has the error', async () => {
  const { store } = await newStore();
  await store.deliveries.want([wanted('a')], noon);
  const { fence } = await claim(store);
  const again = { notBefore: noon + 5, error: 'Discord is away', untried: false };
  expect(await store.deliveries.release('a', fence, again)).toBe(true);
  expect(await keysOf(store, noon + 4)).toEqual([]);
  expect(await claim(store, noon + 5)).toMatchObject({ attempts: 2, error: 'Discord is away' });
});

test('a claim that is released untried counts no attempt', async () => {
  const { store } = await newStore();
  await store.deliveries.want([wanted('a')], noon);
  const { fence } = await claim(store);
  await store.deliveries.release('a', fence, { notBefore: noon, error: null, untried: true });
  expect(await store.deliveries.get('a')).toMatchObject({ attempts: 0, firstAttemptAt: null });
  expect(await claim(store, noon + 7)).toMatchObject({ attempts: 1, firstAttemptAt: noon + 7 });
});

test('a later claim released untried keeps the time of the first attempt', async () => {
  const { store } = await newStore();
  await store.deliveries.want([wanted('a')], noon);
  await claim(store);
  const { fence } = await claim(store, noon + leaseMs);
  await store.deliveries.release('a', fence, { notBefore: noon, error: null, untried: true });
  expect(await store.deliveries.get('a')).toMatchObject({ attempts: 1, firstAttemptAt: noon });
});

test('a run has deliveries of one channel, in order, up to the limit', async () => {
  const { store } = await newStore();
  const inMarket = wanted('m', { channelId: market, ordinal: 0 });
  const inHarbour = [5, 3, 4].map((ordinal) => wanted(`h${ordinal}`, { ordinal }));
  await store.deliveries.want([...inHarbour, wanted('h3b', { ordinal: 3 })], noon - 1);
  await store.deliveries.want([inMarket], noon);
  expect(await keysOf(store, noon, 3)).toEqual(['h3', 'h3b', 'h4']);
  // The harbour is leased: its fifth waits, the market does not.
  expect(await keysOf(store)).toEqual(['m']);
  expect(await keysOf(store)).toEqual([]);
});

test('the channel that waited longest is served first', async () => {
  const { store } = await newStore();
  await store.deliveries.want([wanted('a-late')], noon);
  await store.deliveries.want([wanted('b-early', { channelId: market })], noon - 1);
  expect(await keysOf(store)).toEqual(['b-early']);
});

test('retries come before new posts, within a channel and between channels', async () => {
  const { store } = await newStore();
  await store.deliveries.want([wanted('tried', { channelId: market, ordinal: 9 })], noon);
  const { fence } = await claim(store);
  await store.deliveries.release('tried', fence, {
    notBefore: noon + 50,
    error: null,
    untried: false,
  });
  await store.deliveries.want([wanted('fresh', { channelId: market, ordinal: 1 })], noon);
  await store.deliveries.want([wanted('older')], noon - 1000);
  expect(await keysOf(store, noon + 50)).toEqual(['tried', 'fresh']);
  expect(await keysOf(store, noon + 50)).toEqual(['older']);
});

test('a comment is not sent before an earlier one of its thread that waits for its retry', async () => {
  const { store } = await newStore();
  await store.deliveries.want([post('c1', 1), post('c2', 2), post('c3', 3)], noon);
  const [, second, third] = await store.deliveries.claimRun(noon, leaseMs, 10);
  const again = { notBefore: noon + 100, error: null, untried: false };
  await store.deliveries.settle('c1', 1, { revision: 1, messageId: message, hash: 'h' });
  await store.deliveries.release('c2', second?.fence ?? -1, again);
  await store.deliveries.release('c3', third?.fence ?? -1, {
    ...again,
    notBefore: noon,
    untried: true,
  });
  await store.deliveries.want([wanted('elsewhere')], noon + 1);
  expect(await keysOf(store, noon + 1)).toEqual(['elsewhere']);
  expect(await keysOf(store, noon + 99)).toEqual([]);
  expect(await keysOf(store, noon + 100)).toEqual(['c2', 'c3']);
});

test('a comment that waits for its retry does not delay edits, removals or earlier comments', async () => {
  const { store } = await newStore();
  await store.deliveries.want([post('c2', 2)], noon);
  await show(store);
  await store.deliveries.want([post('c3', 3)], noon);
  await show(store, other);
  await store.deliveries.want([post('c1', 1)], noon + 500);
  await store.deliveries.want([post('c4', 4), post('c0', 0)], noon);
  await store.deliveries.refresh(['c2']);
  await store.deliveries.remove(['c3']);
  expect(await keysOf(store)).toEqual(['c0', 'c2', 'c3']);
});

test('a story waits for the story before it, but a card or an alert does not wait', async () => {
  const { store } = await newStore();
  await store.deliveries.want([wanted('s1', { ordinal: 1 })], noon + 500);
  await store.deliveries.want([wanted('s2', { ordinal: 2 })], noon);
  await store.deliveries.want([wanted('card', { ordinal: 3, kind: 'card' })], noon);
  expect(await keysOf(store)).toEqual(['card']);
});

test('a paused channel is skipped until its pause ends', async () => {
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
  expect(await keysOf(store, noon + 60)).toEqual(['a']);
  await store.deliveries.deletePause(harbour);
  expect(await store.deliveries.getPause(harbour)).toBeNull();
});

test('a message that is wanted in another channel moves only if it was never attempted', async () => {
  const { store } = await newStore();
  await store.deliveries.want([wanted('a', { ordinal: 1 })], noon);
  await store.deliveries.want([wanted('a', { ordinal: 2, channelId: market })], noon);
  expect(await store.deliveries.get('a')).toMatchObject({ channelId: market, ordinal: 2 });
  await show(store);
  await store.deliveries.want([wanted('a', { ordinal: 3 })], noon);
  expect(await store.deliveries.get('a')).toMatchObject({
    channelId: market,
    ordinal: 2,
    wantedRevision: 3,
  });
});

test('wanting a message again does not shorten the wait after an error', async () => {
  const { store } = await newStore();
  await store.deliveries.want([wanted('a')], noon);
  const { fence } = await claim(store);
  await store.deliveries.release('a', fence, { notBefore: noon + 90, error: 'x', untried: false });
  await store.deliveries.want([wanted('a')], noon + 1);
  expect(await store.deliveries.get('a')).toMatchObject({ notBefore: noon + 90 });
});

test('a removal before the first attempt deletes the delivery', async () => {
  const { store } = await newStore();
  await store.deliveries.want([wanted('a')], noon);
  await store.deliveries.remove(['a', 'unknown']);
  expect(await store.deliveries.get('a')).toBeNull();
});

test('a removed message that is wanted again gets a new generation for its nonce', async () => {
  const { store } = await newStore();
  await store.deliveries.want([wanted('a')], noon);
  await show(store);
  await store.deliveries.remove(['a']);
  await store.deliveries.remove(['a']);
  const removal = await claim(store);
  expect(removal).toMatchObject({ removed: true, messageId: message, wantedRevision: 2 });
  const done = { revision: 2, messageId: null, hash: null };
  expect(await store.deliveries.settle('a', removal.fence, done)).toBe(true);
  expect(await store.deliveries.get('a')).toBeNull();
  await store.deliveries.want([wanted('a')], noon);
  expect(await claim(store)).toMatchObject({ generation: 1, shownRevision: 0, messageId: null });
});

test('a removal that is requested while a message is being sent happens after it', async () => {
  const { store } = await newStore();
  await store.deliveries.want([wanted('a')], noon);
  const { fence } = await claim(store);
  await store.deliveries.remove(['a']);
  await store.deliveries.settle('a', fence, { revision: 1, messageId: message, hash: 'h' });
  expect(await claim(store)).toMatchObject({ removed: true, messageId: message });
});

test('a message wanted again while it is being removed is posted as a new one', async () => {
  const { store } = await newStore();
  await store.deliveries.want([wanted('a')], noon);
  await show(store);
  await store.deliveries.remove(['a']);
  const removal = await claim(store);
  await store.deliveries.want([wanted('a')], noon);
  await store.deliveries.settle('a', removal.fence, { revision: 2, messageId: null, hash: null });
  expect(await claim(store)).toMatchObject({
    removed: false,
    messageId: null,
    generation: 1,
    attempts: 1,
  });
});

test('a removed message is not refreshed', async () => {
  const { store } = await newStore();
  await store.deliveries.want([wanted('a')], noon);
  await show(store);
  await store.deliveries.remove(['a']);
  await store.deliveries.refresh(['a']);
  expect(await store.deliveries.get('a')).toMatchObject({ removed: true, wantedRevision: 2 });
});

test('the removal of a message by someone else is not found as one of the bot’s messages', async () => {
  const { store } = await newStore();
  await store.deliveries.removeMessage(wanted('removal:1', { kind: 'removal' }), other);
  expect(await store.deliveries.getByMessage(other)).toBeNull();
  const claimed = await claim(store);
  expect(claimed).toMatchObject({ removed: true, messageId: other, kind: 'removal' });
  await store.deliveries.settle(claimed.key, claimed.fence, {
    revision: 1,
    messageId: null,
    hash: null,
  });
  expect(await store.deliveries.listKeys('removal:')).toEqual([]);
});

test('a failed delivery is not claimed until it is wanted again', async () => {
  const { store } = await newStore();
  await store.deliveries.want([wanted('a')], noon);
  const { fence } = await claim(store);
  expect(await store.deliveries.fail('a', fence, 'too long')).toBe(true);
  expect(await store.deliveries.get('a')).toMatchObject({ failed: true, error: 'too long' });
  expect(await store.deliveries.countOpen(harbour)).toBe(0);
  expect(await keysOf(store, noon + leaseMs)).toEqual([]);
  await store.deliveries.want([wanted('a')], noon);
  expect(await claim(store)).toMatchObject({ failed: false, wantedRevision: 2, attempts: 2 });
});

test('a message that a moderator deleted is not posted again by later corrections', async () => {
  const { store } = await newStore();
  await store.deliveries.want([wanted('a')], noon);
  await show(store);
  expect(await store.deliveries.getByMessage(message)).toMatchObject({ key: 'a' });
  await store.deliveries.endMessage(message);
  await store.deliveries.refresh(['a']);
  expect(await keysOf(store)).toEqual([]);
  expect(await store.deliveries.countOpen(harbour)).toBe(0);
});

test('a removal counts as done when Discord reports the deletion', async () => {
  const { store } = await newStore();
  await store.deliveries.want([wanted('a')], noon);
  await show(store);
  await store.deliveries.remove(['a']);
  const { fence } = await claim(store);
  await store.deliveries.endMessage(message);
  const done = { revision: 2, messageId: null, hash: null };
  expect(await store.deliveries.settle('a', fence, done)).toBe(true);
  await store.deliveries.want([wanted('a')], noon);
  expect(await claim(store)).toMatchObject({ generation: 1, messageId: null });
});

test('a deleted channel has no open deliveries, and its messages can be posted elsewhere', async () => {
  const { store } = await newStore();
  await store.deliveries.want([post('c1', 1)], noon);
  await show(store);
  await store.deliveries.want([post('c2', 2)], noon);
  await store.deliveries.endChannel(thread);
  expect(await keysOf(store)).toEqual([]);
  expect(await store.deliveries.getByMessage(message)).toBeNull();
  await store.deliveries.want([{ ...post('c1', 1), channelId: market }], noon);
  expect(await claim(store)).toMatchObject({ channelId: market, generation: 1, shownHash: null });
});

test('keys are listed by a literal prefix, in order', async () => {
  const { store } = await newStore();
  const keys = ['comment:b:0', 'comment:a:1', 'comment:a:0', 'comment_a:0', 'notice:a'];
  await store.deliveries.want(
    keys.map((key) => wanted(key)),
    noon,
  );
  expect(await store.deliveries.listKeys('comment:')).toEqual([
    'comment:a:0',
    'comment:a:1',
    'comment:b:0',
  ]);
  expect(await store.deliveries.listKeys('comment_')).toEqual(['comment_a:0']);
});
