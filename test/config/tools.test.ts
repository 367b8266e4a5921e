import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../config/arguments.ts';
import { helpText } from '../../config/help.ts';
import { toolForms, toolHelp, toolNames } from '../../config/tools.ts';

describe('a command that is written wrongly', () => {
  test.each([
    [['bakup', 'x'], 'bakup is unknown: did you mean backup?'],
    [['dance'], 'dance is unknown: --help lists what there is'],
    [['backup'], 'backup needs more: write wirethread backup FILE'],
    [['backup', ''], 'backup needs more: write wirethread backup FILE'],
    [['backup', 'a', 'b'], 'b is a word too many: write wirethread backup FILE'],
    [
      ['backup', 'a', '--port', '1'],
      '--port does not go with backup: see wirethread backup --help',
    ],
    [['export', '12'], 'SERVER_ID is "12": it should be an id such as 1190000000000000000.'],
    [['import', 'f', '--server', 'x'], '--server is "x": it should be an id'],
    [['import', 'f', '--server'], '--server needs a value: write --server ID'],
    [['backup', 'f', '--dry-run'], '--dry-run does not go with backup'],
    [['restored', 'today'], 'TIME is "today": it should be a date, a time and a zone'],
  ])('%j is refused', (words, message) => {
    expect(() => parseArguments(words)).toThrow(message);
  });
});

test('options may stand before and after the words of a command', () => {
  for (const words of [
    ['--data', 'd', 'backup', 'f'],
    ['backup', 'f', '--data=d'],
  ]) {
    expect(parseArguments(words)).toMatchObject({ data: 'd', tool: { name: 'backup', file: 'f' } });
  }
});

test('the help lists every command, and each has a help of its own that lacks no word', () => {
  for (const name of toolNames) {
    expect(helpText).toContain(`\n  ${toolForms[name].usage} `);
    expect(toolHelp(name)).toContain(`Usage: wirethread ${toolForms[name].usage} `);
    expect(parseArguments([name, '--help'])).toMatchObject({ toolName: name, tool: null });
  }
});
