import { expect, test } from 'vitest';
import { dayMs, minuteMs } from '../../../src/core/time/duration.ts';
import { subscribe } from '../../../src/newsroom/subscriptions/subscribe.ts';
import { siteStories, type SiteStory } from '../../support/feed-site.ts';
import {
  ferry,
  newsroom,
  openAndPoll,
  openNewsroom,
  own,
  pollMs,
  reads,
  site,
  storedStories,
  titles,
  usePrintedFeeds,
} from '../printed-feeds.ts';

usePrintedFeeds();

test('a story in two feeds of a channel is posted once, and only the feed that brought it edits it', async () => {
  await openNewsroom({}, true);
  await newsroom.quiet();
  await reads(ferry);
  const link = `${site.pageUrl('ferry')}/?utm_source=b`;
  site.print([{ ...ferry, guid: 'other', link }], site.secondFeedUrl);
  await newsroom.later(pollMs);
  expect(titles()).toEqual(['Ferry returns']);
  expect(site.requests('ferry')).toBe(1);

  site.print([{ ...ferry, guid: 'other', headline: 'Ferry is back' }], site.secondFeedUrl);
  await newsroom.later(pollMs);
  expect(titles()).toEqual(['Ferry returns']);
  await reads({ ...ferry, headline: 'Ferry returned' });
  expect(titles()).toEqual(['Ferry returned']);
});

test('a story in two feeds of a channel is posted once when both are polled for the first time', async () => {
  site.print([ferry]);
  site.print([{ ...ferry, guid: 'other' }], site.secondFeedUrl);
  await openNewsroom({}, true);
  await newsroom.quiet();
  expect(titles()).toEqual(['Ferry returns']);
});

test('a story without an address in two feeds counts as two stories', async () => {
  await openNewsroom({}, true);
  await newsroom.quiet();
  site.print([{ ...ferry, link: null }]);
  site.print([{ ...ferry, link: null }], site.secondFeedUrl);
  await newsroom.later(pollMs);
  expect(titles()).toHaveLength(2);
});

test('a story in two feeds is posted by the second when the first was removed before posting it', async () => {
  await openNewsroom({}, true);
  await newsroom.quiet();
  const { news, discord, bot, guildId } = newsroom;
  discord.faults.rateLimitNext(({ path }) => path.endsWith(`/${news}/messages`), 3600);
  await reads(ferry);
  const known = await bot.ports.store.feeds.listSubscriptionsIn(guildId);
  const first = known.find(({ url }) => url === site.feedUrl);
  await bot.ports.store.feeds.deleteSubscription(first?.id ?? '');
  for (let round = 0; round < 6; round += 1) await newsroom.later(pollMs);
  site.print([{ ...ferry, guid: 'other' }], site.secondFeedUrl);
  await newsroom.later(pollMs);
  expect(titles()).toEqual(['Ferry returns']);
});

test.each([
  ['removed the first feed while the story waited', false],
  ['removed the first feed while the story waited and added it again', true],
])('a story in two feeds is posted once when the channel %s', async (_, again) => {
  await openNewsroom({}, true);
  await newsroom.quiet();
  const { news, discord, bot, guildId } = newsroom;
  discord.faults.rateLimitNext(({ path }) => path.endsWith(`/${news}/messages`), 3600);
  await reads(ferry);
  const known = await bot.ports.store.feeds.listSubscriptionsIn(guildId);
  const first = known.find(({ url }) => url === site.feedUrl);
  if (!first) throw new Error('the feed is declared');
  await bot.ports.store.feeds.deleteSubscription(first.id);
  site.print([{ ...ferry, guid: 'other' }], site.secondFeedUrl);
  await newsroom.later(pollMs);
  const anew = { ...first, initialised: false };
  if (again) await bot.ports.store.feeds.addSubscription(anew, newsroom.clock.now());
  for (let round = 0; round < 6; round += 1) await newsroom.later(pollMs);
  expect(titles()).toEqual(['Ferry returns']);
});

