import { checkName, checkNames, checkOptions, charactersOf } from './command-options.ts';
import { compare, described } from './api-description.ts';
import { refusedHostile } from './body-bounds.ts';
import { notAList, required, tooLong } from './error-messages.ts';
import { isDictionary, isGiven, listAt, numberAt, textAt } from './reading.ts';
import type { Dictionary } from './reading.ts';
import { Complaints } from './refused.ts';
import type { Path, Refused } from './refused.ts';

const slash = 1;
const most: ReadonlyMap<number, number> = new Map([
  [slash, 100],
  [2, 15],
  [3, 15],
]);
/** All that the description allows in one request: 100 slash, 15 user and 15 message commands. */
const mostInAll = 130;
/** Names, descriptions and values of a command with all its options and choices. */
const mostCharacters = 8000;

/** The whole list, as the bulk overwrite (PUT) takes it. */
export function refusedCommands(body: unknown): Refused | null {
  const hostile = refusedHostile(body);
  if (hostile) return hostile;
  const complaints = new Complaints();
  if (!Array.isArray(body)) {
    complaints.add([], notAList);
    return complaints.refused();
  }
  if (body.length > mostInAll) {
    complaints.add([], tooLong(mostInAll));
    return complaints.refused();
  }
  const commands: unknown[] = body;
  const plain = new Complaints();
  for (const [at, command] of commands.entries()) {
    if (isDictionary(command)) checkCommand(command, [at], complaints);
    compare(described.command, command, [at], plain);
  }
  checkUniqueCommands(commands, complaints);
  complaints.addWhereSilent(plain);
  return complaints.refused() ?? refusedTooMany(commands);
}

function typeOf(command: unknown): number {
  return isDictionary(command) ? numberAt(command, 'type', slash) : slash;
}

function checkUniqueCommands(commands: readonly unknown[], complaints: Complaints): void {
  const seen = new Set<string>();
  for (const [at, command] of commands.entries()) {
    if (!isDictionary(command)) continue;
    const identity = `${typeOf(command)} ${textAt(command, 'name')}`;
    if (seen.has(identity)) {
      complaints.add([at], {
        code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
        message: 'Application command names must be unique',
      });
    }
    seen.add(identity);
  }
}

function refusedTooMany(commands: readonly unknown[]): Refused | null {
  for (const [type, limit] of most) {
    if (commands.filter((command) => typeOf(command) === type).length > limit) {
      return {
        status: 400,
        code: 30032,
        message: `Maximum number of application commands reached (${limit})`,
      };
    }
  }
  return null;
}

function checkCommand(command: Dictionary, path: Path, complaints: Complaints): void {
  if (typeOf(command) === slash) {
    checkNames(command, path, complaints);
    if (textAt(command, 'description').trim() === '')
      complaints.add([...path, 'description'], required);
    checkOptions(command, path, complaints);
  } else {
    checkMenuCommand(command, path, complaints);
  }
  if (charactersOf(command) > mostCharacters) {
    complaints.add(path, {
      code: 'APPLICATION_COMMAND_TOO_LARGE',
      message: `Command exceeds maximum size (${mostCharacters})`,
    });
  }
}

/** A command in the menu of a user or a message: any name of 32 characters, no description, no options. */
function checkMenuCommand(command: Dictionary, path: Path, complaints: Complaints): void {
  checkName(command['name'], [...path, 'name'], complaints, 'menu');
  if (textAt(command, 'description') !== '' || isGiven(command['description_localizations'])) {
    complaints.add([...path, 'description'], {
      code: 'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_INVALID',
      message: 'Context menu commands cannot have description',
    });
  }
  if (listAt(command, 'options').length > 0) {
    complaints.add([...path, 'options'], {
      code: 'APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_INVALID',
      message: 'Context menu commands cannot have options',
    });
  }
}
