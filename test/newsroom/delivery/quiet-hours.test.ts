import { expect, test } from 'vitest';
import { Filters, type QuietHours } from '../../../src/core/feed/channel-options.ts';
import { minuteMs } from '../../../src/core/time/duration.ts';
import type { SubscriptionSettings } from '../../../src/core/feed/subscription.ts';
import { subscribe } from '../../../src/newsroom/subscriptions/subscribe.ts';
import { unsubscribe } from '../../../src/newsroom/subscriptions/unsubscribe.ts';
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

usePrintedFeeds();

const night: QuietHours = { from: 22 * 60, to: 7 * 60, zone: 'UTC' };

test('stories found in quiet hours are posted in order when the quiet hours end', async () => {
  await openAndPoll({ quietHours: night }, at(23));
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
  await openAndPoll({ quietHours: night }, at(21));
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
  await openAndPoll({ quietHours: night }, at(23));
  await reads(ferry);
  await set({ quietHours: null });
  await reads(lamp, ferry);
  expect(titles()).toEqual(['Ferry returns', 'Lamp mended']);
});

test('a story delayed by quiet hours is not posted when a filter set meanwhile excludes it', async () => {
  await openAndPoll({ quietHours: night }, at(23));
  await reads(lamp, ferry);
  await set({ filters: Filters.parse({ exclude: { words: ['ferry'] } }) });
  await until(at(32));
  expect(titles()).toEqual(['Lamp mended']);
  await reads(lamp, { ...ferry, headline: 'The boat returns' });
  expect(titles()).toEqual(['Lamp mended', 'The boat returns']);
});

test('stories still waiting for a rate limit when quiet hours begin are posted after the quiet hours', async () => {
  await openAndPoll({ quietHours: night }, at(21));
  const { discord, news } = newsroom;
  discord.faults.rateLimitNext(({ path }) => path.endsWith(`/${news}/messages`), 3600);
  await reads(lamp, ferry);
  await until(at(23));
  expect(own()).toHaveLength(0);
  await until(at(31));
  expect(titles()).toEqual(['Ferry returns', 'Lamp mended']);
});

test('a story whose answer was lost just before quiet hours is found again and not posted twice', async () => {
  await openAndPoll({ quietHours: night }, at(21) + 40 * minuteMs);
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

test.each([
  ['delayed by quiet hours', { quietHours: night }],
  ['that waits for a digest', { digest: { at: 7 * 60, every: 'day', zone: 'UTC' } }],
] as const)(
  'a story %s is posted at once when its feed is removed and added again without that',
  async (_, waiting) => {
    await openAndPoll({}, at(23));
    const { guildId, moderator, news: channelId } = newsroom;
    const { ports } = newsroom.bot;
    const plain = (await declared()).settings;
    const add = (settings: SubscriptionSettings) =>
      subscribe(ports, { url: site.secondFeedUrl, guildId, channelId, settings }, moderator);
    const { id } = await add({ ...plain, ...waiting });
    await newsroom.quiet();
    site.print([ferry], site.secondFeedUrl);
    await newsroom.later(pollMs);
    expect(own()).toHaveLength(0);
    await unsubscribe(ports, guildId, id, moderator);
    await newsroom.quiet();
    await add(plain);
    await newsroom.quiet();
    expect(own()).toHaveLength(1);
    expect(JSON.stringify(own())).toContain('Ferry returns');
  },
);
