import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { SqliteFile } from '../../../../src/edge/store/sqlite/driver.ts';
import { tempFolder } from '../stores.ts';

const insert = "INSERT INTO note (text) VALUES ('new') RETURNING text";

/** A database file with enough notes that they fill several pages. */
async function notes(): Promise<string> {
  const file = join(await tempFolder(), 'notes.db');
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = WAL; CREATE TABLE note (text TEXT NOT NULL)');
  const add = database.prepare('INSERT INTO note (text) VALUES (?)');
  for (let number = 0; number < 500; number += 1) add.run('x'.repeat(100));
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
  return file;
}

async function opened(file: string, lockTimeoutMs: number) {
  const database = new SqliteFile(file, lockTimeoutMs);
  onTestFinished(() => database.close());
  return database.prepare();
}

/** Another process that is in the middle of a write. */
function otherWriter(file: string) {
  const other = new DatabaseSync(file);
  onTestFinished(() => other.close());
  other.exec('BEGIN IMMEDIATE');
  return { end: () => other.exec('ROLLBACK') };
}

// The driver gives no code for the errors of statements that give rows.
test('a write that gives a row waits until another process has ended its own', async () => {
  const file = await notes();
  const sql = await opened(file, 60_000);
  const other = otherWriter(file);
  const written = sql.get(insert);
  // Its first try, which does not wait, is over.
  for (let turn = 0; turn < 3; turn += 1) await nextTurn();
  other.end();
  expect(await written).toEqual({ text: 'new' });
});

test('a write that gives a row says that another process keeps the database locked', async () => {
  const file = await notes();
  const sql = await opened(file, 50);
  otherWriter(file);
  await expect(sql.get(insert)).rejects.toThrow(
    `the database ${file} is locked by another process: stop the other Wirethread`,
  );
});

test('a read of a damaged page says so, with the remedy', async () => {
  const file = await notes();
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(7, 2 * 4096, 6 * 4096));
  const sql = await opened(file, 50);
  await expect(sql.all('SELECT text FROM note')).rejects.toThrow(
    `the database ${file} is damaged: restore a backup`,
  );
});

test('a write that gives a row says that the file can only be read', async () => {
  const file = await notes();
  const database = new SqliteFile(file, 50, { readOnly: true });
  onTestFinished(() => database.close());
  await expect(database.reader().get(insert)).rejects.toThrow(
    `the database ${file} can be read but not written: check who owns it`,
  );
});
