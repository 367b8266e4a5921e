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

/** @throws RequestError to members without Manage Server, which Discord's own check may let through */
export function requireManager(invoker: Pick<Invoker, 'memberPermissions'>): void {
  if (!isManager(invoker)) {
    throw new RequestError(
      'You need the permission Manage Server for this. Ask someone who has it.',
    );
  }
}

/** True for members with Manage Messages or with the moderator role of `/settings`. */
export async function isModerator(invoker: Invoker, context: CommandContext): Promise<boolean> {
  if (invoker.memberPermissions.has(PermissionFlagsBits.ManageMessages)) return true;
  const { moderatorRoleId } = await guildSettings(context.ports.store, invoker.guildId);
  return moderatorRoleId !== null && invoker.member.roles.cache.has(moderatorRoleId);
}

/** @throws RequestError to members who are not moderators */
export async function requireModerator(invoker: Invoker, context: CommandContext): Promise<void> {
  if (await isModerator(invoker, context)) return;
  throw new RequestError(
    'You need the permission Manage Messages or the moderator role for this. Ask a moderator.',
  );
}

/** True for members who may rule on escalated cases. */
export async function isSenior(invoker: Invoker, context: CommandContext): Promise<boolean> {
  if (isManager(invoker)) return true;
  const { seniorRoleId } = await guildSettings(context.ports.store, invoker.guildId);
  return seniorRoleId !== null && invoker.member.roles.cache.has(seniorRoleId);
}
