import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorText } from '../../src/core/errors.ts';
import { invitePermissions } from '../../src/core/delivery/permissions.ts';
import { defaultSubscriptionSettings } from '../../src/core/feed/subscription.ts';
import { hourMs, minuteMs, type UnixMs } from '../../src/core/time/duration.ts';
import { type TurnableClock, turnableClock } from '../../src/edge/system/clock.ts';
import { type LocalDiscord, startLocalDiscord } from '../../src/preview/discord/index.ts';
import { demoEdition } from '../../src/preview/newspaper/demo/edition.ts';
import { type Newspaper, startNewspaper } from '../../src/preview/newspaper/newspaper.ts';
import type { CrashedBot } from '../support/crashed-bot.ts';
import { aStory } from '../support/editions.ts';
import { startOfDay } from '../support/newsroom.ts';
import { type Entrance, TrialDisk, withoutWriteLimit } from './disk.ts';
import type { TrialChannel } from './shown.ts';

/** The world outside of a trial's bot: Discord, a newspaper, people, and the clock of them all. */
export interface Stage {
  clock: TurnableClock;
  discord: LocalDiscord;
  paper: Newspaper;
  bot: Omit<CrashedBot, 'startAt'>;
  botUserId: string;
  guildId: string;
  ownerId: string;
  channels: TrialChannel[];
  moderatorsChannel: string;
  readers: string[];
  moderator: string;
  /** The disk of the bot's database; `null` where none can be had that becomes full and read-only. */
  disk: TrialDisk | null;
  /** Whether the system can refuse what the bot writes. */
  refusesWrites: boolean;
  /** What of a disk's troubles is left out here, and why. */
  leftOut: string[];
  close(): Promise<void>;
}

/**
 * Long after the newspaper's last word on a story: most discussions close when it is over, some because
 * their publisher closes them.
 */
const commentPeriodMs = 6 * hourMs;

/** Whether the discussion of a story of this time has ended, however long the bot was away. */
export const isOverBy = (now: UnixMs, at: UnixMs): boolean => now - at > commentPeriodMs + hourMs;

/** What goes before the command line of a program that is to see the bot's disk. */
export const entranceOf = ({ disk }: Stage): Entrance => disk?.entrance ?? [];

/** Real time: a busy machine answers late. */
const answerTimeoutMs = 20_000;

export async function stageTrial(nonceMs: number): Promise<Stage> {
  const clock = turnableClock(startOfDay);
  const now = () => clock.now();
  const limits = { nonceMs };
  const discord = await startLocalDiscord({ now, rateLimits: false, limits, answerTimeoutMs });
  const script = {
    ...demoEdition,
    paper: { ...demoEdition.paper, storiesPerFeed: 200, commentsPerFeed: 500 },
    // Older than all that a trial publishes, so that a story missing from the feed is missed.
    stories: [aStory({ slug: 'first', at: -hourMs, headline: 'The first story of the day' })],
    stock: [],
  };
  const paper = await startNewspaper({ now, script });
  const { id: guildId, ownerId } = discord.addGuild({ name: 'Harbour Town' });
  const channels = (['text', 'announcement', 'forum'] as const).map((type) => {
    const name = `${type}-news`;
    return { id: discord.addChannel(guildId, { name, type }).id, name, type };
  });
  const moderatorsChannel = discord.addChannel(guildId, { name: 'moderators' }).id;
  const permissions = ['ManageMessages', 'ManageThreads'] as const;
  const role = discord.addRole(guildId, { name: 'Moderators', permissions });
  const moderator = discord.addMember(guildId, { name: 'Sam', roles: [role.id] }).id;
  const readers = ['Nia', 'Tove', 'Bram'].map((name) => discord.addMember(guildId, { name }).id);
  const application = discord.addApplication({ name: 'Wirethread' });
  discord.inviteBot(application.applicationId, guildId, invitePermissions);
  const folder = await mkdtemp(join(tmpdir(), 'wirethread-trial-'));
  const leftOut: string[] = [];
  const disk = await TrialDisk.open(folder).catch((error: unknown) => {
    leftOut.push(`no disk that is full or read-only: ${errorText(error)}`);
    return null;
  });
  const limitless = await withoutWriteLimit();
  if (limitless !== null) leftOut.push(`no disk that refuses what is written: ${limitless}`);
  const { comments } = defaultSubscriptionSettings;
  const settings = {
    ...defaultSubscriptionSettings,
    pollEveryMs: minuteMs,
    // More than come while the bot is away.
    catchUp: 100,
    comments: { ...comments, pollEveryMs: 2 * minuteMs },
    commentPeriodMs,
  };
  return {
    clock,
    discord,
    paper,
    bot: {
      token: application.token,
      apiUrl: discord.url,
      storeUrl: `sqlite:${join(folder, 'wirethread.db')}`,
      shards: null,
      feeds: channels.map(({ id }) => ({ url: paper.feedUrl, guildId, channelId: id, settings })),
    },
    botUserId: application.botUserId,
    guildId,
    ownerId,
    channels,
    moderatorsChannel,
    readers,
    moderator,
    disk,
    refusesWrites: limitless === null,
    leftOut,
    async close() {
      await discord.close();
      await paper.close();
      await disk?.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
