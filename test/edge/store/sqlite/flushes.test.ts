import { fstatSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { SqliteFile } from '../../../../src/edge/store/sqlite/driver.ts';
import { StoreError } from '../../../../src/edge/store/sql.ts';
import { tempFolder } from '../stores.ts';

/** A database on a disk that is done when the test says so. */
async function onSlowDisk() {
  const flushes: { done: () => void; fail: (error: Error) => void }[] = [];
  const begun: (() => void)[] = [];
  const path = join(await tempFolder(), 'wirethread.db');
  const flush = (descriptor: number) =>
    new Promise<void>((done, fail) => {
      expect(fstatSync(descriptor).ino).toBe(statSync(`${path}-wal`).ino);
      flushes.push({ done, fail });
      begun.shift()?.();
    });
  const file = new SqliteFile(path, 1_000, { flush });
  onTestFinished(() => file.close());
  const sql = await file.prepare();
  const settled: string[] = [];
  const told = async (name: string, work: Promise<unknown>) => {
    await work.then(
      () => settled.push(name),
      (error: unknown) => {
        settled.push(`${name} failed`);
        throw error;
      },
    );
  };
  const nextFlush = async () => {
    if (flushes.length === 0) await new Promise<void>((begin) => begun.push(begin));
    const next = flushes.shift();
    if (!next) throw new Error('no flush began');
    return next;
  };
  const created = sql.run('CREATE TABLE note (text TEXT NOT NULL)');
  (await nextFlush()).done();
  await created;
  const note = (text: string) => sql.run('INSERT INTO note (text) VALUES (?)', text);
  return { sql, note, told, settled, nextFlush, flushes };
}

test('a write and a transaction wait for the disk; reads and relaxed writes do not', async () => {
  const { sql, note, told, settled, nextFlush } = await onSlowDisk();
  const waiting = [
    told('write', note('a')),
    told(
      'transaction',
      sql.atomically((inner) => inner.run(`INSERT INTO note (text) VALUES ('b')`)),
    ),
  ];
  const flush = await nextFlush();
  await told('relaxed', sql.relaxed.run(`INSERT INTO note (text) VALUES ('c')`));
  await told('read', sql.get('SELECT count(*) FROM note'));
  expect(settled).toEqual(['relaxed', 'read']);
  flush.done();
  (await nextFlush()).done();
  await Promise.all(waiting);
  expect(settled).toEqual(['relaxed', 'read', 'write', 'transaction']);
});

test('what is written while the disk is at work waits for the next flush, all of it for one', async () => {
  const { sql, note, told, settled, nextFlush, flushes } = await onSlowDisk();
  const first = told('first', note('a'));
  const flush = await nextFlush();
  const later = ['b', 'c', 'd'].map((text) => told(text, note(text)));
  await sql.get('SELECT count(*) FROM note');
  flush.done();
  await first;
  const next = await nextFlush();
  expect(settled).toEqual(['first']);
  next.done();
  await Promise.all(later);
  expect(settled).toEqual(['first', 'b', 'c', 'd']);
  expect(flushes).toEqual([]);
});

test('a statement that fails does not wait for the disk', async () => {
  const { sql, flushes } = await onSlowDisk();
  await expect(sql.run('INSERT INTO note (text) VALUES (NULL)')).rejects.toThrow('NOT NULL');
  expect(flushes).toEqual([]);
});

test('after the disk failed once, nothing counts as saved', async () => {
  const { note, nextFlush } = await onSlowDisk();
  const first = note('a');
  (await nextFlush()).fail(new Error('EIO: i/o error, fdatasync'));
  await expect(first).rejects.toThrow(StoreError);
  await expect(note('b')).rejects.toThrow('Check the disk and its mount, then start again');
});
