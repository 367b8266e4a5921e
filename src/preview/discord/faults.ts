import { CallFaults } from './call-faults.ts';
import type { CallListener } from './calls.ts';
import type { Gateway } from './gateway/gateway.ts';
import { changeRole } from './world/membership.ts';
import type { Id, Overwrite } from './world/model.ts';
import { announceChannel } from './world/channel-making.ts';
import { removeChannel } from './world/threads.ts';
import type { PermissionName } from './world/permission-bits.ts';
import { permissionSet } from './world/permission-bits.ts';
import type { World } from './world/world.ts';

/** Faults that a test orders: of the network, of Discord, of people with all rights. */
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
    this.gateway.sendToAll({ op: 7, d: null });
  }

  /** Sends every client Invalid Session (op 9); a resumable session can be resumed. */
  invalidateSessions(options: { resumable: boolean }): void {
    if (!options.resumable) this.gateway.sessions.clear();
    this.gateway.sendToAll({ op: 9, d: options.resumable });
  }

  /** Closes the gateway's connections with one of its codes, 4000 to 4014. */
  closeSockets(code: number): void {
    this.gateway.closeAll(code, 'made to close');
  }

  /**
   * Takes permissions from a bot alone: from its managed role (Administrator with them), and by a
   * denial of its own in every channel.
   */
  revokePermissions(applicationId: Id, guildId: Id, ...names: PermissionName[]): void {
    const taken = permissionSet(names);
    const administrator = permissionSet(['Administrator']);
    this.reviseRole(applicationId, guildId, (bits) => bits & ~taken & ~administrator);
    this.reviseDenials(applicationId, guildId, (denied) => denied | taken);
  }

  /** Gives back what {@link revokePermissions} took. */
  restorePermissions(applicationId: Id, guildId: Id, ...names: PermissionName[]): void {
    const given = permissionSet(names);
    this.reviseRole(applicationId, guildId, (bits) => bits | given);
    this.reviseDenials(applicationId, guildId, (denied) => denied & ~given);
  }

  private botOf(applicationId: Id): Id {
    const application = this.world.applications.get(applicationId);
    if (!application) throw new Error(`There is no application ${applicationId}`);
    return application.botUserId;
  }

  private reviseRole(applicationId: Id, guildId: Id, revised: (bits: bigint) => bigint): void {
    const guild = this.world.guild(guildId);
    for (const role of guild.roles.values()) {
      if (role.tags?.bot_id !== this.botOf(applicationId)) continue;
      role.permissions = revised(BigInt(role.permissions)).toString();
      changeRole(this.world, guild, role);
    }
  }

  private reviseDenials(applicationId: Id, guildId: Id, revised: (bits: bigint) => bigint): void {
    const id = this.botOf(applicationId);
    for (const channel of this.world.channelsOf(guildId)) {
      const own = channel.permission_overwrites.find((one) => one.id === id);
      const others = channel.permission_overwrites.filter((one) => one.id !== id);
      const deny = revised(BigInt(own?.deny ?? '0')).toString();
      const overwrite: Overwrite = { id, type: 1, allow: own?.allow ?? '0', deny };
      channel.permission_overwrites = [...others, overwrite];
      announceChannel(this.world, 'CHANNEL_UPDATE', channel);
    }
  }

  /**
   * Discord itself cannot reach a guild for a while. Its bots get no events of it; nobody has left it.
   * @see https://docs.discord.com/developers/events/gateway-events#guild-delete
   */
  startOutage(guildId: Id): void {
    this.world.unreachable.add(guildId);
    const data = { id: guildId, unavailable: true };
    this.world.emit({ name: 'GUILD_DELETE', guildId, data });
  }

  endOutage(guildId: Id): void {
    this.world.unreachable.delete(guildId);
    this.world.emit({ name: 'GUILD_CREATE', guildId, data: { id: guildId } });
  }

  deleteChannel(channelId: Id): void {
    removeChannel(this.world, channelId);
  }

  deleteThread(threadId: Id): void {
    removeChannel(this.world, threadId);
  }
}
