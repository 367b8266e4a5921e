import { afterEach, expect, test } from 'vitest';
import { FeedAccess, FeedState, type Feed, neverPolled } from '../../../src/core/feed/feed.ts';
import { FeedId } from '../../../src/core/ids.ts';
import { dayMs, minuteMs } from '../../../src/core/time/duration.ts';
import { movingAfter } from '../../../src/newsroom/feeds/move-feed.ts';
import { syncDeclaredFeeds } from '../../../src/newsroom/subscriptions/declared-feeds.ts';
import { unsubscribe } from '../../../src/newsroom/subscriptions/unsubscribe.ts';
import { anEdition } from '../../support/editions.ts';
import { type FeedServer, feedServer, rssOf } from '../../support/single-feed.ts';
import { type Newsroom, stageNewsroom } from '../../support/newsroom.ts';

let newsroom: Newsroom | null = null;
afterEach(async () => {
  await newsroom?.close();
  newsroom = null;
});

const edition = anEdition();

/** A newsroom that has polled the server's feed once, and what is stored of that feed. */
async function stagedFeed(server: FeedServer) {
  const staged = await stageNewsroom({ edition, feedUrls: () => [`${server.url}/feed`] });
  newsroom = staged;
  await staged.quiet();
  const { feeds } = staged.bot.ports.store;
  const only = async () => {
    const [subscription] = await feeds.listSubscriptionsIn(staged.guildId);
    const feed = subscription && (await feeds.getFeed(subscription.feedId));
    if (!feed) throw new Error('the feed is declared');
    return { subscription, feed };
  };
  return { staged, only };
}

const feedAt = (url: string): Feed => ({
  id: FeedId.parse('feed'),
  url,
  title: null,
  initialised: true,
  nextPoll: 0,
  lastPolledAt: null,
  errors: 0,
  lastError: null,
  state: FeedState.parse({}),
});
const redirectedTo = (permanentUrl: string) => ({
  status: 200,
  headers: {},
  body: new Uint8Array(),
  url: permanentUrl,
  permanentUrl,
});

test.each([
  ['https://ledger.example/feed', 'http://ledger.example/feed', false],
  ['https://ledger.example/feed', 'https://ledger.example:8443/feed', false],
  ['https://ledger.example/feed', 'https://other.example/feed', false],
  ['https://ledger.example/feed', 'https://ledger.example/new', true],
  ['http://ledger.example/feed', 'https://ledger.example/feed', true],
])('a feed with a password at %s moves when it redirects to %s: %s', (from, to, moves) => {
  const access = FeedAccess.parse({ username: 'editor', password: 'secret' });
  const moving = movingAfter(feedAt(from), access, redirectedTo(to), true);
  expect(moving).toEqual(moves ? { url: to, polls: 1 } : null);
});

test('a feed does not move to an address that a user could not enter', () => {
  const long = `https://ledger.example/${'a'.repeat(4_000)}`;
  expect(movingAfter(feedAt('https://ledger.example/'), null, redirectedTo(long), true)).toBeNull();
});

test('a feed moves to the address of another feed that no channel subscribes to any more', async () => {
  const server = await feedServer((request, response) => {
    if (request.url === '/feed') response.writeHead(301, { location: '/new' }).end();
    else response.end(rssOf([]));
  });
  const staged = await stageNewsroom({ edition: anEdition(), feedUrls: () => [] });
  newsroom = staged;
  const owner = staged.discord.actor(staged.discord.guilds()[0]?.ownerId ?? '');
  const { store } = staged.bot.ports;
  const add = async (path: string) =>
    (await owner.run('/feed add', { url: server.url + path, channel: staged.news })).settled();
  const known = () => store.feeds.listSubscriptionsIn(staged.guildId);
  await add('/new');
  const [earlier] = await known();
  await unsubscribe(staged.bot.ports, staged.guildId, earlier?.id ?? '', owner.id);
  await add('/feed');
  await staged.quiet();
  for (let poll = 0; poll < 3; poll += 1) await staged.later(10 * minuteMs);
  expect((await known()).map(({ url }) => url)).toEqual([`${server.url}/new`]);
});

test('a feed that redirects to another subscribed feed does not prepare to move', async () => {
  const server = await feedServer((request, response) => {
    if (request.url === '/feed') response.writeHead(301, { location: '/new' }).end();
    else response.end(rssOf([]));
  });
  const urls = [`${server.url}/feed`, `${server.url}/new`];
  newsroom = await stageNewsroom({ edition: anEdition(), feedUrls: () => urls });
  await newsroom.quiet();
  for (let poll = 0; poll < 2; poll += 1) await newsroom.later(10 * minuteMs);
  const [feed] = await newsroom.bot.ports.store.feeds.listFeedsAt(urls[0] ?? '');
  expect(feed?.state.moving).toBeNull();
});

