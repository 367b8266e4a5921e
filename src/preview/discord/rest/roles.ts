import { addRole, changeRole, deleteRole, newRole } from '../world/membership.ts';
import type { Role } from '../world/model.ts';
import { refusal } from '../world/refusal.ts';
import { roleView } from '../world/views.ts';
import { refusedRole } from '../rules/index.ts';
import type { Answer, Call, Route } from './route.ts';
import { accepted, idOf, noContent, ok } from './route.ts';
import type { Standing } from './authorisation.ts';
import { rank, standing, standingWith } from './authorisation.ts';

interface RoleBody {
  name?: string | null;
  permissions?: string | number | null;
  color?: number | null;
  hoist?: boolean | null;
  mentionable?: boolean | null;
}

/** @throws 50013 for permissions that the bot itself lacks */
function permissionsIn(where: Standing, body: RoleBody): bigint | null {
  if (body.permissions === undefined || body.permissions === null) return null;
  const bits = BigInt(body.permissions);
  if (bits & ~where.bits) throw refusal('missingPermissions');
  return bits;
}

function dress(role: Role, body: RoleBody): void {
  if (body.name) role.name = body.name;
  if (typeof body.color === 'number') {
    role.color = body.color;
    role.colors = { ...role.colors, primary_color: body.color };
  }
  if (typeof body.hoist === 'boolean') role.hoist = body.hoist;
  if (typeof body.mentionable === 'boolean') role.mentionable = body.mentionable;
}

/** A new role is placed right above @everyone. */
function create(call: Call): Answer {
  const where = standingWith(call, 'ManageRoles');
  const { guild } = where;
  const body = accepted(call.body ?? {}, refusedRole) as RoleBody;
  const everyone = BigInt(guild.roles.get(guild.id)?.permissions ?? '0');
  const permissions = permissionsIn(where, body) ?? everyone;
  if (guild.roles.size >= call.world.limits.rolesPerGuild) throw refusal('tooManyRoles');
  for (const role of guild.roles.values()) if (role.id !== guild.id) role.position += 1;
  const role = newRole(call.world, { name: 'new role', permissions, position: 1 });
  dress(role, body);
  addRole(call.world, guild, role);
  return ok(roleView(role));
}

function named(call: Call, { guild }: Standing): Role {
  const role = guild.roles.get(idOf(call, 'role'));
  if (!role) throw refusal('unknownRole');
  return role;
}

/** A role below the bot's own highest. @throws 50013 */
function below(call: Call, where: Standing): Role {
  const role = named(call, where);
  if (rank(where.guild, where.self) <= role.position) throw refusal('missingPermissions');
  return role;
}

function change(call: Call): Answer {
  const where = standingWith(call, 'ManageRoles');
  const role = below(call, where);
  const body = accepted(call.body ?? {}, refusedRole) as RoleBody;
  const permissions = permissionsIn(where, body);
  if (permissions !== null) role.permissions = permissions.toString();
  dress(role, body);
  changeRole(call.world, where.guild, role);
  return ok(roleView(role));
}

function remove(call: Call): Answer {
  const where = standingWith(call, 'ManageRoles');
  const role = below(call, where);
  if (role.managed || role.id === where.guild.id) throw refusal('invalidRole');
  deleteRole(call.world, where.guild, role);
  return noContent;
}

const all = '/guilds/:guild/roles';
const one = `${all}/:role`;

export const roleRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: all,
    handler: (call) => ok([...standing(call).guild.roles.values()].map(roleView)),
  },
  { method: 'POST', template: all, handler: create },
  { method: 'GET', template: one, handler: (call) => ok(roleView(named(call, standing(call)))) },
  { method: 'PATCH', template: one, handler: change },
  { method: 'DELETE', template: one, handler: remove },
];
