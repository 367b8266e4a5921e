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
import { residentsAtWork } from '../preview/demo-users.ts';
import { foundTown, type Town } from '../preview/server.ts';
import { findFeeds } from '../newsroom/subscriptions/find-feeds.ts';
import { addSubscription, type WantedFeed } from '../newsroom/subscriptions/subscribe.ts';
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
): Promise<Pick<Bot, 'dismissed' | 'stop'>> {
  const { log } = options;
  const clock = turnableClock();
  const file = join(options.dataDir, 'preview.db');
  await emptied(options.dataDir, file);
  const town = await foundTown(() => clock.now(), options.feeds.length === 0);
  const narrator: Narrator = {
    write: (text) => void process.stdout.write(text),
    colours: process.stdout.isTTY && !process.env['NO_COLOR'],
    now: () => clock.now(),
  };
  const page = await openPage(
    town,
    options.port,
    (ms) => clock.turn(ms),
    () => clock.now(),
  );
  greeting(narrator, await version(), [
    ['Look here', page.url, 'the server, as its members see it'],
    ...(town.paper
      ? [['The paper', town.paper.url, 'the demo newspaper that the bot reads'] as const]
      : options.feeds.map((url) => ['Feed', shownAddress(url), 'yours'] as const)),
    ['Database', file, 'made anew at each start of the preview'],
    ...(options.declared > 0
      ? [['Not shown', feedsDeclared(options.declared), 'it needs DISCORD_TOKEN'] as const]
      : []),
  ]);
  const bot = await connectBot({
    token: town.token,
    apiUrl: town.discord.url,
    storeUrl: `sqlite:${file}`,
    userAgent: options.userAgent,
    allow: town.paper ? ['127.0.0.0/8'] : options.allow,
    fetchTimeoutMs: null,
    feeds: [],
    clock,
    log,
  });
  const leaving = new AbortController();
  const atDesk = town.discord.actor(town.moderator.id).at(town.moderatorsChannelId);
  const channel = { 'moderators-channel': town.moderatorsChannelId };
  await (await atDesk.run('/settings set', channel)).settled();
  narrate(town, narrator);
  const pause = (ms: number) => clock.sleep(ms, leaving.signal);
  residentsAtWork(town, pause, (error) =>
    log.warn({ error: errorText(error) }, 'preview.resident-failed'),
  );
  if (town.paper) await addFeed(bot, town, demoFeed(town, town.paper.feedUrl));
  for (const url of options.feeds) await addOwnFeed(bot, town, url, narrator, leaving.signal);
  bot.work();
  return {
    dismissed: bot.dismissed,
    async stop() {
      leaving.abort();
      await bot.stop();
      await page.close();
      await town.close();
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
async function addFeed({ ports }: Bot, town: Town, wanted: WantedFeed): Promise<void> {
  await ports.store.transaction(async (ledger) => {
    await addSubscription(ports, ledger, wanted, town.moderator.id);
  });
}

/** Of a site its first feed; what cannot be read is told with the remedy, and tried again later. */
async function addOwnFeed(
  bot: Bot,
  town: Town,
  typed: string,
  { write }: Narrator,
  signal: AbortSignal,
): Promise<void> {
  const { guildId, newsChannelId: channelId } = town;
  const place = { guildId, channelId, settings: defaultSubscriptionSettings };
  const say = (words: string) => write(`  ${shownAddress(typed)}\n    ${words}\n`);
  try {
    const [found, ...others] = await findFeeds(bot.ports, typed, signal);
    if (!found) throw new Error('No feed was found there.');
    const { url, access } = found;
    await addFeed(bot, town, { ...place, url, ...(access && { access }) });
    if (others.length > 0 || !found.document || shownAddress(url) !== shownAddress(typed)) {
      const rest = others.map((other) => shownAddress(other.url)).join(', ');
      say(`is a site; shown is its feed ${shownAddress(url)}${rest && `. It also has ${rest}`}`);
    }
  } catch (error) {
    if (signal.aborted) return;
    say(errorText(error));
    await addFeed(bot, town, { ...place, url: typed });
  }
}

function feedsDeclared(count: number): string {
  return `what the configuration declares (${count} ${count === 1 ? 'feed' : 'feeds'})`;
}

function demoFeed({ guildId, newsChannelId }: Town, url: string) {
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
  town: Town,
  port: number | null,
  turn: (ms: number) => void,
  now: () => number,
) {
  const options = {
    discord: town.discord,
    people: [
      { ...town.reader, role: 'reader' as const },
      { ...town.moderator, role: 'moderator' as const },
    ],
    home: { guildId: town.guildId, channelId: town.newsChannelId },
    demo: town.paper && demoControls(town.paper, turn, now),
    now,
  };
  if (port !== null) return startPage({ ...options, port });
  try {
    return await startPage({ ...options, port: usualPort });
  } catch {
    return startPage({ ...options, port: 0 });
  }
}
