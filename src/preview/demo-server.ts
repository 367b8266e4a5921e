import { invitePermissions } from '../core/delivery/permissions.ts';
import { startLocalDiscord, type LocalDiscord } from './discord/index.ts';
import { startNewspaper, type Newspaper } from './newspaper/newspaper.ts';

/** The preview's world: a Discord server of a small town, and the demo's paper. */
export interface DemoServer {
  discord: LocalDiscord;
  /** `null` where the visitor's own feeds are shown. */
  paper: Newspaper | null;
  token: string;
  guildId: string;
  newsChannelId: string;
  moderatorsChannelId: string;
  /** A visitor can be this reader or the moderator. */
  reader: DemoUser;
  moderator: DemoUser;
  /** A reader whom no visitor can be: see `demo-users.ts`. */
  reporter: DemoUser;
  close(): Promise<void>;
}

export interface DemoUser {
  id: string;
  name: string;
}

/** Builds it on loopback, with the bot invited as its install link would invite it. */
export async function startDemoServer(now: () => number, withPaper: boolean): Promise<DemoServer> {
  const discord = await startLocalDiscord({ now });
  const paper = withPaper ? await startNewspaper({ now }) : null;
  const application = discord.addApplication({ name: 'Wirethread' });
  const guild = discord.addGuild({ name: 'Harbour Town' });
  const moderators = discord.addRole(guild.id, {
    name: 'Moderators',
    permissions: ['ManageMessages', 'ManageThreads', 'ManageGuild', 'ModerateMembers'],
  });
  const newsChannelId = discord.addChannel(guild.id, {
    name: 'news',
    topic: `Stories of ${withPaper ? 'the town paper' : 'your feeds'}, each with its discussion`,
  }).id;
  const lounge = discord.addChannel(guild.id, { name: 'lounge', topic: 'Everything else' });
  discord.addChannel(guild.id, {
    name: 'newsstand',
    type: 'forum',
    topic: `A forum to try: as Sam, in <#${lounge.id}>, \`/feed add\` with this channel and ${paper?.url ?? 'an address of yours'}`,
    tags: ['Harbour', 'Weather', 'Science', 'Schools', 'Safety', 'Local Government'],
  });
  const moderatorsChannelId = discord.addChannel(guild.id, {
    name: 'moderators',
    topic: 'Flagged messages and alerts',
    overwrites: [
      { id: guild.everyoneRoleId, kind: 'role', deny: ['ViewChannel'] },
      { id: moderators.id, kind: 'role', allow: ['ViewChannel'] },
      { id: application.botUserId, kind: 'member', allow: ['ViewChannel', 'SendMessages'] },
    ],
  }).id;
  const reader = { id: discord.addMember(guild.id, { name: 'Nia' }).id, name: 'Nia' };
  const moderator = {
    id: discord.addMember(guild.id, { name: 'Sam', roles: [moderators.id] }).id,
    name: 'Sam',
  };
  const reporter = { id: discord.addMember(guild.id, { name: 'Theo' }).id, name: 'Theo' };
  discord.inviteBot(application.applicationId, guild.id, invitePermissions);
  return {
    discord,
    paper,
    token: application.token,
    guildId: guild.id,
    newsChannelId,
    moderatorsChannelId,
    reader,
    moderator,
    reporter,
    async close() {
      await discord.close();
      await paper?.close();
    },
  };
}
