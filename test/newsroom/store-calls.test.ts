import { afterEach, beforeEach, expect, test } from 'vitest';
import { minuteMs } from '../../src/core/time/duration.ts';
import { deliverNext } from '../../src/newsroom/delivery/deliver.ts';
import { pollNextFeed } from '../../src/newsroom/feeds/poll-feed.ts';
import { type FeedSite, siteStories, startFeedSite } from '../support/feed-site.ts';
import { type Newsroom, stageNewsroom } from '../support/newsroom.ts';
import { countedStore } from '../support/store-calls.ts';

let site: FeedSite;
let newsroom: Newsroom;
beforeEach(async () => {
  site = await startFeedSite();
  site.answersConditionally();
});
afterEach(async () => {
  await newsroom.close();
  await site.close();
});

const signal = new AbortController().signal;

// Every call of a ledger's method counts, whether in a transaction or not, and each transaction too:
// one feed in one channel, with comments mirrored, polled before. Then the feed is set anew: its
// oldest story has left it, and it has one new story, whose page is read.
test('a poll with one new story and the delivery of that story take few calls to the store', async () => {
  site.print(siteStories(8));
  newsroom = await stageNewsroom({
    feedUrls: () => [site.feedUrl],
    settings: { firstRun: 8, comments: { mirror: true } },
  });
  await newsroom.quiet();
  site.print(siteStories(9).slice(0, -1));
  newsroom.clock.advance(11 * minuteMs);
  const calls: string[] = [];
  const { ports } = newsroom.bot;
  const counted = { ...ports, store: countedStore(ports.store, (name) => calls.push(name)) };

  expect(await pollNextFeed(counted, signal)).toBe(true);
  const poll = calls.splice(0);
  expect(await deliverNext(counted, signal)).toBe(true);
  const delivery = calls.splice(0);
  expect(newsroom.messages().filter(({ type }) => type === 0)).toHaveLength(9);
  expect(site.requests('s9')).toBe(1);
  expect(poll.length, poll.join('\n')).toBeLessThanOrEqual(14);
  expect(delivery.length, delivery.join('\n')).toBeLessThanOrEqual(4);
});
