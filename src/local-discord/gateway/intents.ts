/** https://docs.discord.com/developers/events/gateway#list-of-intents */
export const intentBits = {
  Guilds: 1 << 0,
  GuildMembers: 1 << 1,
  GuildWebhooks: 1 << 5,
  GuildPresences: 1 << 8,
  GuildMessages: 1 << 9,
  GuildMessageReactions: 1 << 10,
  MessageContent: 1 << 15,
} as const;

export const privilegedIntents =
  intentBits.GuildMembers | intentBits.GuildPresences | intentBits.MessageContent;

/** All intents there are: bits 0 to 16, 20, 21, 24 and 25. */
const knownIntents = 0x1ffff | (1 << 20) | (1 << 21) | (1 << 24) | (1 << 25);

export function areIntents(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && !((value as number) & ~knownIntents);
}

/** The intent an event needs; 0 for one that always comes, `null` for what no gateway tells. */
export function intentFor(event: string): number | null {
  if (event === 'INTERACTION_CREATE') return 0;
  if (event === 'GUILD_MEMBER_UPDATE') return 0;
  if (event.startsWith('GUILD_MEMBER_')) return intentBits.GuildMembers;
  if (event.startsWith('MESSAGE_REACTION_')) return intentBits.GuildMessageReactions;
  if (event.startsWith('MESSAGE_')) return intentBits.GuildMessages;
  if (event === 'WEBHOOKS_UPDATE') return intentBits.GuildWebhooks;
  return /^(GUILD|CHANNEL|THREAD)_/.test(event) ? intentBits.Guilds : null;
}
