import { expect, test } from 'vitest';
import { dayMs } from '../../../../src/core/time/duration.ts';
import type { Store } from '../../../../src/core/ports/ledger.ts';
import type { RetentionPlace, RetentionStep } from '../../../../src/core/ports/retention-ledger.ts';
import { begin, message } from '../sending.ts';
import {
  flaggedCase,
  guild,
  harbour,
  newStore,
  noon,
  report,
  storedComment,
  storedStory,
  thread,
  wanted,
} from '../stores.ts';
import { closed, id, send } from './past.ts';

const later = noon + 90 * dayMs;

const comment = (key: string, part: number, change = {}) => ({
  key: `${key}${part}`,
  guildId: guild,
  channelId: thread,
  subject: { kind: 'comment', commentKey: key, part } as const,
  ordinal: part,
  ...change,
});

/** A closed discussion with so many comments, all posted. */
async function closedWithComments(store: Store, count: number): Promise<void> {
  await store.discussions.add(closed('quay'));
  for (let part = 0; part < count; part += 1) {
    await store.discussions.saveComments([storedComment(`c${part}`)]);
    await store.deliveries.want([comment(`c${part}`, 0)], noon);
    await send(store, `40000000000000000${part}`);
  }
}

const expireDiscussion = async ({ retention }: Store, overBefore: number, limit: number) =>
  (await retention.expireDiscussion(overBefore, limit, null)).deleted;
const expireStories = async ({ retention }: Store, before: number, limit: number) =>
  (await retention.expireStories(before, limit, null)).deleted;

test('a discussion expires some time after it was found over, in steps of at most the limit', async () => {
  const { store, query } = await newStore();
  const { retention, discussions } = store;
  await closedWithComments(store, 3);
  expect(await expireDiscussion(store, later, 4)).toBe(0);
  expect(await retention.markOver(noon, 10)).toBe(1);
  expect(await retention.markOver(later, 10)).toBe(0);
  expect(await expireDiscussion(store, noon, 4)).toBe(0);
  expect(await expireDiscussion(store, later, 4)).toBe(1);
  expect(await store.deliveries.get('c00')).toBeNull();
  expect(await discussions.listComments(closed('quay').id)).toHaveLength(2);
  expect(await expireDiscussion(store, later, 4)).toBe(1);
  expect(await discussions.listComments(closed('quay').id)).toEqual([]);
  expect(await expireDiscussion(store, later, 4)).toBe(0);
  expect(await discussions.get(closed('quay').id)).toMatchObject({
    state: 'expired',
    threadId: thread,
    source: null,
  });
  expect(await query('SELECT channel_id FROM channel')).toEqual([]);
  const page = { guildId: null, overSince: 0, after: null, limit: 9 };
  expect(await discussions.listWithThreads(page)).toEqual([]);
});

test('a discussion that was reopened begins its time again when it closes', async () => {
  const { store } = await newStore();
  const { retention, discussions } = store;
  await closedWithComments(store, 1);
  await retention.markOver(noon, 10);
  const { drainUntil: _, ...facts } = closed('quay');
  await discussions.save({ ...facts, state: 'open', threadId: thread }, noon);
  expect(await expireDiscussion(store, later, 10)).toBe(0);
  await discussions.save(closed('quay'), null);
  expect(await retention.markOver(later, 10)).toBe(1);
  expect(await expireDiscussion(store, later, 10)).toBe(0);
  expect(await expireDiscussion(store, later + 1, 10)).toBe(1);
});

test('a discussion waits for its messages and for the ruling of its cases', async () => {
  const { store } = await newStore();
  const { retention } = store;
  await closedWithComments(store, 1);
  await retention.markOver(noon, 10);
  await store.deliveries.remove(['c00'], noon);
  expect(await expireDiscussion(store, later, 10)).toBe(0);
  const { lease, delivery } = await begin(store);
  const { revision } = delivery;
  const done = { kind: 'shown', revision, message: null } as const;
  await store.deliveries.end(lease, 'c00', done, { now: noon, release: true });
  const subject = {
    kind: 'comment',
    discussionId: closed('quay').id,
    commentKey: 'c0',
    origin: 'origin-c0',
    authorName: 'Nia',
    authorKey: null,
    channelId: thread,
    messageId: message,
    url: null,
  } as const;
  await store.cases.save(flaggedCase(1, { subject }));
  expect(await expireDiscussion(store, later, 10)).toBe(0);
  const ruling = { action: 'no-fault', by: harbour, at: noon, reason: null, escalated: false };
  await store.cases.save({
    ...flaggedCase(1, { subject, version: 2 }),
    state: 'dismissed',
    ruling: { ...ruling, action: 'no-fault' },
  });
  expect(await expireDiscussion(store, later, 10)).toBe(1);
});

