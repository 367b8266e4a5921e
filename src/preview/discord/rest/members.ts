import { intentBits } from '../gateway/intents.ts';
import {
  banUser,
  giveRole,
  liftBan,
  memberChanged,
  removeMember,
  takeRole,
} from '../world/membership.ts';
import type { Fields, Member, Role } from '../world/model.ts';
import { holds } from '../world/permissions.ts';
import { guildPermissions } from '../world/permissions.ts';
import { refusal } from '../world/refusal.ts';
import { discordTime, olderFirst } from '../world/snowflake.ts';
import { memberView } from '../world/views.ts';
import { refusedMemberPatch } from '../rules/index.ts';
import type { Answer, Call, Route } from './route.ts';
import { accepted, countOf, idOf, noContent, ok } from './route.ts';
import type { Standing } from './authorisation.ts';
import { demandAbove, rank, standing, standingWith } from './authorisation.ts';

interface MemberPatch {
  communication_disabled_until?: string | null;
  nick?: string | null;
  roles?: string[] | null;
}

/** The member that a path names. @throws 10007, 10013 */
function target(call: Call, { guild }: Standing): Member {
  const id = idOf(call, 'user');
  const found = guild.members.get(id);
  if (!found) throw refusal(call.world.users.has(id) ? 'unknownMember' : 'unknownUser');
  return found;
}

/** All members by id; as at Discord, only for those with the Guild Members intent. */
function list(call: Call): Answer {
  const { guild } = standing(call);
  if (!(call.application.privilegedIntents & intentBits.GuildMembers)) {
    throw refusal('missingAccess');
  }
  const limit = countOf(call, 'limit', { least: 1, most: 1000, usual: 1 });
  const after = call.query.get('after') ?? '0';
  const members = [...guild.members.values()]
    .filter((one) => olderFirst(one.user.id, after) > 0)
    .sort((a, b) => olderFirst(a.user.id, b.user.id));
  return ok(members.slice(0, limit).map(memberView));
}

function search(call: Call): Answer {
  const { guild } = standing(call);
  const limit = countOf(call, 'limit', { least: 1, most: 1000, usual: 1 });
  const start = (call.query.get('query') ?? '').toLowerCase();
  const members = [...guild.members.values()].filter((one) =>
    [one.user.username, one.nick ?? ''].some((name) => name.toLowerCase().startsWith(start)),
  );
  return ok(members.slice(0, limit).map(memberView));
}

function timeOut(call: Call, where: Standing, member: Member, until: string | null): void {
  if (!holds(where.bits, 'ModerateMembers')) throw refusal('missingPermissions');
  demandAbove(where, member);
  const bits = guildPermissions(where.guild, member, call.world.now());
  if (until !== null && holds(bits, 'Administrator')) throw refusal('missingPermissions');
  member.communication_disabled_until = until === null ? null : discordTime(Date.parse(until));
}

function patch(call: Call): Answer {
  const where = standing(call);
  const member = target(call, where);
  const { communication_disabled_until, nick, roles } = accepted(call.body ?? {}, (body) =>
    refusedMemberPatch(body, call.world.now()),
  ) as MemberPatch;
  if (communication_disabled_until !== undefined) {
    timeOut(call, where, member, communication_disabled_until);
  }
  if (nick !== undefined) {
    const own = member === where.self;
    if (!holds(where.bits, own ? 'ChangeNickname' : 'ManageNicknames')) {
      throw refusal('missingPermissions');
    }
    if (!own) demandAbove(where, member);
    member.nick = nick === '' ? null : nick;
  }
  if (roles) {
    const before = new Set(member.roles);
    const changed = [...new Set([...roles, ...member.roles])].filter(
      (id) => before.has(id) !== roles.includes(id),
    );
    for (const id of changed) givable(where, id);
    member.roles = [...new Set(roles)];
  }
  memberChanged(call.world, where.guild, member);
  return ok(memberView(member));
}

function patchSelf(call: Call): Answer {
  const where = standingWith(call, 'ChangeNickname');
  const { nick } = accepted(call.body ?? {}, (body) =>
    refusedMemberPatch(body, call.world.now()),
  ) as MemberPatch;
  if (nick !== undefined) where.self.nick = nick === '' ? null : nick;
  memberChanged(call.world, where.guild, where.self);
  return ok(memberView(where.self));
}

/** A role that the bot may give and take. @throws 50013, 10011, 50028 for a managed one */
function givable(where: Standing, roleId: string): Role {
  if (!holds(where.bits, 'ManageRoles')) throw refusal('missingPermissions');
  const role = where.guild.roles.get(roleId);
  if (!role) throw refusal('unknownRole');
  if (role.managed || role.id === where.guild.id) throw refusal('invalidRole');
  if (rank(where.guild, where.self) <= role.position) throw refusal('missingPermissions');
  return role;
}

function addRole(call: Call): Answer {
  const where = standing(call);
  const role = givable(where, idOf(call, 'role'));
  giveRole(call.world, where.guild, target(call, where), role);
  return noContent;
}

function dropRole(call: Call): Answer {
  const where = standing(call);
  const role = givable(where, idOf(call, 'role'));
  takeRole(call.world, where.guild, target(call, where), role);
  return noContent;
}

function kick(call: Call): Answer {
  const where = standingWith(call, 'KickMembers');
  const member = target(call, where);
  demandAbove(where, member);
  removeMember(call.world, where.guild, member.user.id);
  return noContent;
}

function ban(call: Call): Answer {
  const where = standingWith(call, 'BanMembers');
  const user = call.world.user(idOf(call, 'user'));
  const member = where.guild.members.get(user.id);
  if (member) demandAbove(where, member);
  banUser(call.world, where.guild, user.id);
  return noContent;
}

function banView(call: Call, userId: string): Fields {
  return { user: { ...call.world.user(userId) }, reason: null };
}

function bans(call: Call): Answer {
  const { guild } = standingWith(call, 'BanMembers');
  return ok([...guild.bans].map((id) => banView(call, id)));
}

/** @throws 10026 for somebody who is not banned */
function banned(call: Call): { guild: Standing['guild']; userId: string } {
  const { guild } = standingWith(call, 'BanMembers');
  const userId = idOf(call, 'user');
  if (!guild.bans.has(userId)) throw refusal('unknownBan');
  return { guild, userId };
}

function unban(call: Call): Answer {
  const { guild, userId } = banned(call);
  liftBan(call.world, guild, userId);
  return noContent;
}

const all = '/guilds/:guild/members';
const one = `${all}/:user`;
const ofRole = `${one}/roles/:role`;
const oneBan = '/guilds/:guild/bans/:user';

export const memberRoutes: readonly Route[] = [
  { method: 'GET', template: all, handler: list },
  { method: 'GET', template: `${all}/search`, handler: search },
  { method: 'PATCH', template: `${all}/@me`, handler: patchSelf },
  { method: 'GET', template: one, handler: (call) => ok(memberView(target(call, standing(call)))) },
  { method: 'PATCH', template: one, handler: patch },
  { method: 'DELETE', template: one, handler: kick },
  { method: 'PUT', template: ofRole, handler: addRole },
  { method: 'DELETE', template: ofRole, handler: dropRole },
  { method: 'GET', template: '/guilds/:guild/bans', handler: bans },
  { method: 'GET', template: oneBan, handler: (call) => ok(banView(call, banned(call).userId)) },
  { method: 'PUT', template: oneBan, handler: ban },
  { method: 'DELETE', template: oneBan, handler: unban },
];
