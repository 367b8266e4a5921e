import {
  chownSync,
  copyFileSync,
  existsSync,
  lchownSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { markRestored } from '../../../../src/edge/store/mark-restored.ts';
import { migrations } from '../../../../src/edge/store/migrations/index.ts';
import { openStore } from '../../../../src/edge/store/open.ts';
import { backupSqlite } from '../../../../src/edge/store/sqlite/backup.ts';
import { restoreSqlite } from '../../../../src/edge/store/sqlite/restore.ts';
import { newStoreFile, noon, silent, subscription, tempFolder } from '../stores.ts';

const facts = { now: () => noon, log: silent };

/** A store that has been at work, and where its backup goes. */
async function aStore() {
  const opened = await newStoreFile();
  await opened.store.feeds.addSubscription(subscription(), noon);
  const url = `sqlite:${opened.file}`;
  const copy = `${opened.file}.backup`;
  const folder = dirname(opened.file);
  return { ...opened, url, copy, folder, files: () => readdirSync(folder).toSorted() };
}

async function openedAgain(file: string) {
  const store = await openStore({ url: `sqlite:${file}`, ...facts });
  onTestFinished(() => store.close());
  return store;
}

test('a backup of a database at work is one private file with all that was saved', async () => {
  const { store, url, copy, folder, raw } = await aStore();
  // In the middle of a change that is not saved yet.
  const writer = raw();
  writer.exec("BEGIN IMMEDIATE; INSERT INTO document VALUES ('facts', 'half', '{}', NULL)");
  const made = await backupSqlite(url, copy, facts);
  writer.exec('COMMIT');
  expect(made).toMatchObject({ file: copy, schema: migrations.length, bytes: statSync(copy).size });
  expect(statSync(copy).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder).filter((name) => name.startsWith('wirethread.db.backup'))).toEqual([
    'wirethread.db.backup',
  ]);
  await store.texts.save('later', 'not in it');
  const copied = await openedAgain(copy);
  expect(await copied.feeds.listSubscriptionsIn(subscription().guildId)).toHaveLength(1);
  expect(await copied.texts.get('half')).toBeNull();
  expect(await copied.texts.get('later')).toBeNull();
  expect(copied.backupMark()).toEqual({ takenAt: noon });
  expect(store.backupMark()).toBeNull();
});

test('a backup replaces no file, and none is left of one that failed', async () => {
  const { url, copy, files, file, store } = await aStore();
  writeFileSync(copy, 'notes');
  await expect(backupSqlite(url, copy, facts)).rejects.toThrow(`${copy} exists already`);
  expect(readFileSync(copy, 'utf8')).toBe('notes');
  await expect(backupSqlite(url, join(copy, 'x'), facts)).rejects.toThrow('cannot be written');
  await expect(backupSqlite(`sqlite:${file}.none`, `${copy}2`, facts)).rejects.toThrow(
    'nothing can be backed up',
  );
  await store.close();
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(0xff, 3 * 4_096, 12 * 4_096));
  const before = files();
  await expect(backupSqlite(url, `${copy}2`, facts)).rejects.toThrow(
    /the database .* is damaged .*restore a backup/,
  );
  expect(files().filter((name) => !before.includes(name))).toEqual([]);
});

test('a restore is refused while a bot uses the database', async () => {
  const { url, copy, file } = await aStore();
  await backupSqlite(url, copy, facts);
  const before = readFileSync(file);
  await expect(restoreSqlite(url, copy, facts)).rejects.toThrow(
    `a Wirethread uses ${file}: stop it first`,
  );
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(existsSync(`${file}.restoring`)).toBe(false);
});

test('a restore moves the database aside, with what was only in its journal', async () => {
  const { store, url, copy, file, folder } = await aStore();
  await backupSqlite(url, copy, facts);
  await store.texts.save('later', 'after the backup');
  await store.close();
  const { movedTo } = await restoreSqlite(url, copy, facts);
  expect(movedTo).toBe(join(folder, 'wirethread.db.before-restore-20260921-141320'));
  const restored = await openedAgain(file);
  expect(await restored.texts.get('later')).toBeNull();
  expect(await restored.feeds.listSubscriptionsIn(subscription().guildId)).toHaveLength(1);
  expect(await (await openedAgain(String(movedTo))).texts.get('later')).toBe('after the backup');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(existsSync(copy)).toBe(true);
});

test.runIf(process.getuid?.() === 0)(
  'what root restores belongs to the owner of its folder, whom the service runs as',
  async () => {
    const { store, url, copy, folder, file } = await aStore();
    await backupSqlite(url, copy, facts);
    await store.close();
    chownSync(folder, 65_534, 65_534);
    await restoreSqlite(url, copy, facts);
    for (const path of [file, `${file}.lock`]) {
      expect(statSync(path)).toMatchObject({ uid: 65_534, gid: 65_534 });
      expect(statSync(path).mode & 0o777).toBe(0o600);
    }
  },
);

