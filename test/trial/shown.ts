import type { LocalDiscord, Message } from '../../src/preview/discord/index.ts';
import type { Shown, ShownChannel, ShownMessage } from './record.ts';

export interface TrialChannel {
  id: string;
  name: string;
  type: 'text' | 'announcement' | 'forum';
}

/** The messages of the bot that Discord has. */
export function readShown(
  discord: LocalDiscord,
  botUserId: string,
  channels: readonly TrialChannel[],
  moderatorsChannel: string,
): Shown {
  const own = (channelId: string) =>
    discord
      .messages(channelId)
      .filter(({ author, type }) => author.id === botUserId && (type === 0 || type === 19));
  return {
    channels: channels.map(({ id, name, type }): ShownChannel => {
      const threads = discord.threads(id).filter(({ owner_id }) => owner_id === botUserId);
      const posts = threads.flatMap((thread) =>
        own(thread.id)
          .filter((message) => message.id === thread.id)
          .map((message) => ({ ...shown(message), text: `${thread.name}\n${textOf(message)}` })),
      );
      return {
        id,
        name,
        stories: type === 'forum' ? posts : own(id).map(shown),
        threads: threads.map((thread) => ({
          id: thread.id,
          name: thread.name,
          locked: thread.thread_metadata.locked,
          messages: own(thread.id)
            .filter((message) => message.id !== thread.id)
            .map(shown),
        })),
      };
    }),
    moderators: own(moderatorsChannel).map(shown),
  };
}

const shown = (message: Message): ShownMessage => ({
  id: message.id,
  channelId: message.channel_id,
  text: textOf(message),
});

function textOf({ content, embeds, components }: Message): string {
  const titles = embeds.map(({ title }) => title ?? '');
  return [content, ...titles, ...textsIn(components)].filter(Boolean).join('\n');
}

function textsIn(components: readonly unknown[]): string[] {
  return components.flatMap((component) => {
    if (typeof component !== 'object' || component === null) return [];
    const own = 'content' in component && typeof component.content === 'string';
    const below = 'components' in component && Array.isArray(component.components);
    return [
      ...(own ? [String(component.content)] : []),
      ...(below ? textsIn(component.components as unknown[]) : []),
    ];
  });
}
