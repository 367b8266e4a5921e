import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { SqliteFile } from '../../../../src/edge/store/sqlite/driver.ts';
import { StoreError } from '../../../../src/edge/store/sql.ts';
import { tempFolder } from '../stores.ts';

async function opened() {
  const file = new SqliteFile(join(await tempFolder(), 'wirethread.db'), 1_000);
  onTestFinished(() => file.close());
  const sql = await file.prepare();
  await sql.run('CREATE TABLE note (text TEXT NOT NULL)');
  const note = (text: string) => sql.run('INSERT INTO note (text) VALUES (?)', text);
  const notes = async () => (await sql.all('SELECT text FROM note')).map(({ text }) => text);
  return { sql, note, notes };
}

test('when SQLite rolls back a group of calls, none of them is saved', async () => {
  const { sql, note, notes } = await opened();
  await sql.run(`CREATE TRIGGER given_up BEFORE INSERT ON note WHEN NEW.text = 'b'
    BEGIN SELECT RAISE(ROLLBACK, 'given up'); END`);
  const asked = await Promise.allSettled(['a', 'b', 'c'].map(note));
  expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(await notes()).toEqual([]);
  await note('d');
  expect(await notes()).toEqual(['d']);
});

test('a full disk is a clear error for the calls that did not fit', async () => {
  const { sql, note } = await opened();
  await sql.all('PRAGMA max_page_count = 10');
  const large = 'x'.repeat(200_000);
  const asked = await Promise.allSettled([note(large), note(large)]);
  for (const outcome of asked) {
    expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(StoreError) });
  }
});

test('no further statement runs in a transaction that SQLite rolled back', async () => {
  const { sql, notes } = await opened();
  await sql.run(`CREATE TRIGGER given_up BEFORE INSERT ON note WHEN NEW.text = 'b'
    BEGIN SELECT RAISE(ROLLBACK, 'given up'); END`);
  const failing = sql.atomically((inner) =>
    Promise.all(
      ['a', 'b', 'c'].map((text) => inner.run('INSERT INTO note (text) VALUES (?)', text)),
    ),
  );
  await expect(failing).rejects.toThrow('given up');
  expect(await notes()).toEqual([]);
});

test('a long transaction lets the process do something else between its statements', async () => {
  const { sql } = await opened();
  // Far longer than a statement takes after which others have their turn.
  const slow = `WITH RECURSIVE step (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM step WHERE n < 500000)
    SELECT max(n) AS n FROM step`;
  const done: string[] = [];
  const long = sql.atomically(async (inner) => {
    setImmediate(() => done.push('something else'));
    for (const part of ['first', 'second', 'third']) {
      await inner.get(slow);
      done.push(part);
    }
  });
  await long;
  expect(done).toEqual(['first', 'something else', 'second', 'third']);
});
