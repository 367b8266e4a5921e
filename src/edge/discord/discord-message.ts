import type { APIMessage } from 'discord.js';
import type { DiscordMessage } from '../../core/delivery/message-body.ts';

/**
 * What the newsroom reads of a message. Answers to interactions have the application's own id as that of
 * their webhook.
 */
export function discordMessage(message: APIMessage, applicationId: string | null): DiscordMessage {
  const { webhook_id: webhookId, application_id: ownerId } = message;
  const isOwnWebhook = ownerId !== undefined && ownerId === applicationId && webhookId !== ownerId;
  return {
    id: message.id,
    channelId: message.channel_id,
    authorId: message.author.id,
    authorName: message.author.global_name ?? message.author.username,
    content: message.content,
    embeds: message.embeds.map(({ url, description }) => ({ url, description })),
    components: message.components ?? [],
    ...(isOwnWebhook && webhookId !== undefined && { webhookId }),
  };
}
