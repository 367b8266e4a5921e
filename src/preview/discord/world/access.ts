import type { Channel, Guild, GuildChannel, Id, Member } from './model.ts';
import { isThread, threadTypes } from './model.ts';
import type { PermissionName } from './permission-bits.ts';
import { channelPermissions, hasPermission } from './permissions.ts';
import { refusal } from './refusal.ts';
import type { World } from './world.ts';

/** A member's access to a channel. */
export interface Access {
  channel: Channel;
  /** The channel itself, or a thread's parent. */
  root: GuildChannel;
  guild: Guild;
  member: Member;
  bits: bigint;
}

/**
 * What a user may do in a channel.
 * @throws 10003 for no such channel, 50001 for one the user cannot see.
 */
export function accessOf(world: World, userId: Id, channelId: Id): Access {
  const access = accessOrNull(world, userId, channelId);
  if (!access) throw refusal('missingAccess');
  return access;
}

/** As {@link accessOf}, but `null` for a channel that the user cannot see. */
export function accessOrNull(world: World, userId: Id, channelId: Id): Access | null {
  const channel = world.channel(channelId);
  const root = world.rootOf(channel);
  const guild = world.guild(channel.guild_id);
  const member = guild.members.get(userId);
  if (!member) return null;
  const bits = channelPermissions(guild, member, root, world.now());
  if (!hasPermission(bits, 'ViewChannel')) return null;
  const isPrivate = isThread(channel) && channel.type === threadTypes.private;
  if (isPrivate && !hasPermission(bits, 'ManageThreads')) {
    if (!world.threadMembers.get(channel.id)?.has(userId)) return null;
  }
  return { channel, root, guild, member, bits };
}

/** @throws 50013 unless all are held. */
export function demand(access: Pick<Access, 'bits'>, ...names: PermissionName[]): void {
  if (!hasPermission(access.bits, ...names)) throw refusal('missingPermissions');
}

/** The permission that posting takes here: threads have one of their own. */
export function sendingPermission(channel: Channel): PermissionName {
  return isThread(channel) ? 'SendMessagesInThreads' : 'SendMessages';
}

/**
 * Who may write in a thread: nobody in an archived and locked one, only Manage Threads in a locked
 * one. `action` "post" may un-archive; "edit" may not.
 * @throws 50083 archived, 160005 locked
 */
export function demandOpenThread(access: Access, action: 'post' | 'edit'): void {
  const { channel } = access;
  if (!isThread(channel)) return;
  const { archived, locked } = channel.thread_metadata;
  if (archived && (locked || action !== 'post')) throw refusal('threadArchived');
  if (locked && !hasPermission(access.bits, 'ManageThreads')) throw refusal('threadLocked');
}
