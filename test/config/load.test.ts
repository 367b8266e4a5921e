import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { ConfigError } from '../../config/errors.ts';
import { loadConfig } from '../../config/load.ts';
import type { ConfigInput } from '../../config/load.ts';
import { defaultSubscriptionSettings } from '../../src/core/feed/subscription.ts';
import { SubscriptionSettings } from '../../src/core/feed/subscription.ts';

const guildId = '100000000000000001';
const channelId = '100000000000000002';
const harbour = { url: 'https://harbour.example/feed.xml', guildId, channelId };

interface Given {
  file?: unknown;
  text?: string;
  env?: ConfigInput['env'];
  argv?: string[];
}

function load({ file = {}, text = JSON.stringify(file), env = {}, argv = [] }: Given) {
  return loadConfig({ argv, env, readFile: () => Promise.resolve(text) });
}

async function problemsOf(given: Given): Promise<readonly string[]> {
  const thrown: unknown = await load(given).catch((error: unknown) => error);
  if (!(thrown instanceof ConfigError)) throw new Error('it was accepted', { cause: thrown });
  expect(thrown.message.split('\n')).toEqual(thrown.problems);
  return thrown.problems;
}

function absent(): Promise<string> {
  return Promise.reject(Object.assign(new Error('no such file'), { code: 'ENOENT' }));
}

test('without a file and environment variables every setting has its default', async () => {
  expect(await loadConfig({ argv: [], env: {}, readFile: absent })).toEqual({
    discordToken: null,
    discordApiUrl: 'https://discord.com/api',
    dataDir: './wirethread-data',
    storeUrl: 'sqlite:./wirethread-data/wirethread.db',
    retentionMs: 7_776_000_000,
    hubs: null,
    keys: {},
    readMemberMessages: false,
    statusListen: null,
    storeKeys: [],
    shards: null,
    logLevel: 'info',
    port: null,
    previewFeeds: [],
    network: { allow: [], userAgentContact: null, timeoutMs: null },
    feeds: [],
  });
});

test.each([
  [{ PUBLIC_URL: 'https://bot.example.org/' }, { host: '127.0.0.1', port: 8421 }],
  [
    { PUBLIC_URL: 'https://bot.example.org', PUBLIC_LISTEN: '[::1]:9000' },
    { host: '::1', port: 9000 },
  ],
  [
    { PUBLIC_URL: 'https://bot.example.org', PUBLIC_LISTEN: '0.0.0.0:80' },
    { host: '0.0.0.0', port: 80 },
  ],
])('with a public address hubs can reach the bot: %o', async (env, listen) => {
  expect((await load({ env })).hubs).toEqual({ publicUrl: 'https://bot.example.org', listen });
});

test('several processes are told apart by their shards', async () => {
  const STORE_URL = 'postgres://wirethread@db.example/news';
  expect((await load({ env: { STORE_URL, SHARD_COUNT: '4' } })).shards).toEqual({
    ids: null,
    count: 4,
  });
  const env = { STORE_URL, SHARD_COUNT: '4', SHARD_IDS: '0, 2' };
  expect((await load({ env })).shards).toEqual({ ids: [0, 2], count: 4 });
  await expect(load({ env: { STORE_URL, SHARD_IDS: '1' } })).rejects.toThrow(/needs SHARD_COUNT/);
  await expect(load({ env: { ...env, SHARD_IDS: '4' } })).rejects.toThrow(/the last shard is 3/);
  await expect(load({ env: { SHARD_COUNT: '2' } })).rejects.toThrow(/need a PostgreSQL database/);
});

test('the file can give the public address, which the environment replaces', async () => {
  const file = { publicUrl: 'https://file.example', publicListen: 'localhost:81' };
  expect((await load({ file })).hubs).toEqual({
    publicUrl: 'https://file.example',
    listen: { host: 'localhost', port: 81 },
  });
  const env = { PUBLIC_URL: 'https://env.example', PUBLIC_LISTEN: '127.0.0.1:82' };
  expect((await load({ file, env })).hubs).toMatchObject({ publicUrl: 'https://env.example' });
});

test.each(['8421', 'localhost', '127.0.0.1:0', '127.0.0.1:99999', ':80', '::1:80'])(
  'an address to listen at is refused: %s',
  async (publicListen) => {
    const [problem] = await problemsOf({ file: { publicListen } });
    expect(problem).toContain('an address and a port such as "127.0.0.1:8421"');
  },
);

