import type { Command } from '../world/interaction-model.ts';
import type { Id } from '../world/model.ts';
import { refusal } from '../world/refusal.ts';
import { refusedCommand, refusedCommands } from '../rules/index.ts';
import type { Answer, Call, Route } from './route.ts';
import { accepted, idOf, noContent, ok, textOf } from './route.ts';

type CommandBody = Partial<Omit<Command, 'default_member_permissions'>> & {
  name: string;
  default_member_permissions?: string | number | null;
};

/** The guild of a guild command's path, `undefined` for a global one's. @throws 20012-like 403 */
function scopeOf(call: Call): Id | undefined {
  if (textOf(call, 'application') !== call.application.id) throw refusal('missingAccess');
  if (call.params['guild'] === undefined) return undefined;
  const guildId = idOf(call, 'guild');
  const guild = call.world.guilds.get(guildId);
  if (!guild?.members.has(call.application.botUserId)) throw refusal('missingAccess');
  return guildId;
}

function inScope(call: Call, scope: Id | undefined): Command[] {
  return [...call.world.commands.values()].filter(
    (one) => one.application_id === call.application.id && one.guild_id === scope,
  );
}

function commandFrom(
  call: Call,
  scope: Id | undefined,
  body: CommandBody,
  before: Command | undefined,
): Command {
  const permissions = body.default_member_permissions;
  return {
    id: before?.id ?? call.world.nextId(),
    application_id: call.application.id,
    ...(scope ? { guild_id: scope } : {}),
    version: call.world.nextId(),
    type: body.type ?? before?.type ?? 1,
    name: body.name,
    name_localizations: body.name_localizations ?? null,
    description: body.description ?? '',
    description_localizations: body.description_localizations ?? null,
    ...(body.options ? { options: body.options } : {}),
    default_member_permissions:
      permissions === undefined || permissions === null ? null : String(permissions),
    dm_permission: body.dm_permission ?? true,
    contexts: body.contexts ?? null,
    integration_types: body.integration_types ?? [0],
    nsfw: body.nsfw ?? false,
  };
}

function named(call: Call, scope: Id | undefined, body: CommandBody): Command | undefined {
  const type = body.type ?? 1;
  return inScope(call, scope).find((one) => one.name === body.name && one.type === type);
}

const dayMs = 24 * 3_600_000;

/** @throws 30034 when more commands would be made than a day allows */
function demandCreates(call: Call, scope: Id | undefined, count: number): void {
  const { world, application } = call;
  const key = `${application.id}:${scope ?? 'global'}`;
  const since = world.now() - dayMs;
  const made = (world.commandCreates.get(key) ?? []).filter((atMs) => atMs > since);
  if (count > 0 && made.length + count > world.limits.commandCreatesPerDay) {
    throw refusal('tooManyCommandCreates');
  }
  world.commandCreates.set(key, [...made, ...Array<number>(count).fill(world.now())]);
}

function list(call: Call): Answer {
  return ok(inScope(call, scopeOf(call)));
}

function replaceAll(call: Call): Answer {
  const scope = scopeOf(call);
  const bodies = accepted(call.body, refusedCommands) as CommandBody[];
  demandCreates(call, scope, bodies.filter((body) => !named(call, scope, body)).length);
  const fresh = bodies.map((body) => commandFrom(call, scope, body, named(call, scope, body)));
  for (const old of inScope(call, scope)) call.world.commands.delete(old.id);
  for (const command of fresh) call.world.commands.set(command.id, command);
  return ok(fresh);
}

function create(call: Call): Answer {
  const scope = scopeOf(call);
  const body = accepted(call.body, refusedCommand) as CommandBody;
  const before = named(call, scope, body);
  if (!before) demandCreates(call, scope, 1);
  const command = commandFrom(call, scope, body, before);
  call.world.commands.set(command.id, command);
  return { status: before ? 200 : 201, body: command };
}

function existing(call: Call): Command {
  const scope = scopeOf(call);
  const command = inScope(call, scope).find((one) => one.id === idOf(call, 'command'));
  if (!command) throw refusal('unknownCommand');
  return command;
}

function change(call: Call): Answer {
  const before = existing(call);
  const body = accepted({ ...before, ...(call.body as object) }, refusedCommand) as CommandBody;
  const command = commandFrom(call, before.guild_id, body, before);
  call.world.commands.set(command.id, command);
  return ok(command);
}

function remove(call: Call): Answer {
  call.world.commands.delete(existing(call).id);
  return noContent;
}

const scopes = ['/applications/:application', '/applications/:application/guilds/:guild'] as const;

export const commandRoutes: readonly Route[] = scopes.flatMap((scope): Route[] => [
  { method: 'GET', template: `${scope}/commands`, handler: list },
  { method: 'PUT', template: `${scope}/commands`, handler: replaceAll },
  { method: 'POST', template: `${scope}/commands`, handler: create },
  { method: 'GET', template: `${scope}/commands/:command`, handler: (call) => ok(existing(call)) },
  { method: 'PATCH', template: `${scope}/commands/:command`, handler: change },
  { method: 'DELETE', template: `${scope}/commands/:command`, handler: remove },
]);
