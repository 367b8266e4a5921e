import type { Guild, Member } from '../world/model.ts';
import type { PermissionName } from '../world/permission-bits.ts';
import { guildPermissions, holds } from '../world/permissions.ts';
import { refusal } from '../world/refusal.ts';
import type { Call } from './route.ts';
import { idOf } from './route.ts';

/** Where the calling bot stands in a guild. */
export interface Standing {
  guild: Guild;
  self: Member;
  bits: bigint;
}

/** @throws 10004 for a guild that the bot is not in */
export function standing(call: Call): Standing {
  const guild = call.world.guild(idOf(call, 'guild'));
  const self = guild.members.get(call.application.botUserId);
  if (!self) throw refusal('unknownGuild');
  return { guild, self, bits: guildPermissions(guild, self, call.world.now()) };
}

/** As {@link standing}. @throws 50013 unless all are held */
export function standingWith(call: Call, ...names: PermissionName[]): Standing {
  const where = standing(call);
  if (!holds(where.bits, ...names)) throw refusal('missingPermissions');
  return where;
}

/** The place of a member's highest role: nobody acts on somebody placed as high or higher. */
export function rank(guild: Guild, one: Member): number {
  if (guild.owner_id === one.user.id) return Number.POSITIVE_INFINITY;
  return Math.max(0, ...one.roles.map((id) => guild.roles.get(id)?.position ?? 0));
}

/** @throws 50013 unless the bot stands above the member */
export function demandAbove({ guild, self }: Standing, target: Member): void {
  if (rank(guild, self) <= rank(guild, target)) throw refusal('missingPermissions');
}
