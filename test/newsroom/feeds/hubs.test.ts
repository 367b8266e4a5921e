import { createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dayMs, hourMs, minuteMs, secondMs } from '../../../src/core/time/duration.ts';
import { anEdition } from '../../support/editions.ts';
import { type Newsroom, stageNewsroom } from '../../support/newsroom.ts';
import { type FeedServer, feedServer, rssOf } from '../../support/single-feed.ts';

// A hub of ours (WebSub): what it is asked, and what it sends to the bot's own server.

interface Hub {
  /** The forms that it was sent. */
  asked: URLSearchParams[];
  url: string;
}

let newsroom: Newsroom;
let feed: FeedServer;
let hub: Hub;
let headlines: string[];
let port = 0;

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return new URLSearchParams(body);
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  const server = createServer();
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  return typeof address === 'object' && address ? address.port : 0;
}

beforeEach(async () => {
  headlines = ['Harbour board meets'];
  const asked: URLSearchParams[] = [];
  const server = await feedServer((request, response) => {
    void formOf(request).then((form) => {
      asked.push(form);
      response.writeHead(202).end();
    });
  });
  hub = { asked, url: `${server.url}/hub` };
  feed = await feedServer((_, response) => {
    const links = `<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="hub" href="${hub.url}"/><atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" href="${feed.url}/feed"/>`;
    response.writeHead(200, { 'content-type': 'application/rss+xml' });
    response.end(rssOf(headlines, links));
  });
  port = await freePort();
  newsroom = await stageNewsroom({
    edition: anEdition(),
    feedUrls: () => [`${feed.url}/feed`],
    hubs: { publicUrl: `http://127.0.0.1:${port}`, listen: { host: '127.0.0.1', port } },
  });
  await newsroom.quiet();
});
afterEach(() => newsroom.close());

const field = (name: string) => hub.asked.at(-1)?.get(`hub.${name}`) ?? '';

/** The hub asks whether the bot wants what it asked for. */
function confirm(query: Record<string, string> = {}): Promise<Response> {
  const url = new URL(field('callback'));
  const asked = {
    mode: 'subscribe',
    topic: field('topic'),
    challenge: 'c-1',
    lease_seconds: '864000',
    ...query,
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(`hub.${name}`, value);
  return fetch(url);
}

/** The hub tells of news. */
function tell(secret = field('secret'), method = 'sha256'): Promise<Response> {
  const body = 'whatever the hub sends';
  const signature = `${method}=${createHmac(method, secret).update(body).digest('hex')}`;
  return fetch(field('callback'), {
    method: 'POST',
    body,
    headers: { 'x-hub-signature': signature },
  });
}

const posted = () => newsroom.messages().filter(({ content }) => content.includes('Pier burns'));

describe('a feed that names a hub', () => {
  test('is asked for at the hub once, and again when three quarters of the time are over', async () => {
    expect(hub.asked).toHaveLength(1);
    expect(field('mode')).toBe('subscribe');
    expect(field('topic')).toBe(`${feed.url}/feed`);
    expect(field('callback')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/hub\/[\w-]+\/[\da-f]{32}$/u);
    expect((await confirm()).status).toBe(200);
    await newsroom.later(7 * dayMs);
    expect(hub.asked).toHaveLength(1);
    await newsroom.later(dayMs);
    expect(hub.asked).toHaveLength(2);
  });

  test('is asked for again after an hour when the hub has not confirmed', async () => {
    await newsroom.later(50 * minuteMs);
    expect(hub.asked).toHaveLength(1);
    await newsroom.later(20 * minuteMs);
    expect(hub.asked).toHaveLength(2);
  });

  test('has its news posted when the hub tells of it, long before the next poll', async () => {
    expect(await (await confirm()).text()).toBe('c-1');
    headlines = ['Pier burns', ...headlines];
    await newsroom.quiet();
    expect(posted()).toEqual([]);
    expect((await tell()).status).toBe(202);
    await newsroom.later(10 * secondMs);
    expect(posted()).toHaveLength(1);
  });

  test.each(['sha1', 'sha384', 'sha512'])('takes signatures by %s', async (method) => {
    headlines = ['Pier burns', ...headlines];
    await tell(field('secret'), method);
    await newsroom.later(10 * secondMs);
    expect(posted()).toHaveLength(1);
  });

  test('is read at most every ten seconds, however often the hub tells', async () => {
    await newsroom.later(minuteMs);
    const before = feed.asked.length;
    for (let second = 0; second < 20; second += 1) {
      await tell();
      await newsroom.later(secondMs);
    }
    expect(feed.asked.length - before).toBe(2);
  });

  test('is left alone until its server wants to be asked again', async () => {
    feed.answer = (_, response) => response.writeHead(429, { 'retry-after': '1800' }).end();
    await newsroom.later(hourMs);
    const before = feed.asked.length;
    await newsroom.later(minuteMs);
    await tell();
    await newsroom.later(minuteMs);
    expect(feed.asked.length).toBe(before);
  });

  test('is polled as before when the hub never tells', async () => {
    headlines = ['Pier burns', ...headlines];
    await newsroom.later(hourMs);
    expect(posted()).toHaveLength(1);
  });
});

describe('what did not come from the hub', () => {
  test('changes nothing with a wrong signature, or without one', async () => {
    headlines = ['Pier burns', ...headlines];
    expect((await tell('another secret')).status).toBe(202);
    expect((await fetch(field('callback'), { method: 'POST', body: 'x' })).status).toBe(202);
    await newsroom.quiet();
    expect(posted()).toEqual([]);
    expect(newsroom.log.filter(({ event }) => event === 'hub.wrong-signature')).toHaveLength(2);
  });

  test('is not answered without the token of the callback', async () => {
    const url = new URL(field('callback'));
    for (const path of ['/', '/hub', url.pathname.replace(/[\da-f]{32}$/u, '0'.repeat(32))]) {
      expect((await fetch(new URL(path, url))).status).toBe(404);
      expect((await fetch(new URL(path, url), { method: 'POST', body: 'x' })).status).toBe(404);
    }
    expect((await fetch(`${url.origin}//`)).status).toBe(404);
    expect(newsroom.log.filter(({ event }) => event === 'hub.request-failed')).toEqual([]);
  });

  test('confirms nothing that was not asked for', async () => {
    expect((await confirm({ topic: 'https://other.example/feed' })).status).toBe(404);
    expect((await confirm({ mode: 'unsubscribe' })).status).toBe(404);
    expect((await confirm({ mode: 'denied' })).status).toBe(404);
    await newsroom.later(2 * hourMs);
    expect(hub.asked).toHaveLength(1);
    await newsroom.later(dayMs);
    expect(hub.asked).toHaveLength(2);
  });

  test('is refused when it is too long', async () => {
    const body = 'x'.repeat(5_000_001);
    const status = await fetch(field('callback'), { method: 'POST', body }).then(
      (answer) => answer.status,
      () => 'the connection was closed',
    );
    expect([413, 'the connection was closed']).toContain(status);
  });
});

test('a feed that nobody follows any more is over for its hub', async () => {
  const [subscription] = await newsroom.bot.ports.store.feeds.listSubscriptionsIn(null);
  await newsroom.bot.ports.store.feeds.deleteSubscription(subscription?.id ?? '');
  expect((await tell()).status).toBe(410);
  expect((await tell()).status).toBe(404);
});

test('the secret and the token of a callback are in no line of the log', () => {
  const lines = JSON.stringify(newsroom.log);
  expect(lines).not.toContain(field('secret'));
  expect(lines).not.toContain(field('callback').slice(-32));
});
