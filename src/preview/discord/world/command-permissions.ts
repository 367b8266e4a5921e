import type { Access } from './access.ts';
import type { Command, CommandPermission } from './interaction-model.ts';
import type { Application, Fields, Guild, Id, Member } from './model.ts';
import { holds } from './permissions.ts';
import type { World } from './world.ts';

/**
 * What the managers of a guild allow of an application's commands, under Integrations.
 * @see https://docs.discord.com/developers/interactions/application-commands#permissions
 */
const kinds = { role: 1, user: 2, channel: 3 } as const;

/** The id that stands for all channels of a guild in a permission. */
export function allChannelsId(guildId: Id): Id {
  return (BigInt(guildId) - 1n).toString();
}

function key(guildId: Id, commandOrApplication: Id): string {
  return `${guildId}:${commandOrApplication}`;
}

export function commandPermissionsOf(
  world: World,
  guildId: Id,
  commandOrApplication: Id,
): readonly CommandPermission[] {
  return world.commandPermissions.get(key(guildId, commandOrApplication)) ?? [];
}

export function commandPermissionsView(
  application: Application,
  guildId: Id,
  id: Id,
  permissions: readonly CommandPermission[],
): Fields {
  const copies = permissions.map((one) => ({ ...one }));
  return { id, application_id: application.id, guild_id: guildId, permissions: copies };
}

/** Sets what holds for one command, or with the application's own id for all of them. */
export function setCommandPermissions(
  world: World,
  guild: Guild,
  application: Application,
  commandOrApplication: Id,
  permissions: readonly CommandPermission[],
): void {
  world.commandPermissions.set(key(guild.id, commandOrApplication), permissions);
  world.tell({
    name: 'APPLICATION_COMMAND_PERMISSIONS_UPDATE',
    guildId: guild.id,
    data: commandPermissionsView(application, guild.id, commandOrApplication, permissions),
    onlyTo: application.id,
  });
}

function ofChannel(list: readonly CommandPermission[], guildId: Id, channelId: Id): boolean | null {
  const inChannels = list.filter((one) => one.type === kinds.channel);
  const own = inChannels.find((one) => one.id === channelId);
  return (own ?? inChannels.find((one) => one.id === allChannelsId(guildId)))?.permission ?? null;
}

/** The person's own line first, then the roles' together, then everyone's. */
function ofMember(list: readonly CommandPermission[], guildId: Id, member: Member): boolean | null {
  const own = list.find((one) => one.type === kinds.user && one.id === member.user.id);
  if (own) return own.permission;
  const ofRoles = list.filter(
    (one) => one.type === kinds.role && one.id !== guildId && member.roles.includes(one.id),
  );
  if (ofRoles.length > 0) return ofRoles.some((one) => one.permission);
  const everyone = list.find((one) => one.type === kinds.role && one.id === guildId);
  return everyone?.permission ?? null;
}

/** The command's own gate: all of its permissions, none at all being for administrators. */
function meetsDefault(command: Command, bits: bigint): boolean {
  if (command.default_member_permissions === null) return true;
  const needed = BigInt(command.default_member_permissions);
  return needed !== 0n && (bits & needed) === needed;
}

/**
 * Whether a command is offered to somebody in a channel: a command's own permissions stand before
 * those of its application, and these before the command's default. An administrator may all.
 */
export function mayUseCommand(world: World, where: Access, command: Command): boolean {
  const { guild, member, root, bits } = where;
  if (holds(bits, 'Administrator')) return true;
  const own = commandPermissionsOf(world, guild.id, command.id);
  const all = commandPermissionsOf(world, guild.id, command.application_id);
  const here = ofChannel(own, guild.id, root.id) ?? ofChannel(all, guild.id, root.id);
  if (here === false) return false;
  const ruled = ofMember(own, guild.id, member);
  if (ruled !== null) return ruled;
  if (ofMember(all, guild.id, member) === false) return false;
  return meetsDefault(command, bits);
}
