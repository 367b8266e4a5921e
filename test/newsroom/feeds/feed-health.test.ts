import { afterEach, expect, test } from 'vitest';
import { dayMs, hourMs, minuteMs } from '../../../src/core/time/duration.ts';
import { anEdition } from '../../support/editions.ts';
import { feedServer, rssOf } from '../../support/single-feed.ts';
import { type Newsroom, stageNewsroom } from '../../support/newsroom.ts';

let newsroom: Newsroom;
afterEach(() => newsroom.close());

const edition = anEdition();
const posted = () =>
  newsroom
    .messages()
    .filter(({ type }) => type === 0)
    .map(({ content, embeds }) => content + JSON.stringify(embeds));
const alerts = () =>
  newsroom
    .messages(newsroom.moderatorsChannel)
    .map(({ content, components }) => content + JSON.stringify(components))
    .filter((text) => text.includes('The feed '));
async function health() {
  const { feeds } = newsroom.bot.ports.store;
  const [subscription] = await feeds.listSubscriptionsIn(newsroom.guildId);
  const feed = subscription && (await feeds.getFeed(subscription.feedId));
  if (!feed) throw new Error('the feed is declared');
  return feed;
}
const untilNextPoll = async () => newsroom.later((await health()).nextPoll - newsroom.clock.now());

test.each([
  [429, () => '7200'],
  [503, () => '7200'],
  [429, (now: number) => new Date(now + 2 * hourMs).toUTCString()],
])(
  'fault 10: a %i with Retry-After delays the next poll and does not count as a failing feed',
  async (status, retryAfter) => {
    const server = await feedServer((_, response) => response.end(rssOf([])));
    newsroom = await stageNewsroom({ edition, feedUrls: () => [server.url] });
    await newsroom.quiet();
    server.answer = (_, response) => {
      const header = { 'retry-after': retryAfter(newsroom.clock.now()) };
      response.writeHead(status, header).end();
    };
    await newsroom.later(10 * minuteMs);
    expect(server.asked).toHaveLength(2);
    expect(await health()).toMatchObject({ errors: 0, state: { throttled: 1, paused: null } });
    server.answer = (_, response) => response.end(rssOf(['Pier opens']));
    await newsroom.later(2 * hourMs - minuteMs);
    expect(server.asked).toHaveLength(2);
    await newsroom.later(10 * minuteMs);
    expect(server.asked).toHaveLength(3);
    expect(posted()).toHaveLength(1);
    expect(await health()).toMatchObject({ lastError: null, state: { throttled: 0 } });
  },
);

test('fault 10: a feed that is rate-limited for days is polled less often and never paused, with one alert', async () => {
  const server = await feedServer((_, response) => response.writeHead(429).end());
  newsroom = await stageNewsroom({ edition, feedUrls: () => [server.url] });
  await newsroom.quiet();
  for (let poll = 0; poll < 30; poll += 1) await untilNextPoll();
  expect(await health()).toMatchObject({
    errors: 0,
    state: { paused: null, pace: { everyMs: dayMs, reason: 'backoff' } },
  });
  expect(alerts()).toHaveLength(1);
  expect(alerts()[0]).toContain('could not be read for a day');
});

test('fault 12: a failing feed causes one alert when it begins and one when it is paused, and is not polled until a retry', async () => {
  const server = await feedServer((_, response) => response.writeHead(500).end());
  newsroom = await stageNewsroom({ edition, feedUrls: () => [server.url] });
  await newsroom.quiet();
  for (let poll = 1; poll < 5; poll += 1) await untilNextPoll();
  expect(server.asked).toHaveLength(5);
  expect(alerts()).toHaveLength(1);
  expect(alerts()[0]).toMatch(/could not be read 5 times in a row.*500.*tried again, less often/s);
  while ((await health()).state.paused === null) await untilNextPoll();
  expect(await health()).toMatchObject({ errors: 20, state: { paused: 'failing' } });
  expect(alerts()).toHaveLength(2);
  expect(alerts()[1]).toMatch(/is paused: it could not be read 20 times in a row over \d+ days/);
  expect(alerts()[1]).toContain('start it again with `/feed retry`');
  const before = server.asked.length;
  await newsroom.later(90 * dayMs);
  expect(server.asked).toHaveLength(before);

  const owner = newsroom.discord.actor(newsroom.discord.guilds()[0]?.ownerId ?? '');
  const [subscription] = await newsroom.bot.ports.store.feeds.listSubscriptionsIn(newsroom.guildId);
  const feed = subscription?.id ?? '';
  const shown = await (await owner.run('/feed show', { feed })).settled();
  expect(shown?.content).toMatch(
    /\*\*Paused\*\*, because it has failed for too long.*\/feed retry/,
  );
  server.answer = (_, response) => response.end(rssOf(['Pier opens']));
  await (await owner.run('/feed retry', { feed })).settled();
  await newsroom.quiet();
  expect(posted()).toHaveLength(1);
  expect(await health()).toMatchObject({
    errors: 0,
    lastError: null,
    state: { paused: null, failingSince: null, notified: false },
  });
  server.answer = (_, response) => response.writeHead(500).end();
  for (let poll = 0; poll < 6; poll += 1) await untilNextPoll();
  expect(alerts()).toHaveLength(3);
});

