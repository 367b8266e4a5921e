import {
  type APIMessage,
  type APIThreadChannel,
  type Client,
  Routes,
  SnowflakeUtil,
} from 'discord.js';
import type { Discord } from '../../core/ports/discord.ts';
import type { DiscordMessage } from '../../core/delivery/message-body.ts';
import { call, orNull } from './call.ts';
import { discordMessage } from './discord-message.ts';

const weekMinutes = 10_080;
/** How many of the latest archived posts are searched for a post whose answer was lost. */
const mostArchived = 100;

/** Forum posts. Discord has no nonce for them. */
export function forumPort(
  client: Client,
  botId: () => string,
): Pick<Discord, 'postInForum' | 'ownForumPostsSince'> {
  const { rest } = client;
  return {
    async postInForum(forumId, { name, body, tagIds }, signal) {
      const post = {
        name,
        auto_archive_duration: weekMinutes,
        message: body,
        ...(tagIds.length > 0 && { applied_tags: tagIds }),
      };
      const opened = await call<APIThreadChannel & { message: APIMessage }>(
        (inner) => rest.post(Routes.threads(forumId), { body: post, signal: inner }),
        signal,
      );
      return discordMessage(opened.message, client.application?.id ?? null);
    },

    async ownForumPostsSince(guildId, forumId, since, signal) {
      const active = await call<{ threads: APIThreadChannel[] }>(
        (inner) => rest.get(Routes.guildActiveThreads(guildId), { signal: inner }),
        signal,
      );
      const query = new URLSearchParams({ limit: String(mostArchived) });
      const archived = await call<{ threads: APIThreadChannel[] }>(
        (inner) => rest.get(Routes.channelThreads(forumId, 'public'), { query, signal: inner }),
        signal,
      );
      const own = [...active.threads, ...archived.threads]
        .filter((thread) => thread.parent_id === forumId && thread.owner_id === botId())
        .filter(({ id }) => SnowflakeUtil.timestampFrom(id) >= since)
        .toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
      const posts: DiscordMessage[] = [];
      for (const { id } of own) {
        const first = await orNull(
          call<APIMessage>(
            (inner) => rest.get(Routes.channelMessage(id, id), { signal: inner }),
            signal,
          ),
          [10003, 10008],
        );
        if (first) posts.push(discordMessage(first, client.application?.id ?? null));
      }
      return posts;
    },
  };
}
