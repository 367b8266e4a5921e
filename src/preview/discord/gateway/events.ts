import { intentBits } from './intents.ts';

const { Guilds, GuildMembers, GuildMessages, GuildWebhooks } = intentBits;

/**
 * Every event that this gateway dispatches, with the intent it needs; 0 for one that always comes.
 * @see https://docs.discord.com/developers/events/gateway#list-of-intents
 */
export const gatewayEvents: Readonly<Record<string, number>> = {
  READY: 0,
  RESUMED: 0,
  INTERACTION_CREATE: 0,
  GUILD_CREATE: Guilds,
  GUILD_DELETE: Guilds,
  GUILD_ROLE_CREATE: Guilds,
  GUILD_ROLE_UPDATE: Guilds,
  CHANNEL_CREATE: Guilds,
  CHANNEL_UPDATE: Guilds,
  CHANNEL_DELETE: Guilds,
  CHANNEL_PINS_UPDATE: Guilds,
  THREAD_CREATE: Guilds,
  THREAD_UPDATE: Guilds,
  THREAD_DELETE: Guilds,
  THREAD_LIST_SYNC: Guilds,
  // The application's own membership is sent without the intent.
  GUILD_MEMBER_UPDATE: 0,
  GUILD_MEMBER_ADD: GuildMembers,
  WEBHOOKS_UPDATE: GuildWebhooks,
  MESSAGE_CREATE: GuildMessages,
  MESSAGE_UPDATE: GuildMessages,
  MESSAGE_DELETE: GuildMessages,
};
