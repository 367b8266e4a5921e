import { execFile } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { SqliteFile } from '../../../src/edge/store/sqlite/driver.ts';
import { migrate, migrations } from '../../../src/edge/store/migrations/index.ts';
import { openStore } from '../../../src/edge/store/open.ts';
import { compiled } from '../../support/compiled.ts';
import { recordingLog } from '../../support/recording-log.ts';
import { newStoreFile, noon, silent, storedStory, tempFolder } from './stores.ts';

const opened = async (url: string) => {
  const store = await openStore({ url, now: () => noon, log: silent, lockTimeoutMs: 50 });
  onTestFinished(() => store.close());
  return store;
};

test('a new store and its folders are readable by their owner only', async () => {
  const folder = join(await tempFolder(), 'a', 'b');
  await opened(`sqlite:${join(folder, 'wirethread.db')}`);
  const files = readdirSync(folder);
  expect(files.toSorted()).toEqual(
    ['', '-shm', '-wal', '.lock'].map((ending) => `wirethread.db${ending}`),
  );
  for (const path of [folder, ...files.map((file) => join(folder, file))]) {
    expect(statSync(path).mode & 0o077, path).toBe(0);
  }
});

test('a store that others could read is taken from them, and the log says so once', async () => {
  const { store, file } = await newStoreFile();
  const files = ['', '-wal', '-shm', '.lock'].map((ending) => file + ending);
  for (const path of files) chmodSync(path, 0o644);
  const log = recordingLog();
  const open = () => openStore({ url: `sqlite:${file}`, now: () => noon, log });
  for (let time = 0; time < 2; time += 1) await (await open()).close();
  const said = log.lines.filter(({ event }) => event === 'store.made-private');
  const remedy = expect.stringContaining('Other users of this machine could read these files');
  expect(said).toEqual([{ level: 'warn', event: 'store.made-private', fields: { files, remedy } }]);
  for (const path of files) expect(statSync(path).mode & 0o777, path).toBe(0o600);
  await store.close();
});

test('a closed store is complete in a single file', async () => {
  const { store, file } = await newStoreFile();
  await store.texts.save('commands', 'hash');
  await store.close();
  copyFileSync(file, `${file}.copy`);
  expect(await (await opened(`sqlite:${file}.copy`)).texts.get('commands')).toBe('hash');
});

test('committed data is there when the store is opened again', async () => {
  const { store, file } = await newStoreFile();
  await store.texts.save('commands', 'hash');
  await store.close();
  await store.close();
  await expect(store.texts.get('commands')).rejects.toThrow('the store is closed');
  expect(await (await opened(`sqlite:${file}`)).texts.get('commands')).toBe('hash');
});

test('the database has a log, and its references hold', async () => {
  const { file, raw } = await newStoreFile();
  expect(raw().prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
  const database = new SqliteFile(file, 50);
  onTestFinished(() => database.close());
  const sql = await database.prepare();
  expect(await sql.get('PRAGMA foreign_keys')).toEqual({ foreign_keys: 1 });
});

test('an invalid store URL is refused with an example of a valid one', async () => {
  for (const url of [
    'mysql://db',
    'sqlite:',
    'sqlite://x.db',
    'sqlite::memory:',
    '/tmp/x.db',
    '',
  ]) {
    await expect(opened(url)).rejects.toThrow(/STORE_URL must be "sqlite:" and the path/);
  }
});

test('the error for a folder that cannot be created names it', async () => {
  const folder = await tempFolder();
  writeFileSync(join(folder, 'file'), '');
  await expect(opened(`sqlite:${join(folder, 'file', 'x', 'w.db')}`)).rejects.toThrow(
    /the folder .*file.x cannot be created/,
  );
});

test('the error for a folder that is not writable names it', async () => {
  // Root may write anywhere, so root's question is asked as nobody, who may have no way into this
  // checkout or into root's own folder for temporary files: the module is loaded first.
  const isRoot = process.getuid?.() === 0;
  const folder = await tempFolder(isRoot ? '/tmp' : tmpdir());
  chmodSync(folder, 0o555);
  const asking = `
    const { databaseFile } = await import(process.argv[1]);
    if (process.argv[3] === 'as nobody') {
      process.setgroups([]);
      process.setgid(65534);
      process.setuid(65534);
    }
    try { databaseFile(process.argv[2]); } catch (error) { console.log(error.message); }
  `;
  const location = compiled(new URL('../../../src/edge/store/sqlite/location.ts', import.meta.url));
  const words = [
    pathToFileURL(location).href,
    `sqlite:${folder}/w.db`,
    isRoot ? 'as nobody' : 'as myself',
  ];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', asking, ...words],
    { cwd: folder },
  );
  const user = isRoot ? 65_534 : process.getuid?.();
  expect(stdout).toContain(`the folder ${folder} is not writable: make user ${user} its owner,`);
});

test('a folder instead of a database file is refused', async () => {
  const folder = await tempFolder();
  mkdirSync(join(folder, 'w.db'));
  await expect(opened(`sqlite:${join(folder, 'w.db')}`)).rejects.toThrow(/w\.db is not a file/);
});

test('a file that is not a database is not changed', async () => {
  const file = join(await tempFolder(), 'w.db');
  writeFileSync(file, 'These are the harbour notes of Tuesday. '.repeat(50));
  const before = statSync(file).mtimeMs;
  await expect(opened(`sqlite:${file}`)).rejects.toThrow(/is not an SQLite database/);
  expect(statSync(file).mtimeMs).toBe(before);
});

