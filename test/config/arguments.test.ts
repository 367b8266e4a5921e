import { expect, test } from 'vitest';
import { parseArguments } from '../../config/arguments.ts';
import { ConfigError } from '../../config/errors.ts';
import { helpText } from '../../config/help.ts';

const none = {
  toolName: null,
  tool: null,
  config: null,
  data: null,
  port: null,
  feeds: [],
  help: false,
  version: false,
};

test('a command line without options sets nothing', () => {
  expect(parseArguments([])).toEqual(none);
});

test('an option’s value follows after a space or "="', () => {
  expect(parseArguments(['--config', 'a.json', '--data=./d=1', '--port', '0'])).toEqual({
    ...none,
    config: 'a.json',
    data: './d=1',
    port: 0,
  });
});

test('--feed can be repeated', () => {
  const argv = ['--feed', 'https://a.example/feed', '--feed=http://b.example/?x=1'];
  expect(parseArguments(argv).feeds).toEqual(['https://a.example/feed', 'http://b.example/?x=1']);
});

test('help and version have a long and a short option', () => {
  expect(parseArguments(['-h', '--version'])).toEqual({ ...none, help: true, version: true });
  expect(parseArguments(['--help', '-v'])).toEqual({ ...none, help: true, version: true });
});

test.each([
  [['--confg', 'x'], '--confg is unknown: did you mean --config?'],
  [
    ['--feed', 'x'],
    '--feed is "x": it should be a feed\'s address, such as https://example.org/feed.xml',
  ],
  [['preview'], 'preview is unknown: --help lists what there is'],
  [['--config'], '--config needs a value: write --config FILE'],
  [['--data', '--port'], '--data needs a value: write --data DIR'],
  [['--data='], '--data needs a value: write --data DIR'],
  [['--port', '70000'], '--port is "70000": it should be a whole number from 0 to 65535'],
  [['--port', '8o80'], '--port is "8o80": it should be a whole number from 0 to 65535'],
  [['--help=yes'], '--help takes no value'],
])('the command line %j is refused with the message %j', (argv, words) => {
  expect(() => parseArguments(argv)).toThrow(new ConfigError([words]));
});

test('--help lists every option', () => {
  for (const option of ['--config', '--data', '--port', '--feed', '--help', '--version']) {
    expect(helpText).toContain(`  ${option}`);
  }
});
