import { PermissionFlagsBits, type GuildMember } from 'discord.js';
import { RequestError } from '../src/core/errors.ts';
import { guildSettings } from '../src/newsroom/moderators.ts';
import type { Desk } from './command.ts';

interface Asker {
  guildId: string;
  member: GuildMember;
  memberPermissions: { has(permission: bigint): boolean };
}

/** Members with Manage Server: the same gate as the command's default, checked again. */
export function requireManager({ memberPermissions }: Asker): void {
  if (!memberPermissions.has(PermissionFlagsBits.ManageGuild)) {
    throw new RequestError('This needs the permission Manage Server: ask somebody who has it.');
  }
}

/** Members with Manage Messages, or with the moderators' role of `/settings`. */
export async function requireModerator(asker: Asker, desk: Desk): Promise<void> {
  if (asker.memberPermissions.has(PermissionFlagsBits.ManageMessages)) return;
  const { moderatorRoleId } = await guildSettings(desk.ports.store, asker.guildId);
  if (moderatorRoleId && asker.member.roles.cache.has(moderatorRoleId)) return;
  throw new RequestError(
    "This needs the permission Manage Messages, or the moderators' role: ask a moderator.",
  );
}

/** Whether a member rules on escalated cases. */
export async function isSenior(asker: Asker, desk: Desk): Promise<boolean> {
  if (asker.memberPermissions.has(PermissionFlagsBits.ManageGuild)) return true;
  const { seniorRoleId } = await guildSettings(desk.ports.store, asker.guildId);
  return seniorRoleId !== null && asker.member.roles.cache.has(seniorRoleId);
}
