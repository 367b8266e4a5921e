import type { Command } from '../world/interaction-model.ts';
import { refusal } from '../world/refusal.ts';
import { refusedCommands } from '../rules/index.ts';
import type { Answer, Call, Route } from './route.ts';
import { accepted, ok, textOf } from './route.ts';

type CommandBody = Partial<Omit<Command, 'default_member_permissions'>> & {
  name: string;
  default_member_permissions?: string | number | null;
};

function ownCommands(call: Call): Command[] {
  return [...call.world.commands.values()].filter(
    (one) => one.application_id === call.application.id,
  );
}

function commandFrom(call: Call, body: CommandBody, before: Command | undefined): Command {
  const permissions = body.default_member_permissions;
  return {
    id: before?.id ?? call.world.nextId(),
    application_id: call.application.id,
    version: call.world.nextId(),
    type: body.type ?? 1,
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

function sameCommand(call: Call, body: CommandBody): Command | undefined {
  const type = body.type ?? 1;
  return ownCommands(call).find((one) => one.name === body.name && one.type === type);
}

const dayMs = 24 * 3_600_000;

/** @throws 30034 when more commands would be created than a day allows */
function demandCreates(call: Call, count: number): void {
  const { world, application } = call;
  const since = world.now() - dayMs;
  const made = (world.commandCreates.get(application.id) ?? []).filter((atMs) => atMs > since);
  if (count > 0 && made.length + count > world.limits.commandCreatesPerDay) {
    throw refusal('tooManyCommandCreates');
  }
  world.commandCreates.set(application.id, [...made, ...Array<number>(count).fill(world.now())]);
}

/** @throws 50001 for another application's commands */
function replaceAll(call: Call): Answer {
  if (textOf(call, 'application') !== call.application.id) throw refusal('missingAccess');
  const bodies = accepted(call.body, refusedCommands) as CommandBody[];
  demandCreates(call, bodies.filter((body) => !sameCommand(call, body)).length);
  const fresh = bodies.map((body) => commandFrom(call, body, sameCommand(call, body)));
  for (const old of ownCommands(call)) call.world.commands.delete(old.id);
  for (const command of fresh) call.world.commands.set(command.id, command);
  return ok(fresh);
}

export const commandRoutes: readonly Route[] = [
  { method: 'PUT', template: '/applications/:application/commands', handler: replaceAll },
];
