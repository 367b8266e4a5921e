import { commandPermissionsOf, commandPermissionsView } from '../world/command-permissions.ts';
import { refusal } from '../world/refusal.ts';
import type { Answer, Call, Route } from './route.ts';
import { idOf, ok, textOf } from './route.ts';
import { standing } from './authorisation.ts';

function guildOf(call: Call) {
  if (textOf(call, 'application') !== call.application.id) throw refusal('missingAccess');
  return standing(call).guild;
}

/** All that somebody has set; commands without a permission of their own are left out. */
function list(call: Call): Answer {
  const guild = guildOf(call);
  const { world, application } = call;
  const ids = [application.id, ...world.commands.keys()];
  const views = ids.flatMap((id) => {
    const command = world.commands.get(id);
    if (command && command.application_id !== application.id) return [];
    const permissions = commandPermissionsOf(world, guild.id, id);
    return permissions.length === 0
      ? []
      : [commandPermissionsView(application, guild.id, id, permissions)];
  });
  return ok(views);
}

/** @throws 10066 where nothing is set */
function get(call: Call): Answer {
  const guild = guildOf(call);
  const id = idOf(call, 'command');
  const permissions = commandPermissionsOf(call.world, guild.id, id);
  if (permissions.length === 0) throw refusal('unknownCommandPermissions');
  return ok(commandPermissionsView(call.application, guild.id, id, permissions));
}

/** Only a person's token may set them. */
function put(): Answer {
  throw refusal('notForBots');
}

const all = '/applications/:application/guilds/:guild/commands';

export const commandPermissionRoutes: readonly Route[] = [
  { method: 'GET', template: `${all}/permissions`, handler: list },
  { method: 'GET', template: `${all}/:command/permissions`, handler: get },
  { method: 'PUT', template: `${all}/:command/permissions`, handler: put },
];
