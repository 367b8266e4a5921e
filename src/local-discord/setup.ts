import { intentBits } from './gateway/intents.ts';
import type { ApplicationHandle, ChannelGiven, GuildHandle, Permissions } from './options.ts';
import * as membership from './world/membership.ts';
import { makeChannel } from './world/channel-making.ts';
import type { Guild, Id, Role } from './world/model.ts';
import { channelTypes } from './world/model.ts';
import { defaultEveryone, permissionSet } from './world/permission-bits.ts';
import type { World } from './world/world.ts';

/** What a test or the preview puts into the world before and while a bot runs. */
export class Setup {
  protected readonly world: World;

  constructor(world: World) {
    this.world = world;
  }

  /** `privileged` switches privileged intents on, as in the developer portal; none by default. */
  addApplication(given: {
    name: string;
    token?: string;
    privileged?: readonly ('GuildMembers' | 'GuildPresences' | 'MessageContent')[];
  }): ApplicationHandle {
    let privilegedIntents = 0;
    for (const name of given.privileged ?? []) privilegedIntents |= intentBits[name];
    const { name, token } = given;
    const application = membership.addApplication(this.world, {
      name,
      privilegedIntents,
      ...(token ? { token } : {}),
    });
    return {
      applicationId: application.id,
      botUserId: application.botUserId,
      token: application.token,
    };
  }

  /** A guild with an owner of its own. `everyone` replaces Discord's default permissions. */
  addGuild(given: { name: string; everyone?: Permissions }): GuildHandle {
    const { world } = this;
    const ownerId = membership.addUser(world, `Owner of ${given.name}`);
    const id = world.nextId();
    const permissions = permissionSet(given.everyone ?? defaultEveryone);
    const everyone = membership.newRole(world, { id, name: '@everyone', permissions, position: 0 });
    const guild: Guild = {
      id,
      name: given.name,
      owner_id: ownerId,
      roles: new Map([[id, everyone]]),
      members: new Map(),
      bans: new Set(),
    };
    world.guilds.set(id, guild);
    membership.addMember(world, guild, ownerId, []);
    return { id, name: given.name, everyoneRoleId: id, ownerId };
  }

  addRole(
    guildId: Id,
    given: {
      name: string;
      permissions?: Permissions;
      position?: number;
      mentionable?: boolean;
    },
  ): { id: Id } {
    const guild = this.world.guild(guildId);
    const role: Role = membership.newRole(this.world, {
      name: given.name,
      permissions: permissionSet(given.permissions ?? []),
      position: given.position ?? guild.roles.size,
    });
    role.mentionable = given.mentionable ?? false;
    membership.addRole(this.world, guild, role);
    return { id: role.id };
  }

  setRolePermissions(guildId: Id, roleId: Id, permissions: Permissions): void {
    const guild = this.world.guild(guildId);
    const role = guild.roles.get(roleId);
    if (!role) throw new Error(`The guild has no role ${roleId}`);
    role.permissions = permissionSet(permissions).toString();
    membership.changeRole(this.world, guild, role);
  }

  addUser(given: { name: string }): { id: Id } {
    return { id: membership.addUser(this.world, given.name) };
  }

  /** A new person who is a member, or with `userId` somebody known. */
  addMember(guildId: Id, given: { name?: string; userId?: Id; roles?: readonly Id[] }): { id: Id } {
    const userId = given.userId ?? membership.addUser(this.world, given.name ?? 'Reader');
    membership.addMember(this.world, this.world.guild(guildId), userId, given.roles ?? []);
    return { id: userId };
  }

  setMemberRoles(guildId: Id, userId: Id, roles: readonly Id[]): void {
    const guild = this.world.guild(guildId);
    const member = guild.members.get(userId);
    if (!member) throw new Error(`The guild has no member ${userId}`);
    member.roles = [...roles];
    membership.memberChanged(this.world, guild, member);
  }

  addChannel(guildId: Id, given: ChannelGiven): { id: Id } {
    const { name, topic, parentId, autoArchiveMinutes } = given;
    const channel = makeChannel(this.world, guildId, {
      name,
      type: channelTypes[given.type ?? 'text'],
      flags: given.requireTag ? 1 << 4 : 0,
      topic: topic ?? null,
      parent_id: parentId ?? null,
      permission_overwrites: (given.overwrites ?? []).map((one) => ({
        id: one.id,
        type: one.kind === 'role' ? 0 : 1,
        allow: permissionSet(one.allow ?? []).toString(),
        deny: permissionSet(one.deny ?? []).toString(),
      })),
      available_tags: (given.tags ?? []).map((tag) => ({ name: tag })),
      default_auto_archive_duration: autoArchiveMinutes ?? null,
    });
    return { id: channel.id };
  }

  /** Adds the bot with a managed role that holds `permissions`; a connected bot is told. */
  inviteBot(applicationId: Id, guildId: Id, permissions: Permissions): void {
    const application = this.application(applicationId);
    const bits = permissionSet(permissions);
    membership.inviteBot(this.world, application, this.world.guild(guildId), bits);
  }

  removeBot(applicationId: Id, guildId: Id): void {
    const application = this.application(applicationId);
    membership.removeBot(this.world, application, this.world.guild(guildId));
  }

  protected application(id: Id) {
    const application = this.world.applications.get(id);
    if (!application) throw new Error(`There is no application ${id}`);
    return application;
  }
}
