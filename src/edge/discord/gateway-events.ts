import { type Client, Events } from 'discord.js';
import { z } from 'zod';
import type { Snowflake } from '../../core/ids.ts';

/** Events in Discord that the newsroom handles, also of uncached threads. */
export interface GatewayListener {
  onThreadChanged(
    threadId: Snowflake,
    state: { archived: boolean; locked: boolean },
  ): Promise<void>;
  onThreadDeleted(threadId: Snowflake): Promise<void>;
  /** A channel, or a thread, whose name Discord does not say. */
  onChannelDeleted(deleted: {
    channelId: Snowflake;
    guildId: Snowflake;
    name: string | null;
  }): Promise<void>;
  onMessagesDeleted(messageIds: readonly Snowflake[]): Promise<void>;
  /** Permissions may have changed: roles, overwrites or the bot's own roles. */
  onPermissionsChanged(guildId: Snowflake): Promise<void>;
}

const Packet = z.object({ t: z.string(), d: z.record(z.string(), z.unknown()) });
const ThreadUpdate = z.object({
  id: z.string(),
  thread_metadata: z.object({ archived: z.boolean(), locked: z.boolean().default(false) }),
});
const WithId = z.object({ id: z.string() });
const WithIds = z.object({ ids: z.array(z.string()) });
const Deleted = z.object({
  id: z.string(),
  guild_id: z.string(),
  name: z.string().nullable().default(null),
});
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
    if (packet.success) dispatch(packet.data, listener).catch(failed);
  });
}

async function dispatch(
  { t, d }: z.infer<typeof Packet>,
  listener: GatewayListener,
): Promise<void> {
  switch (t) {
    case 'THREAD_UPDATE': {
      const { id, thread_metadata: state } = ThreadUpdate.parse(d);
      return listener.onThreadChanged(id, state);
    }
    case 'THREAD_DELETE':
      await listener.onThreadDeleted(WithId.parse(d).id);
      return listener.onChannelDeleted(deletedChannel(d));
    case 'CHANNEL_DELETE':
      return listener.onChannelDeleted(deletedChannel(d));
    case 'MESSAGE_DELETE':
      return listener.onMessagesDeleted([WithId.parse(d).id]);
    case 'MESSAGE_DELETE_BULK':
      return listener.onMessagesDeleted(WithIds.parse(d).ids);
    case 'CHANNEL_UPDATE':
    case 'GUILD_ROLE_UPDATE':
    case 'GUILD_MEMBER_UPDATE':
      return listener.onPermissionsChanged(WithGuild.parse(d).guild_id);
    case 'GUILD_CREATE':
      return listener.onPermissionsChanged(WithId.parse(d).id);
    default:
      return undefined;
  }
}

function deletedChannel(packet: unknown) {
  const { id: channelId, guild_id: guildId, name } = Deleted.parse(packet);
  return { channelId, guildId, name };
}