test('a feed that redirects permanently three times in a row moves to the new address and keeps its stories, id and channels', async () => {
  const server = await feedServer((request, response) => {
    if (request.url === '/feed') response.writeHead(301, { location: '/new' }).end();
    else response.end(rssOf(['Pier opens']));
  });
  const { staged, only } = await stagedFeed(server);
  const { feed } = await only();
  for (let poll = 0; poll < 2; poll += 1) {
    expect((await only()).feed.url).toBe(`${server.url}/feed`);
    await staged.later(10 * minuteMs);
  }
  const moved = await only();
  expect(moved.feed).toMatchObject({ id: feed.id, url: `${server.url}/new` });
  expect(moved.feed.state).toMatchObject({ movedFrom: `${server.url}/feed`, moving: null });
  expect(moved.subscription.url).toBe(`${server.url}/new`);
  expect(staged.log).toContainEqual(
    expect.objectContaining({ event: 'feed.moved', level: 'info' }),
  );
  await staged.later(10 * minuteMs);
  expect(server.asked.at(-1)?.path).toBe('/new');
  expect(server.asked.at(-2)?.path).toBe('/new');
  expect(staged.messages().filter(({ type }) => type === 0)).toHaveLength(1);

  // Declared at either address, it is the same feed.
  const { guildId, channelId, settings } = moved.subscription;
  for (const path of ['/feed', '/new']) {
    await syncDeclaredFeeds(staged.bot.ports, [
      { url: server.url + path, guildId, channelId, settings },
    ]);
    await staged.quiet();
    expect(
      (await staged.bot.ports.store.feeds.listSubscriptionsIn(staged.guildId)).map(
        ({ feedId }) => feedId,
      ),
    ).toEqual([feed.id]);
  }
  expect(staged.messages().filter(({ type }) => type === 0)).toHaveLength(1);
});

test.each([
  ['only temporarily', 302, (times: number) => (times > 0 ? rssOf([]) : '')],
  ['to a page that is no feed', 301, () => '<!doctype html><form>Log in</form>'],
  ['to a feed only sometimes', 308, (times: number) => (times % 3 === 0 ? '<html>' : rssOf([]))],
])('a feed that redirects %s keeps its address', async (_, status, body) => {
  let times = 0;
  const server = await feedServer((request, response) => {
    if (request.url === '/feed') response.writeHead(status, { location: '/new' }).end();
    else response.end(body((times += 1)));
  });
  const { staged, only } = await stagedFeed(server);
  for (let poll = 0; poll < 8; poll += 1) await staged.later(2 * dayMs);
  expect((await only()).feed.url).toBe(`${server.url}/feed`);
});

test('a feed does not move to the address of another subscribed feed', async () => {
  const server = await feedServer((request, response) => {
    if (request.url === '/feed') response.writeHead(301, { location: '/new' }).end();
    else response.end(rssOf([]));
  });
  const staged = await stageNewsroom({
    edition,
    feedUrls: () => [`${server.url}/feed`, `${server.url}/new`],
  });
  newsroom = staged;
  await staged.quiet();
  for (let poll = 0; poll < 5; poll += 1) await staged.later(10 * minuteMs);
  expect(
    (await staged.bot.ports.store.feeds.listSubscriptionsIn(staged.guildId))
      .map(({ url }) => url)
      .sort(),
  ).toEqual([`${server.url}/feed`, `${server.url}/new`]);
});

test('a new address that answers only 304 is not trusted until it sends the whole document', async () => {
  let moved = false;
  const server = await feedServer((request, response) => {
    if (request.url === '/feed' && moved) response.writeHead(301, { location: '/new' }).end();
    else if (request.headers['if-none-match']) response.writeHead(304).end();
    else response.writeHead(200, { etag: '"a"' }).end(rssOf([]));
  });
  const { staged, only } = await stagedFeed(server);
  moved = true;
  await staged.later(10 * minuteMs);
  expect((await only()).feed.state.moving).toEqual({ url: `${server.url}/new`, polls: 0 });
  await staged.later(10 * minuteMs);
  expect(server.asked.at(-1)?.headers['if-none-match']).toBeUndefined();
  expect((await only()).feed.state.moving).toMatchObject({ polls: 1 });
});

test('a feed whose lease is lost during the poll that would move it keeps its address, in its channels too', async () => {
  let beforeAnswer = async () => {};
  const server = await feedServer((request, response) => {
    if (request.url === '/feed') response.writeHead(301, { location: '/new' }).end();
    else void beforeAnswer().then(() => response.end(rssOf(['Pier opens'])));
  });
  const { staged, only } = await stagedFeed(server);
  await staged.later(10 * minuteMs);
  const { feed } = await only();
  beforeAnswer = () => {
    staged.log.length = 0;
    return staged.bot.ports.store.feeds.saveFeed({ ...feed, nextPoll: neverPolled });
  };
  await staged.later(10 * minuteMs);
  const after = await only();
  expect(after.feed).toEqual({ ...feed, nextPoll: neverPolled });
  expect(after.subscription.url).toBe(`${server.url}/feed`);
  const events = staged.log.map(({ event }) => event);
  expect(events).toContain('feed.lease-lost');
  expect(events).not.toContain('feed.polled');
});
