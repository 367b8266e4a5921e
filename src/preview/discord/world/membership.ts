import type { RoleFlags } from 'discord-api-types/v10';
import type { Application, Guild, Id, Member, Role } from './model.ts';
import { memberView, newUser, roleView } from './views.ts';
import type { World } from './world.ts';

/** People, applications, guilds, roles: what a server's owner sets up. */

export function memberChanged(world: World, guild: Guild, member: Member): void {
  world.emit({
    name: 'GUILD_MEMBER_UPDATE',
    guildId: guild.id,
    data: { guild_id: guild.id, ...memberView(member) },
  });
}

export function newRole(
  world: World,
  given: { name: string; permissions: bigint; position: number; id?: Id; botId?: Id },
): Role {
  return {
    id: given.id ?? world.nextId(),
    name: given.name,
    permissions: given.permissions.toString(),
    position: given.position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: given.botId !== undefined,
    mentionable: false,
    icon: null,
    unicode_emoji: null,
    flags: 0 as RoleFlags,
    ...(given.botId ? { tags: { bot_id: given.botId } } : {}),
  };
}

export function addRole(world: World, guild: Guild, role: Role): void {
  guild.roles.set(role.id, role);
  world.emit({
    name: 'GUILD_ROLE_CREATE',
    guildId: guild.id,
    data: { guild_id: guild.id, role: roleView(role) },
  });
}

export function changeRole(world: World, guild: Guild, role: Role): void {
  world.emit({
    name: 'GUILD_ROLE_UPDATE',
    guildId: guild.id,
    data: { guild_id: guild.id, role: roleView(role) },
  });
}

export function addUser(world: World, name: string): Id {
  const id = world.nextId();
  world.users.set(id, newUser(id, name, false));
  return id;
}

export function addMember(world: World, guild: Guild, userId: Id, roles: readonly Id[]): Member {
  const member: Member = {
    user: world.user(userId),
    nick: null,
    roles: [...roles],
    joined_at: world.time(),
    communication_disabled_until: null,
  };
  guild.members.set(userId, member);
  world.emit({
    name: 'GUILD_MEMBER_ADD',
    guildId: guild.id,
    data: { guild_id: guild.id, ...memberView(member) },
  });
  return member;
}

/** A token of the form Discord's have: the bot's id in base64, a time, a signature. */
function newToken(botUserId: Id): string {
  const id = Buffer.from(botUserId).toString('base64url');
  const tail = Buffer.from(`local-discord:${botUserId}:not-a-secret`).toString('base64url');
  return `${id}.G${tail.slice(0, 5)}.${tail.padEnd(38, 'x').slice(0, 38)}`;
}

export function addApplication(
  world: World,
  given: { name: string; token?: string; privilegedIntents: number },
): Application {
  const id = world.nextId();
  world.users.set(id, newUser(id, given.name, true));
  const application: Application = {
    id,
    name: given.name,
    botUserId: id,
    token: given.token ?? newToken(id),
    privilegedIntents: given.privilegedIntents,
  };
  world.applications.set(id, application);
  return application;
}

/** Adds the bot with a managed role of its own, as an invite link with permissions does. */
export function inviteBot(
  world: World,
  application: Application,
  guild: Guild,
  permissions: bigint,
): void {
  const role = newRole(world, {
    name: application.name,
    permissions,
    position: guild.roles.size,
    botId: application.botUserId,
  });
  guild.roles.set(role.id, role);
  guild.members.set(application.botUserId, {
    user: world.user(application.botUserId),
    nick: null,
    roles: [role.id],
    joined_at: world.time(),
    communication_disabled_until: null,
  });
  world.emit({
    name: 'GUILD_CREATE',
    guildId: guild.id,
    data: { id: guild.id },
    onlyTo: application.id,
  });
}

/** Removes the bot and its managed role from the guild. */
export function removeBot(world: World, application: Application, guild: Guild): void {
  guild.members.delete(application.botUserId);
  for (const role of guild.roles.values()) {
    if (role.tags?.bot_id === application.botUserId) guild.roles.delete(role.id);
  }
  world.emit({
    name: 'GUILD_DELETE',
    guildId: guild.id,
    data: { id: guild.id },
    onlyTo: application.id,
  });
}
