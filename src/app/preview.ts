import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Bot, connectBot } from './bot.ts';
import { createParserPool } from './parser-pool.ts';
import { PreviewFeeds } from './preview-feeds.ts';
import { errorText } from '../core/errors.ts';
import { defaultSubscriptionSettings } from '../core/feed/subscription.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Log } from '../core/ports/log.ts';
import { shownAddress } from '../text/masked-url.ts';
import { dayMs, hourMs, secondMs } from '../core/time/duration.ts';
import { turnableClock, type TurnableClock } from '../edge/system/clock.ts';
import { makeFolder } from '../edge/system/folder.ts';
import { greeting, narrate, type Narrator } from '../preview/narration.ts';
import { type Page, PortTaken, startPage } from '../preview/page/index.ts';
import { demoControls } from '../preview/demo-controls.ts';
import { actAsDemoUsers } from '../preview/demo-users.ts';
import { startDemoServer, type DemoServer } from '../preview/demo-server.ts';
import { plural } from '../text/plural.ts';
import { version } from './version.ts';

const defaultPort = 8420;
/** How often the bot polls the demo newspaper: often, so that a visitor sees changes at once. */
const demoPollMs = 3 * secondMs;

export interface PreviewOptions {
  dataDir: string;
  /** The page's port; `null` for the default, or a free one if the default is taken. */
  port: number | null;
  /** Feeds to display instead of the demo newspaper; empty for the demo. */
  feeds: readonly string[];
  /** How many feeds the configuration declares. The preview does not display them. */
  declared: number;
  /** Private address ranges that feeds may be fetched from. */
  allow: readonly string[];
  userAgent: string;
  log: Log;
}

/**
 * Starts the preview: a local Discord with a demo server, a demo newspaper, the bot, and the page.
 * All but the bot's database is in memory, so each start begins with an empty database.
 */
export async function startPreview(
  options: PreviewOptions,
): Promise<Pick<Bot, 'disconnected' | 'stop'>> {
  const { feeds, dataDir } = options;
  const clock = turnableClock();
  const now = () => clock.now();
  const databaseFile = join(dataDir, 'preview.db');
  await deleteDatabase(dataDir, databaseFile);
  const demo = await startDemoServer(now, feeds.length === 0);
  const narrator: Narrator = {
    write: (text) => void process.stdout.write(text),
    colours: process.stdout.isTTY && !process.env['NO_COLOR'],
    now,
  };
  const ownFeeds = new PreviewFeeds(demo, clock);
  const { page, takenPort } = await openPage(demo, ownFeeds, options.port, clock);
  const warnings = takenPort === null ? [] : [portWords(takenPort, page.url)];
  const places = startLines(options, demo, page.url, databaseFile);
  greeting(narrator, await version(), places, warnings);
  const bot = await connectDemoBot(options, demo, clock, databaseFile);
  const stopping = new AbortController();
  await setModeratorsChannel(demo);
  narrate(demo, narrator);
  actAsDemoUsers(demo, {
    visitors: page.visitors,
    pause: (ms) => clock.sleep(ms, stopping.signal),
    failed: (error) => options.log.warn({ error: errorText(error) }, 'preview.demo-user-failed'),
    signal: stopping.signal,
  });
  if (demo.paper) await ownFeeds.add(bot.ports, demoFeed(demo, demo.paper.feedUrl));
  const watching = ownFeeds.watch(bot.ports, stopping.signal);
  for (const url of feeds) await ownFeeds.find(bot.ports, url, narrator, stopping.signal);
  bot.startSchedule();
  return {
    disconnected: bot.disconnected,
    async stop() {
      stopping.abort();
      await watching;
      await bot.stop();
      await page.close();
      await demo.close();
    },
  };
}

