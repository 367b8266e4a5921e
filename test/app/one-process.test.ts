import { readdir } from 'node:fs/promises';
import { expect, onTestFinished, test } from 'vitest';
import { invitePermissions } from '../../src/core/delivery/permissions.ts';
import { startLocalDiscord } from '../../src/preview/discord/index.ts';
import { aFolder, start } from './process.ts';

test('fault 15: the bot needs only one process and one token', async () => {
  const discord = await startLocalDiscord({ now: Date.now, rateLimits: false });
  onTestFinished(() => discord.close());
  const guild = discord.addGuild({ name: 'Harbour Town' });
  const { applicationId, token } = discord.addApplication({ name: 'Wirethread' });
  discord.inviteBot(applicationId, guild.id, invitePermissions);
  const folder = await aFolder();
  // Where this Discord is; the real one needs no address.
  const bot = start(folder, [], { DISCORD_TOKEN: token, DISCORD_API_URL: discord.url });
  await bot.says('bot.ready', 'stderr');
  expect(discord.commands(applicationId).map(({ name }) => name)).toContain('feed');
  const kept = await readdir(folder, { recursive: true });
  expect(kept.filter((file) => file.endsWith('.db'))).toHaveLength(1);
  bot.child.kill('SIGTERM');
  expect(await bot.ended).toMatchObject({ code: 0, stdout: '' });
});
