import zlib from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { hourMs, minuteMs, secondMs } from '../../../src/core/time/duration.ts';
import { enrichLateStories } from '../../../src/newsroom/articles/enrich-story.ts';
import { pollNextFeed } from '../../../src/newsroom/feeds/poll-feed.ts';
import type { Ports } from '../../../src/newsroom/ports.ts';
import { subscribe } from '../../../src/newsroom/subscriptions/subscribe.ts';
import { syncDeclaredFeeds } from '../../../src/newsroom/subscriptions/declared-feeds.ts';
import { anEdition, aStory } from '../../support/editions.ts';
import { feedServer, rssOf } from '../../support/single-feed.ts';
import { type Newsroom, stageNewsroom } from '../../support/newsroom.ts';
import { headlineIn } from '../../support/headline.ts';

let newsroom: Newsroom;
afterEach(() => newsroom.close());

const { signal } = new AbortController();
const edition = anEdition();
const ports = () => newsroom.bot.ports;
const own = (channelId?: string) =>
  newsroom.messages(channelId).filter(({ type }) => type === 0 || type === 19);

const posted = () =>
  newsroom
    .messages()
    .filter(({ type }) => type === 0)
    .map(({ content, embeds }) => content + JSON.stringify(embeds));

/** The world, in which something happens while the feed or page at this address is fetched. */
function during(address: string, happens: () => Promise<void> | void): Ports {
  let happened = false;
  return {
    ...ports(),
    fetch: async (request, inner) => {
      const answer = await ports().fetch(request, inner);
      if (!happened && request.url === address) {
        happened = true;
        await happens();
      }
      return answer;
    },
  };
}

async function declared() {
  const [found] = await ports().store.feeds.listSubscriptionsIn(newsroom.guildId);
  if (!found) throw new Error('the feed is declared');
  return found;
}

test('a poll with only slow article pages is stored before its lease ends', async () => {
  const stories = Array.from({ length: 20 }, (_, index) => aStory({ slug: `story-${index}` }));
  newsroom = await stageNewsroom({ edition: anEdition(...stories), settings: { firstRun: 20 } });
  const { feedUrl } = newsroom.paper;
  const slow: Ports = {
    ...ports(),
    fetch: async (request, inner) => {
      if (request.url !== feedUrl) newsroom.clock.advance(10 * secondMs);
      return ports().fetch(request, inner);
    },
  };
  const before = newsroom.clock.now();
  expect(await pollNextFeed(slow, signal)).toBe(true);
  expect(newsroom.clock.now() - before).toBeLessThan(3 * minuteMs);
  await newsroom.later(minuteMs);
  expect(own()).toHaveLength(20);
  for (const { embeds } of own()) expect(embeds[0]?.description).toContain('Ines Okafor');
});

test('a channel that adds a feed during its poll gets the first stories at once', async () => {
  newsroom = await stageNewsroom({ edition: anEdition(aStory()) });
  const { guildId, discord, moderator } = newsroom;
  const { url, settings } = await declared();
  const evening = discord.addChannel(guildId, { name: 'evening' }).id;
  const wanted = { url, guildId, channelId: evening, settings };
  await pollNextFeed(
    during(url, async () => void (await subscribe(ports(), wanted, moderator))),
    signal,
  );
  await newsroom.quiet();
  expect(own(evening)).toHaveLength(1);
});

test('a channel that removes a feed during its poll gets no more stories of it', async () => {
  newsroom = await stageNewsroom({ edition: anEdition(aStory()) });
  const { id, url } = await declared();
  await pollNextFeed(
    during(url, async () => void (await ports().store.feeds.deleteSubscription(id))),
    signal,
  );
  await newsroom.quiet();
  expect(own()).toHaveLength(0);
});

test('settings changed during the poll of a feed are not overwritten', async () => {
  newsroom = await stageNewsroom({ edition: anEdition(aStory()) });
  const before = await declared();
  const settings = { ...before.settings, commentPeriodMs: hourMs };
  const change = () => ports().store.feeds.saveSubscription({ ...before, settings });
  await pollNextFeed(during(before.url, change), signal);
  expect(await declared()).toMatchObject({ initialised: true, settings });
});

