import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PermissionsBitField } from 'discord.js';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../../src/preview/discord/index.ts';
import { type Newspaper, startNewspaper } from '../../src/preview/newspaper/newspaper.ts';
import { invitePermissions } from '../../src/core/delivery/permissions.ts';
import { sternDiscord } from './gateway.ts';
import { aFolder, start, told } from './process.ts';

const quietToken = 'MTAwMDAwMDAwMDAwMDAwMDAx.Gabcde.harbour-town-bell-tower-clock-face';

describe('Discord ends it', () => {
  test.each([
    [4004, 'does not accept DISCORD_TOKEN'],
    [4011, 'too many servers for one connection'],
    [4014, 'Message Content Intent'],
  ])(
    'a gateway session closed permanently (%i) ends the process with the reason',
    async (close, words) => {
      const discord = await sternDiscord();
      const env = { DISCORD_TOKEN: quietToken, DISCORD_API_URL: discord.apiUrl };
      const bot = start(await aFolder(), [], env);
      const socket = await discord.letIn;
      await bot.says('bot.ready', 'stderr');
      socket.close(close);
      const { code, stderr } = await bot.ended;
      expect(code).toBe(1);
      expect(told(stderr)).toEqual([expect.stringContaining(words)]);
    },
  );
});

test('a bot that is in no server tells the operator how to invite it', async () => {
  const discord = await sternDiscord();
  const env = { DISCORD_TOKEN: quietToken, DISCORD_API_URL: discord.apiUrl };
  const bot = start(await aFolder(), [], env);
  const said = await bot.says('bot.in-no-server', 'stderr');
  const [, link = ''] = /"invite":"([^"]*)"/.exec(said) ?? [];
  const { pathname, searchParams } = new URL(link);
  expect(pathname).toMatch(/\/oauth2\/authorize$/);
  expect(searchParams.get('client_id')).toBe('100000000000000001');
  expect(searchParams.get('scope')?.split(/[ +]/)).toEqual(['bot', 'applications.commands']);
  const permissions = new PermissionsBitField(BigInt(searchParams.get('permissions') ?? 0));
  expect(permissions.toArray().toSorted()).toEqual([...invitePermissions].toSorted());
});

describe('at work', () => {
  let discord: LocalDiscord;
  let paper: Newspaper;
  let folder: string;
  let env: Record<string, string>;
  let news: string;

  beforeEach(async () => {
    folder = await aFolder();
    discord = await startLocalDiscord({ now: Date.now, rateLimits: false });
    paper = await startNewspaper({ now: Date.now });
    onTestFinished(async () => {
      await discord.close();
      await paper.close();
    });
    const guild = discord.addGuild({ name: 'Harbour Town' });
    news = discord.addChannel(guild.id, { name: 'news' }).id;
    const { applicationId, token } = discord.addApplication({ name: 'Wirethread' });
    discord.inviteBot(applicationId, guild.id, invitePermissions);
    const feeds = [{ url: paper.feedUrl, guildId: guild.id, channelId: news }];
    const file = { network: { allow: ['127.0.0.0/8'] }, feeds };
    await writeFile(join(folder, 'wirethread.json'), JSON.stringify(file));
    env = { DISCORD_TOKEN: token, DISCORD_API_URL: discord.url, LOG_LEVEL: 'debug' };
  });

  const posts = 'POST /channels/:id/messages';
  const stories = () => discord.messages(news).filter(({ type }) => type === 0);

  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s stops the bot in order with exit code 0',
    async (signal) => {
      const bot = start(folder, [], env);
      await discord.waitFor(() => stories().length > 0);
      bot.child.kill(signal);
      const { code, stdout, stderr } = await bot.ended;
      expect({ code, stdout, told: told(stderr) }).toEqual({ code: 0, stdout: '', told: [] });
      expect(stderr).toContain('bot.ready');
      expect(stderr).not.toContain(env['DISCORD_TOKEN']);
    },
  );

  test('a bot stopped in the middle of a backlog finishes the running work and starts no more', async () => {
    const held = discord.faults.holdNext(posts, 'after');
    const bot = start(folder, [], env);
    await held.reached;
    bot.child.kill('SIGTERM');
    held.release();
    expect(await bot.ended).toMatchObject({ code: 0, stdout: '' });
    const seen = stories().map(({ content }) => content);
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('SIGTERM ends the bot in order although a call to Discord hangs, long before that call gives up', async () => {
    const held = discord.faults.holdNext(posts);
    const bot = start(folder, [], env);
    await held.reached;
    bot.child.kill('SIGTERM');
    const { code, stderr } = await bot.ended;
    expect(code).toBe(0);
    expect(stderr).toContain('bot.aborts');
    expect(stderr).not.toContain('task.failed');
  });

  test('a second Ctrl-C ends the bot without waiting for running work', async () => {
    const held = discord.faults.holdNext(posts);
    const bot = start(folder, [], env);
    await held.reached;
    const impatience = setInterval(() => bot.child.kill('SIGINT'), 100);
    const { code } = await bot.ended;
    clearInterval(impatience);
    expect(code).toBe(130);
  });

  test('a token revoked while the bot runs ends the process with the reason', async () => {
    discord.faults.failNext(posts, {
      status: 401,
      body: { code: 0, message: '401: Unauthorized' },
    });
    const { code, stderr } = await start(folder, [], env).ended;
    expect(code).toBe(1);
    expect(told(stderr)).toEqual([
      expect.stringContaining('Discord does not accept DISCORD_TOKEN.'),
    ]);
    expect(stderr).not.toContain(env['DISCORD_TOKEN']);
  });
});

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s stops the preview in order with exit code 0',
  async (signal) => {
    const preview = start(await aFolder(), ['--port', '0']);
    await preview.says('  story ');
    preview.child.kill(signal);
    const { code, stderr } = await preview.ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  },
);

