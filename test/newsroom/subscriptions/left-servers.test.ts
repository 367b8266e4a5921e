import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dayMs, minuteMs } from '../../../src/core/time/duration.ts';
import { deliverNext } from '../../../src/newsroom/delivery/deliver.ts';
import { pollNextFeed } from '../../../src/newsroom/feeds/poll-feed.ts';
import {
  deleteLeftServer,
  onServersKnown,
} from '../../../src/newsroom/subscriptions/left-servers.ts';
import { invitePermissions } from '../../../src/core/delivery/permissions.ts';
import { type FeedSite, siteStories, startFeedSite } from '../../support/feed-site.ts';
import { type Newsroom, stageNewsroom } from '../../support/newsroom.ts';
import { retentionMs } from '../../support/rounds.ts';

let site: FeedSite;
let newsroom: Newsroom;
beforeEach(async () => {
  site = await startFeedSite();
  site.print(siteStories(2));
  newsroom = await stageNewsroom({
    feedUrls: () => [site.feedUrl],
    settings: { firstRun: 2, comments: { mirror: false } },
  });
  await newsroom.quiet();
});
afterEach(async () => {
  await newsroom.close();
  await site.close();
});

const signal = new AbortController().signal;
const said = (event: string) => newsroom.log.filter((line) => line.event === event).length;
const stories = () => newsroom.messages().filter(({ type }) => type === 0).length;
const applicationId = () => newsroom.bot.client.application.id;

async function leave(): Promise<void> {
  newsroom.discord.removeBot(applicationId(), newsroom.guildId);
  await vi.waitUntil(() => said('guild.left') === 1, 60_000);
}

test('the feeds of a server that was left are not polled, nor is anything posted there, until the bot is back', async () => {
  const { store, clock } = newsroom.bot.ports;
  site.print(siteStories(3));
  newsroom.clock.advance(30 * minuteMs);
  expect(await pollNextFeed(newsroom.bot.ports, signal)).toBe(true);
  await leave();
  expect(await deliverNext(newsroom.bot.ports, signal)).toBe(false);
  newsroom.clock.advance(30 * minuteMs);
  expect(await pollNextFeed(newsroom.bot.ports, signal)).toBe(false);
  expect((await store.figures()).feedsOverdue).toBe(0);
  expect(await store.deliveries.nextDue(clock.now())).toBeNull();
  expect(stories()).toBe(2);

  newsroom.discord.inviteBot(applicationId(), newsroom.guildId, invitePermissions);
  await vi.waitUntil(() => said('guild.came-back') === 1, 60_000);
  await newsroom.quiet();
  expect(stories()).toBe(3);
});

test('a server that was left while the bot did not run is told apart at the start; one in an outage is none', async () => {
  const { ports } = newsroom.bot;
  await newsroom.restart();
  expect(said('guild.left')).toBe(0);
  await newsroom.bot.client.destroy();
  newsroom.discord.removeBot(applicationId(), newsroom.guildId);
  await newsroom.restart();
  await vi.waitUntil(() => said('guild.left') === 1, 60_000);
  newsroom.clock.advance(30 * minuteMs);
  expect(newsroom.bot.ports).not.toBe(ports);
  expect(await pollNextFeed(newsroom.bot.ports, signal)).toBe(false);
});

test('a server that Discord cannot reach for a while was not left: its work goes on', async () => {
  const { discord, guildId, bot } = newsroom;
  const isAvailable = () => bot.client.guilds.cache.get(guildId)?.available;
  discord.faults.startOutage(guildId);
  await vi.waitUntil(() => isAvailable() === false, 60_000);
  discord.faults.endOutage(guildId);
  await vi.waitUntil(() => isAvailable() === true, 60_000);
  site.print(siteStories(3));
  newsroom.clock.advance(30 * minuteMs);
  await newsroom.quiet();
  expect(stories()).toBe(3);
  expect(said('guild.left')).toBe(0);
});

test('a token of another bot deletes nothing: the log says whose database it is, until that bot is in its servers', async () => {
  const { store } = newsroom.bot.ports;
  expect(await store.texts.get('bot')).toBe(applicationId());
  const known = (botId: string, guildIds: string[]) =>
    onServersKnown(newsroom.bot.ports, { botId, guildIds, shard: [0, 1] });
  const other = newsroom.discord.addApplication({ name: 'Another' }).applicationId;
  await known(other, []);
  expect(said('guild.left')).toBe(0);
  const [line] = newsroom.log.filter(({ event }) => event === 'bot.another');
  expect(line?.fields['remedy']).toContain(
    `This database is of the bot ${applicationId()}, and DISCORD_TOKEN of another one, ${other}`,
  );
  await known(other, [newsroom.guildId]);
  await known(other, []);
  expect(said('guild.left')).toBe(1);
});

test('what is stored of it is deleted when the time has passed, and nothing before', async () => {
  const { ports } = newsroom.bot;
  const { store } = ports;
  const { guildId } = newsroom;
  await leave();
  newsroom.clock.advance(retentionMs - dayMs);
  expect(await deleteLeftServer(ports, retentionMs)).toBe(false);
  newsroom.clock.advance(2 * dayMs);
  while (await deleteLeftServer(ports, retentionMs));
  expect(await store.feeds.listSubscriptionsIn(guildId)).toEqual([]);
  expect(await store.settings.get(guildId)).toBeNull();
  const [message] = newsroom.messages();
  expect(message && (await store.deliveries.getByMessage(message.id))).toBeNull();
  expect(await store.guilds.leftBefore(newsroom.clock.now())).toBeNull();
  expect(said('guild.deleted')).toBe(1);
});
