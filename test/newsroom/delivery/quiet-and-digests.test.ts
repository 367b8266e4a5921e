import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type ChannelOptions,
  Filters,
  type QuietHours,
} from '../../../src/core/feed/channel-options.ts';
import type { PostingChannel } from '../../../src/core/delivery/channel.ts';
import type { SubscriptionSettings } from '../../../src/core/feed/subscription.ts';
import { dayMs, hourMs, minuteMs } from '../../../src/core/time/duration.ts';
import { editSubscription } from '../../../src/newsroom/subscriptions/edit-subscription.ts';
import { pollNextFeed } from '../../../src/newsroom/feeds/poll-feed.ts';
import { postNextDigest } from '../../../src/newsroom/stories/post-digests.ts';
import { subscribe } from '../../../src/newsroom/subscriptions/subscribe.ts';
import { type Newsroom, startOfDay, stageNewsroom } from '../../support/newsroom.ts';
import {
  startFeedSite,
  type FeedSite,
  type SiteStory,
  siteStories,
} from '../../support/feed-site.ts';

let site: FeedSite;
let newsroom: Newsroom;
beforeEach(async () => {
  site = await startFeedSite();
});
afterEach(async () => {
  await newsroom.close();
  await site.close();
});

const pollMs = 11 * minuteMs;
const { signal } = new AbortController();
const own = (channelId?: string) => newsroom.messages(channelId).filter(({ type }) => type === 0);
const titles = () => own().map(({ embeds }) => embeds[0]?.title);
/** The newsroom's day begins at nine, UTC. */
const at = (hour: number) => startOfDay + (hour - 9) * hourMs;
const night: QuietHours = { from: 22 * 60, to: 7 * 60, zone: 'UTC' };
const ferry: SiteStory = { slug: 'ferry', headline: 'Ferry returns', at: 1 };
const lamp: SiteStory = { slug: 'lamp', headline: 'Lamp mended', at: 2 };

/** A newsroom that has read its feed once, empty. */
async function stage(settings: Partial<ChannelOptions>, startAt = at(9)): Promise<void> {
  newsroom = await stageNewsroom({ settings, startAt, feedUrls: () => [site.feedUrl] });
  await newsroom.quiet();
}

async function reads(...stories: SiteStory[]): Promise<void> {
  site.print(stories);
  await newsroom.later(pollMs);
}

async function until(instant: number): Promise<void> {
  await newsroom.later(instant - newsroom.clock.now());
}

async function declared() {
  const [found] = await newsroom.bot.ports.store.feeds.listSubscriptionsIn(newsroom.guildId);
  if (!found) throw new Error('the feed is declared');
  return found;
}

async function set(change: Partial<SubscriptionSettings>): Promise<void> {
  const before = await declared();
  const settings = { ...before.settings, ...change };
  await newsroom.bot.ports.store.feeds.saveSubscription({ ...before, settings });
}

describe('quiet hours', () => {
  test('stories found in quiet hours are posted in order when the quiet hours end', async () => {
    await stage({ quietHours: night }, at(23));
    await reads(ferry);
    await reads(lamp, ferry);
    expect(own()).toHaveLength(0);
    await until(at(31) - minuteMs);
    expect(own()).toHaveLength(0);
    site.print([{ slug: 'gate', headline: 'Gate lowered', at: 3 }, lamp, ferry]);
    await until(at(31) + pollMs);
    expect(titles()).toEqual(['Ferry returns', 'Lamp mended', 'Gate lowered']);
  });

  test('quiet hours delay neither edits nor the stories of a feed without quiet hours', async () => {
    await stage({ quietHours: night }, at(21));
    await reads(ferry);
    const { settings } = await declared();
    const { guildId, moderator, news: channelId } = newsroom;
    const other = { url: site.secondFeedUrl, guildId, channelId };
    const loud = { ...settings, quietHours: null };
    await subscribe(newsroom.bot.ports, { ...other, settings: loud }, moderator);
    await until(at(23));
    await reads(lamp, { ...ferry, headline: 'Ferry returned' });
    expect(titles()).toEqual(['Ferry returned']);
    site.print([{ slug: 'gate', headline: 'Gate lowered' }], site.secondFeedUrl);
    await newsroom.later(pollMs);
    expect(titles()).toEqual(['Ferry returned', 'Gate lowered']);
    await until(at(31));
    expect(titles()).toEqual(['Ferry returned', 'Gate lowered', 'Lamp mended']);
  });

  test('stories delayed by quiet hours are posted first when the quiet hours are removed', async () => {
    await stage({ quietHours: night }, at(23));
    await reads(ferry);
    await set({ quietHours: null });
    await reads(lamp, ferry);
    expect(titles()).toEqual(['Ferry returns', 'Lamp mended']);
  });

  test('a story delayed by quiet hours is not posted when a filter set meanwhile excludes it', async () => {
    await stage({ quietHours: night }, at(23));
    await reads(lamp, ferry);
    await set({ filters: Filters.parse({ exclude: { words: ['ferry'] } }) });
    await until(at(32));
    expect(titles()).toEqual(['Lamp mended']);
    await reads(lamp, { ...ferry, headline: 'The boat returns' });
    expect(titles()).toEqual(['Lamp mended', 'The boat returns']);
  });

  test('stories still waiting for a rate limit when quiet hours begin are posted after the quiet hours', async () => {
    await stage({ quietHours: night }, at(21));
    const { discord, news } = newsroom;
    discord.faults.rateLimitNext(({ path }) => path.endsWith(`/${news}/messages`), 3600);
    await reads(lamp, ferry);
    await until(at(23));
    expect(own()).toHaveLength(0);
    await until(at(31));
    expect(titles()).toEqual(['Ferry returns', 'Lamp mended']);
  });

  test('a story whose answer was lost just before quiet hours is found again and not posted twice', async () => {
    await stage({ quietHours: night }, at(21) + 40 * minuteMs);
    const { discord, news } = newsroom;
    discord.faults.failNext(({ path }) => path.endsWith(`/${news}/messages`), {
      status: 'drop',
      when: 'after',
      count: 4,
    });
    await reads(ferry);
    await until(at(23));
    await until(at(32));
    expect(titles()).toEqual(['Ferry returns']);
  });
});