test('the preview says that it does not display the feeds of the configuration', async () => {
  const folder = await aFolder();
  const feed = { url: 'https://harbour-ledger.example/feed', guildId: '100000000000000001' };
  const file = { feeds: [{ ...feed, channelId: '100000000000000002' }] };
  await writeFile(join(folder, 'wirethread.json'), JSON.stringify(file));
  const preview = start(folder, ['--port', '0']);
  const said = await preview.says('Ctrl-C ends it');
  expect(said).toMatch(/Not shown +1 feed of the configuration +shown only with DISCORD_TOKEN/);
});

test('a signal before the start is complete ends the process at once', async () => {
  const preview = start(await aFolder(), ['--port', '0']);
  await preview.says('Wirethread');
  const gone = once(preview.child, 'exit');
  preview.child.kill('SIGINT');
  expect(await gone).toEqual([0, null]);
});

test('an uncaught error ends the process with one clear line', async () => {
  const defect = "process.once('SIGUSR2', () => void Promise.reject(new Error('the tide turned')))";
  const env = { NODE_OPTIONS: `--import "data:text/javascript,${encodeURIComponent(defect)}"` };
  const preview = start(await aFolder(), ['--port', '0'], env);
  await preview.says('Ctrl-C ends it');
  preview.child.kill('SIGUSR2');
  const { code, stderr } = await preview.ended;
  expect(code).toBe(1);
  expect(stderr.trimEnd().split('\n')).toEqual([
    expect.stringMatching(/^wirethread: ended by a defect of its own: the tide turned\. /),
  ]);
});

test('npm that is stopped takes the preview along', async () => {
  const words = ['start', '--', '--port', '0', '--data', await aFolder()];
  const npm = spawn('npm', words, { stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  onTestFinished(() => {
    try {
      if (npm.pid) process.kill(-npm.pid, 'SIGKILL');
    } catch {
      // All of its processes have ended.
    }
  });
  let said = '';
  for await (const part of npm.stdout.setEncoding('utf8')) {
    const before = said;
    said += part;
    if (!before.includes('Ctrl-C ends it') && said.includes('Ctrl-C ends it')) npm.kill('SIGTERM');
  }
  // Its output is closed by the last process that has it.
  expect(said).toContain('Ctrl-C ends it');
});
