import {
  type APIChannel,
  type APIMessage,
  type APIThreadChannel,
  type Client,
  PermissionFlagsBits,
  Routes,
  SnowflakeUtil,
  type ThreadChannel,
} from 'discord.js';
import { DiscordRefusal } from '../../core/errors.ts';
import { neededPermissions } from '../../core/permissions.ts';
import type { Discord, ShownMessage } from '../../core/ports.ts';
import { refusal } from './refusals.ts';

const pageSize = 100;
/** How far back a lost answer is looked for: pages of a hundred messages. */
const pagesToLook = 5;
const weekMinutes = 10_080;

/** Discord over a logged-in client's REST, which obeys the rate-limit headers. */
export function discordPort(client: Client): Discord {
  const { rest } = client;
  const botId = () => {
    if (!client.user) throw new DiscordRefusal('passing', 0, 'not logged in to Discord yet');
    return client.user.id;
  };
  /** One call under a signal of its own: the client never lets go of the listeners that it adds. */
  async function call<T>(
    work: (signal: AbortSignal) => Promise<unknown>,
    outer: AbortSignal,
  ): Promise<T> {
    const controller = new AbortController();
    const abort = () => controller.abort(outer.reason);
    if (outer.aborted) abort();
    outer.addEventListener('abort', abort, { once: true });
    try {
      return (await work(controller.signal)) as T;
    } catch (error) {
      throw refusal(error, outer);
    } finally {
      outer.removeEventListener('abort', abort);
    }
  }

  return {
    botId,

    async post(channelId, body, nonce, signal) {
      const sent = { ...body, nonce, enforce_nonce: true };
      const message = await call<APIMessage>(
        (inner) => rest.post(Routes.channelMessages(channelId), { body: sent, signal: inner }),
        signal,
      );
      return shownMessage(message);
    },

    async edit(channelId, messageId, body, signal) {
      const { message_reference: _, ...editable } = body;
      await call(
        (inner) =>
          rest.patch(Routes.channelMessage(channelId, messageId), {
            body: editable,
            signal: inner,
          }),
        signal,
      );
    },

    async delete(channelId, messageId, reason, signal) {
      await orNull(
        call(
          (inner) =>
            rest.delete(Routes.channelMessage(channelId, messageId), { reason, signal: inner }),
          signal,
        ),
        [10003, 10008],
      );
    },

    async message(channelId, messageId, signal) {
      const message = await orNull(
        call<APIMessage>(
          (inner) => rest.get(Routes.channelMessage(channelId, messageId), { signal: inner }),
          signal,
        ),
        [10003, 10008],
      );
      return message && shownMessage(message);
    },

    async ownMessagesSince(channelId, since, signal) {
      const own: ShownMessage[] = [];
      let after = SnowflakeUtil.generate({
        timestamp: Math.max(since, 1_420_070_400_000),
      }).toString();
      for (let page = 0; page < pagesToLook; page += 1) {
        const query = new URLSearchParams({ limit: String(pageSize), after });
        const messages = await call<APIMessage[]>(
          (inner) => rest.get(Routes.channelMessages(channelId), { query, signal: inner }),
          signal,
        );
        const oldestFirst = messages.toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
        own.push(...oldestFirst.filter(({ author }) => author.id === botId()).map(shownMessage));
        const newest = oldestFirst.at(-1);
        if (!newest || messages.length < pageSize) break;
        after = newest.id;
      }
      return own;
    },

    async openThread(channelId, messageId, name, signal) {
      const body = { name, auto_archive_duration: weekMinutes };
      const opened = await orNull(
        call<APIChannel>(
          (inner) => rest.post(Routes.threads(channelId, messageId), { body, signal: inner }),
          signal,
        ),
        [160004],
      );
      return opened?.id ?? messageId;
    },

    async threadState(threadId, signal) {
      const thread = await orNull(
        call<ThreadChannel>(
          (inner) => rest.get(Routes.channel(threadId), { signal: inner }),
          signal,
        ),
        [10003],
      );
      const metadata = thread && 'thread_metadata' in thread ? thread.thread_metadata : null;
      if (!metadata) return null;
      const { archived, locked } = metadata as { archived: boolean; locked?: boolean };
      return { archived, locked: locked ?? false };
    },

    async activeThreads(guildId, signal) {
      const { threads } = await call<{ threads: APIThreadChannel[] }>(
        (inner) => rest.get(Routes.guildActiveThreads(guildId), { signal: inner }),
        signal,
      );
      const lastWord = (thread: APIThreadChannel) => BigInt(thread.last_message_id ?? thread.id);
      return threads.toSorted((a, b) => (lastWord(a) < lastWord(b) ? -1 : 1)).map(({ id }) => id);
    },

    async setThread(threadId, state, reason, signal) {
      await call(
        (inner) => rest.patch(Routes.channel(threadId), { body: state, reason, signal: inner }),
        signal,
      );
    },

    async pin(channelId, messageId, signal) {
      await call(
        (inner) => rest.put(Routes.channelMessagesPin(channelId, messageId), { signal: inner }),
        signal,
      );
    },

    async missingPermissions(channelId, signal) {
      signal.throwIfAborted();
      const channel = client.channels.cache.get(channelId);
      if (!channel || channel.isDMBased()) return ['ViewChannel'];
      const permissions = channel.permissionsFor(botId());
      return neededPermissions.filter((name) => !permissions?.has(PermissionFlagsBits[name]));
    },
  };
}

/** `null` instead of a refusal with one of the codes. */
async function orNull<T>(work: Promise<T>, codes: readonly number[]): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof DiscordRefusal && codes.includes(error.code)) return null;
    throw error;
  }
}

function shownMessage(message: APIMessage): ShownMessage {
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
