import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { defaultSubscriptionSettings } from '../src/core/feed/subscription.ts';
import { minuteMs, secondMs } from '../src/core/time/duration.ts';
import { startPostgres } from '../test/real/postgres.ts';
import type { ShowProgress } from '../test/support/progress.ts';
import { asked, ended, started, told } from './child.ts';
import type { LoadOptions } from './load/bot.ts';
import { commentWord, type Plan, storyWord } from './load/plan.ts';
import type { Bench } from './measure.ts';

const whole = { guilds: 500, feeds: 5_000, stories: 1_000, comments: 20_000 };
/** What one bot may ask of Discord in a second. */
const ceiling = 50;
/** Longer than a feed and a discussion wait until they are looked at: nothing more will come. */
const standstillMs = 3 * minuteMs;
const askEveryMs = secondMs;

interface Load {
  eventLoopP99Ms: number;
  eventLoopMaxMs: number;
  peakRssMb: number;
  cores: number;
}

interface Result {
  rateLimited: number;
  messages: number;
  callsPerSecond: number;
  standing: [string, number][];
  refused: [string, number][];
}

/**
 * One bot with 500 servers and 5,000 feeds, a burst of 1,000 stories in a minute and 20 comments for
 * each within five minutes, which is more than Discord takes; in real time, against the local Discord
 * with its usual limits. The bot, Discord and the newspapers have a process each. It runs until all of
 * it stands in Discord, or nothing more comes for three minutes. `lost` are stories and comments that
 * do not stand then, `doubled` stand more than once. `ceilingShare` is the share of 50 calls a second
 * that were answered between the tenth and the ninetieth percent of the stories and comments: comments
 * that wait are packed, so a bot that is behind needs fewer `messages` than there are comments. Memory is that of the
 * whole life of the process, the event loop's delay that from the burst on. Of several processes, which
 * share a PostgreSQL and Discord's shards, it is the worst one's.
 */
export const load: Bench = {
  name: 'load',
  what: '500 servers, 5,000 feeds, 1,000 stories in a minute, 20,000 comments; --scale 0.1 for a tenth of all, --processes 4 for four on a PostgreSQL',
  async run(show) {
    const { scale, processes } = given();
    const scaled = (count: number) => Math.max(1, Math.round(count * scale));
    const guilds = scaled(whole.guilds);
    const feeds = scaled(whole.feeds);
    const stories = scaled(whole.stories);
    const commentsPerStory = whole.comments / whole.stories;
    const commentsMs = 5 * minuteMs * scale;
    const plan: Plan = { stories, burstMs: minuteMs * scale, commentsPerStory, commentsMs };
    const papers = started('load/papers.js');
    const discord = started('load/discord.js', guilds);
    const bots = Array.from({ length: processes }, () => started('load/bot.js'));
    const database = await (processes === 1 ? sqliteFile() : postgresDatabase());
    const loads = async () =>
      together(await Promise.all(bots.map((bot) => asked<Load>(bot, 'load'))));
    try {
      const [{ port }, world] = await Promise.all([
        told<{ port: number }>(papers),
        told<World>(discord),
      ]);
      for (const [id, bot] of bots.entries()) {
        await asked(bot, {
          apiUrl: world.url,
          token: world.token,
          storeUrl: database.url,
          shards: processes === 1 ? null : { ids: [id], count: processes },
          feeds: feedsOf(world, port, feeds, plan),
        } satisfies LoadOptions);
      }
      await until(feeds, 'feeds read a first time', show, async () => {
        return (await asked<{ asked: number }>(papers, 'asked')).asked;
      });
      const first = await loads();
      const begun = performance.now();
      await asked(papers, plan);
      await until(
        stories * (1 + commentsPerStory),
        'stories and comments stand',
        show,
        async () => {
          return (await asked<{ posted: number }>(discord, 'so far')).posted;
        },
      );
      const seconds = (performance.now() - begun) / secondMs;
      const measured = await loads();
      const result = await asked<Result>(discord, 'result');
      return { rounds: 1, figures: figuresOf(plan, result, measured, first, seconds), ratios: {} };
    } finally {
      await Promise.all([...bots, discord, papers].map(ended));
      await database.remove();
    }
  },
};