test.runIf(process.getuid?.() === 0).each(['.lock', '.restoring', '.restoring-wal'])(
  'root neither changes nor gives away a file that the service linked as wirethread.db%s',
  async (ending) => {
    const { store, url, copy, folder, file } = await aStore();
    await backupSqlite(url, copy, facts);
    // An older copy with its journal, so that both parts are restored.
    writeFileSync(`${copy}-wal`, '');
    await store.close();
    const theirs = join(await tempFolder(), 'theirs');
    writeFileSync(theirs, 'of root', { mode: 0o644 });
    rmSync(`${file}${ending}`, { force: true });
    symlinkSync(theirs, `${file}${ending}`);
    lchownSync(`${file}${ending}`, 65_534, 65_534);
    chownSync(folder, 65_534, 65_534);
    await restoreSqlite(url, copy, facts).catch(() => {});
    const opened = await openStore({ url, ...facts }).catch(() => null);
    await opened?.close();
    expect(readFileSync(theirs, 'utf8')).toBe('of root');
    expect(statSync(theirs)).toMatchObject({ uid: 0, mode: 0o100644 });
  },
);

test('a damaged database is moved aside byte by byte when a backup takes its place', async () => {
  const { store, url, copy, file } = await aStore();
  await backupSqlite(url, copy, facts);
  await store.close();
  const damaged = readFileSync(file).subarray(0, 5_000);
  writeFileSync(file, damaged);
  const { movedTo } = await restoreSqlite(url, copy, facts);
  expect(readFileSync(String(movedTo)).equals(damaged)).toBe(true);
  const restored = await openedAgain(file);
  expect(await restored.feeds.listSubscriptionsIn(subscription().guildId)).toHaveLength(1);
});

test.each([
  ['damaged', (bytes: Buffer) => bytes.fill(0xff, 3 * 4_096, 12 * 4_096), 'is damaged'],
  ['cut off', (bytes: Buffer) => bytes.subarray(0, 9_000), 'is damaged'],
  ['empty', () => Buffer.alloc(0), "is not a database of Wirethread's"],
  ['no database', () => Buffer.from('notes '.repeat(900)), 'is not an SQLite database'],
] as const)('a backup that is %s is refused, and nothing changes', async (_, damage, message) => {
  const { store, url, copy, file, files } = await aStore();
  await backupSqlite(url, copy, facts);
  await store.close();
  writeFileSync(copy, damage(readFileSync(copy)));
  const before = { files: files(), bytes: readFileSync(file) };
  const refused = restoreSqlite(url, copy, facts);
  await expect(refused).rejects.toThrow(message);
  await expect(refused).rejects.toThrow(copy);
  expect(readFileSync(file).equals(before.bytes)).toBe(true);
  expect(files()).toEqual(before.files);
});

test('a backup of a newer Wirethread, of another program, or the database itself is refused', async () => {
  const { store, url, copy, file } = await aStore();
  await backupSqlite(url, copy, facts);
  await store.close();
  const change = (sql: string) => {
    const database = new DatabaseSync(copy);
    database.exec(sql);
    database.close();
  };
  change('UPDATE schema_version SET version = 900');
  await expect(restoreSqlite(url, copy, facts)).rejects.toThrow('written by a newer Wirethread');
  change('DROP TABLE schema_version');
  await expect(restoreSqlite(url, copy, facts)).rejects.toThrow('database of another program');
  await expect(restoreSqlite(url, file, facts)).rejects.toThrow('is the database itself');
  await expect(restoreSqlite(url, `${copy}3`, facts)).rejects.toThrow('there is no file');
});

test('a copy that knows no time of its own was made when it last polled a feed', async () => {
  const { store, url, file } = await aStore();
  await store.close();
  const database = new DatabaseSync(file);
  database.exec(`UPDATE feed SET last_polled_at = ${noon - 5}; PRAGMA wal_checkpoint(TRUNCATE)`);
  database.close();
  const plain = join(await tempFolder(), 'copy.db');
  copyFileSync(file, plain);
  await restoreSqlite(url, plain, facts);
  expect((await openedAgain(file)).backupMark()).toEqual({ takenAt: noon - 5 });
});

test('a bot does not start while a restore is at work or was interrupted', async () => {
  const { store, file } = await aStore();
  await store.close();
  writeFileSync(`${file}.restoring`, 'half');
  await expect(openedAgain(file)).rejects.toThrow(
    `is being restored or moved, or that was interrupted: wait for it, or run "wirethread restore" or "wirethread migrate" again, or delete ${file}.restoring`,
  );
});

test('the journal that an interrupted restore or move left is not taken for that of the backup', async () => {
  const { store, url, copy, file } = await aStore();
  await backupSqlite(url, copy, facts);
  await store.texts.save('since', 'the backup');
  copyFileSync(`${file}-wal`, `${file}.restoring-wal`);
  await store.close();
  await restoreSqlite(url, copy, facts);
  expect(await (await openedAgain(file)).texts.get('since')).toBeNull();
});

test('a database that other means restored is marked, from the earliest backup on', async () => {
  const { store, url, file } = await aStore();
  await expect(markRestored(url, noon, facts)).rejects.toThrow(
    `a Wirethread uses ${file}: stop it`,
  );
  await store.close();
  await markRestored(url, noon - 100, facts);
  await markRestored(url, noon - 50, facts);
  expect((await openedAgain(file)).backupMark()).toEqual({
    takenAt: noon - 100,
  });
});

test('old cards act on no case of a restored database: its numbers go on higher', async () => {
  const { store, url, file } = await aStore();
  const guildId = subscription().guildId;
  await store.close();
  const database = new DatabaseSync(file);
  database.exec(`INSERT INTO case_number VALUES ('${guildId}', 7)`);
  database.close();
  await markRestored(url, noon, facts);
  for (let start = 0; start < 2; start += 1) await (await openedAgain(file)).close();
  const again = new DatabaseSync(file);
  expect(again.prepare('SELECT last FROM case_number').get()).toEqual({ last: 1_007 });
  again.close();
});
