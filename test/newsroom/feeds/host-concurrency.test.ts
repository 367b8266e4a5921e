import { afterEach, expect, test, vi } from 'vitest';
import { defaultSubscriptionSettings as settings } from '../../../src/core/feed/subscription.ts';
import { hourMs, secondMs } from '../../../src/core/time/duration.ts';
import { takeHostSlot } from '../../../src/newsroom/feeds/host-concurrency.ts';
import { pollNextFeed } from '../../../src/newsroom/feeds/poll-feed.ts';
import { subscribe } from '../../../src/newsroom/subscriptions/subscribe.ts';
import { anEdition } from '../../support/editions.ts';
import { feedServer, rssOf } from '../../support/single-feed.ts';
import { ManualClock, type Newsroom, stageNewsroom } from '../../support/newsroom.ts';

let newsroom: Newsroom;
afterEach(() => newsroom?.close());

const { signal } = new AbortController();
const ports = () => newsroom.bot.ports;

test('a slow host uses only its share of the workers, and its other feeds come back one by one', async () => {
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

  const after = await Promise.all(feeds.map((url) => ports().store.feeds.listFeedsAt(url)));
  const waits = after.flat().map(({ nextPoll }) => nextPoll - newsroom.clock.now());
  const back = waits.filter((wait) => wait <= 2 * secondMs).toSorted((a, b) => a - b);
  expect(back).toEqual([250, 500, 750, 1_000, 1_250, 1_500, 1_750, 2_000]);

  slow.answer = (_, response) => response.end(rssOf(['Pier opens']));
  const elsewhere = `${slow.url.replace('127.0.0.1', 'localhost')}/other`;
  const { guildId, news: channelId, moderator } = newsroom;
  await subscribe(ports(), { url: elsewhere, guildId, channelId, settings }, moderator);
  expect(await pollNextFeed(ports(), signal)).toBe(true);
  expect(slow.asked.at(-1)?.path).toBe('/other');

  for (const end of held) end();
  await Promise.all(polls);
  await newsroom.later(2 * secondMs);
  const read = await Promise.all(feeds.map((url) => ports().store.feeds.listFeedsAt(url)));
  expect(read.flat().filter(({ lastPolledAt }) => lastPolledAt !== null)).toHaveLength(12);
});

test.each([
  { tookMs: 40, processes: 1, apartMs: 250 },
  { tookMs: 8 * secondMs, processes: 1, apartMs: 2 * secondMs },
  { tookMs: 8 * secondMs, processes: 2, apartMs: 4 * secondMs },
  { tookMs: hourMs, processes: 1, apartMs: 15 * secondMs },
])(
  'feeds that wait for a host whose poll took $tookMs ms come back $apartMs ms apart ($processes processes)',
  ({ tookMs, processes, apartMs }) => {
    const clock = new ManualClock(1_900_000_000_000);
    const take = () => takeHostSlot({ store: clock, processes, clock }, 'https://feeds.example/a');
    const begin = () => {
      const slot = take();
      if ('backAt' in slot) throw new Error('the host is busy');
      return slot;
    };
    const first = begin();
    clock.advance(tookMs);
    const others = Array.from({ length: Math.max(1, 4 / processes) - 1 }, begin);
    first.release(null);
    begin();
    const waits = [take(), take(), take()].map(
      (slot) => 'backAt' in slot && slot.backAt - clock.now(),
    );
    expect(waits).toEqual([apartMs, 2 * apartMs, 3 * apartMs]);
    for (const { release } of others) release(null);
  },
);

test('a host that has too many requests is asked nothing until it allows it, and then slowly', async () => {
  const feeds = ['/a', '/b', '/c'];
  const host = await feedServer((_, response) =>
    response.writeHead(429, { 'retry-after': '300' }).end(),
  );
  newsroom = await stageNewsroom({
    edition: anEdition(),
    feedUrls: () => feeds.map((path) => host.url + path),
  });
  await pollNextFeed(ports(), signal);
  await pollNextFeed(ports(), signal);
  await pollNextFeed(ports(), signal);
  expect(host.asked.map(({ path }) => path)).toEqual(['/a']);
  host.answer = (_, response) => response.end(rssOf(['Pier opens']));
  await newsroom.later(300 * secondMs);
  expect(host.asked).toHaveLength(1);
  await newsroom.later(15 * secondMs);
  expect(host.asked.map(({ path }) => path)).toEqual(['/a', '/b']);
  await newsroom.later(15 * secondMs);
  expect(host.asked.map(({ path }) => path)).toEqual(['/a', '/b', '/c']);
});
