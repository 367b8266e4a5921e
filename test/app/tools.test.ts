import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { startLocalDiscord } from '../../src/preview/discord/index.ts';
import { aFolder, run, start, told } from './process.ts';

// Commands of an operator, as processes.

let folder: string;
beforeEach(async () => {
  folder = await aFolder();
});

test('a database is backed up while its bot runs, and put back once that has stopped', async () => {
  const discord = await startLocalDiscord({ now: Date.now, rateLimits: false });
  onTestFinished(() => discord.close());
  const guild = discord.addGuild({ name: 'Harbour Town' });
  const { applicationId, token } = discord.addApplication({ name: 'Wirethread' });
  discord.inviteBot(applicationId, guild.id, ['ViewChannel']);
  const env = { DISCORD_TOKEN: token, DISCORD_API_URL: discord.url };
  const bot = start(folder, [], env);
  await bot.says('bot.ready', 'stderr');

  const backup = await run(folder, ['backup', 'copy.db'], env);
  expect(backup).toMatchObject({ code: 0, stderr: '' });
  expect(backup.stdout).toContain('checked, schema');
  const early = await run(folder, ['restore', 'copy.db'], env);
  expect(early.code).toBe(1);
  expect(told(early.stderr)).toEqual([expect.stringContaining('stop it first, then try again')]);

  bot.child.kill('SIGTERM');
  await bot.ended;
  const restored = await run(folder, ['restore', 'copy.db'], env);
  expect(restored).toMatchObject({ code: 0, stderr: '' });
  const movedTo = /was there is (\S+):/.exec(restored.stdout)?.[1] ?? '';
  expect(existsSync(movedTo)).toBe(true);
  const again = start(folder, [], env);
  expect(await again.says('bot.ready', 'stderr')).toContain('store.restored');
});

test.each([
  ['backup', /^pg_dump --format=custom --file=copy\.db postgres:\/\/ana@db\/news\n$/],
  ['restore', /^pg_restore .*--dbname=postgres:\/\/ana@db\/news copy\.db\nwirethread restored /],
])('for PostgreSQL, %s prints the command to use, without the password', async (name, printed) => {
  const env = { STORE_URL: 'postgres://ana:hushhush@db/news' };
  const { code, stdout, stderr } = await run(folder, [name, 'copy.db'], env);
  expect(code).toBe(1);
  expect(stdout).toMatch(printed);
  expect(told(stderr)).toEqual([expect.stringContaining("PostgreSQL's own program")]);
  expect(stdout + stderr).not.toContain('hushhush');
});

test('a missing database is named, with the settings that say where it is', async () => {
  await writeFile(join(folder, 'wirethread.json'), JSON.stringify({ dataDir: 'elsewhere' }));
  const { code, stderr } = await run(folder, ['backup', 'copy.db']);
  expect(code).toBe(1);
  expect(told(stderr)[0]).toMatch(/there is no file \S+elsewhere\/wirethread\.db: .*--data/);
});
