import type { APIMessage } from 'discord.js';
import type { DiscordMessage } from '../../core/delivery/message-body.ts';

/** What the newsroom reads of a message. */
export function discordMessage(message: APIMessage): DiscordMessage {
  return {
    id: message.id,
    channelId: message.channel_id,
    authorId: message.author.id,
    authorName: message.author.global_name ?? message.author.username,
    content: message.content,
    embeds: message.embeds.map(({ url }) => ({ url })),
    components: message.components ?? [],
  };
}
