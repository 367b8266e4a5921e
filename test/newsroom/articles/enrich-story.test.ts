import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FetchError } from '../../../src/core/errors.ts';
import { StoryId } from '../../../src/core/ids.ts';
import type { StoredStory } from '../../../src/core/story/stored-story.ts';
import { dayMs, hourMs, minuteMs, secondMs } from '../../../src/core/time/duration.ts';
import { isPageGone } from '../../../src/newsroom/articles/article-pages.ts';
import {
  enrichStory,
  enrichStories,
  enrichLateStories,
} from '../../../src/newsroom/articles/enrich-story.ts';
import { deliverNext } from '../../../src/newsroom/delivery/deliver.ts';
import { pollNextFeed } from '../../../src/newsroom/feeds/poll-feed.ts';
import type { Ports } from '../../../src/newsroom/ports.ts';
import { subscribe } from '../../../src/newsroom/subscriptions/subscribe.ts';
import { anEdition } from '../../support/editions.ts';
import { type Newsroom, stageNewsroom } from '../../support/newsroom.ts';
import { unknownStory } from '../../../src/core/story/story.ts';
import { shortHash } from '../../../src/text/hash.ts';
import { headlineIn } from '../../support/headline.ts';

let newsroom: Newsroom;
let site: Server;
let origin: string;
const { signal } = new AbortController();
const ports = (): Ports => newsroom.bot.ports;

interface Answer {
  status?: number;
  body?: string;
  headers?: Record<string, string>;
}
/** What the site answers, by path; 404 for every other. */
let answers: Record<string, Answer>;
let asked: string[];

beforeEach(async () => {
  answers = {};
  asked = [];
  site = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push(path);
    const { status = 200, body = '', headers } = answers[path] ?? { status: 404 };
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers });
    response.end(body);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  newsroom = await stageNewsroom({ edition: anEdition() });
});

/** A story of the declared feed, known by its headline and the address of its page. */
async function stored(path: string, parts: Partial<StoredStory> = {}): Promise<StoredStory> {
  const [subscription] = await ports().store.feeds.listSubscriptionsIn(newsroom.guildId);
  if (!subscription) throw new Error('the feed is declared');
  return {
    id: StoryId.parse(shortHash(path)),
    feedId: subscription.feedId,
    identity: path,
    feedHash: 'as first told',
    story: { ...unknownStory, headline: 'Old ferry sinks', url: `${origin}${path}` },
    correctedAt: null,
    firstSeenAt: newsroom.clock.now(),
    enrichAt: null,
    enrichAttempts: 0,
    fromFeed: null,
    withdrawnAt: null,
    ...parts,
  };
}

const page = (byline: string): Answer => ({
  body: `<h1>Old ferry sinks</h1><p class="byline">By ${byline}</p>`,
});
const robots = (text: string): Answer => ({
  headers: { 'content-type': 'text/plain' },
  body: text,
});
const byline = ({ story }: StoredStory) => story.credits.byline.map(({ name }) => name).join();
const read = async (path: string) => enrichStory(ports(), await stored(path), 8 * secondMs, signal);
const events = (event: string) => newsroom.log.filter((line) => line.event === event);

afterEach(async () => {
  await newsroom.close();
  await new Promise((resolve) => site.close(resolve));
});

test.each([
  [404, true],
  [410, true],
  [200, false],
  [403, false],
  [429, false],
  [500, false],
  [503, false],
])('the answer %i of a page counts as gone: %s', async (status, gone) => {
  answers['/story'] = { status };
  expect(await isPageGone(ports(), `${origin}/story`, signal)).toBe(gone);
});

test('a page that redirects to a 404 counts as gone, and a page on an unreachable host does not', async () => {
  answers['/story'] = { status: 302, headers: { location: '/nowhere' } };
  expect(await isPageGone(ports(), `${origin}/story`, signal)).toBe(true);
  expect(await isPageGone(ports(), 'http://127.0.0.1:1/story', signal)).toBe(false);
  expect(await isPageGone(ports(), 'http://10.0.0.1/story', signal)).toBe(false);
});

test('a page that robots.txt disallows does not count as gone', async () => {
  answers['/robots.txt'] = robots('User-agent: *\nDisallow: /');
  expect(await isPageGone(ports(), `${origin}/story`, signal)).toBe(false);
  expect(asked).toEqual(['/robots.txt']);
});