test('a feed with only an address and a channel has the default settings', async () => {
  const { feeds } = await load({ file: { feeds: [harbour] } });
  expect(feeds).toEqual([{ ...harbour, settings: defaultSubscriptionSettings }]);
  expect(SubscriptionSettings.safeParse(defaultSubscriptionSettings).success).toBe(true);
});

test('all settings of a feed are read, with durations in milliseconds', async () => {
  const { feeds } = await load({
    file: {
      feeds: [
        {
          ...harbour,
          pollEvery: '5s',
          firstRun: 0,
          mentionRoleIds: ['100000000000000004', '100000000000000005'],
          filters: {
            include: { topics: ['Harbour'], words: ['pier*'] },
            exclude: { authors: ['Bo Lind'] },
          },
          catchUp: 5,
          quietHours: { from: '22:00', to: '7:30', zone: 'europe/berlin' },
          digest: { at: '08:00', zone: 'Europe/Berlin' },
          language: 'de',
          contentTemplate: '{mentions} **{headline}** · {feed}',
          forumTagId: '100000000000000006',
          commentPeriod: '36h',
          closingWarning: '0s',
          comments: {
            mirror: false,
            source: 'page-selectors',
            selectors: { comment: 'article.comment' },
            openThread: 'at-once',
            pollEvery: '30s',
          },
        },
      ],
    },
  });
  expect(feeds[0]?.settings).toEqual({
    filters: {
      include: { words: ['pier*'], topics: ['Harbour'], authors: [] },
      exclude: { words: [], topics: [], authors: ['Bo Lind'] },
    },
    catchUp: 5,
    quietHours: { from: 1320, to: 450, zone: 'Europe/Berlin' },
    digest: { every: 'day', at: 480, zone: 'Europe/Berlin' },
    language: 'de',
    contentTemplate: '{mentions} **{headline}** · {feed}',
    forumTagId: '100000000000000006',
    pollEveryMs: 5_000,
    firstRun: 0,
    mentionRoleIds: ['100000000000000004', '100000000000000005'],
    commentPeriodMs: 36 * 3_600_000,
    closingWarningMs: 0,
    comments: {
      mirror: false,
      source: 'page-selectors',
      selectors: { comment: 'article.comment' },
      personas: false,
      backlog: 100,
      openThread: 'at-once',
      pollEveryMs: 30_000,
    },
  });
});

test('the single role of older files is read as a list, and a digest can be hourly', async () => {
  const { feeds } = await load({
    file: { feeds: [{ ...harbour, mentionRoleId: '100000000000000004', digest: 'hourly' }] },
  });
  expect(feeds[0]?.settings).toEqual({
    ...defaultSubscriptionSettings,
    mentionRoleIds: ['100000000000000004'],
    digest: { every: 'hour' },
  });
});

