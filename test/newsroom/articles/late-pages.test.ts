import { expect, test } from 'vitest';
import { FetchError } from '../../../src/core/errors.ts';
import { dayMs, minuteMs, secondMs } from '../../../src/core/time/duration.ts';
import {
  enrichStory,
  enrichStories,
  enrichLateStories,
} from '../../../src/newsroom/articles/enrich-story.ts';
import { deliverNext } from '../../../src/newsroom/delivery/deliver.ts';
import { pollNextFeed } from '../../../src/newsroom/feeds/poll-feed.ts';
import type { Ports } from '../../../src/newsroom/ports.ts';
import { subscribe } from '../../../src/newsroom/subscriptions/subscribe.ts';
import { headlineIn } from '../../support/headline.ts';
import { stageNewsroom } from '../../support/newsroom.ts';
import { articleSite, byline, page } from './article-site.ts';

const site = articleSite();
const { ports, read, stored } = site;
const { signal } = new AbortController();

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
  site.answers['/feed'] = {
    headers: { 'content-type': 'application/rss+xml' },
    body: `<rss version="2.0"><channel><title>Harbour Ledger</title><item><title>Old ferry sinks</title><link>${site.origin}/story</link><guid>1</guid></item></channel></rss>`,
  };
  site.answers['/story'] = page('Ana Ruiz');
  await site.newsroom.close();
  site.newsroom = await stageNewsroom({ feedUrls: () => [`${site.origin}/feed`] });
  const { guildId, moderator } = site.newsroom;
  const evening = site.newsroom.discord.addChannel(guildId, { name: 'evening' }).id;
  const [declared] = await ports().store.feeds.listSubscriptionsIn(guildId);
  if (!declared) throw new Error('the feed is declared');
  const { settings } = declared;
  const wanted = { url: `${site.origin}/feed`, guildId, channelId: evening, settings };
  await subscribe(ports(), wanted, moderator);
  while (await pollNextFeed(slowPages(), signal));
  while (await deliverNext(ports(), signal));
  const [post] = site.newsroom.messages();
  expect(headlineIn(post)).toBe('Old ferry sinks');
  expect(JSON.stringify(post)).not.toContain('Ana Ruiz');
  await site.newsroom.quiet();
  const [edited, ...others] = site.newsroom.messages().filter(({ type }) => type === 0);
  expect(others).toEqual([]);
  expect(edited?.id).toBe(post?.id);
  expect(JSON.stringify(edited)).toContain('Ana Ruiz');
  expect(JSON.stringify(edited)).not.toContain('Corrected');
  const inEvening = site.newsroom.messages(evening).filter(({ type }) => type === 0);
  expect(inEvening).toHaveLength(1);
  expect(JSON.stringify(inEvening)).toContain('Ana Ruiz');
});

test('a robots.txt that is too slow for a poll is fetched again later in the background', async () => {
  site.answers['/story'] = page('Ana Ruiz');
  const slow: Ports = {
    ...ports(),
    fetch: async (request, inner) => {
      if (request.timeoutMs < 8 * secondMs) throw new FetchError('not yet', { fault: 'timeout' });
      return ports().fetch(request, inner);
    },
  };
  const [later] = await enrichStories(slow, [await stored('/story')], Infinity, signal);
  expect(later).toMatchObject({ enrichAt: site.newsroom.clock.now(), enrichAttempts: 0 });
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
      site.newsroom.clock.advance(timeoutMs);
      throw new FetchError('not yet', { fault: 'timeout' });
    },
  };
  const before = site.newsroom.clock.now();
  const all = await enrichStories(world, stories, Infinity, signal);
  expect(site.newsroom.clock.now() - before).toBeLessThanOrEqual(6 * secondMs);
  expect(given.length).toBeLessThanOrEqual(2);
  for (const story of all) expect(story).toMatchObject({ enrichAttempts: 0 });
  for (const { enrichAt } of all) expect(enrichAt).toBeLessThanOrEqual(site.newsroom.clock.now());
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
        site.newsroom.clock.advance(queueMs);
        throw new FetchError('not asked', { fault: 'busy' });
      },
    };
    const before = site.newsroom.clock.now();
    const postponed = await enrichStories(busy, stories, Infinity, signal);
    const now = site.newsroom.clock.now();
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

test('a host that a clock running ahead had paused is site.asked when the clock is set back', async () => {
  site.answers['/story'] = { status: 429, headers: { 'retry-after': '600' } };
  site.newsroom.clock.advance(30 * dayMs);
  expect((await read('/story')).enrichAt).toBe(site.newsroom.clock.now() + 10 * minuteMs);
  site.newsroom.clock.advance(-30 * dayMs);
  site.answers['/story'] = page('Ana Ruiz');
  expect(byline(await read('/story'))).toBe('Ana Ruiz');
});

test('cached pages are deleted when they expire', async () => {
  site.answers['/story'] = page('Ana Ruiz');
  await read('/story');
  expect(await ports().store.deleteExpired()).toBe(0);
  site.newsroom.clock.advance(dayMs + 1);
  // The page, its host's rules.
  expect(await ports().store.deleteExpired()).toBe(2);
});

test('a late article page does not undo a correction that the feed made meanwhile', async () => {
  site.answers['/story'] = page('Ana Ruiz');
  const { feeds } = ports().store;
  const due = await stored('/story', { enrichAt: site.newsroom.clock.now() });
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
  await site.newsroom.quiet();
  const whole = await feeds.getStory(due.id);
  expect(whole).toMatchObject({ enrichAt: null, story: { headline: 'Old ferry sinks again' } });
  expect(whole && byline(whole)).toBe('Ana Ruiz');
});
