import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultSubscriptionSettings } from '../../src/core/feed/subscription.ts';
import { minuteMs } from '../../src/core/time/duration.ts';
import { type LocalDiscord, startLocalDiscord } from '../../src/preview/discord/index.ts';
import { type Newspaper, startNewspaper } from '../../src/preview/newspaper/newspaper.ts';
import { compiled } from '../support/compiled.ts';
import type { CrashedBot } from '../support/crashed-bot.ts';
import { anEdition, aStory, threeComments } from '../support/editions.ts';
import { invitePermissions } from '../../src/core/delivery/permissions.ts';
import { all, withHistoryOf } from '../newsroom/discussions/packed.ts';
import { startOfDay } from '../support/newsroom.ts';

const script = compiled(new URL('../support/bot-process.ts', import.meta.url));

/** Longer than any lease, and than Discord's nonce window: only looking first is left. */
const awayMs = 10 * minuteMs;

let folder: string;
let at: number;
let discord: LocalDiscord;
let paper: Newspaper;
let news: string;
let bot: CrashedBot;
let child: ChildProcess | null;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wirethread-crash-'));
  at = startOfDay;
  child = null;
  discord = await startLocalDiscord({ now: () => at, rateLimits: false });
  // Its comment period is over already: the whole journey runs in one go.
  paper = await startNewspaper({
    now: () => at,
    script: anEdition(aStory({ comments: threeComments })),
  });
  const guild = discord.addGuild({ name: 'Harbour Town' });
  news = discord.addChannel(guild.id, { name: 'news' }).id;
  const application = discord.addApplication({ name: 'Wirethread' });
  discord.inviteBot(application.applicationId, guild.id, invitePermissions);
  bot = {
    token: application.token,
    apiUrl: discord.url,
    storeUrl: `sqlite:${join(folder, 'wirethread.db')}`,
    startAt: at,
    shards: null,
    feeds: [
      {
        url: paper.feedUrl,
        guildId: guild.id,
        channelId: news,
        settings: {
          ...defaultSubscriptionSettings,
          commentPeriodMs: minuteMs,
          closingWarningMs: 0,
        },
      },
    ],
  };
});

afterEach(async () => {
  child?.kill('SIGKILL');
  await discord.close();
  await paper.close();
  await rm(folder, { recursive: true, force: true });
});

function start(): void {
  const told = JSON.stringify({ ...bot, startAt: at });
  child = spawn(process.execPath, [script, told], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function kill(): Promise<void> {
  if (!child) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

const thread = () => discord.threads(news)[0];

/** Every message of ours in the thread, by what it shows. */
function threadTexts(): string[] {
  return discord
    .messages(thread()?.id ?? '')
    .filter(({ type }) => type === 0 || type === 19)
    .map(({ content }) => content);
}

/** Starts a bot that dies when Discord has posted so many messages, before it hears of the last one. */
async function diesAfter(posts: number): Promise<void> {
  let seen = 0;
  const died = new Promise<void>((resolve, reject) => {
    const stop = discord.faults.onCall(async (call) => {
      if (call.phase !== 'after' || call.method !== 'POST') return;
      if (!/\/channels\/\d+\/messages$/.test(call.path)) return;
      seen += 1;
      if (seen !== posts) return;
      stop();
      await kill().then(resolve, reject);
    });
  });
  start();
  await died;
}

test.each([
  ['Discord posted its story', 1],
  ['Discord posted its second comment', 4],
  ['Discord posted its closing notice', 6],
])('a bot killed before it learns that %s posts everything exactly once', async (_, posts) => {
  await diesAfter(posts);

  at += awayMs;
  start();
  await discord.waitFor(() => thread()?.thread_metadata.locked);

  expect(discord.messages(news).filter(({ type }) => type === 0)).toHaveLength(1);
  const texts = threadTexts();
  for (const { author } of threeComments) {
    expect(texts.filter((text) => text.includes(`**${author}**`))).toHaveLength(1);
  }
  expect(texts.filter((text) => text.includes('closed'))).toHaveLength(1);
  expect(texts).toHaveLength(5);
});

test('a bot killed before it learns that a packed message was posted posts each comment once', async () => {
  await paper.close();
  const count = 40;
  paper = await startNewspaper({ now: () => at, script: withHistoryOf(count) });
  bot.feeds = bot.feeds.map((feed) => ({ ...feed, url: paper.feedUrl }));
  // The story, the policy notice, then packed messages.
  await diesAfter(4);
  at += awayMs;
  start();
  await discord.waitFor(() => thread()?.thread_metadata.locked);
  const texts = discord
    .messages(thread()?.id ?? '')
    .map(({ components }) => JSON.stringify(components));
  const said = [...texts.join('').matchAll(/Remark (\d+),/gu)].map(([, n]) => Number(n));
  expect(said.toSorted((a, b) => a - b)).toEqual(all(count));
});
