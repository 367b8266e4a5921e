import { expect, test } from 'vitest';
import { FeedState } from '../../../../src/core/feed/feed.ts';
import { FeedId } from '../../../../src/core/ids.ts';
import {
  feedId,
  guild,
  harbour,
  market,
  newStore,
  noon,
  story,
  storedStory,
  subscription,
} from '../stores.ts';

const leaseMs = 60_000;

test('a channel can subscribe to a feed only once', async () => {
  const { store } = await newStore();
  expect(await store.feeds.addSubscription(subscription(), noon)).toBe(true);
  expect(await store.feeds.addSubscription(subscription(), noon)).toBe(false);
  expect(await store.feeds.addSubscription(subscription({ id: 'another' }), noon)).toBe(false);
  expect(await store.feeds.addSubscription(subscription({ channelId: market }), noon)).toBe(true);
  expect(await store.feeds.listSubscriptionsOf(feedId)).toHaveLength(2);
});

test('a subscription is read as it was last saved', async () => {
  const { store } = await newStore();
  const written = subscription({ addedBy: null });
  await store.feeds.addSubscription(written, noon);
  expect(await store.feeds.getSubscription(written.id)).toEqual(written);
  const changed = {
    ...written,
    initialised: true,
    settings: { ...written.settings, commentPeriodMs: null },
  };
  await store.feeds.saveSubscription(changed);
  expect(await store.feeds.getSubscription(written.id)).toEqual(changed);
  expect(await store.feeds.getSubscription('unknown')).toBeNull();
});

test("a guild's subscriptions are listed oldest first, and all guilds' together", async () => {
  const { store } = await newStore();
  const late = subscription({ addedAt: noon + 2 });
  const early = subscription({ channelId: market, addedAt: noon + 1 });
  const elsewhere = subscription({
    channelId: '300000000000000077',
    guildId: '300000000000000002',
  });
  for (const each of [late, early, elsewhere]) await store.feeds.addSubscription(each, noon);
  expect(await store.feeds.listSubscriptionsIn(guild)).toEqual([early, late]);
  expect(await store.feeds.listSubscriptionsIn(null)).toHaveLength(3);
});

test('a feed without subscriptions is not polled and keeps its stored state', async () => {
  const { store } = await newStore();
  await store.feeds.addSubscription(subscription(), noon);
  expect(await store.feeds.deleteSubscription(subscription().id)).toBe(true);
  expect(await store.feeds.deleteSubscription(subscription().id)).toBe(false);
  expect(await store.feeds.claimDueFeed(noon, leaseMs)).toBeNull();
  expect(await store.feeds.getFeed(feedId)).toMatchObject({ initialised: false, errors: 0 });
});

test('the feed that is due longest is claimed first, and only by one worker', async () => {
  const { store } = await newStore();
  const market1 = FeedId.parse('market-feed');
  await store.feeds.addSubscription(subscription(), noon);
  await store.feeds.addSubscription(subscription({ feedId: market1 }), noon - 5);
  expect((await store.feeds.claimDueFeed(noon, leaseMs))?.feed.id).toBe(market1);
  expect((await store.feeds.claimDueFeed(noon, leaseMs))?.feed.id).toBe(feedId);
  expect(await store.feeds.claimDueFeed(noon, leaseMs)).toBeNull();
});

test('a settled poll stores the state of the feed and ends the lease', async () => {
  const { store } = await newStore();
  await store.feeds.addSubscription(subscription(), noon);
  const claimed = await store.feeds.claimDueFeed(noon, leaseMs);
  const feed = {
    id: feedId,
    url: 'https://harbour-ledger.example/moved',
    title: 'The Harbour Ledger',
    initialised: true,
    nextPoll: noon + 10,
    lastPolledAt: noon,
    errors: 2,
    lastError: 'no answer',
    state: FeedState.parse({ changedAt: noon, moving: { url: 'https://a.example/', polls: 1 } }),
  };
  expect(await store.feeds.settleFeed(feed, claimed?.fence ?? -1)).not.toBeNull();
  expect(await store.feeds.getFeed(feedId)).toEqual(feed);
  expect(await store.feeds.settleFeed(feed, claimed?.fence ?? -1)).toBeNull();
  expect(await store.feeds.claimDueFeed(noon + 9, leaseMs)).toBeNull();
  expect((await store.feeds.claimDueFeed(noon + 10, leaseMs))?.feed.id).toBe(feedId);
});

