import { afterEach, expect, test } from 'vitest';
import { defaultSubscriptionSettings as settings } from '../../../src/core/feed/subscription.ts';
import { FeedAccess } from '../../../src/core/feed/feed.ts';
import { dayMs, hourMs, minuteMs } from '../../../src/core/time/duration.ts';
import { pollNextFeed } from '../../../src/newsroom/feeds/poll-feed.ts';
import type { Ports } from '../../../src/newsroom/ports.ts';
import { subscribe } from '../../../src/newsroom/subscriptions/subscribe.ts';
import { syncDeclaredFeeds } from '../../../src/newsroom/subscriptions/declared-feeds.ts';
import { anEdition } from '../../support/editions.ts';
import { type FeedServer, feedServer, rssOf } from '../../support/single-feed.ts';
import { type Newsroom, stageNewsroom } from '../../support/newsroom.ts';

let newsroom: Newsroom;
afterEach(() => newsroom.close());

const { signal } = new AbortController();
const edition = anEdition();
const ports = () => newsroom.bot.ports;
const subscriptions = () => ports().store.feeds.listSubscriptionsIn(newsroom.guildId);

async function staged(server: FeedServer): Promise<void> {
  newsroom = await stageNewsroom({ edition, feedUrls: () => [`${server.url}/feed`] });
  await newsroom.quiet();
}
async function only() {
  const [subscription] = await subscriptions();
  const feed = subscription && (await ports().store.feeds.getFeed(subscription.feedId));
  if (!feed) throw new Error('the feed is declared');
  return { subscription, feed };
}
const last = (server: FeedServer) => server.asked.at(-1)?.headers ?? {};

/** The world, in which the documents that are read are counted. */
function counting(): { world: Ports; read: () => number } {
  let read = 0;
  const feed: Ports['parsers']['feed'] = (bytes, until) => {
    read += 1;
    return ports().parsers.feed(bytes, until);
  };
  return { world: { ...ports(), parsers: { ...ports().parsers, feed } }, read: () => read };
}

test('a poll sends the validators of the last answer, and a 304 updates those that it repeats', async () => {
  const modified = (minute: number) => `Tue, 24 Nov 2026 08:0${minute}:00 GMT`;
  let polls = 0;
  const server = await feedServer((request, response) => {
    polls += 1;
    const isKnown = request.headers['if-none-match'] === '"a"';
    const headers = { 'last-modified': modified(polls), ...(!isKnown && { etag: '"a"' }) };
    response.writeHead(isKnown ? 304 : 200, headers).end(isKnown ? '' : rssOf(['Pier opens']));
  });
  await staged(server);
  expect(last(server)['if-none-match']).toBeUndefined();
  await newsroom.later(10 * minuteMs);
  expect(last(server)).toMatchObject({ 'if-none-match': '"a"', 'if-modified-since': modified(1) });
  await newsroom.later(10 * minuteMs);
  expect(last(server)).toMatchObject({ 'if-none-match': '"a"', 'if-modified-since': modified(2) });
  expect((await only()).feed.state).toMatchObject({
    answer: { status: 304, bytes: 0 },
    changedAt: expect.any(Number),
  });
});

test('a server that sends Expires: 0 is always asked for the whole document', async () => {
  const server = await feedServer((_, response) => {
    response.writeHead(200, { etag: '"same"', expires: '0' }).end(rssOf(['Pier opens']));
  });
  await staged(server);
  await newsroom.later(10 * minuteMs);
  expect(server.asked).toHaveLength(2);
  expect(last(server)['if-none-match']).toBeUndefined();
});

test('a feed is parsed again only when its bytes change, whatever its validators', async () => {
  const server = await feedServer((_, response) => {
    response.writeHead(200, { etag: '"constant"' }).end(rssOf(['Pier opens']));
  });
  await staged(server);
  const { world, read } = counting();
  newsroom.clock.advance(10 * minuteMs);
  expect(await pollNextFeed(world, signal)).toBe(true);
  expect(read()).toBe(0);
  expect((await only()).feed.lastPolledAt).toBe(newsroom.clock.now());
  server.answer = (_, response) => {
    response.writeHead(200, { etag: '"constant"' }).end(rssOf(['Ferry back', 'Pier opens']));
  };
  newsroom.clock.advance(10 * minuteMs);
  await pollNextFeed(world, signal);
  expect(read()).toBe(1);
  await newsroom.quiet();
  expect(newsroom.messages().filter(({ type }) => type === 0)).toHaveLength(2);
});

test('a channel that subscribes to an unchanged feed still gets its first stories', async () => {
  const server = await feedServer((request, response) => {
    const isKnown = request.headers['if-none-match'] === '"a"';
    response.writeHead(isKnown ? 304 : 200, { etag: '"a"' }).end(isKnown ? '' : rssOf(['Pier']));
  });
  await staged(server);
  const evening = newsroom.discord.addChannel(newsroom.guildId, { name: 'evening' }).id;
  const { settings, url, guildId } = (await only()).subscription;
  await subscribe(ports(), { url, guildId, channelId: evening, settings }, newsroom.moderator);
  await newsroom.quiet();
  expect(newsroom.messages(evening).filter(({ type }) => type === 0)).toHaveLength(1);
});