/** The lines that the preview prints first: name, value, explanation. */
function startLines(
  { feeds, declared }: PreviewOptions,
  { paper }: DemoServer,
  pageUrl: string,
  databaseFile: string,
): Parameters<typeof greeting>[2] {
  return [
    ['Look here', pageUrl, 'the server, as its members see it'],
    ...(paper
      ? [['The paper', paper.url, 'the demo newspaper that the bot reads'] as const]
      : feeds.map((url) => ['Feed', shownAddress(url), 'yours'] as const)),
    ['Database', databaseFile, 'deleted at each start of the preview'],
    ...(declared > 0
      ? [['Not shown', feedsDeclared(declared), 'shown only with DISCORD_TOKEN'] as const]
      : []),
  ];
}

/** Of this machine, the bot may fetch from the demo newspaper or the feeds that were typed, no more. */
function connectDemoBot(
  { userAgent, allow, feeds, log }: PreviewOptions,
  { token, discord, paper }: DemoServer,
  clock: Clock,
  databaseFile: string,
): Promise<Bot> {
  return connectBot({
    token,
    apiUrl: discord.url,
    storeUrl: `sqlite:${databaseFile}`,
    userAgent,
    allow,
    typed: paper ? [paper.url] : feeds,
    fetchTimeoutMs: null,
    feeds: [],
    retentionMs: 90 * dayMs,
    parsers: createParserPool(),
    clock,
    log,
  });
}

async function setModeratorsChannel(demo: DemoServer): Promise<void> {
  const moderator = demo.discord.actor(demo.moderator.id).at(demo.moderatorsChannelId);
  const channel = { 'moderators-channel': demo.moderatorsChannelId };
  await (await moderator.run('/settings set', channel)).settled();
}

/** Makes the folder if needed and deletes the database of an earlier preview in it. */
async function deleteDatabase(folder: string, file: string): Promise<void> {
  try {
    makeFolder(folder);
    for (const part of ['', '-wal', '-shm']) await rm(`${file}${part}`, { force: true });
  } catch (error) {
    const reason = errorText(error).split(',')[0];
    throw new Error(
      `The data folder ${folder} cannot be written to (${reason}). Choose another with --data DIR or DATA_DIR.`,
      { cause: error },
    );
  }
}

function feedsDeclared(count: number): string {
  return `${plural(count, 'feed')} of the configuration`;
}

function demoFeed({ guildId, newsChannelId }: DemoServer, url: string) {
  const { comments, ...settings } = defaultSubscriptionSettings;
  return {
    url,
    guildId,
    channelId: newsChannelId,
    settings: {
      ...settings,
      pollEveryMs: demoPollMs,
      commentPeriodMs: 7 * dayMs,
      closingWarningMs: hourMs,
      comments: { ...comments, pollEveryMs: demoPollMs },
    },
  };
}

function portWords(takenPort: number, pageUrl: string): string {
  const { port } = new URL(pageUrl);
  return `Port ${takenPort} is taken, so the page is on port ${port}. --port N chooses another.`;
}

/** The page; `takenPort` is the default port when another program has it. */
async function openPage(
  demo: DemoServer,
  feeds: PreviewFeeds,
  port: number | null,
  clock: TurnableClock,
): Promise<{ page: Page; takenPort: number | null }> {
  const now = () => clock.now();
  const options = {
    discord: demo.discord,
    people: [
      { ...demo.reader, role: 'reader' as const },
      { ...demo.moderator, role: 'moderator' as const },
    ],
    home: { guildId: demo.guildId, channelId: demo.newsChannelId },
    demo: demo.paper && demoControls(demo.paper, demo.reporter.name, (ms) => clock.turn(ms), now),
    notices: () => feeds.notices,
    now,
  };
  try {
    return { page: await startPage({ ...options, port: port ?? defaultPort }), takenPort: null };
  } catch (error) {
    if (port !== null || !(error instanceof PortTaken)) throw error;
    return { page: await startPage({ ...options, port: 0 }), takenPort: defaultPort };
  }
}
