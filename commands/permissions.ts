import { PermissionFlagsBits, type GuildMember } from 'discord.js';
import { RequestError } from '../src/core/errors.ts';
import { guildSettings } from '../src/newsroom/outbox/moderators.ts';
import type { CommandContext } from './command.ts';

interface Invoker {
  guildId: string;
  member: GuildMember;
  memberPermissions: { has(permission: bigint): boolean };
}

export function isManager({ memberPermissions }: Pick<Invoker, 'memberPermissions'>): boolean {
  return memberPermissions.has(PermissionFlagsBits.ManageGuild);
}

/** Members with Manage Server: the same gate as the command's default, checked again. */
export function requireManager(invoker: Pick<Invoker, 'memberPermissions'>): void {
  if (!isManager(invoker)) {
    throw new RequestError('This needs the permission Manage Server: ask somebody who has it.');
  }
}

/** Members with Manage Messages, or with the moderators' role of `/settings`. */
export async function isModerator(invoker: Invoker, context: CommandContext): Promise<boolean> {
  if (invoker.memberPermissions.has(PermissionFlagsBits.ManageMessages)) return true;
  const { moderatorRoleId } = await guildSettings(context.ports.store, invoker.guildId);
  return moderatorRoleId !== null && invoker.member.roles.cache.has(moderatorRoleId);
}

/** @throws RequestError to anybody else */
export async function requireModerator(invoker: Invoker, context: CommandContext): Promise<void> {
  if (await isModerator(invoker, context)) return;
  throw new RequestError(
    "This needs the permission Manage Messages, or the moderators' role: ask a moderator.",
  );
}

/** Whether a member rules on escalated cases. */
export async function isSenior(invoker: Invoker, context: CommandContext): Promise<boolean> {
  if (isManager(invoker)) return true;
  const { seniorRoleId } = await guildSettings(context.ports.store, invoker.guildId);
  return seniorRoleId !== null && invoker.member.roles.cache.has(seniorRoleId);
}
