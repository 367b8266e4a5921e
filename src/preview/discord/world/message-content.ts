import type { Application, Message } from './model.ts';

const messageContentIntent = 1 << 15;

/**
 * A message as an application gets it that lacks the Message Content intent: another's content,
 * embeds, components and files are blank, unless the application is mentioned. What its own webhooks
 * posted counts as another's: their tokens show it.
 * @see https://github.com/discord/discord-api-docs/issues/5411
 */
export function withoutContent(
  message: Message,
  application: Application,
  intents: number,
): Message {
  const mentioned = message.mentions.some((user) => user.id === application.botUserId);
  const byWebhook = message.webhook_id !== undefined && message.webhook_id !== application.id;
  const own =
    message.author.id === application.botUserId ||
    (message.application_id === application.id && !byWebhook);
  if (own || mentioned || intents & messageContentIntent) return message;
  return {
    ...message,
    content: '',
    embeds: [],
    components: [],
    attachments: [],
    ...(message.referenced_message
      ? { referenced_message: withoutContent(message.referenced_message, application, intents) }
      : {}),
  };
}
