import { OverwriteType } from 'discord-api-types/v10';
import type { Guild, GuildChannel, Member, Overwrite } from './model.ts';
import { allPermissions, permissionBits } from './permission-bits.ts';
import type { PermissionName } from './permission-bits.ts';

/** What a member is left with during a time-out. */
const timedOutMask = permissionBits.ViewChannel | permissionBits.ReadMessageHistory;

function overwritten(bits: bigint, overwrites: readonly Overwrite[]): bigint {
  let deny = 0n;
  let allow = 0n;
  for (const overwrite of overwrites) {
    deny |= BigInt(overwrite.deny);
    allow |= BigInt(overwrite.allow);
  }
  return (bits & ~deny) | allow;
}

/** A member's permissions before any channel is looked at. */
export function guildPermissions(guild: Guild, member: Member, now: number): bigint {
  if (guild.owner_id === member.user.id) return allPermissions;
  let bits = BigInt(guild.roles.get(guild.id)?.permissions ?? '0');
  for (const id of member.roles) bits |= BigInt(guild.roles.get(id)?.permissions ?? '0');
  if (bits & permissionBits.Administrator) return allPermissions;
  return isTimedOut(member, now) ? bits & timedOutMask : bits;
}

/**
 * A member's permissions in a channel, by Discord's order: roles, the @everyone overwrite, the
 * overwrites of the member's roles together, the member's own overwrite, then what follows from a
 * missing permission. `channel` is the parent for a thread: a thread has no overwrites of its own.
 */
export function channelPermissions(
  guild: Guild,
  member: Member,
  channel: Pick<GuildChannel, 'permission_overwrites'>,
  now: number,
): bigint {
  let bits = guildPermissions(guild, { ...member, communication_disabled_until: null }, now);
  if (bits & permissionBits.Administrator) return allPermissions;
  const overwrites = channel.permission_overwrites;
  const ofRole = (o: Overwrite) =>
    o.type === OverwriteType.Role && o.id !== guild.id && member.roles.includes(o.id);
  bits = overwritten(
    bits,
    overwrites.filter((o) => o.type === OverwriteType.Role && o.id === guild.id),
  );
  bits = overwritten(bits, overwrites.filter(ofRole));
  bits = overwritten(
    bits,
    overwrites.filter((o) => o.type === OverwriteType.Member && o.id === member.user.id),
  );
  if (isTimedOut(member, now)) bits &= timedOutMask;
  return bits & permissionBits.ViewChannel ? bits : 0n;
}

export function isTimedOut(member: Member, now: number): boolean {
  const until = member.communication_disabled_until;
  return until !== null && Date.parse(until) > now;
}

export function hasPermission(bits: bigint, ...names: PermissionName[]): boolean {
  return names.every((name) => (bits & permissionBits[name]) === permissionBits[name]);
}
