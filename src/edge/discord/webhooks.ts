import {
  type APIChannel,
  type APIMessage,
  type APIWebhook,
  type Client,
  PermissionFlagsBits,
  Routes,
} from 'discord.js';
import { personaPermission } from '../../core/delivery/permissions.ts';
import { DiscordRefusal } from '../../core/errors.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { Discord, PersonaMessage } from '../../core/ports/discord.ts';
import { call, orNull } from './call.ts';
import { discordMessage } from './discord-message.ts';

/** Discord's error codes: an unknown webhook, a wrong token, no permission. */
const webhookGone = new Set([10_015, 50_027]);
const missingPermissions = 50_013;

/** A webhook with its token, which is a secret: kept in memory only, Discord is asked for it again. */
interface OwnWebhook {
  id: Snowflake;
  token: string;
}

/**
 * Messages under other names, by webhooks that belong to this application. Discord lists them with
 * their tokens, so nothing of them is stored.
 * @see https://docs.discord.com/developers/resources/webhook
 */
export function webhookPort(
  client: Client,
  botId: () => string,
): Pick<Discord, 'postAs' | 'readAs' | 'editAs' | 'deleteAs' | 'parentChannel' | 'mayUsePersonas'> {
  const { rest } = client;
  /** By channel: those found, or being looked for. */
  const found = new Map<Snowflake, Promise<OwnWebhook[]>>();
  const applicationId = () => client.application?.id ?? null;

  async function parentChannel(threadId: Snowflake, signal: AbortSignal) {
    const cached = client.channels.cache.get(threadId);
    if (cached?.isThread()) return cached.parentId;
    const thread = await orNull(
      call<APIChannel>((inner) => rest.get(Routes.channel(threadId), { signal: inner }), signal),
      [10003],
    );
    return thread && 'parent_id' in thread ? (thread.parent_id ?? null) : null;
  }

  async function mayUsePersonas(channelId: Snowflake, signal: AbortSignal) {
    signal.throwIfAborted();
    const channel = client.channels.cache.get(channelId);
    if (!channel || channel.isDMBased()) return false;
    const permissions = channel.permissionsFor(botId());
    return permissions?.has(PermissionFlagsBits[personaPermission]) ?? false;
  }

  /** Discord itself refuses where nothing of the channel is cached, as in an outage of its server. */
  async function demandPermission(channelId: Snowflake, signal: AbortSignal): Promise<void> {
    const isCached = client.channels.cache.has(channelId);
    if (!isCached || (await mayUsePersonas(channelId, signal))) return;
    throw new DiscordRefusal('channel', missingPermissions, 'Missing Permissions: Manage Webhooks');
  }

  async function channelOf(threadId: Snowflake, signal: AbortSignal): Promise<Snowflake> {
    const channelId = await parentChannel(threadId, signal);
    if (channelId !== null) return channelId;
    throw new DiscordRefusal('channel', 10_003, 'Unknown Channel');
  }

  async function list(channelId: Snowflake, signal: AbortSignal): Promise<OwnWebhook[]> {
    await demandPermission(channelId, signal);
    const webhooks = await call<APIWebhook[]>(
      (inner) => rest.get(Routes.channelWebhooks(channelId), { signal: inner }),
      signal,
    );
    return webhooks
      .flatMap(({ id, token, application_id: owner }) =>
        token !== undefined && owner === applicationId() ? [{ id, token }] : [],
      )
      .toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
  }

  async function create(channelId: Snowflake, signal: AbortSignal): Promise<OwnWebhook> {
    const reason = 'Comments have the names and pictures of their authors';
    const { id, token = '' } = await call<APIWebhook>(
      (inner) =>
        rest.post(Routes.channelWebhooks(channelId), {
          body: { name: webhookName },
          reason,
          signal: inner,
        }),
      signal,
    );
    return { id, token };
  }

  /** The application's webhooks of a channel; the first one posts. One is made where there is none. */
  function webhooksOf(channelId: Snowflake, signal: AbortSignal): Promise<OwnWebhook[]> {
    const known = found.get(channelId);
    if (known) return known;
    const looked = list(channelId, signal).then(async (own) =>
      own.length > 0 ? own : [await create(channelId, signal)],
    );
    found.set(channelId, looked);
    looked.catch(() => found.delete(channelId));
    return looked;
  }

  /** Runs `work` with the channel's webhook; once more when it had been deleted. */
  async function withWebhook<T>(
    channelId: Snowflake,
    work: (webhook: OwnWebhook) => Promise<T>,
    signal: AbortSignal,
  ): Promise<T> {
    const attempt = async () => {
      const [webhook] = await webhooksOf(channelId, signal);
      if (!webhook) throw new DiscordRefusal('message', 10_015, 'Unknown Webhook');
      return work(webhook);
    };
    try {
      return await attempt();
    } catch (error) {
      if (!isWebhookGone(error)) throw error;
      found.delete(channelId);
      return attempt();
    }
  }

  /** Runs `work` with the webhook that posted a message. @throws 10015 when it was deleted */
  async function withPoster<T>(
    { threadId, webhookId }: PersonaMessage,
    work: (webhook: OwnWebhook) => Promise<T>,
    signal: AbortSignal,
  ): Promise<T> {
    const channelId = await channelOf(threadId, signal);
    const poster = async () => (await list(channelId, signal)).find(({ id }) => id === webhookId);
    const known = await found.get(channelId)?.catch(() => null);
    const webhook = known?.find(({ id }) => id === webhookId) ?? (await poster());
    if (!webhook) throw new DiscordRefusal('message', 10_015, 'Unknown Webhook');
    try {
      return await work(webhook);
    } catch (error) {
      if (isWebhookGone(error)) found.delete(channelId);
      throw error;
    }
  }

  const messageRoute = ({ id }: PersonaMessage, { id: webhookId, token }: OwnWebhook) =>
    Routes.webhookMessage(webhookId, token, id);
  const inThread = (threadId: Snowflake) => new URLSearchParams({ thread_id: threadId });

  return {
    parentChannel,
    mayUsePersonas,

    async postAs(threadId, { username, avatarUrl }, body, signal) {
      const channelId = await channelOf(threadId, signal);
      const { message_reference: _, ...postable } = body;
      const sent = { ...postable, username, ...(avatarUrl !== null && { avatar_url: avatarUrl }) };
      const query = inThread(threadId);
      query.set('wait', 'true');
      query.set('with_components', 'true');
      await demandPermission(channelId, signal);
      const message = await withWebhook(
        channelId,
        ({ id, token }) =>
          secretCall<APIMessage>(
            (inner) =>
              rest.post(Routes.webhook(id, token), {
                body: sent,
                query,
                auth: false,
                signal: inner,
              }),
            signal,
          ),
        signal,
      );
      return discordMessage(message, applicationId());
    },

    async readAs(message, signal) {
      const read = await orNull(
        withPoster(
          message,
          (webhook) =>
            secretCall<APIMessage>(
              (inner) =>
                rest.get(messageRoute(message, webhook), {
                  query: inThread(message.threadId),
                  auth: false,
                  signal: inner,
                }),
              signal,
            ),
          signal,
        ),
        [10_008, ...webhookGone, missingPermissions],
      );
      return read && discordMessage(read, applicationId());
    },

    async editAs(message, body, signal) {
      const { message_reference: _, ...editable } = body;
      await withPoster(
        message,
        (webhook) =>
          secretCall(
            (inner) =>
              rest.patch(messageRoute(message, webhook), {
                body: editable,
                query: inThread(message.threadId),
                auth: false,
                signal: inner,
              }),
            signal,
          ),
        signal,
      );
    },

    async deleteAs(message, reason, signal) {
      const { threadId, id } = message;
      const gone = [10_003, 10_008];
      const asBot = call(
        (inner) => rest.delete(Routes.channelMessage(threadId, id), { reason, signal: inner }),
        signal,
      );
      try {
        await orNull(asBot, gone);
      } catch (error) {
        if (!(error instanceof DiscordRefusal) || error.code !== missingPermissions) throw error;
        // Without Manage Messages only the webhook itself deletes what it posted.
        const byWebhook = (webhook: OwnWebhook) =>
          secretCall(
            (inner) =>
              rest.delete(messageRoute(message, webhook), {
                query: inThread(threadId),
                auth: false,
                signal: inner,
              }),
            signal,
          );
        await orNull(withPoster(message, byWebhook, signal), gone);
      }
    },
  };
}

const webhookName = 'Wirethread';

function isWebhookGone(error: unknown): boolean {
  return error instanceof DiscordRefusal && webhookGone.has(error.code);
}

/** A call whose address has the token: its refusal keeps no cause, which would have the address too. */
async function secretCall<T>(
  work: (signal: AbortSignal) => Promise<unknown>,
  signal: AbortSignal,
): Promise<T> {
  try {
    return await call<T>(work, signal);
  } catch (error) {
    if (!(error instanceof DiscordRefusal)) throw error;
    const { kind, code, message, retryAfterMs } = error;
    const isGone = webhookGone.has(code);
    throw new DiscordRefusal(isGone ? 'message' : kind, code, message, {
      ...(retryAfterMs !== null && { retryAfterMs }),
    });
  }
}
