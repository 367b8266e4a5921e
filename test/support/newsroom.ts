import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bot, type BotOptions, connectBot } from '../../src/app/bot.ts';
import { defaultSubscriptionSettings } from '../../src/core/feed/subscription.ts';
import type { SubscriptionSettings } from '../../src/core/feed/subscription.ts';
import { invitePermissions } from '../../src/core/delivery/permissions.ts';
import type { Clock } from '../../src/core/ports/clock.ts';
import { type LocalDiscord, startLocalDiscord } from '../../src/preview/discord/index.ts';
import type { Message, PermissionName } from '../../src/preview/discord/index.ts';
import type { Edition } from '../../src/preview/newspaper/edition.ts';
import { type Newspaper, startNewspaper } from '../../src/preview/newspaper/newspaper.ts';
import { type LogLine, recordingLog } from './recording-log.ts';
import { parsers } from './parsers.ts';
import { retentionMs, untilQuiet } from './rounds.ts';
import { withoutMark } from './without-mark.ts';

/** A clock that moves only when a test advances it. Sleeping takes no time. */
export class ManualClock implements Clock {
  private at: number;
  constructor(at: number) {
    this.at = at;
  }
  now(): number {
    return this.at;
  }
  advance(ms: number): void {
    this.at += ms;
  }
  async sleep(): Promise<void> {}
}

/** A whole newsroom: local Discord, newspaper, and the bot on a SQLite file, on one clock. */
export interface Newsroom {
  clock: ManualClock;
  discord: LocalDiscord;
  paper: Newspaper;
  bot: Bot;
  log: LogLine[];
  guildId: string;
  news: string;
  moderatorsChannel: string;
  reader: string;
  moderator: string;
  botUserId: string;
  /** The path of the bot's database. */
  databaseFile: string;
  /** What the bot was started with. */
  options: BotOptions;
  /** Runs the rounds until nothing is due. */
  quiet(): Promise<void>;
  /** The same for another bot. */
  quietOn(bot: Bot): Promise<void>;
  /** Advances the clock and runs what is due then. */
  later(ms: number): Promise<void>;
  /** The messages of a channel or thread, as readers see them, oldest first. */
  messages(channelId?: string): Message[];
  /** Threads of the news channel, oldest first. */
  threads(): ReturnType<LocalDiscord['threads']>;
  /** Stops the bot and starts it again on the same database, after what happens `meanwhile`. */
  restart(meanwhile?: () => Promise<unknown>): Promise<void>;
  /**
   * Ends the bot as if its process were killed: it stores nothing more and calls nobody. What runs fails,
   * `quiet` too. `restart` starts it again.
   */
  kill(): Promise<void>;
  close(): Promise<void>;
}

export interface Staging {
  edition?: Edition;
  settings?: Partial<Omit<SubscriptionSettings, 'comments'>> & {
    comments?: Partial<SubscriptionSettings['comments']>;
  };
  /** Feeds of the paper to declare; its RSS by default. */
  feedUrls?: (paper: Newspaper) => string[];
  permissions?: readonly PermissionName[];
  /** Of the news channel. */
  channelType?: 'text' | 'forum';
  startAt?: number;
  /** Any free port by default. */
  paperPort?: number;
  /** How many stories a feed keeps; the bot's own number by default. */
  storiesPerFeed?: number;
  fetchTimeoutMs?: number;
  /** Orders faults of the bot's start. */
  beforeLogin?: (discord: LocalDiscord) => void;
  /** Where hubs reach the bot. */
  hubs?: BotOptions['hubs'];
  /** Keys of comment systems. */
  keys?: BotOptions['keys'];
  /** The clock of the bot's machine; that of Discord and the paper by default. */
  botClock?: (clock: ManualClock) => Clock;
  /** The operator's option, and whether the application has the intent in the developer portal. */
  memberMessages?: { read: boolean; allowed: boolean };
  /** Where the bot stores; a new SQLite file by default. */
  storeUrl?: string;
  /** How long people wait for the bot, in real time; 3 s by default, as Discord's app does. */
  answerTimeoutMs?: number;
  /** Lower limits of the local Discord. */
  limits?: Parameters<typeof startLocalDiscord>[0]['limits'];
}