test.each(['DELETE', 'WAL'])(
  "another program's database in mode %s is refused, and neither it nor its folder is touched",
  async (mode) => {
    const folder = await tempFolder();
    const file = join(folder, 'recipes.db');
    const theirs = new DatabaseSync(file);
    theirs.exec(`PRAGMA journal_mode = ${mode}; CREATE TABLE recipe (name TEXT)`);
    theirs.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    theirs.close();
    const before = { files: readdirSync(folder), bytes: readFileSync(file) };
    await expect(opened(`sqlite:${file}`)).rejects.toThrow(
      `${file} is a database of another program`,
    );
    expect({ files: readdirSync(folder), bytes: readFileSync(file) }).toEqual(before);
  },
);

/** A closed store's file with so many stories, after something happened to its bytes. */
async function damaged(damage: (bytes: Buffer) => Buffer): Promise<string> {
  const { store, file } = await newStoreFile();
  await store.transaction(async ({ feeds }) => {
    for (let index = 0; index < 50; index += 1) {
      await feeds.saveStories({ stories: [storedStory(`s${index}`)] });
    }
  });
  await store.close();
  const copy = `${file}.damaged`;
  writeFileSync(copy, damage(readFileSync(file)));
  return copy;
}

test.each([
  ['empty', (bytes: Buffer) => bytes.subarray(0, 0), /is empty: .*restore a backup/],
  [
    'cut in half',
    (bytes: Buffer) => bytes.subarray(0, bytes.length / 2),
    /damaged: restore a backup/,
  ],
  [
    'cut within its first page',
    (bytes: Buffer) => bytes.subarray(0, 700),
    /damaged: restore a backup/,
  ],
  [
    'without its list of tables',
    (bytes: Buffer) => bytes.fill(0xff, 100, 4_096),
    /damaged: restore a backup/,
  ],
] as const)(
  'a database file that is %s is refused with its name and a remedy, and not overwritten',
  async (_, damage, message) => {
    const file = await damaged(damage);
    const before = readFileSync(file);
    const refused = opened(`sqlite:${file}`);
    await expect(refused).rejects.toThrow(message);
    await expect(refused).rejects.toThrow(file);
    expect(readFileSync(file).equals(before)).toBe(true);
  },
);

test('damaged pages end what reads them with the name of the file and a remedy', async () => {
  const file = await damaged((bytes) => bytes.fill(0xff, 8 * 4_096));
  const reading = opened(`sqlite:${file}`).then(async ({ feeds }) => {
    for (let index = 0; index < 50; index += 1) await feeds.getStory(storedStory(`s${index}`).id);
  });
  await expect(reading).rejects.toThrow(`the database ${file} is damaged: restore a backup`);
});

test('a second bot on the same file says so', async () => {
  const { file } = await newStoreFile();
  const log = recordingLog();
  const second = await openStore({ url: `sqlite:${file}`, now: () => noon, log });
  onTestFinished(() => second.close());
  const remedy = expect.stringContaining('Another Wirethread uses this database');
  expect(log.lines.find(({ event }) => event === 'store.shared')).toEqual({
    level: 'warn',
    event: 'store.shared',
    fields: { file, remedy },
  });
});

test('a newer schema is refused with a clear message', async () => {
  const { file, raw } = await newStoreFile();
  const newer = migrations.length + 1;
  raw().exec(`UPDATE schema_version SET version = ${newer}`);
  await expect(opened(`sqlite:${file}`)).rejects.toThrow(
    `${file} was written by a newer Wirethread (schema ${newer}, this one knows ${migrations.length}): install that one again`,
  );
});

test('the error for a database that another process has locked says so', async () => {
  const { file, raw } = await newStoreFile();
  raw().exec('BEGIN IMMEDIATE');
  await expect(opened(`sqlite:${file}`)).rejects.toThrow(/locked by another process/);
});

test('stores that are opened at the same time on a new file all have the schema', async () => {
  const file = join(await tempFolder(), 'w.db');
  const stores = await Promise.all(
    Array.from({ length: 6 }, async () => {
      const store = await openStore({ url: `sqlite:${file}`, now: () => noon, log: silent });
      onTestFinished(() => store.close());
      return store;
    }),
  );
  await Promise.all(stores.map((store, index) => store.texts.save(`fact-${index}`, 'known')));
  expect(await stores[0]?.texts.get('fact-5')).toBe('known');
});

test('a failed migration leaves the schema before it', async () => {
  const file = join(await tempFolder(), 'w.db');
  const database = new SqliteFile(file, 50);
  onTestFinished(() => database.close());
  const sql = await database.prepare();
  const first = ['CREATE TABLE first (a TEXT)'];
  const broken = ['CREATE TABLE second (a TEXT)', 'CREATE TABLE second (a TEXT)'];
  await expect(migrate(sql, file, [first, broken])).rejects.toThrow(/already exists/);
  expect(await sql.get('SELECT version FROM schema_version')).toEqual({ version: 1 });
  expect(await migrate(sql, file, [first, ['CREATE TABLE second (b TEXT)']])).toBe(1);
  expect(await sql.all('SELECT b FROM second')).toEqual([]);
  expect(await migrate(sql, file, [first, ['never run again']])).toBe(2);
});