test('a poller whose lease expired cannot settle after another poller claimed the feed', async () => {
  const { store } = await newStore();
  await store.feeds.addSubscription(subscription(), noon);
  const first = await store.feeds.claimDueFeed(noon, leaseMs);
  const second = await store.feeds.claimDueFeed(noon + leaseMs, leaseMs);
  expect(second?.fence).toBeGreaterThan(first?.fence ?? Infinity);
  const { feed } = second ?? {};
  if (!feed) throw new Error('the lease did not end');
  expect(await store.feeds.settleFeed({ ...feed, title: 'Stale' }, first?.fence ?? -1)).toBeNull();
  expect(
    await store.feeds.settleFeed({ ...feed, title: 'Fresh' }, second?.fence ?? -1),
  ).not.toBeNull();
  expect((await store.feeds.getFeed(feedId))?.title).toBe('Fresh');
});

test('a poll requested for now makes a feed due at once and never later than before', async () => {
  const { store } = await newStore();
  await store.feeds.addSubscription(subscription(), noon + 1000);
  expect(await store.feeds.claimDueFeed(noon, leaseMs)).toBeNull();
  await store.feeds.pollNow(feedId, noon);
  await store.feeds.pollNow(feedId, noon + 500);
  expect((await store.feeds.getFeed(feedId))?.nextPoll).toBe(noon);
});

test('stories are found by their identity in the feed, and a correction replaces the stored one', async () => {
  const { store } = await newStore();
  const ferry = storedStory('ferry');
  await store.feeds.saveStories({ stories: [ferry] });
  await store.feeds.saveStories({ stories: [storedStory('lamp')] });
  const corrected = { ...ferry, feedHash: 'second', correctedAt: noon + 9, enrichAttempts: 2 };
  await store.feeds.saveStories({ stories: [corrected] });
  expect(await store.feeds.getStory(ferry.id)).toEqual(corrected);
  const found = await store.feeds.listStories(feedId, ['guid-ferry', 'guid-unknown', 'guid-ferry']);
  expect(found).toEqual([corrected]);
  expect(await store.feeds.listStories(FeedId.parse('other'), ['guid-ferry'])).toEqual([]);
});

test("a feed's newest stories are ordered by publication, or by first sight without a date", async () => {
  const { store } = await newStore();
  const { feeds } = store;
  const dated = (name: string, publishedAt: number | null, firstSeenAt = noon) =>
    feeds.saveStories({
      stories: [storedStory(name, { story: { ...story, publishedAt }, firstSeenAt })],
    });
  await dated('old', noon - 3 * leaseMs);
  await dated('new', noon - leaseMs);
  await dated('undated', null, noon - 2 * leaseMs);
  await feeds.saveStories({
    stories: [storedStory('elsewhere', { feedId: FeedId.parse('other') })],
  });
  const names = async (limit: number) =>
    (await feeds.listRecentStories(feedId, limit)).map(({ id }) => id);
  expect(await names(10)).toEqual(['new', 'undated', 'old']);
  expect(await names(1)).toEqual(['new']);
});

test('one feed item cannot be saved as two stories', async () => {
  const { store } = await newStore();
  await store.feeds.saveStories({ stories: [storedStory('ferry')] });
  const twin = storedStory('twin', { identity: 'guid-ferry' });
  await expect(store.feeds.saveStories({ stories: [twin] })).rejects.toThrow(/unique/i);
});

