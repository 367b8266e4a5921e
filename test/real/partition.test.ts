import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { connectBot } from '../../src/app/bot.ts';
import { minuteMs } from '../../src/core/time/duration.ts';
import { openStore } from '../../src/edge/store/open.ts';
import { turnableClock } from '../../src/edge/system/clock.ts';
import { deliverNext } from '../../src/newsroom/delivery/deliver.ts';
import { pollNextFeed } from '../../src/newsroom/feeds/poll-feed.ts';
import type { Ports } from '../../src/newsroom/ports.ts';
import { defaultSubscriptionSettings } from '../../src/core/feed/subscription.ts';
import { invitePermissions } from '../../src/core/delivery/permissions.ts';
import { startLocalDiscord } from '../../src/preview/discord/index.ts';
import { startNewspaper } from '../../src/preview/newspaper/newspaper.ts';
import { anEdition, aStory } from '../support/editions.ts';
import { type Newsroom, stageNewsroom, startOfDay } from '../support/newsroom.ts';
import { parsers } from '../support/parsers.ts';
import { recordingLog } from '../support/recording-log.ts';
import { retentionMs } from '../support/rounds.ts';
import { type Postgres, startPostgres, withoutPostgres } from './postgres.ts';
import { type StallingLine, startStallingLine } from './stalling-line.ts';

const skipped = withoutPostgres === null ? '' : ` (${withoutPostgres})`;
const signal = new AbortController().signal;

const storiesOf = (count: number) =>
  anEdition(
    ...Array.from({ length: count }, (_, index) =>
      aStory({
        slug: `pier-${index}`,
        at: (index - 60) * minuteMs,
        headline: `Story ${index} of the pier`,
      }),
    ),
  );
const numbersOf = (messages: readonly { type: number }[]) =>
  messages
    .filter(({ type }) => type === 0)
    .map((message) => Number(/Story (\d+)/.exec(JSON.stringify(message))?.[1]));
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

describe.skipIf(withoutPostgres !== null)(`a PostgreSQL out of reach${skipped}`, () => {
  let postgres: Postgres;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.stop());

  describe('for one of two processes', () => {
    const count = 3;
    let line: StallingLine;
    let newsroom: Newsroom;
    /** The process whose way stalls, and the other one. */
    let cutOff: Ports;
    let other: Ports;

    async function stage(): Promise<void> {
      const url = await postgres.newDatabase();
      line = await startStallingLine(url);
      newsroom = await stageNewsroom({
        storeUrl: line.urlOf(url),
        edition: storiesOf(count),
        settings: { firstRun: count },
      });
      cutOff = newsroom.bot.ports;
      const { clock, log } = cutOff;
      const store = await openStore({ url, now: () => clock.now(), log });
      other = { ...cutOff, store };
      onTestFinished(async () => {
        line.resume();
        await store.close();
        await newsroom.close();
        await line.close();
      });
    }

    // Within the time in which Discord recognises a nonce, and long after it.
    test.each([2 * minuteMs, 30 * minuteMs])(
      'what it posted is not posted again, and what it saves %i ms later is refused',
      async (awayMs) => {
        await stage();
        expect(await pollNextFeed(cutOff, signal)).toBe(true);
        const ends: boolean[] = [];
        const { store, discord } = cutOff;
        let posts = 0;
        let stalled = () => {};
        const cut = new Promise<void>((resolve) => (stalled = resolve));
        const first = deliverNext(
          {
            ...cutOff,
            store: {
              ...store,
              deliveries: {
                ...store.deliveries,
                async end(...ending) {
                  const isSaved = await store.deliveries.end(...ending);
                  ends.push(isSaved);
                  return isSaved;
                },
              },
            },
            discord: {
              ...discord,
              async post(...message) {
                posts += 1;
                const posted = await discord.post(...message);
                line.stall();
                stalled();
                return posted;
              },
            },
          },
          signal,
        );
        await cut;
        newsroom.clock.advance(awayMs);
        while (await deliverNext(other, signal));
        expect(numbersOf(newsroom.messages())).toEqual(upTo(count));
        line.resume();
        await first;
        expect({ ends, posts }).toEqual({ ends: [false], posts: 1 });
        expect(numbersOf(newsroom.messages())).toEqual(upTo(count));
        expect(await other.store.deliveries.countOpen(newsroom.news)).toBe(0);
      },
    );

    test('a poll that another one has made meanwhile is not saved', async () => {
      await stage();
      let stalled = () => {};
      const cut = new Promise<void>((resolve) => (stalled = resolve));
      const { fetch } = cutOff;
      const first = pollNextFeed(
        {
          ...cutOff,
          async fetch(...request) {
            const answer = await fetch(...request);
            line.stall();
            stalled();
            return answer;
          },
        },
        signal,
      );
      await cut;
      newsroom.clock.advance(5 * minuteMs);
      expect(await pollNextFeed(other, signal)).toBe(true);
      line.resume();
      await first;
      expect(newsroom.log.map(({ event }) => event)).toContain('feed.lease-lost');
      while (await deliverNext(other, signal));
      expect(numbersOf(newsroom.messages())).toEqual(upTo(count));
    });
  });

  test('restarted under load, it is found again: each story is posted once, in order', async () => {
    const count = 12;
    const clock = turnableClock(startOfDay);
    const discord = await startLocalDiscord({ now: () => clock.now(), rateLimits: false });
    const paper = await startNewspaper({ now: () => clock.now(), script: storiesOf(count) });
    const guild = discord.addGuild({ name: 'Harbour Town' });
    const channelId = discord.addChannel(guild.id, { name: 'news' }).id;
    const { applicationId, token } = discord.addApplication({ name: 'Wirethread' });
    discord.inviteBot(applicationId, guild.id, invitePermissions);
    const log = recordingLog();
    const bot = await connectBot({
      token,
      apiUrl: discord.url,
      storeUrl: await postgres.newDatabase(),
      userAgent: 'Wirethread tests',
      allow: ['127.0.0.0/8'],
      fetchTimeoutMs: null,
      feeds: [
        {
          url: paper.feedUrl,
          guildId: guild.id,
          channelId,
          settings: { ...defaultSubscriptionSettings, firstRun: count },
        },
      ],
      retentionMs,
      parsers,
      clock,
      log,
    });
    onTestFinished(async () => {
      await bot.stop();
      await discord.close();
      await paper.close();
    });
    let posts = 0;
    let restarting: Promise<void> = Promise.resolve();
    discord.faults.onCall(async ({ phase, method, path }) => {
      if (phase !== 'before' || method !== 'POST' || !path.includes(channelId)) return;
      posts += 1;
      if (posts !== 3 && posts !== 7) return;
      restarting = restarting.then(async () => {
        await postgres.restart();
        // What was claimed goes on when its lease has ended.
        clock.turn(2 * minuteMs);
      });
    });
    bot.startSchedule();
    await discord.waitFor(() => numbersOf(discord.messages(channelId)).length === count);
    await restarting;
    expect(numbersOf(discord.messages(channelId))).toEqual(upTo(count));
    expect(log.lines.map(({ event }) => event)).toContain('store.session-lost');
  });
});
