import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { invitePermissions } from '../../src/core/delivery/permissions.ts';
import { startLocalDiscord } from '../../src/preview/discord/index.ts';
import { startNewspaper } from '../../src/preview/newspaper/newspaper.ts';
import { aFolder, start, told } from './process.ts';

/** A server on this machine; `free` makes room for somebody else at its address. */
async function aPort() {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const free = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { port, free };
}

async function aTown() {
  const discord = await startLocalDiscord({ now: Date.now, rateLimits: false });
  const paper = await startNewspaper({ now: Date.now });
  onTestFinished(async () => {
    await discord.close();
    await paper.close();
  });
  const guild = discord.addGuild({ name: 'Harbour Town' });
  const news = discord.addChannel(guild.id, { name: 'news' }).id;
  const { applicationId, token } = discord.addApplication({ name: 'Wirethread' });
  discord.inviteBot(applicationId, guild.id, invitePermissions);
  const folder = await aFolder();
  const feeds = [{ url: paper.feedUrl, guildId: guild.id, channelId: news }];
  const file = { network: { allow: ['127.0.0.0/8'] }, feeds };
  await writeFile(join(folder, 'wirethread.json'), JSON.stringify(file));
  return { discord, news, folder, env: { DISCORD_TOKEN: token, DISCORD_API_URL: discord.url } };
}

test('the operator’s programs are told that it works, what it does, and that Discord is away', async () => {
  const { discord, news, folder, env } = await aTown();
  const { port, free } = await aPort();
  await free();
  const bot = start(folder, [], { ...env, LOG_LEVEL: 'debug', STATUS_LISTEN: `127.0.0.1:${port}` });
  const ask = async (path: string, method = 'GET') => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method });
    return { status: answer.status, text: await answer.text() };
  };
  await discord.waitFor(() => discord.messages(news).some(({ type }) => type === 0));
  await bot.says('"kind":"story","isNew":true', 'stderr');
  expect(await ask('/healthz')).toEqual({ status: 200, text: 'ok\n' });
  expect(await ask('/readyz')).toEqual({ status: 200, text: 'ok\n' });
  const { status, text } = await ask('/metrics');
  expect(status).toBe(200);
  expect(text).toMatch(/^wirethread_messages_total\{kind="story"\} [1-9]/m);
  expect(text).toMatch(/^wirethread_discord_requests_total\{status="200"\} [1-9]/m);
  expect(text).toMatch(/^wirethread_polls_total\{outcome="read"\} 1$/m);
  expect(text).toMatch(/^wirethread_feeds 1$/m);
  expect(text).toMatch(/^wirethread_guilds 1$/m);
  expect(text).toMatch(/^wirethread_gateway_connected 1$/m);
  expect(text).toMatch(/^wirethread_deliveries_due\{priority="takedown"\} 0$/m);
  expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
  for (const { id } of [...discord.threads(news), { id: news }]) expect(text).not.toContain(id);
  expect((await ask('/')).status).toBe(404);
  expect((await ask('/metrics', 'POST')).status).toBe(405);
  await discord.close();
  await bot.says('discord.connection-lost', 'stderr');
  expect(await ask('/readyz')).toEqual({ status: 503, text: 'not connected to Discord\n' });
  expect((await ask('/healthz')).status).toBe(200);
});

test('an address that is taken is said before anything else begins', async () => {
  const { folder, env } = await aTown();
  const { port, free } = await aPort();
  onTestFinished(free);
  const bot = start(folder, [], { ...env, STATUS_LISTEN: `127.0.0.1:${port}` });
  const { code, stderr } = await bot.ended;
  expect(code).toBe(1);
  expect(told(stderr)).toEqual([
    expect.stringMatching(
      /cannot serve its status at 127\.0\.0\.1:\d+ .*EADDRINUSE.*STATUS_LISTEN/,
    ),
  ]);
});
