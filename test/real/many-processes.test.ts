import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invitePermissions } from '../../src/core/delivery/permissions.ts';
import { defaultSubscriptionSettings } from '../../src/core/feed/subscription.ts';
import { shardOf } from '../../src/core/shards.ts';
import { minuteMs, secondMs } from '../../src/core/time/duration.ts';
import { type LocalDiscord, startLocalDiscord } from '../../src/preview/discord/index.ts';
import { type Newspaper, startNewspaper } from '../../src/preview/newspaper/newspaper.ts';
import { compiled } from '../support/compiled.ts';
import type { CrashedBot } from '../support/crashed-bot.ts';
import { anEdition, aStory, threeComments } from '../support/editions.ts';
import { startOfDay } from '../support/newsroom.ts';
import { Random } from '../support/random.ts';
import { type Postgres, startPostgres, withoutPostgres } from './postgres.ts';

const script = compiled(new URL('../support/bot-process.ts', import.meta.url));
const skipped = withoutPostgres === null ? '' : ` (${withoutPostgres})`;

const shardCount = 4;
const storyCount = 8;
const kills = 8;
/** Longer than a channel's lease. */
const shortAwayMs = 70 * secondMs;
/**
 * Longer than any lease, and than Discord's nonce window: only looking first is left. All in all less
 * than the half hour for which a closed discussion waits for its last comments.
 */
const longAwayMs = 10 * minuteMs;

describe.skipIf(withoutPostgres !== null)(`four processes on one PostgreSQL${skipped}`, () => {
  let postgres: Postgres;
  let discord: LocalDiscord;
  let paper: Newspaper;
  let at = startOfDay;
  const processes = new Map<number, ChildProcess>();

  beforeAll(async () => {
    postgres = await startPostgres();
    discord = await startLocalDiscord({ now: () => at, rateLimits: false });
    const stories = Array.from({ length: storyCount }, (_, index) =>
      aStory({
        slug: `pier-${index}`,
        at: (index - 60) * minuteMs,
        headline: `Story ${index} of the pier`,
        // Their comment period is over already: the whole journey runs in one go.
        comments: threeComments.map((comment) => ({ ...comment, id: `${index}-${comment.id}` })),
      }),
    );
    paper = await startNewspaper({ now: () => at, script: anEdition(...stories) });
  });

  afterAll(async () => {
    for (const child of processes.values()) child.kill('SIGKILL');
    await discord.close();
    await paper.close();
    await postgres.stop();
  });

  /** A server for each shard. */
  function serversByShard(applicationId: string): Map<number, { guildId: string; news: string }> {
    const servers = new Map<number, { guildId: string; news: string }>();
    for (let tries = 0; servers.size < shardCount && tries < 1000; tries += 1) {
      at += 1;
      const { id: guildId } = discord.addGuild({ name: `Harbour ${tries}` });
      const shard = shardOf(guildId, shardCount);
      if (servers.has(shard)) continue;
      const news = discord.addChannel(guildId, { name: 'news' }).id;
      discord.inviteBot(applicationId, guildId, invitePermissions);
      servers.set(shard, { guildId, news });
    }
    return servers;
  }

  const isMessage = ({ type }: { type: number }) => type === 0 || type === 19;

  test('killed at random moments, they post every story and comment exactly once, in order', async () => {
    const seed = Number(process.env['SEED'] ?? 1);
    console.log(`four processes: seed ${seed}`);
    const random = new Random(seed);
    const application = discord.addApplication({ name: 'Wirethread' });
    const servers = serversByShard(application.applicationId);
    const bot: Omit<CrashedBot, 'shards'> = {
      token: application.token,
      apiUrl: discord.url,
      storeUrl: await postgres.newDatabase(),
      startAt: at,
      feeds: [...servers.values()].map(({ guildId, news }) => ({
        url: paper.feedUrl,
        guildId,
        channelId: news,
        settings: {
          ...defaultSubscriptionSettings,
          firstRun: storyCount,
          commentPeriodMs: minuteMs,
          closingWarningMs: 0,
        },
      })),
    };

    async function start(shard: number): Promise<void> {
      const told = { ...bot, startAt: at, shards: { ids: [shard], count: shardCount } };
      const child = spawn(process.execPath, [script, JSON.stringify(told)], {
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      processes.set(shard, child);
      await once(child, 'message');
    }

    /** One dies; time passes for all of them; it is started again. */
    async function replace(shard: number, awayMs: number): Promise<void> {
      const child = processes.get(shard);
      if (!child) return;
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
      at += awayMs;
      for (const [other, process] of processes) {
        if (other !== shard) process.send({ ask: 'turn', ms: awayMs });
      }
      await start(shard);
    }

    let killed = 0;
    let callsLeft = 3;
    let replacing: Promise<void> = Promise.resolve();
    discord.faults.onCall(async (call) => {
      if (killed === kills || call.method === 'GET') return;
      callsLeft -= 1;
      if (callsLeft > 0) return;
      callsLeft = 2 + random.below(12);
      killed += 1;
      const shard = random.below(shardCount);
      const awayMs = killed % 4 === 0 ? longAwayMs : shortAwayMs;
      replacing = replacing.then(() => replace(shard, awayMs));
    });
    for (const shard of servers.keys()) await start(shard);

    const news = [...servers.values()].map(({ news }) => news);
    const isWhole = (channelId: string) =>
      discord.threads(channelId).filter(({ thread_metadata: { locked } }) => locked).length ===
      storyCount;
    await discord.waitFor(() => killed === kills && news.every(isWhole), {
      timeoutMs: 10 * minuteMs,
    });
    await replacing;

    for (const channelId of news) {
      const stories = discord.messages(channelId).filter(isMessage);
      expect(stories.map((message) => /Story (\d+)/.exec(JSON.stringify(message))?.[1])).toEqual(
        Array.from({ length: storyCount }, (_, index) => String(index)),
      );
      for (const thread of discord.threads(channelId)) {
        const texts = discord
          .messages(thread.id)
          .filter(isMessage)
          .map(({ content }) => content);
        const authors = texts.flatMap((text) => /^\*\*(Maren|Odd|Ngozi)/.exec(text)?.[1] ?? []);
        expect(authors).toEqual(['Maren', 'Odd', 'Ngozi']);
        expect(texts.filter((text) => text.includes('closed'))).toHaveLength(1);
        expect(texts).toHaveLength(5);
      }
    }
  });
});