test('a page that robots.txt disallows is not fetched, and the story keeps the text of its feed', async () => {
  answers['/robots.txt'] = robots(
    'User-agent: *\nDisallow:\n\nUser-agent: wirethread\nDisallow: /',
  );
  answers['/story'] = page('Ana Ruiz');
  const story = await read('/story');
  expect(story).toMatchObject({ enrichAt: null, enrichAttempts: 1 });
  expect(byline(story)).toBe('');
  expect(asked).toEqual(['/robots.txt']);
  expect(events('story.page-off-limits')).toHaveLength(1);
});

test('the robots.txt of a host is fetched once a day, however many pages are read', async () => {
  const paths = ['/a', '/b', '/c', '/d'];
  for (const path of paths) answers[path] = page('Ana Ruiz');
  const stories = await Promise.all(paths.map((path) => stored(path)));
  const whole = await enrichStories(ports(), stories, Infinity, signal);
  expect(whole.map(byline)).toEqual(paths.map(() => 'Ana Ruiz'));
  expect(asked.filter((path) => path === '/robots.txt')).toHaveLength(1);
  newsroom.clock.advance(dayMs + 1);
  await read('/a');
  expect(asked.filter((path) => path === '/robots.txt')).toHaveLength(2);
});

test.each([404, 401, 403, 410])('a robots.txt answered by %i allows every page', async (status) => {
  answers['/robots.txt'] = { status };
  answers['/story'] = page('Ana Ruiz');
  expect(byline(await read('/story'))).toBe('Ana Ruiz');
});

test.each([429, 500, 503])(
  'a robots.txt answered by %i disallows every page for an hour',
  async (status) => {
    answers['/robots.txt'] = { status };
    answers['/story'] = page('Ana Ruiz');
    const story = await read('/story');
    expect(story).toMatchObject({ enrichAt: newsroom.clock.now() + hourMs, enrichAttempts: 1 });
    await read('/story');
    expect(asked).toEqual(['/robots.txt']);
    newsroom.clock.advance(hourMs);
    delete answers['/robots.txt'];
    expect(byline(await read('/story'))).toBe('Ana Ruiz');
  },
);

test('redirects of robots.txt are followed, and an endless redirect allows every page', async () => {
  answers['/robots.txt'] = { status: 301, headers: { location: '/rules' } };
  answers['/rules'] = robots('User-agent: *\nDisallow: /story');
  answers['/story'] = answers['/open'] = page('Ana Ruiz');
  expect(byline(await read('/story'))).toBe('');
  newsroom.clock.advance(dayMs + 1);
  answers['/rules'] = { status: 302, headers: { location: '/robots.txt' } };
  expect(byline(await read('/story'))).toBe('Ana Ruiz');
});

test('a page that redirects to a host whose robots.txt disallows it is not used', async () => {
  const other = createServer((request, response) => {
    const isRules = request.url === '/robots.txt';
    response.end(isRules ? 'User-agent: *\nDisallow: /' : (page('Ana Ruiz').body ?? ''));
  });
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  answers['/story'] = { status: 302, headers: { location: `http://127.0.0.1:${port}/story` } };
  const story = await read('/story');
  await new Promise((resolve) => other.close(resolve));
  expect(byline(story)).toBe('');
  expect(story.enrichAt).toBeNull();
});

test('a host with a crawl delay is asked for one page per delay', async () => {
  answers['/robots.txt'] = robots('User-agent: *\nCrawl-delay: 5');
  answers['/a'] = answers['/b'] = page('Ana Ruiz');
  const first = await read('/a');
  const second = await read('/b');
  expect(byline(first)).toBe('Ana Ruiz');
  expect(second).toMatchObject({
    enrichAt: newsroom.clock.now() + 5 * secondMs,
    enrichAttempts: 0,
  });
  newsroom.clock.advance(5 * secondMs);
  expect(byline(await read('/b'))).toBe('Ana Ruiz');
});

test('a host that sends Retry-After is asked for no page until then', async () => {
  answers['/a'] = { status: 429, headers: { 'retry-after': '1200' } };
  answers['/b'] = page('Ana Ruiz');
  const inTwentyMinutes = newsroom.clock.now() + 20 * minuteMs;
  expect((await read('/a')).enrichAt).toBe(inTwentyMinutes);
  expect(await read('/b')).toMatchObject({ enrichAt: inTwentyMinutes, enrichAttempts: 0 });
  expect(asked).not.toContain('/b');
});

