import { afterEach, expect, test } from 'vitest';
import { FeedAccess, FeedState, type Feed } from '../../../src/core/feed/feed.ts';
import { FeedId } from '../../../src/core/ids.ts';
import { minuteMs } from '../../../src/core/time/duration.ts';
import { movingAfter } from '../../../src/newsroom/feeds/move-feed.ts';
import { unsubscribe } from '../../../src/newsroom/subscriptions/unsubscribe.ts';
import { anEdition } from '../../support/editions.ts';
import { feedServer, rssOf } from '../../support/single-feed.ts';
import { type Newsroom, stageNewsroom } from '../../support/newsroom.ts';

let newsroom: Newsroom | null = null;
afterEach(async () => {
  await newsroom?.close();
  newsroom = null;
});

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
