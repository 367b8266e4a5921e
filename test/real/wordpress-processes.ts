import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { type AddressInfo, createServer } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

// The processes of a real WordPress: a MariaDB, and PHP's own server.

const run = promisify(execFile);

/** Resolves with the path of its socket when it answers; the process is among those to end. */
export async function startDatabase(folder: string, processes: ChildProcess[]): Promise<string> {
  const data = join(folder, 'db');
  const socket = join(folder, 'db.sock');
  const user = userInfo().username;
  await run('/usr/bin/mariadb-install-db', [
    '--no-defaults',
    `--datadir=${data}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    `--user=${user}`,
  ]);
  const database = spawn(
    '/usr/sbin/mariadbd',
    [
      '--no-defaults',
      `--datadir=${data}`,
      `--socket=${socket}`,
      `--user=${user}`,
      '--skip-networking',
      '--skip-log-bin',
      '--innodb-flush-log-at-trx-commit=0',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  );
  processes.push(database);
  running.add(database);
  await saidBy(database, 'ready for connections');
  await run('/usr/bin/mariadb', [
    '--no-defaults',
    `--socket=${socket}`,
    '--user=root',
    '--execute=CREATE DATABASE wordpress CHARACTER SET utf8mb4',
  ]);
  return socket;
}

/** PHP's own server takes a path without a file to `index.php`, as WordPress's addresses need. */
export async function startSite(site: string, port: number): Promise<ChildProcess> {
  const server = spawn(
    '/usr/bin/php',
    [
      '-d',
      'sendmail_path=/bin/true',
      '-d',
      'opcache.enable_cli=1',
      '-S',
      `127.0.0.1:${port}`,
      '-t',
      site,
    ],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
      env: { ...process.env, PHP_CLI_SERVER_WORKERS: '3' },
    },
  );
  running.add(server);
  await saidBy(server, 'started');
  return server;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Resolves when the process has written the words to its error output. @throws when it ends before */
function saidBy(child: ChildProcess, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      if (said.includes(words)) return;
      said += chunk.toString();
      if (said.includes(words)) resolve();
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`${child.spawnfile} ended: ${said.slice(-2_000)}`)));
  });
}

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const { pid } of running) if (pid !== undefined) process.kill(-pid, 'SIGKILL');
});

/** Ends the process and those that it started. */
export function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
      resolve();
      return;
    }
    child.once('exit', () => {
      running.delete(child);
      resolve();
    });
    process.kill(-child.pid, 'SIGTERM');
  });
}
