import { expect, test } from 'vitest';
import { Filters, type QuietHours } from '../../../src/core/feed/channel-options.ts';
import { type PostingChannel } from '../../../src/core/delivery/channel.ts';
import { dayMs, hourMs, minuteMs } from '../../../src/core/time/duration.ts';
import { pollNextFeed } from '../../../src/newsroom/feeds/poll-feed.ts';
import { postNextDigest } from '../../../src/newsroom/stories/post-digests.ts';
import { editSubscription } from '../../../src/newsroom/subscriptions/edit-subscription.ts';
import { subscribe } from '../../../src/newsroom/subscriptions/subscribe.ts';
import {
  at,
  declared,
  ferry,
  lamp,
  newsroom,
  openAndPoll,
  own,
  pollMs,
  reads,
  set,
  site,
  titles,
  until,
  usePrintedFeeds,
} from '../printed-feeds.ts';
import { siteStories } from '../../support/feed-site.ts';

usePrintedFeeds();

/** The lines of a digest but for the small print: a headline each, then what is left out. */
const headlinesOf = (digest: ReturnType<typeof own>[number] | undefined) =>
  (digest?.embeds[0]?.description ?? '').split('\n').filter((line) => !line.startsWith('-#'));

const night: QuietHours = { from: 22 * 60, to: 7 * 60, zone: 'UTC' };
const { signal } = new AbortController();
const hourly = { digest: { every: 'hour' } } as const;

test('a digest lists all stories of an hour in one message, oldest first, without discussions', async () => {
  await openAndPoll(hourly);
  site.writePage('ferry', '<!doctype html><p>x</p>');
  await reads({ ...ferry, author: 'Ines Okafor' });
  await reads(lamp, { ...ferry, author: 'Ines Okafor' });
  expect(own()).toHaveLength(0);
  await until(at(10));
  const [digest] = own();
  expect(own()).toHaveLength(1);
  expect(digest?.content).toBe('The Harbour Ledger: 2 stories');
  expect(headlinesOf(digest)).toEqual([
    `**[Ferry returns](${site.pageUrl('ferry')})** — Ines Okafor`,
    `**[Lamp mended](${site.pageUrl('lamp')})**`,
  ]);
  expect(digest?.mention_everyone).toBe(false);
  const { discussions } = newsroom.bot.ports.store;
  expect(await discussions.listInGuild(newsroom.guildId, ['waiting', 'open'], 5)).toEqual([]);
});

test('a digest without stories is not posted, and a digest counts stories beyond the catch-up limit', async () => {
  await openAndPoll({ ...hourly, catchUp: 2 });
  await until(at(10));
  expect(own()).toHaveLength(0);
  await reads(...siteStories(30));
  await until(at(11));
  expect(own()).toHaveLength(1);
  expect(own()[0]?.content).toBe('The Harbour Ledger: 30 stories');
  const lines = headlinesOf(own()[0]);
  expect(lines[0]).toContain('Story 1]');
  expect(lines.at(-1)).toBe(`[and ${30 - (lines.length - 1)} more](${site.url}/)`);
  await until(at(12));
  expect(own()).toHaveLength(1);
});

test('a digest omits stories that a filter set meanwhile excludes', async () => {
  await openAndPoll(hourly);
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
  await openAndPoll({ digest, quietHours: night });
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
  await openAndPoll(hourly);
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
    await openAndPoll({ digest: { every: 'day', at: 18 * 60, zone: 'UTC' } });
    await reads(ferry);
    await until(at(10) - minuteMs);
    const channel: PostingChannel = { kind: 'text', name: '', tags: [], requiresTag: false };
    const before = { ...(await declared()), origin: 'command' } as const;
    await newsroom.bot.ports.store.feeds.saveSubscription(before);
    await editSubscription(
      newsroom.bot.ports,
      { before, channel },
      { change: (settings) => ({ ...settings, digest }), moveTo: null },
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
  await openAndPoll(hourly);
  await reads(lamp, ferry);
  const inNews = ({ path }: { path: string }) => path.endsWith(`/${newsroom.news}/messages`);
  newsroom.discord.faults.failNext(inNews, { status: 500 });
  await until(at(10));
  const { store, clock } = newsroom.bot.ports;
  const { feedId } = await declared();
  site.print([lamp]);
  for (const { id } of await store.feeds.listTrackedStories(feedId, [])) {
    const { headline } = (await store.feeds.getStory(id))?.story ?? {};
    if (headline === ferry.headline)
      await store.feeds.saveStories({ withdrawn: new Map([[clock.now(), [id]]]) });
  }
  await newsroom.later(pollMs);
  expect(headlinesOf(own()[0])).toEqual([`**[Lamp mended](${site.pageUrl('lamp')})**`]);
});

test('a digest omits withdrawn stories, and is not posted when none is left', async () => {
  await openAndPoll(hourly);
  await reads(lamp, ferry);
  const { store, clock } = newsroom.bot.ports;
  const { feedId } = await declared();
  /** Only the lamp is left in the feed. */
  const withdraw = async (headline: string) => {
    site.print([lamp]);
    for (const { id } of await store.feeds.listTrackedStories(feedId, [])) {
      const story = await store.feeds.getStory(id);
      if (story?.story.headline === headline)
        await store.feeds.saveStories({ withdrawn: new Map([[clock.now(), [id]]]) });
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
  await openAndPoll(hourly);
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
  await openAndPoll(hourly);
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
  await openAndPoll(hourly);
  site.print([ferry]);
  newsroom.clock.advance(pollMs);
  while (await pollNextFeed(newsroom.bot.ports, signal));
  newsroom.clock.advance(hourMs);
  expect(await postNextDigest(newsroom.bot.ports, signal)).toBe(true);
  expect(await postNextDigest(newsroom.bot.ports, signal)).toBe(false);
  await newsroom.quiet();
  expect(own()).toHaveLength(1);
});