test('a page that two stories link to is fetched once an hour', async () => {
  answers['/story'] = page('Ana Ruiz');
  const [one, two] = await Promise.all([read('/story'), read('/story#comments')]);
  expect(byline(one) + byline(two)).toBe('Ana RuizAna Ruiz');
  newsroom.clock.advance(hourMs - 1);
  await read('/story');
  expect(asked.filter((path) => path === '/story')).toHaveLength(1);
  newsroom.clock.advance(1);
  await read('/story');
  expect(asked.filter((path) => path === '/story')).toHaveLength(2);
});

test('a page is given up after three failures, or at once when it is gone', async () => {
  answers['/a'] = { status: 500 };
  const third = await enrichStory(
    ports(),
    await stored('/a', { enrichAttempts: 2 }),
    8_000,
    signal,
  );
  expect(third).toMatchObject({ enrichAt: null, enrichAttempts: 3 });
  answers['/b'] = { status: 410 };
  expect((await read('/b')).enrichAt).toBeNull();
  expect((await read('/a')).enrichAt).toBe(newsroom.clock.now() + 5 * minuteMs);
});

/** The world, where pages take longer than a poll waits for them. */
function slowPages(): Ports {
  return {
    ...ports(),
    fetch: async (request, inner) => {
      const isPage = request.accept.includes('text/html');
      if (isPage && request.timeoutMs < 8 * secondMs) {
        throw new FetchError('not yet', { fault: 'timeout' });
      }
      return ports().fetch(request, inner);
    },
  };
}

test('a story with a slow page is posted at once, and its message is edited when the page arrives', async () => {
  answers['/feed'] = {
    headers: { 'content-type': 'application/rss+xml' },
    body: `<rss version="2.0"><channel><title>Harbour Ledger</title><item><title>Old ferry sinks</title><link>${origin}/story</link><guid>1</guid></item></channel></rss>`,
  };
  answers['/story'] = page('Ana Ruiz');
  await newsroom.close();
  newsroom = await stageNewsroom({ feedUrls: () => [`${origin}/feed`] });
  const { guildId, moderator } = newsroom;
  const evening = newsroom.discord.addChannel(guildId, { name: 'evening' }).id;
  const [declared] = await ports().store.feeds.listSubscriptionsIn(guildId);
  if (!declared) throw new Error('the feed is declared');
  const { settings } = declared;
  const wanted = { url: `${origin}/feed`, guildId, channelId: evening, settings };
  await subscribe(ports(), wanted, moderator);
  while (await pollNextFeed(slowPages(), signal));
  while (await deliverNext(ports(), signal));
  const [post] = newsroom.messages();
  expect(headlineIn(post)).toBe('Old ferry sinks');
  expect(JSON.stringify(post)).not.toContain('Ana Ruiz');
  await newsroom.quiet();
  const [edited, ...others] = newsroom.messages().filter(({ type }) => type === 0);
  expect(others).toEqual([]);
  expect(edited?.id).toBe(post?.id);
  expect(JSON.stringify(edited)).toContain('Ana Ruiz');
  expect(JSON.stringify(edited)).not.toContain('Corrected');
  const inEvening = newsroom.messages(evening).filter(({ type }) => type === 0);
  expect(inEvening).toHaveLength(1);
  expect(JSON.stringify(inEvening)).toContain('Ana Ruiz');
});

test('a robots.txt that is too slow for a poll is fetched again later in the background', async () => {
  answers['/story'] = page('Ana Ruiz');
  const slow: Ports = {
    ...ports(),
    fetch: async (request, inner) => {
      if (request.timeoutMs < 8 * secondMs) throw new FetchError('not yet', { fault: 'timeout' });
      return ports().fetch(request, inner);
    },
  };
  const [later] = await enrichStories(slow, [await stored('/story')], Infinity, signal);
  expect(later).toMatchObject({ enrichAt: newsroom.clock.now(), enrichAttempts: 0 });
  const whole = await enrichStory(slow, await stored('/story'), 8 * secondMs, signal);
  expect(byline(whole)).toBe('Ana Ruiz');
});

