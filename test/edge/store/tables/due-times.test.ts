import { expect, test } from 'vitest';
import { FeedState } from '../../../../src/core/feed/feed.ts';
import { FeedId } from '../../../../src/core/ids.ts';
import { dayMs, hourMs, minuteMs } from '../../../../src/core/time/duration.ts';
import type { Store } from '../../../../src/core/ports/ledger.ts';
import { keysOf, leaseMs, send } from '../sending.ts';
import {
  discussion,
  feedId,
  guild,
  harbour,
  market,
  newStore,
  noon,
  storedStory,
  subscription,
  wanted,
} from '../stores.ts';

const daily = FeedId.parse('daily-feed');

/** Work of each kind that is due some time after `at`, all of it as a clock with that time stores it. */
async function workAt(store: Store, at: number): Promise<void> {
  for (const [id, everyMs] of [
    [feedId, 10 * minuteMs],
    [daily, dayMs],
  ] as const) {
    await store.feeds.addSubscription(subscription({ feedId: id }), at);
    const feed = await store.feeds.getFeed(id);
    if (!feed) throw new Error('the feed was added');
    const state = FeedState.parse({ pace: { everyMs, reason: 'interval' } });
    await store.feeds.saveFeed({ ...feed, nextPoll: at + everyMs, state });
  }
  await store.feeds.saveStories({ stories: [storedStory('ferry', { enrichAt: at + hourMs })] });
  await store.deliveries.want([wanted('ferry')], noon);
  await send(store);
  const talk = { ...discussion('quay'), nextPoll: at + hourMs };
  await store.discussions.add(talk);
  await store.discussions.save(talk, at + hourMs);
  await store.deliveries.want([wanted('lamp', { notBefore: at + hourMs })], at);
  await store.deliveries.savePause({
    channelId: market,
    guildId: guild,
    reason: 'no permission',
    since: at,
    until: at + hourMs,
    attempts: 1,
  });
}

const isDue = async (store: Store, now: number) => ({
  feeds: [
    (await store.feeds.claimDueFeed(now, leaseMs))?.feed.id,
    (await store.feeds.claimDueFeed(now, leaseMs))?.feed.id,
  ].flatMap((id) => id ?? []),
  stories: (await store.feeds.listStoriesToEnrich(now, 9)).map(({ id }) => String(id)),
  discussion: (await store.discussions.claimDue(now, leaseMs))?.discussion.nextPoll,
  deliveries: await keysOf(store, now),
  pausedUntil: (await store.deliveries.getPause(market))?.until,
});

test('what a clock that ran ahead had put off is due when it is set back', async () => {
  const { store } = await newStore();
  await workAt(store, noon + 400 * dayMs);
  expect(await store.correctDueTimes()).toBe(6);
  expect(await isDue(store, noon)).toEqual({
    feeds: [feedId, daily],
    stories: ['ferry'],
    discussion: noon,
    deliveries: ['lamp'],
    pausedUntil: noon,
  });
});

test('a lease that a clock running ahead gave ends when it is set back', async () => {
  const { store } = await newStore();
  await store.feeds.addSubscription(subscription({ channelId: harbour }), noon);
  expect(await store.feeds.claimDueFeed(noon + 400 * dayMs, leaseMs)).not.toBeNull();
  await store.correctDueTimes();
  expect(await store.feeds.claimDueFeed(noon, leaseMs)).not.toBeNull();
});

test('what is due within its interval stays as it is, and a paused feed stays paused', async () => {
  const { store } = await newStore();
  await workAt(store, noon);
  const feed = await store.feeds.getFeed(feedId);
  if (!feed) throw new Error('the feed was added');
  await store.feeds.saveFeed({ ...feed, nextPoll: Number.MAX_SAFE_INTEGER });
  expect(await store.correctDueTimes()).toBe(0);
  expect(await isDue(store, noon)).toEqual({
    feeds: [],
    stories: [],
    discussion: undefined,
    deliveries: [],
    pausedUntil: noon + hourMs,
  });
});
