import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startLocalDiscord } from '../../src/preview/discord/index.ts';
import { sternDiscord } from './gateway.ts';
import { aFolder, run, start, told } from './process.ts';

const token = 'MTAwMDAwMDAwMDAwMDAwMDAx.Gabcde.harbour-town-bell-tower-clock-face';

/** A web server on loopback that is no Discord. */
async function website(status: number, type: string, body: string): Promise<number> {
  const server = createServer((_, response) => {
    response.writeHead(status, { 'content-type': type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

describe('a start that cannot succeed', () => {
  test.each([
    ['the preview', {}],
    ['the bot', { DISCORD_TOKEN: token }],
  ])('%s names a data folder that cannot be created', async (_, env) => {
    const folder = await aFolder();
    await writeFile(join(folder, 'a-file'), '');
    const below = await run(folder, ['--data', 'a-file/below'], env);
    expect(below).toMatchObject({ code: 1, stdout: '' });
    expect(told(below.stderr)).toEqual([expect.stringContaining('a-file/below cannot be')]);
  });

  test.runIf(process.platform === 'linux')(
    'a data folder inside a folder that allows no new ones is reported at once',
    async () => {
      const { code, stderr } = await run(await aFolder(), ['--data', '/proc/wirethread']);
      expect(code).toBe(1);
      expect(told(stderr)).toEqual([expect.stringContaining('/proc/wirethread cannot be')]);
    },
  );

  test('a database of a later version is not opened or changed', async () => {
    const folder = await aFolder();
    const database = new DatabaseSync(join(folder, 'wirethread.db'));
    database.exec('CREATE TABLE schema_version (version INTEGER NOT NULL)');
    database.exec('INSERT INTO schema_version VALUES (9999)');
    database.close();
    const { code, stderr } = await run(folder, ['--data', '.'], { DISCORD_TOKEN: token });
    expect(code).toBe(1);
    expect(told(stderr)).toEqual([expect.stringContaining('written by a newer Wirethread')]);
  });

  test('an unknown kind of database is refused with the supported ones named and its password hidden', async () => {
    const { code, stderr } = await run(await aFolder(), [], {
      DISCORD_TOKEN: token,
      STORE_URL: 'mysql://town:hushhush@localhost/news',
    });
    expect(code).toBe(2);
    expect(told(stderr)).toEqual([
      expect.stringMatching(
        /^wirethread: environment: STORE_URL .*it should be "sqlite:" and the path/,
      ),
    ]);
    expect(stderr).not.toContain('hushhush');
  });

  test('a PostgreSQL that does not answer is named without its password', async () => {
    const { code, stderr } = await run(await aFolder(), [], {
      DISCORD_TOKEN: token,
      STORE_URL: 'postgres://town:hushhush@127.0.0.1:1/news',
    });
    expect(code).toBe(1);
    expect(told(stderr)).toEqual([
      'wirethread: the PostgreSQL database news at 127.0.0.1:1 does not answer: check that PostgreSQL runs and that STORE_URL names its host and port',
    ]);
    expect(stderr).not.toContain('hushhush');
  });

  test('a token that Discord refuses is reported without printing it', async () => {
    const discord = await startLocalDiscord({ now: Date.now });
    onTestFinished(() => discord.close());
    const env = { DISCORD_TOKEN: token, DISCORD_API_URL: discord.url, LOG_LEVEL: 'debug' };
    const { code, stdout, stderr } = await run(await aFolder(), [], env);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(told(stderr)).toEqual([
      expect.stringContaining('Discord does not accept DISCORD_TOKEN.'),
    ]);
    expect(stderr).not.toContain('harbour-town');
  });

  test('an unreachable Discord is waited for, with its address and the advice in the log', async () => {
    const bot = start(await aFolder(), [], {
      DISCORD_TOKEN: token,
      DISCORD_API_URL: 'http://127.0.0.1:1',
    });
    const said = await bot.says('discord.login-failed', 'stderr');
    expect(said).toContain(
      'http://127.0.0.1:1 cannot be reached (ECONNREFUSED). Check the network and DISCORD_API_URL.',
    );
    expect(said).toContain('"againInMs":1000');
    bot.child.kill('SIGTERM');
    expect(await bot.ended).toMatchObject({ code: 0 });
  });

  test.each([
    [200, 'text/html', '<!doctype html><title>Harbour Town</title>'],
    [404, 'text/html', '<!doctype html><title>Not here</title>'],
    [200, 'application/json', 'not JSON at all'],
  ])('a website in place of Discord is reported as such: %i %s %s', async (status, type, body) => {
    const port = await website(status, type, body);
    const { code, stderr } = await run(await aFolder(), [], {
      DISCORD_TOKEN: token,
      DISCORD_API_URL: `http://127.0.0.1:${port}`,
    });
    expect(code).toBe(1);
    expect(told(stderr)).toEqual([
      expect.stringMatching(/does not answer like Discord.* DISCORD_API_URL should be/),
    ]);
  });

  test('a gateway that refuses the connection is reported at once', async () => {
    const { apiUrl } = await sternDiscord(4014);
    const env = { DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl };
    const { code, stderr } = await run(await aFolder(), [], env);
    expect(code).toBe(1);
    expect(told(stderr)).toEqual([expect.stringContaining('Message Content Intent')]);
  });

  test('a port that is taken is reported when it was chosen explicitly', async () => {
    const port = await website(200, 'text/plain', 'taken');
    const { code, stdout, stderr } = await run(await aFolder(), ['--port', String(port)]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(told(stderr)).toEqual([expect.stringContaining(`port ${port}: the port is taken`)]);
  });
});

test('two previews can run at the same time, each on its own port', async () => {
  const address = /Look here +(\S+)/;
  const one = await start(await aFolder(), []).says('Ctrl-C ends it');
  const two = await start(await aFolder(), []).says('Ctrl-C ends it');
  const [first, second] = [one, two].map((text) => address.exec(text)?.[1]);
  expect(first).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  expect(second).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  expect(second).not.toBe(first);
  const port = new URL(second ?? '').port;
  expect(two).toContain(`Port 8420 is taken, so the page is on port ${port}.`);
});

test('the preview goes on when its output is closed, as by "| head"', async () => {
  const preview = start(await aFolder(), ['--port', '0']);
  const greeting = await preview.says('Ctrl-C ends it');
  preview.child.stdout?.destroy();
  const page = /Look here +(\S+)/.exec(greeting)?.[1] ?? '';
  const events = await fetch(`${page}api/welcome`).then((response) => response.json());
  const { people } = events as { people: { id: string }[] };
  // Long after the first lines nobody read, its stories are on the page.
  const stream = await fetch(`${page}api/events?as=${people[0]?.id}`);
  let seen = '';
  for await (const part of stream.body ?? []) {
    seen += Buffer.from(part).toString();
    if (seen.includes('lighthouse')) break;
  }
  const gone = once(preview.child, 'exit');
  preview.child.kill('SIGTERM');
  expect(await gone).toEqual([0, null]);
});
