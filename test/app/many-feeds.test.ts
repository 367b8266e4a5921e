import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startLocalDiscord } from '../../src/preview/discord/index.ts';
import { invitePermissions } from '../../src/core/delivery/permissions.ts';
import { aFolder, start } from './process.ts';

/** More than the ten listeners of one kind that Node.js takes for a leak. */
const together = 12;

/** Answers nothing until so many requests wait at once, each at an address of its own: a host is asked by one at a time. */
async function patientSite() {
  const waiting: ServerResponse[] = [];
  const refuse = (response: ServerResponse) => response.writeHead(404).end();
  const server = createServer((_, response) => {
    waiting.push(response);
    if (waiting.length > together) refuse(response);
    if (waiting.length !== together) return;
    server.emit('all');
    waiting.forEach(refuse);
  });
  server.listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    feedUrl: (number: number) => `http://127.0.0.${number + 1}:${port}/feed.xml`,
    all: once(server, 'all'),
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** Linux answers at all of 127.0.0.0/8, macOS at 127.0.0.1 only. */
async function hasAddresses(): Promise<boolean> {
  const server = createServer();
  const canListen = await new Promise<boolean>((resolve) => {
    server.once('listening', () => resolve(true)).once('error', () => resolve(false));
    server.listen(0, `127.0.0.${together}`);
  });
  server.close();
  return canListen;
}

const skipped = (await hasAddresses())
  ? ''
  : ` (skipped: this machine has no addresses 127.0.0.2 to 127.0.0.${together})`;

test.skipIf(skipped !== '')(
  `many feeds that are asked at once warn of no listeners${skipped}`,
  async () => {
    const discord = await startLocalDiscord({ now: Date.now, rateLimits: false });
    const site = await patientSite();
    onTestFinished(async () => {
      await site.close();
      await discord.close();
    });
    const guildId = discord.addGuild({ name: 'Harbour Town' }).id;
    const channelId = discord.addChannel(guildId, { name: 'news' }).id;
    const { applicationId, token } = discord.addApplication({ name: 'Wirethread' });
    discord.inviteBot(applicationId, guildId, invitePermissions);
    const folder = await aFolder();
    const feeds = Array.from({ length: together }, (_, number) => {
      return { url: site.feedUrl(number), guildId, channelId };
    });
    const file = { network: { allow: ['127.0.0.0/8'] }, feeds };
    await writeFile(join(folder, 'wirethread.json'), JSON.stringify(file));
    const bot = start(folder, [], { DISCORD_TOKEN: token, DISCORD_API_URL: discord.url });
    await Promise.race([site.all, bot.ended]);
    bot.child.kill('SIGTERM');
    const { code, stderr } = await bot.ended;
    expect(code).toBe(0);
    expect(stderr).not.toContain('Warning');
  },
);
