import type { Command, CommandOption } from '../world/interaction-model.ts';
import { commandTypes } from '../world/interaction-model.ts';
import type { Fields } from '../world/model.ts';
import { ActorRefused } from './refused.ts';
import type { Pickable, Resolved } from './resolved.ts';

type OptionValue = string | number | boolean;
export type OptionValues = Readonly<Record<string, OptionValue>>;

const optionTypes = { subcommand: 1, group: 2, string: 3, integer: 4, boolean: 5 } as const;
const pickableTypes: Readonly<Record<number, Pickable>> = {
  6: 'user',
  7: 'channel',
  8: 'role',
  9: 'mentionable',
};
const numberType = 10;
const attachmentType = 11;

/** A command as typed, with the way through its groups and subcommands. */
export interface TypedCommand {
  command: Command;
  /** The group's and subcommand's options, outermost first. */
  way: CommandOption[];
  /** The options that may be filled in. */
  open: CommandOption[];
}

/**
 * Finds the command that `/feed source add` names.
 * @throws ActorRefused when there is no such command, or it is only the name of a group
 */
export function typedCommand(text: string, commands: readonly Command[]): TypedCommand {
  const [name = '', ...rest] = text.replace(/^\//, '').trim().split(/\s+/);
  const command = commands.find((one) => one.type === commandTypes.slash && one.name === name);
  if (!command) throw new ActorRefused(10063, `There is no command /${name}`);
  const way: CommandOption[] = [];
  let open = command.options ?? [];
  for (const word of rest) {
    const next = open.find((one) => one.type <= optionTypes.group && one.name === word);
    if (!next) throw new ActorRefused(10063, `There is no command ${text}`);
    way.push(next);
    open = next.options ?? [];
  }
  if (open.some((one) => one.type <= optionTypes.group)) {
    const names = open.map((one) => one.name).join(', ');
    throw new ActorRefused(10063, `${text} needs a subcommand: ${names}`);
  }
  return { command, way, open };
}

function refuse(option: CommandOption, why: string): never {
  throw new ActorRefused(50035, `Option "${option.name}": ${why}`);
}

function checkText(option: CommandOption, value: OptionValue): void {
  if (typeof value !== 'string') return refuse(option, 'must be text');
  const { min_length = 0, max_length = 6000 } = option;
  if (value.length < min_length) refuse(option, `must be ${min_length} or more in length`);
  if (value.length > max_length) refuse(option, `must be ${max_length} or fewer in length`);
  if (value === '' && option.required) refuse(option, 'is required');
}

function checkNumber(option: CommandOption, value: OptionValue): void {
  if (typeof value !== 'number' || !Number.isFinite(value)) refuse(option, 'must be a number');
  if (option.type === optionTypes.integer && !Number.isSafeInteger(value)) {
    refuse(option, 'must be a whole number');
  }
  const { min_value = -Infinity, max_value = Infinity } = option;
  if (value < min_value) refuse(option, `must be at least ${min_value}`);
  if (value > max_value) refuse(option, `must be at most ${max_value}`);
}

function checkValue(option: CommandOption, value: OptionValue, resolved: Resolved): void {
  const pickable = pickableTypes[option.type];
  if (pickable) {
    if (typeof value !== 'string') refuse(option, `must be the id of a ${pickable}`);
    resolved.pick(pickable, value, option.channel_types);
    return;
  }
  if (option.type === optionTypes.string) checkText(option, value);
  else if (option.type === optionTypes.boolean) {
    if (typeof value !== 'boolean') refuse(option, 'must be true or false');
  } else if (option.type === optionTypes.integer || option.type === numberType) {
    checkNumber(option, value);
  } else {
    refuse(option, 'cannot be filled in here');
  }
  const choices = option.choices ?? [];
  if (choices.length > 0 && !choices.some((choice) => choice.value === value)) {
    refuse(option, `must be one of ${choices.map((choice) => choice.value).join(', ')}`);
  }
}

function filled(typed: TypedCommand, values: OptionValues): CommandOption[] {
  for (const name of Object.keys(values)) {
    if (!typed.open.some((option) => option.name === name)) {
      throw new ActorRefused(50035, `There is no option "${name}"`);
    }
  }
  return typed.open.filter((option) => values[option.name] !== undefined);
}

function along(way: readonly CommandOption[], options: Fields[]): Fields[] {
  const [step, ...rest] = way;
  if (!step) return options;
  return [{ name: step.name, type: step.type, options: along(rest, options) }];
}

function commandData(typed: TypedCommand, options: Fields[], resolved: Resolved): Fields {
  const { command, way } = typed;
  return {
    id: command.id,
    name: command.name,
    type: command.type,
    options: along(way, options),
    ...resolved.field(),
  };
}

/**
 * The interaction's data for a command that is sent. An attachment is named by the http address that
 * serves it, as no file is stored here. @throws ActorRefused for a bad option */
export function slashData(typed: TypedCommand, values: OptionValues, resolved: Resolved): Fields {
  for (const option of typed.open) {
    if (option.required && values[option.name] === undefined) refuse(option, 'is required');
  }
  const options = filled(typed, values).map((option) => {
    const value = values[option.name] ?? '';
    if (option.type === attachmentType) {
      const id = resolved.file(typeof value === 'string' ? value : '');
      return { name: option.name, type: option.type, value: id };
    }
    checkValue(option, value, resolved);
    return { name: option.name, type: option.type, value };
  });
  return commandData(typed, options, resolved);
}

/** The data while one option is being typed: the others as far as they are filled in. */
export function autocompleteData(
  typed: TypedCommand,
  values: OptionValues,
  focused: string,
  resolved: Resolved,
): Fields {
  const option = typed.open.find((one) => one.name === focused);
  if (!option?.autocomplete) {
    throw new ActorRefused(50035, `Option "${focused}" offers no suggestions`);
  }
  const options = filled(typed, { ...values, [focused]: values[focused] ?? '' }).map((one) => ({
    name: one.name,
    type: one.type,
    value: one === option ? String(values[focused] ?? '') : values[one.name],
    ...(one === option ? { focused: true } : {}),
  }));
  return commandData(typed, options, resolved);
}
