import { notAChoice, tooGreat } from './error-messages.ts';
import { isDictionary, isGiven, listAt, numberAt, textAt } from './reading.ts';
import type { Dictionary } from './reading.ts';
import type { Complaints, Path } from './refused.ts';

/** @see https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming */
const slashName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const menuName = /^[^\p{Cc}]{1,32}$/u;

/** @see https://discord.com/developers/docs/reference#locales */
const locales: readonly string[] =
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko'.split(
    ' ',
  );

const subcommand = 1;
const subcommandGroup = 2;
const containers: ReadonlySet<unknown> = new Set([subcommand, subcommandGroup]);

/** The name of a slash command or an option is in lower case, a menu's may be anything. Absent names are not its matter. */
export function checkName(
  name: unknown,
  path: Path,
  complaints: Complaints,
  use: 'slash' | 'menu',
): void {
  if (typeof name !== 'string' || name === '' || name.length > 32) return;
  const fits =
    use === 'menu'
      ? menuName.test(name) && name.trim() !== ''
      : slashName.test(name) && name === name.toLowerCase();
  if (!fits)
    complaints.add(path, {
      code: 'APPLICATION_COMMAND_INVALID_NAME',
      message: 'Command name is invalid',
    });
}

/** The name of a slash command or an option in all its languages. */
export function checkNames(owner: Dictionary, path: Path, complaints: Complaints): void {
  checkName(owner['name'], [...path, 'name'], complaints, 'slash');
  checkLocales(owner, path, complaints);
  const localized = owner['name_localizations'];
  if (!isDictionary(localized)) return;
  for (const [locale, name] of Object.entries(localized)) {
    checkName(name, [...path, 'name_localizations', locale], complaints, 'slash');
  }
}

function checkLocales(owner: Dictionary, path: Path, complaints: Complaints): void {
  for (const key of ['name_localizations', 'description_localizations']) {
    const localized = owner[key];
    if (!isDictionary(localized)) continue;
    for (const locale of Object.keys(localized)) {
      if (!locales.includes(locale)) complaints.add([...path, key, locale], notAChoice(locales));
    }
  }
}

/** The options of a command, a group or a subcommand, with those inside them. */
export function checkOptions(owner: Dictionary, path: Path, complaints: Complaints): void {
  const options = listAt(owner, 'options');
  const names = new Set<string>();
  const holdsSubcommands = containers.has(isDictionary(options[0]) ? options[0]['type'] : null);
  let optionalCame = false;
  for (const [at, option] of options.entries()) {
    if (!isDictionary(option)) continue;
    const here = [...path, 'options', at];
    const name = textAt(option, 'name');
    checkNames(option, here, complaints);
    if (names.has(name)) {
      complaints.add(here, {
        code: 'APPLICATION_COMMAND_OPTIONS_NAME_INVALID',
        message: `Option name ${name} is already used in these options`,
      });
    }
    names.add(name);
    if (containers.has(option['type']) !== holdsSubcommands) {
      complaints.add(here, {
        code: 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
        message:
          'Sub-command and sub-command group option types are mutually exclusive to all other types',
      });
    }
    if (containers.has(option['type'])) {
      // A group in a group is refused by the description, so the recursion ends at the third level.
      if (path.filter((key) => key === 'options').length < 2)
        checkOptions(option, here, complaints);
      continue;
    }
    if (option['required'] === true && optionalCame) {
      complaints.add(here, {
        code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        message: 'Required options must be placed before non-required options',
      });
    }
    if (option['required'] !== true) optionalCame = true;
    checkValues(option, here, complaints);
  }
}

function checkValues(option: Dictionary, path: Path, complaints: Complaints): void {
  const choices = listAt(option, 'choices');
  if (choices.length > 0 && option['autocomplete'] === true) {
    complaints.add([...path, 'autocomplete'], {
      code: 'APPLICATION_COMMAND_AUTOCOMPLETE_INVALID',
      message: 'Autocomplete cannot be used with choices',
    });
  }
  const seen = { name: new Set<unknown>(), value: new Set<unknown>() };
  for (const [at, choice] of choices.entries()) {
    if (!isDictionary(choice)) continue;
    for (const key of ['name', 'value'] as const) {
      const given = choice[key];
      if (isGiven(given) && seen[key].has(given)) {
        complaints.add([...path, 'choices', at], {
          code: `APPLICATION_COMMAND_OPTIONS_CHOICE_${key.toUpperCase()}_ALREADY_EXISTS`,
          message: `Option choice ${key} already exists`,
        });
      }
      seen[key].add(given);
    }
  }
  for (const unit of ['value', 'length']) {
    const greatest = numberAt(option, `max_${unit}`, Infinity);
    if (numberAt(option, `min_${unit}`, -Infinity) > greatest) {
      complaints.add([...path, `min_${unit}`], tooGreat(greatest));
    }
  }
}

/** The size of a command as Discord counts it: of each text the longest of its languages. */
export function charactersOf(owner: Dictionary, level = 0): number {
  let characters =
    longest(owner, 'name') + longest(owner, 'description') + textAt(owner, 'value').length;
  if (level > 4) return characters;
  for (const inner of [...listAt(owner, 'options'), ...listAt(owner, 'choices')]) {
    if (isDictionary(inner)) characters += charactersOf(inner, level + 1);
  }
  return characters;
}

function longest(owner: Dictionary, key: string): number {
  const localized = owner[`${key}_localizations`];
  const texts = [owner[key], ...(isDictionary(localized) ? Object.values(localized) : [])];
  return Math.max(...texts.map((text) => (typeof text === 'string' ? text.length : 0)));
}