test('a story in two feeds is posted by the second when the digest of the first is never posted', async () => {
  await openNewsroom({ settings: { digest: { every: 'day', at: 600, zone: 'UTC' } } }, true);
  await newsroom.quiet();
  await newsroom.later(2 * 60 * minuteMs);
  await reads(ferry);
  const { feeds } = newsroom.bot.ports.store;
  for (const subscription of await feeds.listSubscriptionsIn(newsroom.guildId)) {
    const { id, url, settings } = subscription;
    if (url === site.feedUrl) await feeds.deleteSubscription(id);
    else {
      await feeds.saveSubscription({
        ...subscription,
        settings: { ...settings, digest: null },
      });
    }
  }
  site.print([{ ...ferry, guid: 'other' }], site.secondFeedUrl);
  await newsroom.later(pollMs);
  await newsroom.later(dayMs);
  expect(titles()).toEqual(['Ferry returns']);
});

test('a story is posted again by another feed after the 90 days of deduplication', async () => {
  await openNewsroom({}, true);
  await newsroom.quiet();
  await reads(ferry);
  await newsroom.later(91 * dayMs);
  site.print([{ ...ferry, guid: 'other' }], site.secondFeedUrl);
  await newsroom.later(pollMs);
  expect(titles()).toHaveLength(2);
});

const entry = (guid: string, headline: string): SiteStory => ({ slug: 'live', guid, headline });

test('stories at one address are all posted when their headlines differ, as in a live blog', async () => {
  await openNewsroom();
  await newsroom.quiet();
  await reads(entry('a', 'Ferry sighted'));
  await reads(entry('b', 'Ferry moors'), entry('a', 'Ferry sighted'));
  await reads(entry('d', 'Crowd cheers'), entry('c', 'Mayor speaks'));
  expect(titles()).toEqual(['Ferry sighted', 'Ferry moors', 'Mayor speaks', 'Crowd cheers']);
});

test('stories at one address with the same headline are posted once', async () => {
  await openNewsroom();
  await newsroom.quiet();
  await reads(entry('a', 'Ferry sighted'), entry('b', 'Ferry  sighted'));
  await reads(entry('c', 'Ferry sighted'));
  expect(titles()).toHaveLength(1);
});

test('a feed that is removed and added again posts no story twice', async () => {
  await openNewsroom();
  await newsroom.quiet();
  await reads(...siteStories(2));
  const { bot, guildId, moderator, news } = newsroom;
  const [declared] = await bot.ports.store.feeds.listSubscriptionsIn(guildId);
  if (!declared) throw new Error('the feed is declared');
  await bot.ports.store.feeds.deleteSubscription(declared.id);
  const { url, settings } = declared;
  await subscribe(bot.ports, { url, guildId, channelId: news, settings }, moderator);
  await newsroom.later(pollMs);
  expect(titles()).toEqual(['Story 1', 'Story 2']);
});

test('fault 1: a repeated guid does not post a story again', async () => {
  await openAndPoll({ catchUp: 40 });
  const thirty = siteStories(30);
  await reads(...thirty);
  const twin = { slug: 's31', headline: 'Story 31', at: 5, guid: 's30' };
  await reads(twin, ...thirty);
  await reads(twin, ...thirty);
  expect(own()).toHaveLength(31);
});

test('a story that was deleted because its feed had too many is not posted again with another id', async () => {
  site.print([ferry]);
  await openNewsroom({ storiesPerFeed: 2, settings: { comments: { mirror: false } } });
  await newsroom.quiet();
  const first = (await storedStories()).length;
  await newsroom.later(2 * dayMs);
  for (let poll = 0; poll < 8; poll += 1) await reads({ ...ferry, guid: `ferry-${poll}` });
  expect([first, (await storedStories()).length]).toEqual([1, 0]);
  expect(titles()).toEqual(['Ferry returns']);
});
