import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { loadConfig } from '../../config/load.ts';
import { absent, load, problemsOf } from './loading.ts';
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

test('a byte order mark at the start of the file is accepted', async () => {
  expect(await load({ text: '\uFEFF{"logLevel":"warn"}' })).toMatchObject({ logLevel: 'warn' });
});

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
