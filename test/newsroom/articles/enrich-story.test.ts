import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { dayMs, hourMs, minuteMs, secondMs } from '../../../src/core/time/duration.ts';
import { isPageGone } from '../../../src/newsroom/articles/article-pages.ts';
import { enrichStory, enrichStories } from '../../../src/newsroom/articles/enrich-story.ts';
import { articleSite, byline, page, robots } from './article-site.ts';

const site = articleSite();
const { events, ports, read, stored } = site;
const { signal } = new AbortController();

test.each([
  [404, true],
  [410, true],
  [200, false],
  [403, false],
  [429, false],
  [500, false],
  [503, false],
])('the answer %i of a page counts as gone: %s', async (status, gone) => {
  site.answers['/story'] = { status };
  expect(await isPageGone(ports(), `${site.origin}/story`, signal)).toBe(gone);
});

test('a page that redirects to a 404 counts as gone, and a page on an unreachable host does not', async () => {
  site.answers['/story'] = { status: 302, headers: { location: '/nowhere' } };
  expect(await isPageGone(ports(), `${site.origin}/story`, signal)).toBe(true);
  expect(await isPageGone(ports(), 'http://127.0.0.1:1/story', signal)).toBe(false);
  expect(await isPageGone(ports(), 'http://10.0.0.1/story', signal)).toBe(false);
});

test('a page that robots.txt disallows does not count as gone', async () => {
  site.answers['/robots.txt'] = robots('User-agent: *\nDisallow: /');
  expect(await isPageGone(ports(), `${site.origin}/story`, signal)).toBe(false);
  expect(site.asked).toEqual(['/robots.txt']);
});

test('a page that robots.txt disallows is not fetched, and the story keeps the text of its feed', async () => {
  site.answers['/robots.txt'] = robots(
    'User-agent: *\nDisallow:\n\nUser-agent: wirethread\nDisallow: /',
  );
  site.answers['/story'] = page('Ana Ruiz');
  const story = await read('/story');
  expect(story).toMatchObject({ enrichAt: null, enrichAttempts: 1 });
  expect(byline(story)).toBe('');
  expect(site.asked).toEqual(['/robots.txt']);
  expect(events('story.page-off-limits')).toHaveLength(1);
});

test('the robots.txt of a host is fetched once a day, however many pages are read', async () => {
  const paths = ['/a', '/b', '/c', '/d'];
  for (const path of paths) site.answers[path] = page('Ana Ruiz');
  const stories = await Promise.all(paths.map((path) => stored(path)));
  const whole = await enrichStories(ports(), stories, Infinity, signal);
  expect(whole.map(byline)).toEqual(paths.map(() => 'Ana Ruiz'));
  expect(site.asked.filter((path) => path === '/robots.txt')).toHaveLength(1);
  site.newsroom.clock.advance(dayMs + 1);
  await read('/a');
  expect(site.asked.filter((path) => path === '/robots.txt')).toHaveLength(2);
});

test.each([404, 401, 403, 410])('a robots.txt answered by %i allows every page', async (status) => {
  site.answers['/robots.txt'] = { status };
  site.answers['/story'] = page('Ana Ruiz');
  expect(byline(await read('/story'))).toBe('Ana Ruiz');
});

test.each([429, 500, 503])(
  'a robots.txt answered by %i disallows every page for an hour',
  async (status) => {
    site.answers['/robots.txt'] = { status };
    site.answers['/story'] = page('Ana Ruiz');
    const story = await read('/story');
    expect(story).toMatchObject({
      enrichAt: site.newsroom.clock.now() + hourMs,
      enrichAttempts: 1,
    });
    await read('/story');
    expect(site.asked).toEqual(['/robots.txt']);
    site.newsroom.clock.advance(hourMs);
    delete site.answers['/robots.txt'];
    expect(byline(await read('/story'))).toBe('Ana Ruiz');
  },
);

test('redirects of robots.txt are followed, and an endless redirect allows every page', async () => {
  site.answers['/robots.txt'] = { status: 301, headers: { location: '/rules' } };
  site.answers['/rules'] = robots('User-agent: *\nDisallow: /story');
  site.answers['/story'] = site.answers['/open'] = page('Ana Ruiz');
  expect(byline(await read('/story'))).toBe('');
  site.newsroom.clock.advance(dayMs + 1);
  site.answers['/rules'] = { status: 302, headers: { location: '/robots.txt' } };
  expect(byline(await read('/story'))).toBe('Ana Ruiz');
});

test('a page that redirects to a host whose robots.txt disallows it is not used', async () => {
  const other = createServer((request, response) => {
    const isRules = request.url === '/robots.txt';
    response.end(isRules ? 'User-agent: *\nDisallow: /' : (page('Ana Ruiz').body ?? ''));
  });
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  site.answers['/story'] = { status: 302, headers: { location: `http://127.0.0.1:${port}/story` } };
  const story = await read('/story');
  await new Promise((resolve) => other.close(resolve));
  expect(byline(story)).toBe('');
  expect(story.enrichAt).toBeNull();
});

test('a host with a crawl delay is site.asked for one page per delay', async () => {
  site.answers['/robots.txt'] = robots('User-agent: *\nCrawl-delay: 5');
  site.answers['/a'] = site.answers['/b'] = page('Ana Ruiz');
  const first = await read('/a');
  const second = await read('/b');
  expect(byline(first)).toBe('Ana Ruiz');
  expect(second).toMatchObject({
    enrichAt: site.newsroom.clock.now() + 5 * secondMs,
    enrichAttempts: 0,
  });
  site.newsroom.clock.advance(5 * secondMs);
  expect(byline(await read('/b'))).toBe('Ana Ruiz');
});

test('a host that sends Retry-After is site.asked for no page until then', async () => {
  site.answers['/a'] = { status: 429, headers: { 'retry-after': '1200' } };
  site.answers['/b'] = page('Ana Ruiz');
  const inTwentyMinutes = site.newsroom.clock.now() + 20 * minuteMs;
  expect((await read('/a')).enrichAt).toBe(inTwentyMinutes);
  expect(await read('/b')).toMatchObject({ enrichAt: inTwentyMinutes, enrichAttempts: 0 });
  expect(site.asked).not.toContain('/b');
});

test('a page that two stories link to is fetched once an hour', async () => {
  site.answers['/story'] = page('Ana Ruiz');
  const [one, two] = await Promise.all([read('/story'), read('/story#comments')]);
  expect(byline(one) + byline(two)).toBe('Ana RuizAna Ruiz');
  site.newsroom.clock.advance(hourMs - 1);
  await read('/story');
  expect(site.asked.filter((path) => path === '/story')).toHaveLength(1);
  site.newsroom.clock.advance(1);
  await read('/story');
  expect(site.asked.filter((path) => path === '/story')).toHaveLength(2);
});

test('a page is given up after three failures, or at once when it is gone', async () => {
  site.answers['/a'] = { status: 500 };
  const third = await enrichStory(
    ports(),
    await stored('/a', { enrichAttempts: 2 }),
    8_000,
    signal,
  );
  expect(third).toMatchObject({ enrichAt: null, enrichAttempts: 3 });
  site.answers['/b'] = { status: 410 };
  expect((await read('/b')).enrichAt).toBeNull();
  expect((await read('/a')).enrichAt).toBe(site.newsroom.clock.now() + 5 * minuteMs);
});
