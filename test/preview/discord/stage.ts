import { Client, GatewayIntentBits } from 'discord.js';
import type { ClientOptions } from 'discord.js';
import { startLocalDiscord } from '../../../src/preview/discord/index.ts';
import type {
  ApplicationHandle,
  GuildHandle,
  LocalDiscord,
  LocalDiscordOptions,
  PermissionName,
} from '../../../src/preview/discord/index.ts';

const botPermissions: readonly PermissionName[] = [
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'CreatePublicThreads',
  'ManageThreads',
  'ManageMessages',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'ManageWebhooks',
  'PinMessages',
  'AddReactions',
  'ModerateMembers',
];

export interface Stage {
  discord: LocalDiscord;
  clock: { now: number };
  guild: GuildHandle;
  /** The channel the stories go to. */
  news: string;
  reader: string;
  moderator: string;
  bot: ApplicationHandle;
  client(options?: Partial<ClientOptions>): Promise<Client<true>>;
  end(): Promise<void>;
}

/** The Harbour Ledger's server: a news channel, a reader, a moderator and a bot that is invited. */
export async function stage(
  options: Partial<LocalDiscordOptions> & { permissions?: readonly PermissionName[] } = {},
): Promise<Stage> {
  const { permissions = botPermissions, ...rest } = options;
  const clock = { now: 1_790_000_000_000 };
  const discord = await startLocalDiscord({ now: () => clock.now, rateLimits: false, ...rest });
  const guild = discord.addGuild({ name: 'The Harbour Ledger' });
  const news = discord.addChannel(guild.id, { name: 'news' }).id;
  const moderators = discord.addRole(guild.id, {
    name: 'Moderators',
    permissions: ['ManageMessages', 'ManageThreads', 'ModerateMembers'],
  });
  const reader = discord.addMember(guild.id, { name: 'Ada Reader' }).id;
  const moderator = discord.addMember(guild.id, { name: 'Mo', roles: [moderators.id] }).id;
  const bot = discord.addApplication({ name: 'Wirethread' });
  discord.inviteBot(bot.applicationId, guild.id, permissions);
  const clients: Client[] = [];
  return {
    discord,
    clock,
    guild,
    news,
    reader,
    moderator,
    bot,
    async client(more = {}) {
      const client = new Client({
        intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
        ...more,
        rest: { api: discord.url, ...more.rest },
      });
      clients.push(client);
      const ready = new Promise<Client<true>>((resolve) => client.once('clientReady', resolve));
      await client.login(bot.token);
      return ready;
    },
    async end() {
      await Promise.all(clients.map((client) => client.destroy()));
      await discord.close();
    },
  };
}
