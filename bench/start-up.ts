import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asked, ended, started, told } from './child.ts';
import type { Bench } from './measure.ts';
import { commentsPerDiscussion, fillPast } from './start-up/fill.ts';

const sizes = [1_000, 100_000, 1_000_000];
const servers = 10;
/** As many feeds, each of which has a discussion going on when there are so many discussions. */
const mostOpen = 100;

interface Measured {
  readyMs: number;
  startMs: number;
  peakRssMb: number;
  longestBlockMs: number;
}

/**
 * A bot of ten servers and 100 feeds with a past of so many comments, nothing of which is due: from
 * `connectBot` until each worker of the schedule has found nothing to do (`startMs`). It runs in a
 * process of its own (`peakRssMb` is all of it), Discord in another one. Nothing but the size of the past
 * differs; the file was just written, so the machine has it in memory.
 */
export const startUp: Bench = {
  name: 'start-up',
  what: 'milliseconds and memory until the first round of the schedule is done, by the number of stored comments',
  async run(show) {
    const figures: Record<string, number> = {};
    const ratios: Record<string, number> = {};
    const table: Record<string, number>[] = [];
    for (const [index, comments] of sizes.entries()) {
      const discussions = comments / commentsPerDiscussion;
      show(index * 2 + 1, sizes.length * 2, `writes ${comments} comments`);
      const open = Math.min(mostOpen, discussions / 2);
      const discord = started('start-up/discord.js', servers, discussions, open);
      const folder = await mkdtemp(join(tmpdir(), 'wirethread-bench-'));
      const file = join(folder, 'bench.db');
      try {
        const world = await told<World>(discord);
        await fillPast({ file, channels: world.channels, threadIds: world.threadIds, open });
        const { size } = await stat(file);
        show(index * 2 + 2, sizes.length * 2, `starts with ${comments} comments`);
        const { url: apiUrl, token, channels } = world;
        const options = { apiUrl, token, channels, storeUrl: `sqlite:${file}` };
        // The first start of a database registers the commands, and its program is not yet compiled.
        await startOnce(options);
        await asked(discord, 'calls');
        const measured = await startOnce(options);
        const { calls } = await asked<{ calls: number }>(discord, 'calls');
        const fileMb = Math.round(size / 1024 / 1024);
        table.push({ comments, discussions, fileMb, ...rounded(measured), calls });
        for (const [name, value] of Object.entries(measured)) {
          figures[`${comments} comments: ${name}`] = value;
        }
        const [first = table[0]] = table;
        if (index > 0 && first) {
          ratios[`${comments} comments: startMs`] = measured.startMs / (first['startMs'] ?? 1);
          ratios[`${comments} comments: peakRssMb`] =
            measured.peakRssMb / (first['peakRssMb'] ?? 1);
        }
      } finally {
        await ended(discord);
        await rm(folder, { recursive: true, force: true });
      }
    }
    return { rounds: 1, figures, ratios, table };
  },
};

interface World {
  url: string;
  token: string;
  channels: { guildId: string; channelId: string }[];
  threadIds: string[];
}

async function startOnce(options: object): Promise<Measured> {
  const bot = started('start-up/bot.js', JSON.stringify(options));
  try {
    return await told<Measured>(bot);
  } finally {
    await ended(bot);
  }
}

function rounded(measured: Measured): Record<keyof Measured, number> {
  const { readyMs, startMs, peakRssMb, longestBlockMs } = measured;
  return {
    readyMs: Math.round(readyMs),
    startMs: Math.round(startMs),
    peakRssMb: Math.round(peakRssMb),
    longestBlockMs: Math.round(longestBlockMs),
  };
}
