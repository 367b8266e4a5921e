import { type Client, Events } from 'discord.js';
import { z } from 'zod';
import type { ThreadState } from '../../core/delivery/message-body.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { MemberMessage } from '../../core/moderation/member-message.ts';
import { memberMessage } from './member-messages.ts';

/** Events in Discord that the newsroom handles, also of uncached threads. */
export interface GatewayListener {
  onThreadChanged(threadId: Snowflake, state: ThreadState): Promise<void>;
  onThreadDeleted(threadId: Snowflake): Promise<void>;
  /** A channel, or a thread, whose name Discord does not say. */
  onChannelDeleted(deleted: {
    channelId: Snowflake;
    guildId: Snowflake;
    name: string | null;
  }): Promise<void>;
  /** A member wrote, or edited, a message in a thread: no bot, no webhook. */
  onMemberMessage(message: MemberMessage): Promise<void>;
  onMessagesDeleted(messageIds: readonly Snowflake[]): Promise<void>;
  /** The servers of a shard that a bot is in, those of an outage too; `shard` is its number of how many. */
  onServersKnown(known: {
    botId: Snowflake;
    guildIds: readonly Snowflake[];
    shard: readonly [number, number];
  }): Promise<void>;
  onServerJoined(guildId: Snowflake): Promise<void>;
  /** The bot was removed: not an outage, in which Discord says that the server is unavailable. */
  onServerLeft(guildId: Snowflake): Promise<void>;
  /** Permissions may have changed: roles, overwrites or the bot's own roles. */
  onPermissionsChanged(guildId: Snowflake): Promise<void>;
}

const Packet = z.object({ t: z.string(), d: z.record(z.string(), z.unknown()) });
const ThreadUpdate = z.object({
  id: z.string(),
  thread_metadata: z.object({ archived: z.boolean(), locked: z.boolean().default(false) }),
  rate_limit_per_user: z.number().nullish(),
});
const WithId = z.object({ id: z.string() });
const WithIds = z.object({ ids: z.array(z.string()) });
const Deleted = z.object({
  id: z.string(),
  guild_id: z.string(),
  name: z.string().nullable().default(null),
});
const Ready = z.object({
  user: WithId,
  guilds: z.array(WithId),
  shard: z.tuple([z.number(), z.number()]).default([0, 1]),
});
const GuildDelete = z.object({ id: z.string(), unavailable: z.boolean().default(false) });
const WithGuild = z.object({ guild_id: z.string() });

/**
 * Listens to raw packets, because discord.js drops events of uncached threads and messages. `failed`
 * gets the errors of the listener.
 */
export function listenToGateway(
  client: Client,
  listener: GatewayListener,
  failed: (error: unknown) => void,
): void {
  client.on(Events.Raw, (raw: unknown) => {
    const packet = Packet.safeParse(raw);
    if (packet.success) dispatch(client, packet.data, listener).catch(failed);
  });
}

async function dispatch(
  client: Client,
  { t, d }: z.infer<typeof Packet>,
  listener: GatewayListener,
): Promise<void> {
  switch (t) {
    case 'THREAD_UPDATE': {
      const { id, thread_metadata: state, rate_limit_per_user: seconds } = ThreadUpdate.parse(d);
      return listener.onThreadChanged(id, { ...state, slowModeSeconds: seconds ?? 0 });
    }
    case 'THREAD_DELETE':
      await listener.onThreadDeleted(WithId.parse(d).id);
      return listener.onChannelDeleted(deletedChannel(d));
    case 'CHANNEL_DELETE':
      return listener.onChannelDeleted(deletedChannel(d));
    case 'MESSAGE_CREATE':
    case 'MESSAGE_UPDATE': {
      const message = memberMessage(client, d, t === 'MESSAGE_UPDATE');
      return message ? listener.onMemberMessage(message) : undefined;
    }
    case 'MESSAGE_DELETE':
      return listener.onMessagesDeleted([WithId.parse(d).id]);
    case 'MESSAGE_DELETE_BULK':
      return listener.onMessagesDeleted(WithIds.parse(d).ids);
    case 'CHANNEL_UPDATE':
    case 'GUILD_ROLE_UPDATE':
    case 'GUILD_MEMBER_UPDATE':
      return listener.onPermissionsChanged(WithGuild.parse(d).guild_id);
    case 'READY': {
      const { user, guilds, shard } = Ready.parse(d);
      const guildIds = guilds.map(({ id }) => id);
      return listener.onServersKnown({ botId: user.id, guildIds, shard });
    }
    case 'GUILD_DELETE': {
      const { id, unavailable } = GuildDelete.parse(d);
      return unavailable ? undefined : listener.onServerLeft(id);
    }
    case 'GUILD_CREATE':
      await listener.onServerJoined(WithId.parse(d).id);
      return listener.onPermissionsChanged(WithId.parse(d).id);
    default:
      return undefined;
  }
}

function deletedChannel(packet: unknown) {
  const { id: channelId, guild_id: guildId, name } = Deleted.parse(packet);
  return { channelId, guildId, name };
}
