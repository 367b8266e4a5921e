import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Bot, connectBot } from './bot.ts';
import { errorText } from '../core/errors.ts';
import { defaultSubscriptionSettings } from '../core/feed/subscription.ts';
import type { Log } from '../core/ports/log.ts';
import { shownAddress } from '../text/masked-url.ts';
import { dayMs, hourMs, secondMs } from '../core/time/duration.ts';
import { turnableClock } from '../edge/system/clock.ts';
import { makeFolder } from '../edge/system/folder.ts';
import { greeting, narrate, type Narrator } from '../preview/narration.ts';
import { startPage } from '../preview/page/index.ts';
import { demoControls } from '../preview/demo-controls.ts';
import { actAsDemoUsers } from '../preview/demo-users.ts';
import { startDemoServer, type DemoServer } from '../preview/demo-server.ts';
import { findFeeds } from '../newsroom/subscriptions/find-feeds.ts';
import { addSubscription, type WantedFeed } from '../newsroom/subscriptions/subscribe.ts';
import { plural } from '../text/plural.ts';
import { version } from './version.ts';

const usualPort = 8420;
/** The demo's paper is asked so often that a visitor sees it live. */
const demoPollMs = 3 * secondMs;

export interface PreviewOptions {
  dataDir: string;
  /** Of the page; `null` for the usual one, or any other if that is taken. */
  port: number | null;
  /** Shown instead of the demo's paper; none: the demo. */
  feeds: readonly string[];
  /** How many feeds the configuration declares: they are for Discord, and are not shown. */
  declared: number;
  /** Ranges of addresses that the visitor's feeds may be fetched from. */
  allow: readonly string[];
  userAgent: string;
  log: Log;
}

/**
 * Starts the preview: a Discord and a newspaper on loopback, the bot between them, the page over
 * them. Its world is in memory, so its database begins anew each time.
 */
export async function startPreview(
  options: PreviewOptions,
): Promise<Pick<Bot, 'disconnected' | 'stop'>> {
  const { log } = options;
  const clock = turnableClock();
  const file = join(options.dataDir, 'preview.db');
  await emptied(options.dataDir, file);
  const demo = await startDemoServer(() => clock.now(), options.feeds.length === 0);
  const narrator: Narrator = {
    write: (text) => void process.stdout.write(text),
    colours: process.stdout.isTTY && !process.env['NO_COLOR'],
    now: () => clock.now(),
  };
  const page = await openPage(
    demo,
    options.port,
    (ms) => clock.turn(ms),
    () => clock.now(),
  );
  greeting(narrator, await version(), [
    ['Look here', page.url, 'the server, as its members see it'],
    ...(demo.paper
      ? [['The paper', demo.paper.url, 'the demo newspaper that the bot reads'] as const]
      : options.feeds.map((url) => ['Feed', shownAddress(url), 'yours'] as const)),
    ['Database', file, 'deleted at each start of the preview'],
    ...(options.declared > 0
      ? [['Not shown', feedsDeclared(options.declared), 'shown only with DISCORD_TOKEN'] as const]
      : []),
  ]);
  const bot = await connectBot({
    token: demo.token,
    apiUrl: demo.discord.url,
    storeUrl: `sqlite:${file}`,
    userAgent: options.userAgent,
    allow: demo.paper ? ['127.0.0.0/8'] : options.allow,
    fetchTimeoutMs: null,
    feeds: [],
    clock,
    log,
  });
  const leaving = new AbortController();
  const atDesk = demo.discord.actor(demo.moderator.id).at(demo.moderatorsChannelId);
  const channel = { 'moderators-channel': demo.moderatorsChannelId };
  await (await atDesk.run('/settings set', channel)).settled();
  narrate(demo, narrator);
  const pause = (ms: number) => clock.sleep(ms, leaving.signal);
  actAsDemoUsers(demo, pause, (error) =>
    log.warn({ error: errorText(error) }, 'preview.demo-user-failed'),
  );
  if (demo.paper) await addFeed(bot, demo, demoFeed(demo, demo.paper.feedUrl));
  for (const url of options.feeds) await addOwnFeed(bot, demo, url, narrator, leaving.signal);
  bot.startSchedule();
  return {
    disconnected: bot.disconnected,
    async stop() {
      leaving.abort();
      await bot.stop();
      await page.close();
      await demo.close();
    },
  };
}

/** The folder, with no database of an earlier preview in it. */
async function emptied(folder: string, file: string): Promise<void> {
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

/** As the moderator would, by command: so visitors can change and remove them. */
async function addFeed({ ports }: Bot, demo: DemoServer, wanted: WantedFeed): Promise<void> {
  await ports.store.transaction(async (ledger) => {
    await addSubscription(ports, ledger, wanted, demo.moderator.id);
  });
}

/** Of a site its first feed; what cannot be read is told with the remedy, and tried again later. */
async function addOwnFeed(
  bot: Bot,
  demo: DemoServer,
  typed: string,
  { write }: Narrator,
  signal: AbortSignal,
): Promise<void> {
  const { guildId, newsChannelId: channelId } = demo;
  const place = { guildId, channelId, settings: defaultSubscriptionSettings };
  const say = (words: string) => write(`  ${shownAddress(typed)}\n    ${words}\n`);
  try {
    const [found, ...others] = await findFeeds(bot.ports, typed, signal);
    if (!found) throw new Error('No feed was found there.');
    const { url, access } = found;
    await addFeed(bot, demo, { ...place, url, ...(access && { access }) });
    if (others.length > 0 || !found.document || shownAddress(url) !== shownAddress(typed)) {
      const rest = others.map((other) => shownAddress(other.url)).join(', ');
      say(
        `is a website; the preview shows its feed ${shownAddress(url)}${rest && `. It also has ${rest}`}`,
      );
    }
  } catch (error) {
    if (signal.aborted) return;
    say(errorText(error));
    await addFeed(bot, demo, { ...place, url: typed });
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

async function openPage(
  demo: DemoServer,
  port: number | null,
  turn: (ms: number) => void,
  now: () => number,
) {
  const options = {
    discord: demo.discord,
    people: [
      { ...demo.reader, role: 'reader' as const },
      { ...demo.moderator, role: 'moderator' as const },
    ],
    home: { guildId: demo.guildId, channelId: demo.newsChannelId },
    demo: demo.paper && demoControls(demo.paper, turn, now),
    now,
  };
  if (port !== null) return startPage({ ...options, port });
  try {
    return await startPage({ ...options, port: usualPort });
  } catch {
    return startPage({ ...options, port: 0 });
  }
}
