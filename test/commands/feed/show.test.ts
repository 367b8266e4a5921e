import { afterEach, expect, test } from 'vitest';
import { hourMs, minuteMs } from '../../../src/core/time/duration.ts';
import { anEdition } from '../../support/editions.ts';
import { feedServer, rssOf } from '../../support/single-feed.ts';
import { openNewsroom, type People, suggestions, words } from '../people.ts';

let people: People;
afterEach(() => people.close());

async function showing(url: string) {
  people = await openNewsroom({ edition: anEdition(), feedUrls: () => [] });
  await words(people.owner.run('/feed add', { url }));
  const [subscription] = await people.bot.ports.store.feeds.listSubscriptionsIn(people.guildId);
  const feed = subscription?.id ?? '';
  return { feed, show: () => words(people.owner.run('/feed show', { feed })) };
}

test('/feed show shows the last answer, the interval with its reason, the next read and the channel', async () => {
  const server = await feedServer((request, response) => {
    const isKnown = request.headers['if-none-match'] === '"a"';
    const headers = { etag: '"a"', 'cache-control': 'max-age=7200' };
    response.writeHead(isKnown ? 304 : 200, headers).end(isKnown ? '' : rssOf(['A', 'B']));
  });
  const { show } = await showing(`${server.url}/feed?token=abc`);
  expect(await show()).toContain('Not read yet.');
  await people.quiet();
  const first = await show();
  expect(first).toContain(`**Harbour Ledger** <${server.url}/feed?token=***>`);
  expect(first).toMatch(/Last read: <t:\d+:R>, answered 200 after 0\.0 s, \d+ bytes\./);
  expect(first).toMatch(/Last change: <t:\d+:R>\./);
  expect(first).toMatch(
    /Next read: <t:\d+:R>, then every (?:12\d minutes|2 hours) \(as its publisher asks with cache headers\)\./,
  );
  expect(first).toContain('2 stories stored.');
  expect(first).toContain(`**In <#${people.news}>**`);
  expect(first).toContain('- Read every 10 minutes, at most 20 stories at a time');
  expect(first).toContain(
    '- Comments are mirrored every 2 minutes, in a thread that opens with the first comment',
  );
  await people.later(3 * hourMs);
  expect(await show()).toContain('unchanged (304)');
});

test('/feed show says since when, how often and why a feed fails', async () => {
  const server = await feedServer((_, response) => response.end(rssOf([])));
  const { show } = await showing(server.url);
  server.answer = (_, response) => response.writeHead(503).end();
  await people.quiet();
  await people.later(hourMs);
  const said = await show();
  expect(said).toMatch(/Failed 2 times in a row, first <t:\d+:R>: The server .* answered 503/);
  expect(said).toMatch(/answered 503 after/);
  expect(said).toMatch(/every (?:4\d|50) minutes \(less often because of errors\)/);
  server.answer = (_, response) => response.writeHead(429).end();
  await people.later(2 * hourMs);
  expect(await show()).toMatch(/answered 429/);
});

test('/feed show reports an answer that is not a feed', async () => {
  const server = await feedServer((_, response) => response.end(rssOf([])));
  const { show } = await showing(server.url);
  server.answer = (_, response) => response.end('The tide is out.');
  await people.quiet();
  const said = await show();
  expect(said).toMatch(/Last read: <t:\d+:R>, answered 200 after 0\.0 s, 16 bytes\./);
  expect(said).toMatch(/Failed once, <t:\d+:R>: The document is neither RSS/);
});

test('a feed of another server can be neither shown nor retried', async () => {
  const server = await feedServer((_, response) => response.end(rssOf([])));
  await showing(server.url);
  const refused =
    'This server has no feed “another”. Choose one from the list of the command, or see `/feed list`.';
  for (const command of ['/feed show', '/feed retry']) {
    expect(await words(people.owner.run(command, { feed: 'another' }))).toBe(refused);
  }
});

test('/feed retry reads the feed at once', async () => {
  const server = await feedServer((_, response) => response.end(rssOf([])));
  const { feed } = await showing(server.url);
  await people.quiet();
  await people.later(minuteMs);
  expect(server.asked).toHaveLength(2);
  expect(await words(people.owner.run('/feed retry', { feed }))).toContain('Wirethread is reading');
  await people.quiet();
  expect(server.asked).toHaveLength(3);
});

test('a secret in an address is neither suggested nor shown, and the feed can still be tested', async () => {
  const server = await feedServer((_, response) => response.end(rssOf(['Pier opens'])));
  await showing(`${server.url.replace('//', '//editor:pass@')}/?token=s3cret`);
  const offered = await suggestions(people.owner.autocomplete('/feed test', { url: '' }, 'url'));
  expect(JSON.stringify(offered)).not.toContain('s3cret');
  const tried = await words(people.owner.run('/feed test', { url: offered[0]?.value ?? '' }));
  expect(tried).toContain('can be read: 1 story');
  expect(server.asked.at(-1)?.headers.authorization).toMatch(/^Basic /);
  expect(server.asked.at(-1)?.path).toBe('/?token=s3cret');
  expect(await words(people.owner.run('/feed list'))).not.toMatch(/s3cret|pass/);
});

test('/feed show says which permission keeps stories out of the channel, and since when; the alert does too', async () => {
  const server = await feedServer((_, response) => response.end(rssOf(['A'])));
  const { show } = await showing(server.url);
  await people.quiet();
  expect(await show()).not.toContain('⚠️');
  const { discord, news, moderatorsChannel, botUserId } = people;
  discord.setOverwrite(news, { id: botUserId, kind: 'member', deny: ['SendMessages'] });
  server.answer = (_, response) => response.end(rssOf(['A', 'B']));
  await people.later(hourMs);
  const said = await show();
  expect(said).toContain(`⚠️ In <#${news}> the bot lacks permissions: Send Messages.`);
  expect(said).toMatch(/⚠️ Nothing is posted in <#\d+> since <t:\d+:f>, .*Missing Permissions/u);
  const alerts = discord.messages(moderatorsChannel).map(({ content }) => content);
  expect(alerts).toEqual([expect.stringContaining('Give Wirethread Send Messages there.')]);
});