describe('the access settings of a feed', () => {
  const opened = (access: object, env: Record<string, string> = {}) =>
    load({ file: { feeds: [{ ...harbour, access }] }, env });

  test('access settings are read from the file or from the named environment variables', async () => {
    const { feeds } = await opened(
      { username: 'desk', password: '$LEDGER_PASSWORD', cookie: '$$id=7', userAgent: 'Reader/1' },
      { LEDGER_PASSWORD: 'pa ss:ö' },
    );
    expect(feeds[0]?.access).toEqual({
      username: 'desk',
      password: 'pa ss:ö',
      cookie: '$id=7',
      userAgent: 'Reader/1',
      ignoreCache: false,
    });
    expect((await opened({ ignoreCache: true })).feeds[0]?.access).toMatchObject({
      password: null,
      ignoreCache: true,
    });
  });

  test('a missing environment variable is reported with the name of its setting', async () => {
    await expect(opened({ password: '$LEDGER_PASSWORD' })).rejects.toThrow(
      'feeds[0].access.password names an environment variable that is not set: set it, or begin the value with "$$"',
    );
  });

  test('access settings are never shown in a problem', async () => {
    const problems = async (access: unknown, env: Record<string, string> = {}) => {
      const error: unknown = await load({ file: { feeds: [{ ...harbour, access }] }, env }).catch(
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(ConfigError);
      const said = (error as ConfigError).message;
      expect(said).not.toMatch(/hush/i);
      return said;
    };
    expect(await problems('desk:hush')).toContain('feeds[0].access is not usable');
    expect(await problems({ username: 'desk:hush' })).toContain('a user name without ":"');
    expect(await problems({ cookie: 'hush\u00fc' })).toContain('in plain ASCII');
    expect(await problems({ password: '$HUSH' })).toContain('access.password names');
    expect(await problems({ cookie: '$JAR' }, { JAR: 'hush\nmore' })).toContain('cannot be sent');
    expect(await problems({ pasword: 'hush' })).toContain('did you mean password?');
  });
});

test.each([
  [
    { filters: { include: { words: 'pier' } } },
    'filters.include.words is "pier": it should be a list',
  ],
  [{ filters: { includes: {} } }, 'filters.includes is unknown: did you mean include?'],
  [
    { filters: { include: { topic: [] } } },
    'filters.include.topic is unknown: did you mean topics?',
  ],
  [{ filters: { exclude: { words: ['a'.repeat(101)] } } }, 'at most 100 characters'],
  [{ catchUp: 0 }, 'catchUp is 0: it should be a whole number from 1 to 100'],
  [
    { quietHours: { from: '10 at night', to: '07:00', zone: 'UTC' } },
    'quietHours.from is "10 at night": it should be a time of day such as "22:00"',
  ],
  [
    { quietHours: { from: '22:00', to: '07:00' } },
    'quietHours.zone is missing: it should be the name of a time zone',
  ],
  [{ quietHours: { from: '22:00', to: '22:00', zone: 'UTC' } }, 'quietHours ends when it begins'],
  [{ digest: 'weekly' }, 'digest is "weekly": it should be "hourly", or an object with "at"'],
  [{ digest: { at: '8', zone: 'Mars' } }, 'digest is an object: it should be "hourly", or'],
  [{ language: 'xx' }, 'language is "xx": it should be one of "en", "de"'],
  [{ contentTemplate: '{author}' }, '{author} is not a placeholder; use {headline}'],
  [{ forumTagId: 7 }, 'forumTagId is 7'],
  [{ mentionRoleIds: ['1'] }, 'mentionRoleIds[0] is "1": it should be a Discord id'],
  [{ mentionRoleIds: Array(6).fill('100000000000000004') }, 'a list of at most 5 role ids'],
  [
    { mentionRoleIds: [], mentionRoleId: '100000000000000004' },
    'mentionRoleId repeats mentionRoleIds',
  ],
])('the invalid feed setting %j is refused with %j', async (setting, said) => {
  await expect(load({ file: { feeds: [{ ...harbour, ...setting }] } })).rejects.toThrow(said);
});

test('a comment period can be "never" or short, and a short one shortens the warning', async () => {
  const { feeds } = await load({
    file: {
      feeds: [
        { ...harbour, commentPeriod: 'never' },
        { ...harbour, url: 'https://harbour.example/sport.xml', commentPeriod: '2m' },
      ],
    },
  });
  expect(
    feeds.map(({ settings }) => [settings.commentPeriodMs, settings.closingWarningMs]),
  ).toEqual([
    [null, 3_600_000],
    [120_000, 30_000],
  ]);
});

test('the command line overrides the environment, and the environment overrides the file', async () => {
  const file = {
    dataDir: 'from-file',
    logLevel: 'error',
    discordApiUrl: 'http://127.0.0.1:1/api/',
  };
  const env = { DATA_DIR: 'from-environment', LOG_LEVEL: 'debug', DISCORD_TOKEN: 'a.b.c' };
  expect(await load({ file })).toMatchObject({
    dataDir: 'from-file',
    logLevel: 'error',
    discordApiUrl: 'http://127.0.0.1:1/api',
  });
  expect(await load({ file, env })).toMatchObject({
    dataDir: 'from-environment',
    storeUrl: 'sqlite:from-environment/wirethread.db',
    logLevel: 'debug',
    discordToken: 'a.b.c',
  });
  const argv = ['--data', 'from-arguments/', '--port', '8080'];
  expect(await load({ file, env, argv })).toMatchObject({
    dataDir: 'from-arguments/',
    storeUrl: 'sqlite:from-arguments/wirethread.db',
    port: 8080,
  });
});

test('an empty environment variable counts as not set', async () => {
  const config = await load({ env: { DATA_DIR: '', LOG_LEVEL: ' ', DISCORD_TOKEN: '' } });
  expect(config).toMatchObject({ dataDir: './wirethread-data', logLevel: 'info' });
  expect(config.discordToken).toBeNull();
});

test('the example configuration in the repository is valid', async () => {
  const argv = ['--config', 'config/wirethread.example.json'];
  const config = await loadConfig({ argv, env: {}, readFile: (path) => readFile(path, 'utf8') });
  expect(config.feeds).toHaveLength(4);
});

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

test.each<[string, object, RegExp]>([
  [
    'pollEvery',
    { pollEvery: 'five minutes' },
    /is "five minutes": it should be a duration such as "5m"/,
  ],
  ['pollEvery', { pollEvery: '4s' }, /is "4s": .* from 5s to 1d/],
  ['pollEvery', { pollEvery: 300 }, /is 300: it should be a duration/],
  ['pollEvery', { pollEvery: null }, /is null: it should be a duration/],
  ['commentPeriod', { commentPeriod: 'forever' }, /is "forever": .* or "never"$/],
  ['closingWarning', { closingWarning: '8d' }, /is as long as the comment period/],
  ['firstRun', { firstRun: 26 }, /is 26: it should be a whole number from 0 to 25$/],
  ['firstRun', { firstRun: 2.5 }, /is 2\.5: it should be a whole number/],
  ['guildId', { guildId: 'harbour' }, /is "harbour": it should be a Discord id/],
  ['guildId', { guildId: 100000000000000000 }, /is 100000000000000000: .*needs the quotes/],
  ['url', { url: 'harbour.example/feed' }, /is "harbour\.example\/feed": .* https:\/\//],
  ['url', { url: 'ftp://ed:pw@x.example/?k=1' }, /is "ftp:\/\/…@x\.example\/\?…":/],
  ['url', { url: '  ' }, /is empty: it should be the address/],
  ['comments', { comments: [] }, /is a list: it should be an object/],
  ['comments.source', { comments: { source: 'rss' } }, /is "rss": it should be one of "auto", /],
  ['comments.mirror', { comments: { mirror: 'yes' } }, /is "yes": it should be true or false$/],
  ['comments.selectors', { comments: { source: 'page-selectors' } }, /is missing/],
  ['comments.selectors.comment', { comments: { selectors: {} } }, /is missing: .* a CSS selector/],
])(
  'an invalid %s is reported with its value and what is expected: %j',
  async (key, part, words) => {
    const problems = await problemsOf({
      file: { feeds: [harbour, { ...harbour, channelId: '100000000000000003', ...part }] },
    });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(words);
    expect(problems[0]).toContain(`wirethread.json: feeds[1].${key} `);
  },
);

test('the same feed twice in one channel is refused, but in two channels it is accepted', async () => {
  expect(await problemsOf({ file: { feeds: [harbour, harbour] } })).toEqual([
    expect.stringContaining('feeds[1] repeats feeds[0]'),
  ]);
  const elsewhere = { ...harbour, channelId: '100000000000000003' };
  expect((await load({ file: { feeds: [harbour, elsewhere] } })).feeds).toHaveLength(2);
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

test('a byte order mark at the start of the file is accepted', async () => {
  expect(await load({ text: '\uFEFF{"logLevel":"warn"}' })).toMatchObject({ logLevel: 'warn' });
});

test.each(['[]', '"feeds"', 'null', '3'])(
  'a file that contains only %s is refused',
  async (text) => {
    expect(await problemsOf({ text })).toEqual([expect.stringContaining('one object of settings')]);
  },
);

test('a missing file that --config names is an error', async () => {
  const loading = loadConfig({ argv: ['--config', 'news.json'], env: {}, readFile: absent });
  await expect(loading).rejects.toThrow('news.json: there is no such file');
});

test('members’ messages are read when the file or the environment says so, and the environment wins', async () => {
  const read = async (file: object, env: Record<string, string>) =>
    (await loadConfig({ argv: [], env, readFile: async () => JSON.stringify(file) }))
      .readMemberMessages;
  expect(await read({ readMemberMessages: true }, {})).toBe(true);
  expect(await read({}, { READ_MEMBER_MESSAGES: 'true' })).toBe(true);
  expect(await read({ readMemberMessages: true }, { READ_MEMBER_MESSAGES: 'false' })).toBe(false);
  await expect(read({}, { READ_MEMBER_MESSAGES: 'yes' })).rejects.toThrow(
    /READ_MEMBER_MESSAGES .*"true", "false"/u,
  );
});
