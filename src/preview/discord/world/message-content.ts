import type { Application, Message } from './model.ts';

const messageContentIntent = 1 << 15;

/**
 * A message as an application gets it that lacks the Message Content intent: another's content,
 * embeds, components and files are blank, unless the application is mentioned.
 */
export function withoutContent(
  message: Message,
  application: Application,
  intents: number,
): Message {
  const mentioned = message.mentions.some((user) => user.id === application.botUserId);
  const own =
    message.author.id === application.botUserId || message.application_id === application.id;
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
