import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { types } from '../../src/edge/store/postgres/driver.ts';

const versions = '/usr/lib/postgresql';

/** The newest installed PostgreSQL's programs; `null` without one. */
const programs = existsSync(versions)
  ? (readdirSync(versions)
      .toSorted((a, b) => Number(b) - Number(a))
      .map((version) => join(versions, version, 'bin'))
      .find((folder) => existsSync(join(folder, 'initdb'))) ?? null)
  : null;

/** Why the tests with a real PostgreSQL are skipped, for their names; `null` where it is installed. */
export const withoutPostgres =
  programs === null ? 'skipped: no PostgreSQL here (Debian: apt-get install postgresql)' : null;

/** A PostgreSQL of Debian's package, with a cluster of its own in a temporary directory. */
export interface Postgres {
  /** The address of a new, empty database. */
  newDatabase(): Promise<string>;
  query(url: string, sql: string): Promise<Record<string, unknown>[]>;
  /** As a machine that loses its power, and comes back. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const run = promisify(execFile);
/** PostgreSQL refuses to run as root. */
type User = { uid?: undefined } | typeof nobody;
const nobody = { uid: 65_534, gid: 65_534 };

export async function startPostgres(): Promise<Postgres> {
  if (programs === null) throw new Error('PostgreSQL is not installed');
  const folder = await mkdtemp(join(tmpdir(), 'wirethread-postgres-'));
  const user: User = userInfo().uid === 0 ? nobody : {};
  if (user.uid !== undefined) await chown(folder, user.uid, user.gid);
  await chmod(folder, 0o700);
  const data = join(folder, 'data');
  const initdb = ['-D', data, '-U', 'wirethread', '-A', 'trust', '-E', 'UTF8', '--no-sync'];
  // An order of texts that is not by bytes, as most installations have.
  await run(join(programs, 'initdb'), [...initdb, '--locale=C.UTF-8'], { ...user, cwd: folder });
  let server = await startServer(programs, folder, user);
  let databases = 0;
  const urlOf = (name: string) =>
    `postgres:///${name}?user=wirethread&host=${encodeURIComponent(folder)}`;
  const query: Postgres['query'] = async (url, sql) => {
    const client = new Client({ connectionString: url, types });
    await client.connect();
    try {
      const { rows } = await client.query<Record<string, unknown>>(sql);
      return rows;
    } finally {
      await client.end();
    }
  };
  return {
    async newDatabase() {
      const name = `newsroom_${(databases += 1)}`;
      await query(urlOf('postgres'), `CREATE DATABASE ${name}`);
      return urlOf(name);
    },
    query,
    async restart() {
      await ended(server, 'SIGQUIT');
      server = await startServer(programs, folder, user);
    },
    async stop() {
      await ended(server, 'SIGQUIT');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until it says that it takes connections. */
async function startServer(programs: string, folder: string, user: User): Promise<ChildProcess> {
  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${folder}`,
    'max_connections=200',
  ];
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', join(folder, 'data'), ...settings.flatMap((setting) => ['-c', setting])],
    { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  await new Promise<void>((resolve, reject) => {
    let said = '';
    server.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)));
  });
  return server;
}

async function ended(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exited = new Promise<void>((resolve) => {
    server.once('exit', () => resolve());
  });
  server.kill(signal);
  await exited;
}
