import { type Client, Events } from 'discord.js';
import { z } from 'zod';
import type { Snowflake } from '../../core/ids.ts';

/** What people do in Discord that the newsroom must know of, also in uncached threads. */
export interface GatewayListener {
  onThreadChanged(
    threadId: Snowflake,
    state: { archived: boolean; locked: boolean },
  ): Promise<void>;
  onThreadDeleted(threadId: Snowflake): Promise<void>;
  onMessagesDeleted(messageIds: readonly Snowflake[]): Promise<void>;
  /** Roles, overwrites or the bot's own roles changed: what was refused may work now. */
  onPermissionsChanged(guildId: Snowflake): Promise<void>;
}

const Packet = z.object({ t: z.string(), d: z.record(z.string(), z.unknown()) });
const ThreadUpdate = z.object({
  id: z.string(),
  thread_metadata: z.object({ archived: z.boolean(), locked: z.boolean().default(false) }),
});
const WithId = z.object({ id: z.string() });
const WithIds = z.object({ ids: z.array(z.string()) });
const WithGuild = z.object({ guild_id: z.string() });

/**
 * Listens to raw packets, since discord.js drops the events of threads and messages that it has
 * not cached. `failed` hears what an observer threw.
 */
export function listenToGateway(
  client: Client,
  observer: GatewayListener,
  failed: (error: unknown) => void,
): void {
  client.on(Events.Raw, (raw: unknown) => {
    const packet = Packet.safeParse(raw);
    if (packet.success) dispatch(packet.data, observer).catch(failed);
  });
}

async function dispatch(
  { t, d }: z.infer<typeof Packet>,
  observer: GatewayListener,
): Promise<void> {
  switch (t) {
    case 'THREAD_UPDATE': {
      const { id, thread_metadata: state } = ThreadUpdate.parse(d);
      return observer.onThreadChanged(id, state);
    }
    case 'THREAD_DELETE':
      return observer.onThreadDeleted(WithId.parse(d).id);
    case 'MESSAGE_DELETE':
      return observer.onMessagesDeleted([WithId.parse(d).id]);
    case 'MESSAGE_DELETE_BULK':
      return observer.onMessagesDeleted(WithIds.parse(d).ids);
    case 'CHANNEL_UPDATE':
    case 'GUILD_ROLE_UPDATE':
    case 'GUILD_MEMBER_UPDATE':
      return observer.onPermissionsChanged(WithGuild.parse(d).guild_id);
    case 'GUILD_CREATE':
      return observer.onPermissionsChanged(WithId.parse(d).id);
    default:
      return undefined;
  }
}
