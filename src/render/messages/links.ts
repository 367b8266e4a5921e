import type { Snowflake } from '../../core/ids.ts';

/** The address of a channel or thread, or of a message in it. */
export function messageUrl(
  guildId: Snowflake,
  channelId: Snowflake,
  messageId?: Snowflake,
): string {
  const place = `https://discord.com/channels/${guildId}/${channelId}`;
  return messageId === undefined ? place : `${place}/${messageId}`;
}

export function isDiscordUrl(url: string): boolean {
  return url.startsWith('https://discord.com/channels/');
}
