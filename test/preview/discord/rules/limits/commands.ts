import { refusedCommands } from '../../../../../src/preview/discord/rules/index.ts';
import * as make from '../bodies.ts';
import { text, times } from '../bodies.ts';
import { command } from './judges.ts';
import { between, highest, most } from './limit.ts';
import type { Limit } from './limit.ts';
const longOption = (at: number, length: number) =>
  make.option(`o${at}`, {
    description: text(100),
    choices: times(25, (to) => ({
      name: `${to}`.padStart(10, 'c'),
      value: `${to}`.padStart(length, 'v'),
    })),
  });

export const commands: readonly Limit[] = [
  ['command name', command, (n) => make.slash([], { name: text(n) }), 32, 33, '0.name', between],
  [
    'command description',
    command,
    (n) => make.slash([], { description: text(n) }),
    100,
    101,
    '0.description',
    most,
  ],
  [
    'options',
    command,
    (n) => make.slash(times(n, (at) => make.option(`o${at}`))),
    25,
    26,
    '0.options',
    most,
  ],
  [
    'option name',
    command,
    (n) => make.slash([make.option(text(n))]),
    32,
    33,
    '0.options.0.name',
    between,
  ],
  [
    'option description',
    command,
    (n) => make.slash([make.option('url', { description: text(n) })]),
    100,
    101,
    '0.options.0.description',
    between,
  ],
  [
    'choices',
    command,
    (n) =>
      make.slash([
        make.option('url', { choices: times(n, (at) => ({ name: `c${at}`, value: `${at}` })) }),
      ]),
    25,
    26,
    '0.options.0.choices',
    most,
  ],
  [
    'choice name',
    command,
    (n) => make.slash([make.option('url', { choices: [{ name: text(n), value: 'x' }] })]),
    100,
    101,
    '0.options.0.choices.0.name',
    between,
  ],
  // feed (4) + description (25) + 5 options of 2 + 100 + 25 × (10 + length)
  [
    'a command in all',
    command,
    (n) =>
      make.slash([
        ...times(5, (at) => longOption(at, 49)),
        make.option('rest', { description: text(n) }),
      ]),
    82,
    83,
    '0',
    'APPLICATION_COMMAND_TOO_LARGE',
  ],
  [
    'min_value against max_value',
    command,
    (n) => make.slash([make.option('hours', { type: 4, min_value: n, max_value: 48 })]),
    48,
    49,
    '0.options.0.min_value',
    highest,
  ],
  [
    'the list in all',
    refusedCommands,
    (n) =>
      times(n, (at) => ({
        name: `c${at}`,
        type: at < 100 ? 1 : at < 115 ? 2 : 3,
        ...(at < 100 ? { description: 'x' } : {}),
      })),
    130,
    131,
    '',
    most,
  ],
];