test('pages are listed in the order in which they became due, up to the limit', async () => {
  const { store } = await newStore();
  await store.feeds.saveStories({ stories: [storedStory('later', { enrichAt: noon + 1 })] });
  await store.feeds.saveStories({ stories: [storedStory('second', { enrichAt: noon })] });
  await store.feeds.saveStories({ stories: [storedStory('first', { enrichAt: noon - 1 })] });
  await store.feeds.saveStories({ stories: [storedStory('read')] });
  const names = async (limit: number) =>
    (await store.feeds.listStoriesToEnrich(noon, limit)).map(({ id }) => String(id));
  expect(await names(5)).toEqual(['first', 'second']);
  expect(await names(1)).toEqual(['first']);
});

test('the error for a damaged row names its table and key', async () => {
  const { store, query } = await newStore();
  await store.feeds.addSubscription(subscription({ id: 'sub-1', channelId: harbour }), noon);
  await store.feeds.saveStories({ stories: [storedStory('ferry')] });
  await query(`UPDATE subscription SET settings = '{"pollEveryMs":-1}'`);
  await query(`UPDATE story SET story = '{"headline":'`);
  await expect(store.feeds.getSubscription('sub-1')).rejects.toThrow(
    /row sub-1 of the table subscription/,
  );
  await expect(store.feeds.getStory(storedStory('ferry').id)).rejects.toThrow(
    /row ferry of the table story/,
  );
  await query(`UPDATE story SET story = '{"headline":7}'`);
  await expect(store.feeds.getStory(storedStory('ferry').id)).rejects.toThrow('at story.headline');
  await query(`UPDATE feed SET state = '{"throttled":"often"}'`);
  await expect(store.feeds.getFeed(feedId)).rejects.toThrow('at state.throttled');
});

test('a feed whose poll is requested while it is polled is due again at once', async () => {
  const { store } = await newStore();
  await store.feeds.addSubscription(subscription(), noon);
  const claimed = await store.feeds.claimDueFeed(noon, leaseMs);
  if (!claimed) throw new Error('it is due');
  await store.feeds.pollNow(feedId, noon + 5);
  expect(await store.feeds.claimDueFeed(noon + 5, leaseMs)).toBeNull();
  const settled = { ...claimed.feed, nextPoll: noon + 999_999 };
  expect(await store.feeds.settleFeed(settled, claimed.fence)).not.toBeNull();
  expect(await store.feeds.claimDueFeed(noon + 5, leaseMs)).not.toBeNull();
});

test('saving a feed outside its lease ends the lease', async () => {
  const { store } = await newStore();
  await store.feeds.addSubscription(subscription(), noon);
  const claimed = await store.feeds.claimDueFeed(noon, leaseMs);
  if (!claimed) throw new Error('it is due');
  await store.feeds.saveFeed({ ...claimed.feed, errors: 0, nextPoll: noon + 1 });
  expect(await store.feeds.settleFeed({ ...claimed.feed, errors: 7 }, claimed.fence)).toBeNull();
  expect((await store.feeds.claimDueFeed(noon + 1, leaseMs))?.feed.errors).toBe(0);
});

test('feeds are found by their URL, and their stories are counted', async () => {
  const { store } = await newStore();
  const withPassword = FeedId.parse('with-password');
  await store.feeds.addSubscription(subscription(), noon);
  await store.feeds.addSubscription(subscription({ feedId: withPassword }), noon);
  const at = async (url: string) => (await store.feeds.listFeedsAt(url)).map(({ id }) => id);
  expect(await at(subscription().url)).toEqual([feedId, withPassword]);
  expect(await at('https://elsewhere.example/')).toEqual([]);
  await store.feeds.saveStories({ stories: [storedStory('ferry')] });
  await store.feeds.saveStories({ stories: [storedStory('pier')] });
  expect(await store.feeds.countStories(feedId)).toBe(2);
  expect(await store.feeds.countStories(withPassword)).toBe(0);
});
