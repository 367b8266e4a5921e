/** https://docs.discord.com/developers/events/gateway#list-of-intents */
export const intentBits = {
  Guilds: 1 << 0,
  GuildMembers: 1 << 1,
  GuildModeration: 1 << 2,
  GuildWebhooks: 1 << 5,
  GuildPresences: 1 << 8,
  GuildMessages: 1 << 9,
  GuildMessageReactions: 1 << 10,
  GuildMessageTyping: 1 << 11,
  DirectMessages: 1 << 12,
  MessageContent: 1 << 15,
  AutoModerationExecution: 1 << 21,
} as const;

export const privilegedIntents =
  intentBits.GuildMembers | intentBits.GuildPresences | intentBits.MessageContent;

/** All intents there are: bits 0 to 16, 20, 21, 24 and 25. */
const knownIntents = 0x1ffff | (1 << 20) | (1 << 21) | (1 << 24) | (1 << 25);

export function areIntents(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && !((value as number) & ~knownIntents);
}
