import { afterEach, expect, test, vi } from 'vitest';
import { defaultSubscriptionSettings as settings } from '../../../src/core/feed/subscription.ts';
import { minuteMs } from '../../../src/core/time/duration.ts';
import { pollNextFeed } from '../../../src/newsroom/feeds/poll-feed.ts';
import { subscribe } from '../../../src/newsroom/subscriptions/subscribe.ts';
import { anEdition } from '../../support/editions.ts';
import { feedServer, rssOf } from '../../support/single-feed.ts';
import { type Newsroom, stageNewsroom } from '../../support/newsroom.ts';

let newsroom: Newsroom;
afterEach(() => newsroom.close());

const { signal } = new AbortController();
const ports = () => newsroom.bot.ports;

test('a slow host with many feeds uses only its share of the workers, so other hosts are polled', async () => {
  const held: (() => void)[] = [];
  const slow = await feedServer((_, response) => {
    held.push(() => response.end(rssOf(['Pier opens'])));
  });
  const feeds = Array.from({ length: 12 }, (_, index) => `${slow.url}/${index}`);
  newsroom = await stageNewsroom({ edition: anEdition(), feedUrls: () => feeds });
  const madeWay: boolean[] = [];
  const polls = feeds.map(async () => {
    await pollNextFeed(ports(), signal);
    madeWay.push(true);
  });
  await vi.waitFor(() => expect([held.length, madeWay.length]).toEqual([2, 8]), 60_000);

  slow.answer = (_, response) => response.end(rssOf(['Pier opens']));
  const elsewhere = `${slow.url.replace('127.0.0.1', 'localhost')}/other`;
  const { guildId, news: channelId, moderator } = newsroom;
  await subscribe(ports(), { url: elsewhere, guildId, channelId, settings }, moderator);
  expect(await pollNextFeed(ports(), signal)).toBe(true);
  expect(slow.asked.at(-1)?.path).toBe('/other');

  for (const end of held) end();
  await Promise.all(polls);
  await newsroom.later(minuteMs);
  const read = await Promise.all(feeds.map((url) => ports().store.feeds.listFeedsAt(url)));
  expect(read.flat().filter(({ lastPolledAt }) => lastPolledAt !== null)).toHaveLength(12);
});