export const startOfDay = Date.UTC(2026, 10, 24, 9, 0, 0);

export async function stageNewsroom(staging: Staging = {}): Promise<Newsroom> {
  const clock = new ManualClock(staging.startAt ?? startOfDay);
  const now = () => clock.now();
  const discord = await startLocalDiscord({
    now,
    rateLimits: false,
    ...(staging.limits && { limits: staging.limits }),
    ...(staging.answerTimeoutMs && { answerTimeoutMs: staging.answerTimeoutMs }),
  });
  const paper = await startNewspaper({
    now,
    ...(staging.paperPort && { port: staging.paperPort }),
    ...(staging.edition && { script: staging.edition }),
  });
  const guild = discord.addGuild({ name: 'Harbour Town' });
  const type = staging.channelType ?? 'text';
  const news = discord.addChannel(guild.id, { name: 'news', type }).id;
  const moderators = discord.addRole(guild.id, {
    name: 'Moderators',
    permissions: ['ManageMessages', 'ManageThreads'],
  });
  const moderatorsChannel = discord.addChannel(guild.id, { name: 'moderators' }).id;
  const reader = discord.addMember(guild.id, { name: 'Nia' }).id;
  const moderator = discord.addMember(guild.id, { name: 'Sam', roles: [moderators.id] }).id;
  const { memberMessages = { read: false, allowed: false } } = staging;
  const application = discord.addApplication({
    name: 'Wirethread',
    privileged: memberMessages.allowed ? ['MessageContent'] : [],
  });
  discord.inviteBot(application.applicationId, guild.id, staging.permissions ?? invitePermissions);
  const folder = await mkdtemp(join(tmpdir(), 'wirethread-'));
  const databaseFile = join(folder, 'wirethread.db');
  const log = recordingLog();
  const { comments, ...settings } = defaultSubscriptionSettings;
  staging.beforeLogin?.(discord);
  const feedUrls = staging.feedUrls?.(paper) ?? [paper.feedUrl];
  const options = {
    token: application.token,
    apiUrl: discord.url,
    storeUrl: staging.storeUrl ?? `sqlite:${databaseFile}`,
    userAgent: 'Wirethread tests',
    allow: ['127.0.0.0/8'],
    fetchTimeoutMs: staging.fetchTimeoutMs ?? null,
    feeds: feedUrls.map((url) => ({
      url,
      guildId: guild.id,
      channelId: news,
      settings: {
        ...settings,
        ...staging.settings,
        comments: { ...comments, ...staging.settings?.comments },
      },
    })),
    hubs: staging.hubs ?? null,
    keys: staging.keys ?? {},
    readsMemberMessages: memberMessages.read,
    retentionMs,
    parsers,
    clock: staging.botClock?.(clock) ?? clock,
    log,
  } satisfies BotOptions;
  let bot = await connectBot(options);
  let life = new AbortController();
  const quiet = () => untilQuiet(bot.ports, life.signal, staging.storiesPerFeed);
  await discord
    .actor(guild.ownerId)
    .at(moderatorsChannel)
    .run('/settings set', { 'moderators-channel': moderatorsChannel })
    .then((answered) => answered.settled());
  return {
    clock,
    discord,
    paper,
    get bot() {
      return bot;
    },
    log: log.lines,
    guildId: guild.id,
    news,
    moderatorsChannel,
    reader,
    moderator,
    botUserId: application.botUserId,
    databaseFile,
    options,
    quiet,
    quietOn: (other) =>
      untilQuiet(other.ports, new AbortController().signal, staging.storiesPerFeed),
    async later(ms) {
      clock.advance(ms);
      await quiet();
    },
    messages: (channelId = news) =>
      discord
        .messages(channelId)
        .map((message) => ({ ...message, content: withoutMark(message.content) })),
    threads: () => discord.threads(news),
    async restart(meanwhile) {
      await bot.stop();
      life = new AbortController();
      await meanwhile?.();
      bot = await connectBot(options);
    },
    async kill() {
      life.abort(new Error('The process was killed.'));
      await bot.ports.store.close();
    },
    async close() {
      await bot.stop();
      await discord.close();
      await paper.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