test('a poll waits for all its slow pages together no longer than its limit', async () => {
  const stories = await Promise.all(Array.from({ length: 20 }, (_, n) => stored(`/${n}`)));
  const given: number[] = [];
  const world: Ports = {
    ...ports(),
    fetch: async ({ url, timeoutMs }) => {
      if (url.endsWith('/robots.txt'))
        throw new FetchError('none', { fault: 'http-status', status: 404 });
      given.push(timeoutMs);
      newsroom.clock.advance(timeoutMs);
      throw new FetchError('not yet', { fault: 'timeout' });
    },
  };
  const before = newsroom.clock.now();
  const all = await enrichStories(world, stories, Infinity, signal);
  expect(newsroom.clock.now() - before).toBeLessThanOrEqual(6 * secondMs);
  expect(given.length).toBeLessThanOrEqual(2);
  for (const story of all) expect(story).toMatchObject({ enrichAttempts: 0 });
  for (const { enrichAt } of all) expect(enrichAt).toBeLessThanOrEqual(newsroom.clock.now());
});

test.each(['/robots.txt', '/a'])(
  'a poll postpones pages when its host is too busy for %s, and counts no attempt',
  async (path) => {
    const stories = await Promise.all(['/a', '/b', '/c'].map((page) => stored(page)));
    const busy: Ports = {
      ...ports(),
      fetch: async ({ url, queueMs = Infinity }) => {
        if (!url.endsWith(path) && url.endsWith('.txt'))
          throw new FetchError('none', { fault: 'http-status', status: 404 });
        newsroom.clock.advance(queueMs);
        throw new FetchError('not asked', { fault: 'busy' });
      },
    };
    const before = newsroom.clock.now();
    const postponed = await enrichStories(busy, stories, Infinity, signal);
    const now = newsroom.clock.now();
    expect(now - before).toBeLessThanOrEqual(5 * secondMs);
    for (const [index, story] of postponed.entries()) {
      expect(story).toEqual({ ...stories[index], enrichAt: story.enrichAt });
      expect(story.enrichAt).toBeLessThanOrEqual(now);
    }
  },
);

test('a stop aborts a poll that waits for pages', async () => {
  const stopping = new AbortController();
  const waiting: Ports = {
    ...ports(),
    fetch: (_, inner) =>
      new Promise((_, reject) => {
        inner.addEventListener('abort', () => reject(inner.reason));
        stopping.abort(new Error('the bot stops'));
      }),
  };
  const stopped = enrichStories(waiting, [await stored('/a')], Infinity, stopping.signal);
  await expect(stopped).rejects.toThrow('the bot stops');
});

test('a host that a clock running ahead had paused is asked when the clock is set back', async () => {
  answers['/story'] = { status: 429, headers: { 'retry-after': '600' } };
  newsroom.clock.advance(30 * dayMs);
  expect((await read('/story')).enrichAt).toBe(newsroom.clock.now() + 10 * minuteMs);
  newsroom.clock.advance(-30 * dayMs);
  answers['/story'] = page('Ana Ruiz');
  expect(byline(await read('/story'))).toBe('Ana Ruiz');
});

test('cached pages are deleted when they expire', async () => {
  answers['/story'] = page('Ana Ruiz');
  await read('/story');
  expect(await ports().store.deleteExpired()).toBe(0);
  newsroom.clock.advance(dayMs + 1);
  // The page, its host's rules.
  expect(await ports().store.deleteExpired()).toBe(2);
});

test('a late article page does not undo a correction that the feed made meanwhile', async () => {
  answers['/story'] = page('Ana Ruiz');
  const { feeds } = ports().store;
  const due = await stored('/story', { enrichAt: newsroom.clock.now() });
  await feeds.saveStories({ stories: [due] });
  const corrected = {
    ...due,
    feedHash: 'corrected',
    story: { ...due.story, headline: 'Old ferry sinks again' },
  };
  const world: Ports = {
    ...ports(),
    fetch: async (request, inner) => {
      if (request.url.endsWith('/story')) await feeds.saveStories({ stories: [corrected] });
      return ports().fetch(request, inner);
    },
  };
  await enrichLateStories(world, signal);
  expect(await feeds.getStory(due.id)).toEqual(corrected);
  await newsroom.quiet();
  const whole = await feeds.getStory(due.id);
  expect(whole).toMatchObject({ enrichAt: null, story: { headline: 'Old ferry sinks again' } });
  expect(whole && byline(whole)).toBe('Ana Ruiz');
});
