import { existsSync, statSync } from 'node:fs';
import type { Log } from '../../../core/ports/log.ts';
import { sweepDocuments } from '../documents/keyv-adapter.ts';
import { migrate, migrations } from '../migrations/index.ts';
import type { Database, Sql } from '../sql.ts';
import { deleteUnfinished } from './copied-file.ts';
import {
  createPrivate,
  giveToFolderOwner,
  makePrivate,
  refuseEmpty,
  refuseForeign,
  refuseNewerFile,
  toFile,
} from './database-file.ts';
import { SqliteFile } from './driver.ts';
import { databaseFile } from './location.ts';
import { lockForProcess, type ProcessLock } from './process-lock.ts';
import { refuseDuringRestore } from './restore.ts';

interface FileOptions {
  /** "sqlite:" and a file's path. The file and its folder are created when missing. */
  url: string;
  now: () => number;
  log: Log;
  /** How long to wait for another process's lock; 10 seconds by default. */
  lockTimeoutMs?: number;
}

/** Leases keep the work of two processes apart, but Discord sends commands to only one of them. */
const sharedRemedy =
  'Another Wirethread uses this database. Nothing is posted twice, but if both run all the time, stop one, or give it another DATA_DIR.';

const wereReadable =
  'Other users of this machine could read these files, now only their owner can. If one of them should not know the passwords of feeds, change those.';

/**
 * Opens a database file and brings its schema up to date.
 * @throws StoreError with a message for the operator
 */
export async function openSqlite(options: FileOptions): Promise<Database> {
  const file = databaseFile(options.url);
  refuseForeign(file);
  refuseNewerFile(file);
  const lock = lockForProcess(file);
  const { database, sql } = await openFile(file, lock, options).catch((error: unknown) => {
    lock.release();
    throw error;
  });
  return {
    sql,
    aheadMs: () => 0,
    takeTurn: null,
    onAnnounced: (hear) => (database.announced = hear),
    close: async () => {
      if (!database.isOpen) return;
      try {
        // Waits for all earlier calls, and for the disk.
        await sql.get('SELECT 1');
        await database.flushed();
      } finally {
        lock.release();
        database.close();
      }
    },
  };
}

/** The open database with the newest schema. The lock is shared from now on. */
async function openFile(
  file: string,
  lock: ProcessLock,
  { now, log, lockTimeoutMs = 10_000 }: FileOptions,
): Promise<{ database: SqliteFile; sql: Sql }> {
  refuseDuringRestore(file);
  if (lock.others === 'none') refuseEmpty(file);
  const isNew = !existsSync(file);
  toFile(file, () => createPrivate(file));
  giveToFolderOwner(file);
  const files = makePrivate(file);
  if (files.length > 0) log.warn({ files, remedy: wereReadable }, 'store.made-private');
  let database: SqliteFile | null = null;
  try {
    database = new SqliteFile(file, lockTimeoutMs);
    const sql = await database.prepare();
    const found = await migrate(sql, file);
    await sweepDocuments(sql, now());
    const endedLeases = lock.others === 'none' ? await endLeases(sql) : 0;
    lock.share();
    if (lock.others === 'some') log.warn({ file, remedy: sharedRemedy }, 'store.shared');
    log.info({ file, schema: migrations.length, found, endedLeases }, 'store.opened');
    return { database, sql };
  } catch (error) {
    database?.close();
    // An empty file would look like a database that was lost.
    if (isNew && (lock.others === 'none' || isEmpty(file))) deleteUnfinished(file);
    throw error;
  }
}

const isEmpty = (file: string) =>
  ['', '-wal'].every((ending) => !statSync(`${file}${ending}`, { throwIfNoEntry: false })?.size);

/**
 * Ends the leases of a process that was killed, so that its work goes on at once. Returns their
 * number. Only for the only process that uses the database.
 */
async function endLeases(sql: Sql): Promise<number> {
  return sql.atomically(async (sql) => {
    const end = (table: string, change = '', where = '') =>
      sql.run(
        `UPDATE ${table} SET lease_until = 0, fence = fence + 1${change} WHERE lease_until > 0${where}`,
      );
    // While it is leased, a feed's next poll is the end of its lease, and a discussion is due.
    return (
      (await end('feed', ', next_poll = 0')) +
      (await end('discussion', '', ' AND due_at IS NOT NULL')) +
      (await end('channel'))
    );
  });
}
