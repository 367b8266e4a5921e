import { afterEach, expect, test } from 'vitest';
import { dayMs } from '../../../src/core/time/duration.ts';
import { pollNextFeed } from '../../../src/newsroom/feeds/poll-feed.ts';
import type { Ports } from '../../../src/newsroom/ports.ts';
import { anEdition } from '../../support/editions.ts';
import { feedServer } from '../../support/single-feed.ts';
import { type Newsroom, stageNewsroom } from '../../support/newsroom.ts';

let newsroom: Newsroom;
afterEach(() => newsroom.close());

async function faultOf(page: string) {
  const server = await feedServer((_, response) => response.end(page));
  newsroom = await stageNewsroom({
    edition: anEdition(),
    feedUrls: () => [`${server.url}/feed`],
  });
  await newsroom.quiet();
  const [feed] = await newsroom.bot.ports.store.feeds.listFeedsAt(`${server.url}/feed`);
  return { feed, server };
}

const pageNaming = (href: string) =>
  `<!doctype html><link rel="alternate" type="application/rss+xml" href="${href}"><p>Log in</p>`;

test('a web page that links to a feed with a key does not reveal the key in alerts or logs', async () => {
  const { feed } = await faultOf(pageNaming('/rss?key=s3cret&amp;topic=harbour'));
  expect(feed?.lastError).toContain('/rss?key=***&topic=harbour');
  for (let poll = 0; poll < 6; poll += 1) await newsroom.later(dayMs);
  expect(newsroom.messages(newsroom.moderatorsChannel)).toHaveLength(1);
  expect(
    JSON.stringify([newsroom.log, newsroom.messages(newsroom.moderatorsChannel)]),
  ).not.toContain('s3cret');
});

test('an alert about a feed with a very long error still says what the moderators can do', async () => {
  const { feed } = await faultOf(pageNaming(`/rss/${'harbour'.repeat(270)}`));
  expect(feed?.lastError?.length).toBeLessThanOrEqual(600);
  for (let poll = 0; poll < 6; poll += 1) await newsroom.later(dayMs);
  const [said] = newsroom.messages(newsroom.moderatorsChannel);
  expect(said?.content).toContain('remove it with `/feed remove`');
});

test('an internal error is logged for the operator, and its details reach no server', async () => {
  const { feed } = await faultOf(pageNaming('/rss'));
  const { bot, clock, log } = newsroom;
  clock.advance(dayMs);
  const failing: Ports = {
    ...bot.ports,
    parsers: {
      ...bot.ports.parsers,
      feed: () => Promise.reject(new Error('the database /srv/wirethread.db is locked')),
    },
  };
  expect(await pollNextFeed(failing, new AbortController().signal)).toBe(true);
  const [after] = await bot.ports.store.feeds.listFeedsAt(feed?.url ?? '');
  expect(after).toMatchObject({ errors: 2, lastError: expect.stringContaining('operator') });
  expect(after?.lastError).not.toContain('/srv');
  expect(log.at(-1)).toMatchObject({
    level: 'error',
    event: 'feed.failed',
    fields: { feed: feed?.url, error: 'the database /srv/wirethread.db is locked' },
  });
});
