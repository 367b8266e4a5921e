import { PermissionFlagsBits, type GuildMember } from 'discord.js';
import { RequestError } from '../src/core/errors.ts';
import { guildSettings } from '../src/newsroom/outbox/moderators.ts';
import type { Desk } from './command.ts';

interface Asker {
  guildId: string;
  member: GuildMember;
  memberPermissions: { has(permission: bigint): boolean };
}

export function isManager({ memberPermissions }: Pick<Asker, 'memberPermissions'>): boolean {
  return memberPermissions.has(PermissionFlagsBits.ManageGuild);
}

/** Members with Manage Server: the same gate as the command's default, checked again. */
export function requireManager(asker: Pick<Asker, 'memberPermissions'>): void {
  if (!isManager(asker)) {
    throw new RequestError('This needs the permission Manage Server: ask somebody who has it.');
  }
}

/** Members with Manage Messages, or with the moderators' role of `/settings`. */
export async function isModerator(asker: Asker, desk: Desk): Promise<boolean> {
  if (asker.memberPermissions.has(PermissionFlagsBits.ManageMessages)) return true;
  const { moderatorRoleId } = await guildSettings(desk.ports.store, asker.guildId);
  return moderatorRoleId !== null && asker.member.roles.cache.has(moderatorRoleId);
}

/** @throws RequestError to anybody else */
export async function requireModerator(asker: Asker, desk: Desk): Promise<void> {
  if (await isModerator(asker, desk)) return;
  throw new RequestError(
    "This needs the permission Manage Messages, or the moderators' role: ask a moderator.",
  );
}

/** Whether a member rules on escalated cases. */
export async function isSenior(asker: Asker, desk: Desk): Promise<boolean> {
  if (isManager(asker)) return true;
  const { seniorRoleId } = await guildSettings(desk.ports.store, asker.guildId);
  return seniorRoleId !== null && asker.member.roles.cache.has(seniorRoleId);
}
