import { expect, test } from 'vitest';
import { channelId, guildId, harbour, problemsOf } from './loading.ts';
test('an unknown key is an error that suggests a similar key', async () => {
  const { url } = harbour;
  const problems = await problemsOf({
    file: {
      feed: [],
      network: { alow: [] },
      feeds: [{ url, guildId, chanelId: channelId, comments: { miror: true, Poll_Every: '1m' } }],
    },
  });
  expect(problems).toEqual(
    expect.arrayContaining([
      'wirethread.json: feed is unknown: did you mean feeds?',
      'wirethread.json: network.alow is unknown: did you mean allow?',
      'wirethread.json: feeds[0].chanelId is unknown: did you mean channelId?',
      'wirethread.json: feeds[0].comments.miror is unknown: did you mean mirror?',
      'wirethread.json: feeds[0].comments.Poll_Every is unknown: did you mean pollEvery?',
      expect.stringMatching(/feeds\[0\]\.channelId is missing: it should be a Discord id/),
    ]),
  );
  expect(problems).toHaveLength(6);
});

test('an unknown key without a similar one is an error without a suggestion', async () => {
  expect(await problemsOf({ file: { weather: 'fair' } })).toEqual([
    'wirethread.json: weather is unknown',
  ]);
});

test.each([
  [{ allow: ['127.0.0.1'] }, 'network.allow[0] is "127.0.0.1": it should be a range'],
  [{ allow: 'all' }, 'network.allow is "all": it should be a list'],
  [{ userAgentContact: 'a\r\nb: c' }, 'network.userAgentContact is '],
])('the invalid network settings %j are refused', async (network, words) => {
  expect((await problemsOf({ file: { network } })).join()).toContain(words);
});

test('problems of the environment and the file are reported together', async () => {
  const problems = await problemsOf({
    file: { logLevel: 3 },
    env: { LOG_LEVEL: 'loud', DISCORD_API_URL: 'discord' },
  });
  expect(problems).toEqual([
    'environment: LOG_LEVEL is "loud": it should be one of "debug", "info", "warn", "error"',
    expect.stringMatching(/^environment: DISCORD_API_URL is "discord": /),
    expect.stringMatching(/^wirethread\.json: logLevel is 3: /),
  ]);
});

const token = ['MTIzNDU2Nzg5MDEyMzQ1Njc4', 'GabcDE', 'abcdefghijklmnopqrstuvwxyz0123456789_-'].join(
  '.',
);

test.each([
  [{ discordToken: 'hunter2' }, 'discordToken'],
  [{ network: { userAgentContact: token } }, 'network.userAgentContact'],
  [{ feeds: [harbour, { ...harbour, DISCORD_TOKEN: 'x' }] }, 'feeds[1].DISCORD_TOKEN'],
])('a token in the file is refused, and the message names DISCORD_TOKEN: %j', async (file, key) => {
  const problems = await problemsOf({ file });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(`${key} holds a token`);
  expect(problems[0]).toContain('DISCORD_TOKEN');
  expect(problems[0]).not.toMatch(/hunter2|MTIz/);
});

test('messages about invalid environment variables contain no secrets', async () => {
  const env = { DISCORD_TOKEN: 'Bot hunter2', STORE_URL: 'postgres//ed:hunter2@db/wire' };
  const problems = await problemsOf({ env });
  expect(problems).toHaveLength(2);
  expect(problems.join()).not.toContain('hunter2');
});

test.each([
  ['{\n  "feeds": [\n    {},\n  ]\n}', 'line 4, column 3'],
  ['{\n  // the news\n}', 'line 2, column 3'],
  ['{ "a": "b" "c": 1 }', 'line 1, column 12'],
  ['{ "a": [1, 2', 'line 1, column 13'],
  ["{ 'a': 1 }", 'line 1, column 3'],
  ['{ "a": tru }', 'line 1, column 8'],
  ['{} {}', 'line 1, column 4'],
  ['', 'line 1, column 1'],
])('a file that is not JSON is refused with the position of the error: %j', async (text, place) => {
  const problems = await problemsOf({ text });
  expect(problems).toEqual([expect.stringContaining(`not JSON at ${place}:`)]);
});

test.each(['[]', '"feeds"', 'null', '3'])(
  'a file that contains only %s is refused',
  async (text) => {
    expect(await problemsOf({ text })).toEqual([expect.stringContaining('one object of settings')]);
  },
);
