import { intentBits } from './intents.ts';

const { Guilds, GuildMembers, GuildModeration, GuildWebhooks, GuildMessages } = intentBits;
const { GuildMessageReactions, GuildMessageTyping, AutoModerationExecution } = intentBits;

/**
 * Every event that this gateway dispatches, with the intent it needs; 0 for one that always comes.
 * @see https://docs.discord.com/developers/events/gateway#list-of-intents
 */
export const gatewayEvents: Readonly<Record<string, number>> = {
  READY: 0,
  RESUMED: 0,
  INTERACTION_CREATE: 0,
  APPLICATION_COMMAND_PERMISSIONS_UPDATE: 0,
  GUILD_CREATE: Guilds,
  GUILD_UPDATE: Guilds,
  GUILD_DELETE: Guilds,
  GUILD_ROLE_CREATE: Guilds,
  GUILD_ROLE_UPDATE: Guilds,
  GUILD_ROLE_DELETE: Guilds,
  CHANNEL_CREATE: Guilds,
  CHANNEL_UPDATE: Guilds,
  CHANNEL_DELETE: Guilds,
  CHANNEL_PINS_UPDATE: Guilds,
  THREAD_CREATE: Guilds,
  THREAD_UPDATE: Guilds,
  THREAD_DELETE: Guilds,
  THREAD_LIST_SYNC: Guilds,
  THREAD_MEMBERS_UPDATE: Guilds,
  // The application's own membership is told without the intent.
  GUILD_MEMBER_UPDATE: 0,
  GUILD_MEMBER_ADD: GuildMembers,
  GUILD_MEMBER_REMOVE: GuildMembers,
  GUILD_BAN_ADD: GuildModeration,
  GUILD_BAN_REMOVE: GuildModeration,
  WEBHOOKS_UPDATE: GuildWebhooks,
  MESSAGE_CREATE: GuildMessages,
  MESSAGE_UPDATE: GuildMessages,
  MESSAGE_DELETE: GuildMessages,
  MESSAGE_DELETE_BULK: GuildMessages,
  MESSAGE_REACTION_ADD: GuildMessageReactions,
  MESSAGE_REACTION_REMOVE: GuildMessageReactions,
  MESSAGE_REACTION_REMOVE_ALL: GuildMessageReactions,
  MESSAGE_REACTION_REMOVE_EMOJI: GuildMessageReactions,
  TYPING_START: GuildMessageTyping,
  AUTO_MODERATION_ACTION_EXECUTION: AutoModerationExecution,
};
