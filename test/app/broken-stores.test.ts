import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { runTool } from '../../src/app/tools/run-tool.ts';
import type { OperatorTool } from '../../src/core/operator-tool.ts';
import { errorText } from '../../src/core/errors.ts';
import { migrate, migrations } from '../../src/edge/store/migrations/index.ts';
import { openStore } from '../../src/edge/store/open.ts';
import { backupSqlite } from '../../src/edge/store/sqlite/backup.ts';
import { SqliteFile } from '../../src/edge/store/sqlite/driver.ts';
import {
  guild,
  newStoreFile,
  noon,
  silent,
  subscription,
  tempFolder,
} from '../edge/store/stores.ts';

// What each command says of each broken database: one sentence, a remedy, and nothing is changed.

let folder: string;
let file: string;
let whole: Buffer;
beforeEach(async () => {
  const opened = await newStoreFile();
  await opened.store.feeds.addSubscription(subscription(), noon);
  folder = await tempFolder();
  file = join(folder, 'wirethread.db');
  await backupSqlite(`sqlite:${opened.file}`, file, { now: () => noon, log: silent });
  await opened.store.close();
  whole = readFileSync(file);
});

/** What a command prints, and the sentence that it fails with; `null` when it does not. */
async function outcome(tool: OperatorTool): Promise<{ printed: string[]; error: string | null }> {
  const printed: string[] = [];
  const context = {
    settings: {
      storeUrl: `sqlite:${file}`,
      storeKeys: [],
      dataDir: folder,
      discordToken: null,
      discordApiUrl: 'http://127.0.0.1:1/api',
      hubs: null,
      readMemberMessages: false,
    },
    print: (line: string) => printed.push(line),
    now: () => noon,
    log: silent,
  };
  const error = await runTool(tool, context).then(() => null, errorText);
  return { printed, error };
}

/** The commands that read a database, and the start of a bot. */
const work: Record<string, () => Promise<string | null>> = {
  doctor: async () =>
    (await outcome({ name: 'doctor' })).printed.find((line) => line.startsWith('PROBLEM')) ?? null,
  backup: async () => (await outcome({ name: 'backup', file: join(folder, 'copy.db') })).error,
  export: async () => {
    const target = join(folder, 'server.json');
    const tool = { name: 'export', guildId: guild, file: target, withSecrets: false } as const;
    return (await outcome(tool)).error;
  },
  import: async () => {
    const from = join(await tempFolder(), 'server.json');
    const kept = file;
    file = join(await tempFolder(), 'wirethread.db');
    writeFileSync(file, whole);
    await outcome({ name: 'export', guildId: guild, file: from, withSecrets: false });
    file = kept;
    return (await outcome({ name: 'import', file: from, guildId: null, dryRun: false })).error;
  },
  migrate: async () => {
    const to = 'postgres://127.0.0.1:1/never-asked';
    return (await outcome({ name: 'migrate', from: `sqlite:${file}`, to })).error;
  },
  restore: async () => {
    const broken = file;
    file = join(await tempFolder(), 'wirethread.db');
    const { error } = await outcome({ name: 'restore', file: broken });
    expect(existsSync(file)).toBe(false);
    file = broken;
    return error;
  },
  start: async () => {
    const opened = openStore({ url: `sqlite:${file}`, now: () => noon, log: silent });
    return opened.then(async (store) => {
      await store.close();
      return null;
    }, errorText);
  },
};

const change = (sql: string) => {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
};

const damaged = /is damaged.*restore a backup/;
const newer = new RegExp(
  `wirethread\\.db was written by a newer Wirethread \\(schema 900, this one knows ${migrations.length}\\): install that one again`,
);
const commands = ['doctor', 'backup', 'export', 'import', 'migrate', 'restore', 'start'];

test.each([
  ['damaged', () => writeFileSync(file, Buffer.from(whole).fill(0xff, 8 * 4_096)), damaged, {}],
  ['cut in half', () => writeFileSync(file, whole.subarray(0, whole.length / 2)), damaged, {}],
  [
    'empty',
    () => writeFileSync(file, ''),
    /wirethread\.db is empty: if it had anything, restore a backup/,
    {
      restore: /is not a database of Wirethread's, or is empty: name a file that wirethread backup/,
    },
  ],
  [
    'no database',
    () => writeFileSync(file, 'The harbour notes of Tuesday. '.repeat(200)),
    /is not an SQLite database: name another file/,
    {},
  ],
  [
    'of another program',
    () => {
      writeFileSync(file, '');
      change('CREATE TABLE recipe (name TEXT)');
    },
    /is a database of another program: name another one/,
    {},
  ],
  ['of a newer version', () => change('UPDATE schema_version SET version = 900'), newer, {}],
] as const)(
  'a database that is %s: each command says so with a remedy, and changes nothing',
  async (_, broke, sentence, others: Partial<Record<string, RegExp>>) => {
    broke();
    const bytes = readFileSync(file);
    for (const name of commands) {
      expect(await work[name]?.(), name).toMatch(others[name] ?? sentence);
      expect(readFileSync(file).equals(bytes), name).toBe(true);
    }
    // SQLite's own files beside a database that was opened; no backup, no export, nothing unfinished.
    const expected = /^wirethread\.db(?:-wal|-shm|\.lock)?$/;
    expect(readdirSync(folder).filter((name) => !expected.test(name))).toEqual([]);
  },
);

test('an older database is backed up and brought up to date by a start; other commands say so', async () => {
  writeFileSync(file, '');
  const database = new SqliteFile(file, 1_000);
  onTestFinished(() => database.close());
  await migrate(await database.prepare(), file, migrations.slice(0, 5));
  database.close();
  const older = `was written by an older Wirethread (schema 5, this one works with ${migrations.length}): make a backup, and start this Wirethread's bot on it once`;
  for (const name of ['doctor', 'export', 'import', 'migrate']) {
    expect(await work[name]?.(), name).toContain(older);
  }
  expect(await work['backup']?.()).toBeNull();
  expect(await work['start']?.()).toBeNull();
  expect(await work['export']?.()).toContain('No server has feeds in it');
});

test('a database in a locked transaction of another program: what must write says so', async () => {
  const other = new DatabaseSync(file);
  onTestFinished(() => other.close());
  other.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  expect(await work['migrate']?.()).toMatch(/is locked by another process: stop .*try again/);
});
