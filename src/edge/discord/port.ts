import {
  type APIChannel,
  type APIMessage,
  type APIThreadChannel,
  type Client,
  Routes,
  SnowflakeUtil,
} from 'discord.js';
import { DiscordRefusal } from '../../core/errors.ts';
import type { Discord } from '../../core/ports/discord.ts';
import type { DiscordMessage, ThreadState } from '../../core/delivery/message-body.ts';
import { call, orNull } from './call.ts';
import { channelPort } from './channels.ts';
import { forumPort } from './forums.ts';
import { discordMessage } from './discord-message.ts';
import { webhookPort } from './webhooks.ts';
import { memberPort } from './members.ts';

const pageSize = 100;
const weekMinutes = 10_080;

/** The `Discord` port over a logged-in client's REST, which obeys rate limits. */
export function discordPort(client: Client): Discord {
  const { rest } = client;
  const botId = () => {
    if (!client.user) throw new DiscordRefusal('passing', 0, 'not logged in to Discord yet');
    return client.user.id;
  };
  const channels = channelPort(client, botId);
  const shown = (message: APIMessage) => discordMessage(message, client.application?.id ?? null);

  return {
    ...channels,
    ...forumPort(client, botId),
    ...webhookPort(client, botId),
    ...memberPort(client),
    botId,

    async post(channelId, body, nonce, signal) {
      const sent = { ...body, nonce, enforce_nonce: true };
      const message = await call<APIMessage>(
        (inner) => rest.post(Routes.channelMessages(channelId), { body: sent, signal: inner }),
        signal,
      );
      return shown(message);
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
      return message && shown(message);
    },

    async ownMessagesSince(channelId, since, mostRead, signal) {
      const own: DiscordMessage[] = [];
      let after = SnowflakeUtil.generate({
        timestamp: Math.max(since, 1_420_070_400_000),
      }).toString();
      for (let read = 0; read < mostRead; read += pageSize) {
        const query = new URLSearchParams({ limit: String(pageSize), after });
        const messages = await call<APIMessage[]>(
          (inner) => rest.get(Routes.channelMessages(channelId), { query, signal: inner }),
          signal,
        );
        const oldestFirst = messages.toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
        const found = oldestFirst.map(shown);
        own.push(...found.filter((one) => one.authorId === botId() || one.webhookId));
        const newest = oldestFirst.at(-1);
        if (!newest || messages.length < pageSize) break;
        after = newest.id;
      }
      return own;
    },

    async openThread(channelId, messageId, name, signal) {
      const target = await channels.channel(channelId, signal);
      if (target?.kind === 'forum') return messageId;
      if (target?.kind === 'thread') {
        throw new DiscordRefusal('message', 0, 'no thread can be opened in a thread');
      }
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
        call<APIThreadChannel>(
          (inner) => rest.get(Routes.channel(threadId), { signal: inner }),
          signal,
        ),
        [10003],
      );
      return thread && stateOf(thread);
    },

    async activeThreads(guildId, signal) {
      const { threads } = await call<{ threads: APIThreadChannel[] }>(
        (inner) => rest.get(Routes.guildActiveThreads(guildId), { signal: inner }),
        signal,
      );
      const lastMessageId = (thread: APIThreadChannel) =>
        BigInt(thread.last_message_id ?? thread.id);
      return threads
        .toSorted((a, b) => (lastMessageId(a) < lastMessageId(b) ? -1 : 1))
        .flatMap((thread) => {
          const state = stateOf(thread);
          return state ? { id: thread.id, ...state } : [];
        });
    },

    async setThread(threadId, { slowModeSeconds, ...state }, reason, signal) {
      const slowMode = slowModeSeconds !== undefined && { rate_limit_per_user: slowModeSeconds };
      const body = { ...state, ...slowMode };
      await call(
        (inner) => rest.patch(Routes.channel(threadId), { body, reason, signal: inner }),
        signal,
      );
    },

    async renameThread(threadId, name, signal) {
      await call(
        (inner) => rest.patch(Routes.channel(threadId), { body: { name }, signal: inner }),
        signal,
      );
    },

    async privateChannel(userId, signal) {
      const body = { recipient_id: userId };
      const { id } = await call<APIChannel>(
        (inner) => rest.post(Routes.userChannels(), { body, signal: inner }),
        signal,
      );
      return id;
    },

    serverName: (guildId) => client.guilds.cache.get(guildId)?.name ?? null,

    async pin(channelId, messageId, signal) {
      await call(
        (inner) => rest.put(Routes.channelMessagesPin(channelId, messageId), { signal: inner }),
        signal,
      );
    },
  };
}

/** `null` for another kind of channel, which has no metadata. */
function stateOf({
  thread_metadata: metadata,
  rate_limit_per_user: seconds,
}: APIThreadChannel): ThreadState | null {
  if (!metadata) return null;
  const { archived, locked } = metadata;
  return { archived, locked: locked ?? false, slowModeSeconds: seconds ?? 0 };
}