test('fault 12: a feed that is permanently gone causes one alert and is not polled again', async () => {
  const server = await feedServer((_, response) => response.writeHead(410).end());
  newsroom = await stageNewsroom({ edition, feedUrls: () => [server.url] });
  await newsroom.quiet();
  await newsroom.later(30 * dayMs);
  expect(server.asked).toHaveLength(1);
  expect(alerts()).toHaveLength(1);
  expect(alerts()[0]).toContain('permanently gone (410)');
});

test('fault 12: a feed that its server refuses is paused sooner, and the alert says how to get access', async () => {
  const server = await feedServer((_, response) => response.writeHead(403).end());
  newsroom = await stageNewsroom({ edition, feedUrls: () => [server.url] });
  await newsroom.quiet();
  while ((await health()).state.paused === null) await untilNextPoll();
  expect(await health()).toMatchObject({ errors: 10, state: { paused: 'refused' } });
  expect(alerts().at(-1)).toContain('Ask its publisher to let this bot in');
});

test('fault 12: one success resets the count of failures', async () => {
  const server = await feedServer((_, response) => response.writeHead(500).end());
  newsroom = await stageNewsroom({ edition, feedUrls: () => [server.url] });
  await newsroom.quiet();
  for (let poll = 1; poll < 4; poll += 1) await untilNextPoll();
  expect(await health()).toMatchObject({ errors: 4 });
  server.answer = (_, response) => response.end(rssOf([]));
  await untilNextPoll();
  server.answer = (_, response) => response.writeHead(500).end();
  for (let poll = 0; poll < 4; poll += 1) await untilNextPoll();
  expect(await health()).toMatchObject({ errors: 4 });
  expect(alerts()).toHaveLength(0);
});

test('the ttl of a feed also counts while it answers 304', async () => {
  const server = await feedServer((request, response) => {
    const isKnown = request.headers['if-none-match'] === '"a"';
    response.writeHead(isKnown ? 304 : 200, { etag: '"a"' });
    response.end(isKnown ? '' : rssOf([], '<ttl>120</ttl>'));
  });
  newsroom = await stageNewsroom({ edition, feedUrls: () => [`${server.url}/feed`] });
  await newsroom.quiet();
  for (let poll = 2; poll < 5; poll += 1) {
    await newsroom.later(100 * minuteMs);
    expect(server.asked).toHaveLength(poll - 1);
    await newsroom.later(30 * minuteMs);
    expect(server.asked).toHaveLength(poll);
  }
  expect((await health()).state.pace?.reason).toBe('ttl');
});

test('feeds that were declared together are spread over the poll interval', async () => {
  const server = await feedServer((_, response) => response.end(rssOf([])));
  newsroom = await stageNewsroom({
    edition,
    feedUrls: () => Array.from({ length: 40 }, (_, index) => `${server.url}/${index}`),
  });
  await newsroom.quiet();
  const { feeds } = newsroom.bot.ports.store;
  const due = await Promise.all(
    (await feeds.listSubscriptionsIn(newsroom.guildId)).map(
      async ({ feedId }) => (await feeds.getFeed(feedId))?.nextPoll ?? 0,
    ),
  );
  expect(new Set(due).size).toBeGreaterThan(15);
  const now = newsroom.clock.now();
  expect(Math.min(...due)).toBeGreaterThanOrEqual(now + 9.5 * minuteMs);
  expect(Math.max(...due)).toBeLessThanOrEqual(now + 10 * minuteMs);
});

test('a feed that fails again after a retry causes an alert again', async () => {
  const server = await feedServer((_, response) => response.writeHead(500).end());
  newsroom = await stageNewsroom({ edition, feedUrls: () => [server.url] });
  await newsroom.quiet();
  for (let poll = 1; poll < 5; poll += 1) await untilNextPoll();
  expect(alerts()).toHaveLength(1);
  const owner = newsroom.discord.actor(newsroom.discord.guilds()[0]?.ownerId ?? '');
  const [subscription] = await newsroom.bot.ports.store.feeds.listSubscriptionsIn(newsroom.guildId);
  await (await owner.run('/feed retry', { feed: subscription?.id ?? '' })).settled();
  await newsroom.quiet();
  expect(alerts()).toHaveLength(1);
  for (let poll = 1; poll < 5; poll += 1) await untilNextPoll();
  expect(alerts()).toHaveLength(2);
});