test('only past stories lose their text and their deliveries, and their identity stays', async () => {
  const { store } = await newStore();
  const { feeds, deliveries } = store;
  const old = { firstSeenAt: noon - 91 * dayMs };
  const kept = ['young', 'listed', 'gathered', 'waiting', 'posted-lately', 'discussed'];
  for (const name of [...kept, 'never-posted', 'posted']) {
    await feeds.saveStories({ stories: [storedStory(name, name === 'young' ? {} : old)] });
  }
  const left = [...kept, 'never-posted', 'posted'].filter((name) => name !== 'listed');
  await feeds.saveStories({ missing: new Map([[null, left.map(id)]]) });
  const lately = noon * 1000;
  for (const name of ['posted', 'discussed']) {
    await deliveries.want([wanted(name)], noon);
    await send(store, `5${name.length}`.padEnd(18, '0'));
  }
  await deliveries.want([wanted('posted-lately', { ordinal: lately })], noon);
  await send(store);
  await store.discussions.add({ ...closed('talk'), storyId: id('discussed') });
  await deliveries.want([wanted('waiting')], noon);
  const digest = { subscriptionId: 'sub', channelId: harbour, dueAt: noon, ordinal: 1 };
  await store.digests.add({ ...digest, storyId: id('gathered') });
  const before = noon - 90 * dayMs;
  expect(await expireStories(store, before, 10)).toBe(2);
  expect(await expireStories(store, before, 10)).toBe(0);
  for (const name of ['never-posted', 'posted']) {
    const expired = { feedHash: 'first', fromFeed: null, story: { headline: null } };
    expect(await feeds.getStory(id(name))).toMatchObject(expired);
    expect(await deliveries.get(name)).toBeNull();
  }
  for (const name of kept) expect((await feeds.getStory(id(name)))?.fromFeed).not.toBeNull();
  const tracked = await feeds.listTrackedStories(storedStory('posted').feedId, ['guid-posted']);
  expect(tracked.find((story) => story.id === 'posted')).toMatchObject({ isExpired: true });
});

test('stories and discussions that something keeps are passed over, in steps that look at a few rows each', async () => {
  const { store } = await newStore();
  const { feeds, deliveries, discussions, retention } = store;
  const names = Array.from({ length: 60 }, (_, index) => `s${String(index).padStart(2, '0')}`);
  for (const [index, name] of names.entries()) {
    // The first twenty at one time, as one poll saves them.
    const firstSeenAt = noon - 91 * dayMs + Math.max(0, index - 20);
    await feeds.saveStories({ stories: [storedStory(name, { firstSeenAt })] });
    const threadId = `3${String(index).padStart(17, '0')}`;
    await discussions.add({ ...closed(name), storyId: id(name), threadId });
    if (name === 's59') continue;
    await deliveries.want([wanted(name)], noon);
    await deliveries.want([comment(name, 0, { channelId: threadId })], noon);
  }
  await feeds.saveStories({ missing: new Map([[null, names.map(id)]]) });
  await retention.markOver(noon, 100);
  const counts = async (step: (from: RetentionPlace | null) => Promise<RetentionStep>) => {
    const deleted: number[] = [];
    for (let from: RetentionPlace | null = null; ;) {
      const done = await step(from);
      deleted.push(done.deleted);
      if (done.next === null) return deleted;
      from = done.next;
    }
  };
  const expire = (from: RetentionPlace | null) =>
    retention.expireStories(noon - 90 * dayMs, 25, from);
  expect(await counts(expire)).toEqual([0, 0, 1]);
  expect(await counts(expire)).toEqual([0, 0, 0]);
  expect(await counts((from) => retention.expireDiscussion(later, 10, from))).toEqual([0, 1, 0]);
});

test('settled alerts and used generations are deleted, open ones and cards stay', async () => {
  const { store, query } = await newStore();
  const { deliveries, retention } = store;
  const alert = { kind: 'alert', alert: { kind: 'written', text: 'Look.' } } as const;
  await deliveries.want([wanted('told', { subject: alert })], noon);
  await send(store);
  await deliveries.want([wanted('card', { subject: { kind: 'card', caseNumber: 1 } })], noon);
  await send(store, '500000000000000001');
  await deliveries.want([wanted('untold', { subject: alert })], noon);
  expect(await retention.deleteDeliveries(noon, 10)).toBe(1);
  expect(await query('SELECT key FROM delivery ORDER BY key')).toEqual([
    { key: 'card' },
    { key: 'untold' },
  ]);
  await deliveries.remove(['card'], noon);
  await deliveries.endMessage('500000000000000001', noon);
  expect(await retention.deleteUsedGenerations(noon, 10)).toBe(0);
  expect(await retention.deleteUsedGenerations(noon + 1, 10)).toBe(1);
});

test('what reporters wrote is deleted with the evidence of their case', async () => {
  const { store } = await newStore();
  const ruling = {
    action: 'remove',
    by: harbour,
    at: noon,
    reason: null,
    escalated: false,
  } as const;
  await store.cases.save({ ...flaggedCase(1), state: 'upheld', ruling });
  await store.cases.save(flaggedCase(2));
  for (const caseNumber of [1, 2]) {
    await store.cases.addReport(report({ caseNumber, details: 'He is rude.' }));
  }
  expect(await store.cases.deleteEvidence(guild, noon + 1)).toBe(1);
  expect((await store.cases.listReports(guild, 1))[0]?.details).toBeNull();
  expect((await store.cases.listReports(guild, 2))[0]?.details).toBe('He is rude.');
});
