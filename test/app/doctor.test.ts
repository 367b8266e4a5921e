import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { invitePermissions } from '../../src/core/delivery/permissions.ts';
import { startLocalDiscord } from '../../src/preview/discord/index.ts';
import { feedServer, rssOf } from '../support/single-feed.ts';
import { aFolder, run, start } from './process.ts';

test('the doctor says what is broken with its remedy, and changes nothing, beside a bot that runs', async () => {
  const folder = await aFolder();
  const discord = await startLocalDiscord({ now: Date.now, rateLimits: false });
  onTestFinished(() => discord.close());
  const good = await feedServer((_request, response) => response.end(rssOf(['Ferry returns'])));
  const bad = await feedServer((_request, response) => response.writeHead(500).end());
  const guild = discord.addGuild({ name: 'Harbour Town' });
  const news = discord.addChannel(guild.id, { name: 'news' }).id;
  const { applicationId, botUserId, token } = discord.addApplication({ name: 'Wirethread' });
  discord.inviteBot(applicationId, guild.id, invitePermissions);
  const feeds = [good, bad].map(({ url }) => ({ url, guildId: guild.id, channelId: news }));
  const file = { network: { allow: ['127.0.0.0/8'] }, feeds };
  await writeFile(join(folder, 'wirethread.json'), JSON.stringify(file));
  const env = { DISCORD_TOKEN: token, DISCORD_API_URL: discord.url, LOG_LEVEL: 'debug' };
  const bot = start(folder, [], env);
  await bot.says('feed.failed', 'stderr');

  discord.setOverwrite(news, { id: botUserId, kind: 'member', deny: ['EmbedLinks'] });
  const { code, stdout } = await run(folder, ['doctor'], env);
  const lines = stdout.split('\n');
  expect(code).toBe(1);
  const inFolder =
    /^ok {6}The database's folder .*wirethread-data can be written to: room for \S+ [MG]B\.$/;
  expect(lines).toContainEqual(expect.stringMatching(inFolder));
  expect(lines).toContainEqual(expect.stringMatching(/^ok {6}Node\.js \d/));
  expect(lines).toContainEqual(expect.stringMatching(/^ok {6}The database is .*: schema \d+, /));
  expect(lines).toContainEqual('ok      Discord accepts the token: the bot is Wirethread.');
  expect(lines).toContainEqual("ok      This machine's clock agrees with Discord.");
  expect(lines).toContainEqual(
    expect.stringMatching(
      /^PROBLEM Harbour Town: In #news \(\d+\) the bot lacks permissions: Embed Links\. Give/,
    ),
  );
  expect(lines).toContainEqual(
    expect.stringMatching(/^PROBLEM Harbour Town: The feed .+ has failed since .+500.+/),
  );
  expect(lines).toContainEqual(expect.stringContaining('/settings set moderators-channel:'));
  bot.child.kill('SIGKILL');
  await bot.ended;

  expect(lines).toContainEqual('ok      Privileged intents are off: Wirethread needs none.');
  const reading = await run(folder, ['doctor'], { ...env, READ_MEMBER_MESSAGES: 'true' });
  expect(reading.stdout).toContain('PROBLEM READ_MEMBER_MESSAGES needs the Message Content intent');

  const refused = await run(folder, ['doctor'], { ...env, DISCORD_TOKEN: `${token}x` });
  expect(refused.code).toBe(1);
  expect(refused.stdout).toContain('PROBLEM Discord does not accept DISCORD_TOKEN.');

  const database = join(folder, 'wirethread-data', 'wirethread.db');
  const header = (await readFile(database)).subarray(0, 100);
  const damaged = Buffer.concat([header, Buffer.alloc(8_092, 0xff)]);
  await writeFile(database, damaged);
  await rm(`${database}-wal`);
  const broken = await run(folder, ['doctor'], env);
  expect(broken.code).toBe(1);
  expect(broken.stdout).toMatch(/PROBLEM .*damaged.*(?:restore a backup)/i);
  expect((await readFile(database)).equals(damaged)).toBe(true);
});

test('before the first start the doctor looks where STORE_URL says, and names what is missing', async () => {
  const folder = await aFolder();
  const database = join(folder, 'elsewhere', 'news.db');
  const { code, stdout } = await run(folder, ['doctor'], { STORE_URL: `sqlite:${database}` });
  expect(code).toBe(1);
  expect(stdout).toContain(
    `note    The folder ${dirname(database)} does not exist: the bot makes it at its first start.`,
  );
  expect(stdout).toContain(
    `PROBLEM There is no file ${database}: start the bot once, which makes it, or check --data, DATA_DIR or STORE_URL.`,
  );
  expect(stdout).not.toContain('wirethread-data');
  expect(await readdir(folder)).toEqual([]);
});
