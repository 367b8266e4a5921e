import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startLocalDiscord } from '../../src/preview/discord/index.ts';
import { feedServer, rssOf } from '../support/single-feed.ts';
import { aFolder, run, start } from './process.ts';

test('the doctor finds nothing, and then each thing that was broken, with its remedy, beside a bot that runs', async () => {
  const folder = await aFolder();
  const discord = await startLocalDiscord({ now: Date.now, rateLimits: false });
  onTestFinished(() => discord.close());
  let status = 200;
  const server = await feedServer((_request, response) => {
    response.writeHead(status, { 'content-type': 'application/rss+xml' });
    response.end(rssOf(['Ferry returns']));
  });
  const guild = discord.addGuild({ name: 'Harbour Town' });
  const news = discord.addChannel(guild.id, { name: 'news' }).id;
  const { applicationId, token } = discord.addApplication({ name: 'Wirethread' });
  discord.inviteBot(applicationId, guild.id);
  const feeds = [{ url: server.url, guildId: guild.id, channelId: news, pollEvery: '1m' }];
  const file = { network: { allow: ['127.0.0.0/8'] }, feeds };
  await writeFile(join(folder, 'wirethread.json'), JSON.stringify(file));
  const env = { DISCORD_TOKEN: token, DISCORD_API_URL: discord.url };
  const bot = start(folder, [], env);
  await discord.waitFor(() => discord.messages(news).length > 0);

  const before = discord.messages(news).length;
  const first = await run(folder, ['doctor'], env);
  console.log(first.stdout, first.stderr);
});