describe('a digest', () => {
  const hourly = { digest: { every: 'hour' } } as const;

  test('a digest lists all stories of an hour in one message, oldest first, without discussions', async () => {
    await stage(hourly);
    site.writePage('ferry', '<!doctype html><p>x</p>');
    await reads({ ...ferry, author: 'Ines Okafor' });
    await reads(lamp, { ...ferry, author: 'Ines Okafor' });
    expect(own()).toHaveLength(0);
    await until(at(10));
    const [digest] = own();
    expect(own()).toHaveLength(1);
    expect(digest?.content).toBe('The Harbour Ledger: 2 stories');
    expect(digest?.embeds[0]?.description?.split('\n')).toEqual([
      `**[Ferry returns](${site.pageUrl('ferry')})** — Ines Okafor`,
      `**[Lamp mended](${site.pageUrl('lamp')})**`,
    ]);
    expect(digest?.mention_everyone).toBe(false);
    const { discussions } = newsroom.bot.ports.store;
    expect(await discussions.listInGuild(newsroom.guildId, ['waiting', 'open'], 5)).toEqual([]);
  });

  test('a digest without stories is not posted, and a digest counts stories beyond the catch-up limit', async () => {
    await stage({ ...hourly, catchUp: 2 });
    await until(at(10));
    expect(own()).toHaveLength(0);
    await reads(...siteStories(30));
    await until(at(11));
    expect(own()).toHaveLength(1);
    expect(own()[0]?.content).toBe('The Harbour Ledger: 30 stories');
    const lines = own()[0]?.embeds[0]?.description?.split('\n') ?? [];
    expect(lines[0]).toContain('Story 1]');
    expect(lines.at(-1)).toBe(`[and ${30 - (lines.length - 1)} more](${site.url}/)`);
    await until(at(12));
    expect(own()).toHaveLength(1);
  });

  test('a digest omits stories that a filter set meanwhile excludes', async () => {
    await stage(hourly);
    await reads(lamp, ferry);
    await set({ filters: Filters.parse({ exclude: { words: ['ferry'] } }) });
    await until(at(10));
    expect(own()[0]?.content).toBe('The Harbour Ledger: 1 story');
    await reads({ slug: 'gate', headline: 'Gate lowered' }, lamp);
    await set({ filters: Filters.parse({ exclude: { words: ['gate'] } }) });
    await until(at(11));
    expect(own()).toHaveLength(1);
  });

  test('a daily digest follows the clock of its time zone and waits for the end of quiet hours', async () => {
    const digest = { every: 'day', at: 6 * 60, zone: 'Europe/Berlin' } as const;
    await stage({ digest, quietHours: night });
    await reads(ferry);
    // Six o'clock in Berlin is five in UTC, when it is quiet until seven.
    await until(at(31) - minuteMs);
    expect(own()).toHaveLength(0);
    await until(at(31));
    expect(own()).toHaveLength(1);
    await until(at(31) + dayMs);
    expect(own()).toHaveLength(1);
  });

  test('after the digest is switched off, its collected stories are still posted and new ones are posted one by one', async () => {
    await stage(hourly);
    await reads(ferry);
    await set({ digest: null });
    await reads(lamp, ferry);
    await until(at(10));
    expect(titles()).toEqual(['Lamp mended', 'The Harbour Ledger']);
  });

  test.each([
    ['another hour', { every: 'day', at: 11 * 60, zone: 'UTC' }, at(11)],
    ['none', null, at(10)],
  ] as const)(
    'a digest whose time is changed to %s posts the collected stories at the new time',
    async (_, digest, then) => {
      await stage({ digest: { every: 'day', at: 18 * 60, zone: 'UTC' } });
      await reads(ferry);
      await until(at(10) - minuteMs);
      const channel: PostingChannel = { kind: 'text', name: '', tags: [], requiresTag: false };
      const before = { ...(await declared()), origin: 'command' } as const;
      await newsroom.bot.ports.store.feeds.saveSubscription(before);
      await editSubscription(
        newsroom.bot.ports,
        { before, channel },
        (settings) => ({ ...settings, digest }),
        ['digest'],
        newsroom.moderator,
      );
      await until(then);
      expect(own()[0]?.content).toBe('The Harbour Ledger: 1 story');
      await until(at(18) + hourMs);
      expect(own()).toHaveLength(1);
    },
  );

  test('a digest that waits for Discord omits a story withdrawn meanwhile', async () => {
    await stage(hourly);
    await reads(lamp, ferry);
    const inNews = ({ path }: { path: string }) => path.endsWith(`/${newsroom.news}/messages`);
    newsroom.discord.faults.failNext(inNews, { status: 500, count: 4 });
    await until(at(10));
    const { store, clock } = newsroom.bot.ports;
    const { feedId } = await declared();
    site.print([lamp]);
    for (const { id } of await store.feeds.listTrackedStories(feedId)) {
      const { headline } = (await store.feeds.getStory(id))?.story ?? {};
      if (headline === ferry.headline) await store.feeds.saveWithdrawn([id], clock.now());
    }
    await newsroom.later(pollMs);
    expect(own()[0]?.embeds[0]?.description).toBe(`**[Lamp mended](${site.pageUrl('lamp')})**`);
  });

  test('a digest omits withdrawn stories, and is not posted when none is left', async () => {
    await stage(hourly);
    await reads(lamp, ferry);
    const { store, clock } = newsroom.bot.ports;
    const { feedId } = await declared();
    /** Only the lamp is left in the feed. */
    const withdraw = async (headline: string) => {
      site.print([lamp]);
      for (const { id } of await store.feeds.listTrackedStories(feedId)) {
        const story = await store.feeds.getStory(id);
        if (story?.story.headline === headline) await store.feeds.saveWithdrawn([id], clock.now());
      }
    };
    await withdraw('Ferry returns');
    await until(at(10));
    expect(own()[0]?.content).toBe('The Harbour Ledger: 1 story');
    await reads({ slug: 'gate', headline: 'Gate lowered' }, lamp);
    await withdraw('Gate lowered');
    await until(at(11));
    expect(own()).toHaveLength(1);
  });

  test('a channel that removed the feed gets no digest, and gets the stories after it adds the feed again', async () => {
    await stage(hourly);
    await reads(ferry);
    const { id, url, settings } = await declared();
    const { bot, guildId, moderator, news: channelId } = newsroom;
    await bot.ports.store.feeds.deleteSubscription(id);
    await until(at(10));
    expect(own()).toHaveLength(0);
    await subscribe(bot.ports, { url, guildId, channelId, settings }, moderator);
    await newsroom.quiet();
    await until(at(11));
    expect(own()[0]?.content).toBe('The Harbour Ledger: 1 story');
    await bot.ports.store.feeds.deleteSubscription(id);
    await subscribe(bot.ports, { url, guildId, channelId, settings }, moderator);
    await newsroom.quiet();
    await until(at(12));
    expect(own()).toHaveLength(1);
  });

  test('a digest is posted once when the answer from Discord is lost and a story changes meanwhile', async () => {
    await stage(hourly);
    await reads(lamp, ferry);
    const { discord, news } = newsroom;
    discord.faults.failNext(({ path }) => path.endsWith(`/${news}/messages`), {
      status: 'drop',
      when: 'after',
      count: 4,
    });
    await until(at(10));
    site.print([lamp, { ...ferry, headline: 'Ferry returned' }]);
    for (let round = 0; round < 5; round += 1) await newsroom.later(pollMs);
    expect(own()).toHaveLength(1);
  });

  test('a digest is posted even when the bot stopped between finding its stories and posting it', async () => {
    await stage(hourly);
    site.print([ferry]);
    newsroom.clock.advance(pollMs);
    while (await pollNextFeed(newsroom.bot.ports, signal));
    newsroom.clock.advance(hourMs);
    expect(await postNextDigest(newsroom.bot.ports)).toBe(true);
    expect(await postNextDigest(newsroom.bot.ports)).toBe(false);
    await newsroom.quiet();
    expect(own()).toHaveLength(1);
  });
});
