import { CallFaults } from './call-faults.ts';
import type { CallListener } from './calls.ts';
import type { Gateway } from './gateway/gateway.ts';
import { changeRole } from './world/membership.ts';
import type { Id } from './world/model.ts';
import { removeChannel } from './world/opening.ts';
import type { PermissionName } from './world/permission-bits.ts';
import { permissionSet } from './world/permission-bits.ts';
import { removeMessages } from './world/posting.ts';
import type { World } from './world/world.ts';

/** What goes wrong in the world: the network, Discord, and people with all rights. */
export class Faults extends CallFaults {
  private readonly world: World;
  private readonly gateway: Gateway;
  private readonly listeners: Set<CallListener>;

  constructor(world: World, gateway: Gateway, listeners: Set<CallListener>) {
    super();
    this.world = world;
    this.gateway = gateway;
    this.listeners = listeners;
  }

  /** Sees every call before its handler and after its effect; the answer waits for a promise. */
  onCall(listener: CallListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Cuts the gateway's sockets; with `forgetSessions` a RESUME is refused (op 9). */
  dropSockets(options: { forgetSessions?: boolean } = {}): void {
    this.gateway.drop(options.forgetSessions ?? false);
  }

  askToReconnect(): void {
    this.gateway.askToReconnect();
  }

  /** Takes permissions from the bot's managed role, and from @everyone, whose they would stay. */
  revokePermissions(applicationId: Id, guildId: Id, ...names: PermissionName[]): void {
    const guild = this.world.guild(guildId);
    const botUserId = this.world.applications.get(applicationId)?.botUserId;
    const bits = permissionSet(names);
    for (const role of guild.roles.values()) {
      if (role.tags?.bot_id !== botUserId) continue;
      role.permissions = (BigInt(role.permissions) & ~bits).toString();
      changeRole(this.world, guild, role);
    }
    const everyone = guild.roles.get(guild.id);
    if (!everyone) return;
    everyone.permissions = (BigInt(everyone.permissions) & ~bits).toString();
    changeRole(this.world, guild, everyone);
  }

  deleteChannel(channelId: Id): void {
    removeChannel(this.world, channelId);
  }

  deleteThread(threadId: Id): void {
    removeChannel(this.world, threadId);
  }

  deleteMessage(channelId: Id, messageId: Id): void {
    removeMessages(this.world, channelId, [messageId]);
  }
}
