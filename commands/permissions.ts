import { type Guild, type GuildMember, PermissionFlagsBits } from 'discord.js';
import { guildSettings } from '../src/newsroom/outbox/moderators.ts';
import { requestError } from '../src/render/index.ts';
import { channelIn } from './channel-access.ts';
import type { CommandContext } from './command.ts';

interface Invoker {
  guildId: string;
  guild: Guild;
  member: GuildMember;
}

/** By roles: an overwrite of one channel gives no right over the server. */
export function isManager({ member }: Pick<Invoker, 'member'>): boolean {
  return member.permissions.has(PermissionFlagsBits.ManageGuild);
}

/** @throws RequestError to members without Manage Server, which Discord's own check may let through */
export function requireManager(invoker: Pick<Invoker, 'member'>): void {
  if (!isManager(invoker)) {
    throw requestError((labels) => labels.refusals.needsManager);
  }
}

/**
 * True for members with the moderator or senior role of `/settings`, and for those with Manage Messages: in that
 * channel or thread, or by their roles in the whole server for `null`. An overwrite of one channel
 * gives no right over another.
 */
export async function isModerator(
  invoker: Invoker,
  channelId: string | null,
  context: CommandContext,
): Promise<boolean> {
  const { guild, guildId, member } = invoker;
  const { moderatorRoleId, seniorRoleId } = await guildSettings(context.ports.store, guildId);
  const roles = [moderatorRoleId, seniorRoleId];
  if (roles.some((role) => role !== null && member.roles.cache.has(role))) return true;
  const channel = channelId === null ? null : await channelIn(guild, channelId);
  const permissions = channel ? channel.permissionsFor(member) : member.permissions;
  return permissions.has(PermissionFlagsBits.ManageMessages);
}

/** @throws RequestError to members who are not moderators of the channel, or of the server for `null` */
export async function requireModerator(
  invoker: Invoker,
  channelId: string | null,
  context: CommandContext,
): Promise<void> {
  if (await isModerator(invoker, channelId, context)) return;
  throw requestError(({ refusals }) =>
    refusals.needsModerator({
      where:
        channelId === null ? refusals.inServer : refusals.inChannel({ channel: `<#${channelId}>` }),
    }),
  );
}

/** True for members who may rule on escalated cases. */
export async function isSenior(invoker: Invoker, context: CommandContext): Promise<boolean> {
  if (isManager(invoker)) return true;
  const { seniorRoleId } = await guildSettings(context.ports.store, invoker.guildId);
  return seniorRoleId !== null && invoker.member.roles.cache.has(seniorRoleId);
}

/**
 * Who may not time out members in Discord may not do so by a ruling, unless a manager made them a
 * moderator with `/settings`.
 * @throws RequestError
 */
export async function requireTimeoutRight(
  { guildId, member }: Pick<Invoker, 'guildId' | 'member'>,
  { ports }: CommandContext,
): Promise<void> {
  if (member.permissions.has(PermissionFlagsBits.ModerateMembers)) return;
  const { moderatorRoleId, seniorRoleId } = await guildSettings(ports.store, guildId);
  const roles = [moderatorRoleId, seniorRoleId];
  if (roles.some((role) => role !== null && member.roles.cache.has(role))) return;
  throw requestError(({ flags }) => flags.timeout.yourself);
}
