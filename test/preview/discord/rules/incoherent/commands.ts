import { refusedCommands } from '../../../../../src/preview/discord/rules/index.ts';
import * as make from '../bodies.ts';
import { command, required, wrongType } from './case.ts';
import type { Case } from './case.ts';
const badName = 'APPLICATION_COMMAND_INVALID_NAME';

const twoChoices = (more: object) => ({
  choices: [
    { name: 'a', value: 'a' },
    { name: 'b', value: 'b', ...more },
  ],
});
export const commands: readonly Case[] = [
  [
    'a name of 32 characters in capitals',
    command(make.slash([], { name: 'F'.repeat(32) })),
    'name',
    badName,
  ],
  [
    'localised names that are no dictionary',
    command(make.slash([], { name_localizations: ['da'] })),
    'name_localizations',
    'MODEL_TYPE_CONVERT',
  ],
  [
    'no place to be used in',
    command(make.slash([], { contexts: [] })),
    'contexts',
    'BASE_TYPE_MIN_LENGTH',
  ],
  ['a name in capitals', command(make.slash([], { name: 'Feed' })), 'name', badName],
  ['a name with a space', command(make.slash([], { name: 'feed add' })), 'name', badName],
  [
    'a name with a line break at its end',
    command(make.slash([], { name: 'feed\n' })),
    'name',
    badName,
  ],
  ['an option in capitals', command(make.slash([make.option('URL')])), 'options.0.name', badName],
  [
    'a localised name in capitals',
    command(make.slash([], { name_localizations: { da: 'Kilde' } })),
    'name_localizations.da',
    badName,
  ],
  [
    'an unknown language',
    command(make.slash([], { name_localizations: { xx: 'feed' } })),
    'name_localizations.xx',
    'BASE_TYPE_CHOICES',
  ],
  ['no description', command({ name: 'feed' }), 'description', required],
  [
    'an option without a description',
    command(make.slash([{ type: 3, name: 'url' }])),
    'options.0.description',
    required,
  ],
  [
    'an option of an unknown type',
    command(make.slash([make.option('url', { type: 12 })])),
    'options.0',
    wrongType,
  ],
  [
    'an option named twice',
    command(make.slash([make.option('url'), make.option('url')])),
    'options.1',
    'APPLICATION_COMMAND_OPTIONS_NAME_INVALID',
  ],
  [
    'a required option after an optional one',
    command(make.slash([make.option('a'), make.option('b', { required: true })])),
    'options.1',
    'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
  ],
  [
    'the same inside a subcommand',
    command(
      make.slash([
        make.option('add', {
          type: 1,
          options: [make.option('a'), make.option('b', { required: true })],
        }),
      ]),
    ),
    'options.0.options.1',
    'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
  ],
  [
    'a subcommand after an option',
    command(make.slash([make.option('a'), make.option('b', { type: 1 })])),
    'options.1',
    'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
  ],
  [
    'an option after a subcommand',
    command(make.slash([make.option('a', { type: 1 }), make.option('b')])),
    'options.1',
    'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
  ],
  [
    'a subcommand in a subcommand',
    command(make.slash([make.option('a', { type: 1, options: [make.option('b', { type: 1 })] })])),
    'options.0.options.0',
    wrongType,
  ],
  [
    'a choice named twice',
    command(make.slash([make.option('a', twoChoices({ name: 'a' }))])),
    'options.0.choices.1',
    'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS',
  ],
  [
    'a choice valued twice',
    command(make.slash([make.option('a', twoChoices({ value: 'a' }))])),
    'options.0.choices.1',
    'APPLICATION_COMMAND_OPTIONS_CHOICE_VALUE_ALREADY_EXISTS',
  ],
  [
    'choices and autocomplete',
    command(make.slash([make.option('a', { ...twoChoices({}), autocomplete: true })])),
    'options.0.autocomplete',
    'APPLICATION_COMMAND_AUTOCOMPLETE_INVALID',
  ],
  [
    'a described message command',
    command({ type: 3, name: 'Report', description: 'x' }),
    'description',
    'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_INVALID',
  ],
  [
    'a message command with options',
    command({ type: 3, name: 'Report', options: [make.option('a')] }),
    'options',
    'APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_INVALID',
  ],
  [
    'permissions that are no number',
    command(make.slash([], { default_member_permissions: 'all' })),
    'default_member_permissions',
    'NUMBER_TYPE_COERCE',
  ],
  [
    'the same command twice in a list',
    refusedCommands([make.slash(), make.slash()]),
    '1',
    'APPLICATION_COMMANDS_DUPLICATE_NAME',
  ],
  [
    'a bad command in a list',
    refusedCommands([make.slash(), { name: 'credit' }]),
    '1.description',
    required,
  ],
  ['a list that is none', refusedCommands(make.slash()), '', 'LIST_TYPE_CONVERT'],
];