test('a 304 without a conditional request is an error with a clear message', async () => {
  const server = await feedServer((_, response) => response.writeHead(304).end());
  await staged(server);
  expect((await only()).feed).toMatchObject({
    errors: 1,
    initialised: false,
    lastError: expect.stringContaining('did not ask that'),
  });
});

test('a feed is fetched with its own credentials, which reach no other host, message or log', async () => {
  const elsewhere = await feedServer((_, response) => response.end(rssOf(['Pier opens'])));
  const server = await feedServer((request, response) => {
    if (request.url === '/feed') response.end(rssOf(['Pier opens']));
    else response.writeHead(301, { location: elsewhere.url }).end();
  });
  newsroom = await stageNewsroom({ edition, feedUrls: () => [] });
  const { guildId, news: channelId } = newsroom;
  const access = FeedAccess.parse({ cookie: 'seat=s3cret', userAgent: 'Ledger reader' });
  const url = server.url.replace('//', '//editor:p%40ss-w0rd@');
  const place = { guildId, channelId, settings, access };
  await syncDeclaredFeeds(ports(), [
    { url: `${url}/feed`, ...place },
    { url: `${url}/away`, ...place },
  ]);
  await newsroom.quiet();
  const basic = Buffer.from('editor:p@ss-w0rd').toString('base64');
  expect(server.asked.map(({ headers }) => headers)).toEqual([
    expect.objectContaining({ authorization: `Basic ${basic}`, cookie: 'seat=s3cret' }),
    expect.objectContaining({ authorization: `Basic ${basic}`, cookie: 'seat=s3cret' }),
  ]);
  expect(last(server)['user-agent']).toBe('Ledger reader');
  expect(last(elsewhere)).not.toHaveProperty('authorization');
  expect(last(elsewhere)).not.toHaveProperty('cookie');
  // It stays where its password belongs, however often it redirects.
  for (let poll = 0; poll < 5; poll += 1) await newsroom.later(10 * minuteMs);
  expect((await subscriptions()).map((one) => one.url)).toEqual(
    expect.arrayContaining([`${server.url}/feed`, `${server.url}/away`]),
  );

  server.answer = (_, response) => response.writeHead(401).end();
  for (let poll = 0; poll < 8; poll += 1) await newsroom.later(dayMs);
  const owner = newsroom.discord.actor(newsroom.discord.guilds()[0]?.ownerId ?? '');
  const said = [(await (await owner.run('/feed list')).settled())?.content ?? ''];
  for (const { id } of await subscriptions()) {
    said.push((await (await owner.run('/feed show', { feed: id })).settled())?.content ?? '');
  }
  expect(said.join()).toContain('401');
  const told = JSON.stringify([
    said,
    newsroom.log,
    newsroom.messages(newsroom.moderatorsChannel),
    await ports().store.audit.list(guildId, 100),
    await subscriptions(),
  ]);
  for (const secret of ['w0rd', 's3cret', basic]) expect(told).not.toContain(secret);
});

test('the same address with other credentials is another feed, so no channel gets stories of another password', async () => {
  const server = await feedServer((request, response) => {
    const isKnown = request.headers.authorization !== undefined;
    response.end(rssOf([isKnown ? 'For subscribers' : 'For everybody']));
  });
  newsroom = await stageNewsroom({ edition, feedUrls: () => [] });
  const owner = newsroom.discord.actor(newsroom.discord.guilds()[0]?.ownerId ?? '');
  const evening = newsroom.discord.addChannel(newsroom.guildId, { name: 'evening' }).id;
  const add = async (url: string, channel: string) =>
    (await (await owner.run('/feed add', { url, channel })).settled())?.content;
  expect(await add(server.url.replace('//', '//editor:pass@'), newsroom.news)).toContain(
    'now posts in',
  );
  expect(await add(server.url, evening)).toContain('now posts in');
  await newsroom.quiet();
  const shown = (channel: string) => JSON.stringify(newsroom.messages(channel));
  expect(shown(newsroom.news)).toContain('For subscribers');
  expect(shown(evening)).toContain('For everybody');
  expect(shown(evening)).not.toContain('For subscribers');
  const first = (await subscriptions()).find(({ channelId }) => channelId === newsroom.news);
  expect(first?.url).toBe(`${server.url}/`);
  const access = async () => ports().store.access.get(first?.feedId ?? '');
  expect(await access()).toMatchObject({ username: 'editor', password: 'pass' });
  // Nobody reads it any more, so what opened it is not kept.
  const asked = await (await owner.run('/feed remove', { feed: first?.id ?? '' })).settled();
  await (await owner.click(asked?.id ?? '', 'Remove')).settled();
  expect(await access()).toBeNull();
});

test('a feed set to ignore the cache is always asked for the whole document', async () => {
  const server = await feedServer((_, response) => {
    response.writeHead(200, { etag: '"a"' }).end(rssOf(['Pier opens']));
  });
  newsroom = await stageNewsroom({ edition, feedUrls: () => [] });
  const { guildId, news: channelId } = newsroom;
  const access = FeedAccess.parse({ ignoreCache: true });
  await syncDeclaredFeeds(ports(), [{ url: server.url, access, guildId, channelId, settings }]);
  await newsroom.quiet();
  await newsroom.later(hourMs);
  expect(server.asked).toHaveLength(2);
  expect(last(server)['if-none-match']).toBeUndefined();
});