interface World {
  url: string;
  token: string;
  channels: { guildId: string; channelId: string }[];
}

function given(): { scale: number; processes: number } {
  const options = { scale: { type: 'string' }, processes: { type: 'string' } } as const;
  const { values } = parseArgs({ options, strict: false });
  const scale = Number(values.scale ?? 1);
  if (!(scale > 0 && scale <= 1)) throw new Error('--scale takes a number from 0.01 to 1');
  const processes = Number(values.processes ?? 1);
  if (!(Number.isInteger(processes) && processes >= 1 && processes <= 16)) {
    throw new Error('--processes takes a whole number from 1 to 16');
  }
  return { scale, processes };
}

interface BenchDatabase {
  url: string;
  remove(): Promise<void>;
}

async function sqliteFile(): Promise<BenchDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'wirethread-bench-'));
  return {
    url: `sqlite:${join(folder, 'bench.db')}`,
    remove: async () => rm(folder, { recursive: true, force: true }),
  };
}

async function postgresDatabase(): Promise<BenchDatabase> {
  const postgres = await startPostgres();
  return { url: await postgres.newDatabase(), remove: async () => postgres.stop() };
}

/** Of several processes the worst delay, and the sum of what the machine has to give. */
function together(loads: readonly Load[]): Load {
  const worst = (name: keyof Load) => Math.max(...loads.map((one) => one[name]));
  const sum = (name: keyof Load) => loads.reduce((all, one) => all + one[name], 0);
  return {
    eventLoopP99Ms: worst('eventLoopP99Ms'),
    eventLoopMaxMs: worst('eventLoopMaxMs'),
    peakRssMb: worst('peakRssMb'),
    cores: sum('cores'),
  };
}

/** Those with a story in the burst are read each minute, the others as usual. */
function feedsOf(world: World, port: number, count: number, plan: Plan): LoadOptions['feeds'] {
  const usual = defaultSubscriptionSettings;
  const hosts = Math.ceil(count / 10);
  const comments = { ...usual.comments, backlog: 'all', pollEveryMs: plan.commentsMs / 5 } as const;
  return Array.from({ length: count }, (_, index) => {
    const host = index % hosts;
    const place = world.channels[index % world.channels.length];
    if (!place) throw new Error('there is no channel');
    return {
      url: `http://127.0.${1 + Math.floor(host / 200)}.${1 + (host % 200)}:${port}/${index}`,
      ...place,
      settings: {
        ...usual,
        comments,
        firstRun: 0,
        pollEveryMs: index < plan.stories ? plan.burstMs : usual.pollEveryMs,
      },
    };
  });
}

/** Waits until so many are done, or none is for a long time. */
async function until(
  count: number,
  what: string,
  show: ShowProgress,
  done: () => Promise<number>,
): Promise<void> {
  let before = 0;
  let lastAt = performance.now();
  for (let now = 0; now < count && performance.now() - lastAt < standstillMs;) {
    await pause(askEveryMs);
    now = await done();
    if (now > before) lastAt = performance.now();
    before = now;
    show(now, count, what);
  }
}

function figuresOf(plan: Plan, result: Result, measured: Load, first: Load, seconds: number) {
  const standing = new Map(result.standing);
  const words = [
    ...Array.from({ length: plan.stories }, (_, story) => storyWord(story)),
    ...Array.from({ length: plan.stories * plan.commentsPerStory }, (_, one) => commentWord(one)),
  ];
  const counts = words.map((word) => standing.get(word) ?? 0);
  return {
    lost: counts.filter((count) => count === 0).length,
    doubled: counts.filter((count) => count > 1).length,
    rateLimited: result.rateLimited,
    eventLoopP99Ms: measured.eventLoopP99Ms,
    peakRssMb: measured.peakRssMb,
    ceilingShare: result.callsPerSecond / ceiling,
    eventLoopMaxMs: measured.eventLoopMaxMs,
    cores: measured.cores,
    'eventLoopP99Ms of the first round': first.eventLoopP99Ms,
    messages: result.messages,
    seconds,
    ...Object.fromEntries(result.refused.map(([what, count]) => [`answered ${what}`, count])),
  };
}