test('a feed that the configuration declares for one more channel is polled at once', async () => {
  newsroom = await stageNewsroom({ edition: anEdition(aStory()) });
  await newsroom.quiet();
  const { guildId, discord, news } = newsroom;
  const { url, settings } = await declared();
  const evening = discord.addChannel(guildId, { name: 'evening' }).id;
  const inChannel = (channelId: string) => ({ url, guildId, channelId, settings });
  await syncDeclaredFeeds(ports(), [inChannel(news), inChannel(evening)]);
  await newsroom.quiet();
  expect(own(evening)).toHaveLength(1);
  expect(own()).toHaveLength(1);
});

test('a feed whose fetch is aborted by a stop can be polled as soon as the bot starts again', async () => {
  newsroom = await stageNewsroom({ edition: anEdition(aStory()) });
  const { url } = await declared();
  const told = new AbortController();
  const stopping = during(url, () => {
    told.abort();
    told.signal.throwIfAborted();
  });
  await expect(pollNextFeed(stopping, told.signal)).rejects.toThrow();
  expect(await pollNextFeed(ports(), signal)).toBe(true);
});

test('a correction found while a late article page is fetched is not undone by that page', async () => {
  newsroom = await stageNewsroom({ edition: anEdition(aStory()) });
  const { paper, clock } = newsroom;
  paper.faults.answer(/pier/, { status: 500 }, 1);
  await pollNextFeed(ports(), signal);
  clock.advance(11 * minuteMs);
  const page = during(paper.storyUrl('pier'), async () => {
    paper.correctHeadline('pier', 'Harbour board puts off its pier ruling to spring');
    await pollNextFeed(ports(), signal);
  });
  expect(await enrichLateStories(page, signal)).toBe(true);
  await newsroom.quiet();
  expect(headlineIn(own()[0])).toContain('pier ruling to spring');
  expect(own()[0]?.embeds[0]?.description).toContain('Ines Okafor');
});

test('waiting stories of a removed feed are posted only after the feed is added again', async () => {
  newsroom = await stageNewsroom({ edition: anEdition(aStory()) });
  const { guildId, moderator, news } = newsroom;
  const { id, url, settings } = await declared();
  await pollNextFeed(ports(), signal);
  await ports().store.feeds.deleteSubscription(id);
  await newsroom.quiet();
  expect(own()).toHaveLength(0);

  for (let time = 0; time < 2; time += 1) {
    await subscribe(ports(), { url, guildId, channelId: news, settings }, moderator);
    await newsroom.quiet();
    expect(own()).toHaveLength(1);
    await ports().store.feeds.deleteSubscription(id);
    await newsroom.later(minuteMs);
  }
});

test('fault 2: a first poll without stories does not lose the first story', async () => {
  const server = await feedServer((_, response) => response.end(rssOf([])));
  newsroom = await stageNewsroom({
    edition,
    feedUrls: () => [server.url],
    settings: { firstRun: 0 },
  });
  await newsroom.quiet();
  expect(posted()).toHaveLength(0);
  server.answer = (_, response) => response.end(rssOf(['Ferry bell found']));
  await newsroom.later(hourMs);
  expect(posted()).toHaveLength(1);
  expect(posted()[0]).toContain('Ferry bell found');
});

test('fault 9: an endless body, a decompression bomb and a redirect into a private network delay no other feed', async () => {
  const endless = await feedServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/rss+xml' });
    response.write('<rss version="2.0"><channel>');
  });
  const bomb = zlib.gzipSync(Buffer.alloc(50_000_000, ' '));
  const exploding = await feedServer((_, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
  });
  const leading = await feedServer((_, response) => {
    response.writeHead(302, { location: 'http://10.1.2.3/feed' }).end();
  });
  const sound = await feedServer((_, response) => response.end(rssOf(['Pier opens'])));
  newsroom = await stageNewsroom({
    edition,
    feedUrls: () => [endless.url, exploding.url, leading.url, sound.url],
    // Long enough for a slow machine to fetch the sound feed.
    fetchTimeoutMs: 5_000,
  });
  await newsroom.quiet();
  expect(posted()).toHaveLength(1);
  const { feeds } = newsroom.bot.ports.store;
  const errors = await Promise.all(
    (await feeds.listSubscriptionsIn(null)).map(async ({ feedId, url }) => [
      url,
      (await feeds.getFeed(feedId))?.lastError ?? null,
    ]),
  );
  expect(Object.fromEntries(errors)).toEqual({
    [`${endless.url}/`]: expect.stringContaining('did not finish its answer'),
    [`${exploding.url}/`]: expect.stringContaining('larger than 5 MB'),
    [`${leading.url}/`]: expect.stringContaining('private or reserved network'),
    [`${sound.url}/`]: null,
  });
});
