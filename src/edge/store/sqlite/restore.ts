import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  realpathSync,
  renameSync,
  statSync,
} from 'node:fs';
import { resolve } from 'node:path';
import type { Log } from '../../../core/ports/log.ts';
import type { UnixMs } from '../../../core/time/duration.ts';
import { isFreshCopy, markAsCopy } from '../restored.ts';
import { type Sql, StoreError } from '../sql.ts';
import {
  type CheckedFile,
  checkedCopy,
  deleteUnfinished,
  emptyUnfinished,
  refuseUnreadable,
  syncToDisk,
} from './copied-file.ts';
import { createPrivate, giveToFolderOwner, refuseForeign, toFile } from './database-file.ts';
import { SqliteFile } from './driver.ts';
import { databaseFile } from './location.ts';
import { lockForProcess } from './process-lock.ts';

export interface Restored extends CheckedFile {
  file: string;
  /** Where the database is now that was there before; `null` when there was none. */
  movedTo: string | null;
}

/** A copy beside the database, until it takes its place. Empty while the database itself is moved. */
export const unfinishedFile = (file: string) => `${file}.restoring`;

/**
 * Puts a checked copy of a backup in the place of a database that nobody uses, which is moved aside.
 * @param url "sqlite:" and the path of the database
 * @throws StoreError with what to do; then the database is as it was
 */
export async function restoreSqlite(
  url: string,
  from: string,
  { now, log }: { now: () => UnixMs; log: Log },
): Promise<Restored> {
  const file = databaseFile(url);
  const backup = resolve(from);
  refuseUnreadable(backup, 'check its name');
  if (existsSync(file) && realpathSync(file) === realpathSync(backup)) {
    throw new StoreError(`${backup} is the database itself: name a backup of it`);
  }
  refuseForeign(file);
  const unfinished = unfinishedFile(file);
  return whileUnused(file, async () => {
    try {
      // The journal of an interrupted one must not be taken for this one's.
      toFile(unfinished, () => emptyUnfinished(unfinished));
      copyPrivately(backup, unfinished);
      const checked = await checkedCopy(unfinished, backup, log, async (sql) => {
        const isMarked = await isFreshCopy(sql);
        if (!isMarked) await markAsCopy(sql, await lastWorkAt(sql, backup), log);
      });
      return { ...checked, file, movedTo: replaceDatabase(file, unfinished, now()) };
    } finally {
      deleteUnfinished(unfinished);
    }
  });
}

/**
 * Runs work on a database that no process uses, and lets none begin meanwhile.
 * @throws StoreError when one uses it
 */
export async function whileUnused<T>(file: string, work: () => Promise<T>): Promise<T> {
  const unfinished = unfinishedFile(file);
  // A bot that starts from now on sees it; one that started before has the lock.
  toFile(unfinished, () => createPrivate(unfinished));
  const lock = lockForProcess(file);
  try {
    if (lock.others === 'some') {
      throw new StoreError(`a Wirethread uses ${file}: stop it first, then try again`);
    }
    if (lock.others === 'unknown') {
      throw new StoreError(
        `${file}.lock cannot be locked, so nobody knows whether a bot uses ${file}: check that its folder is yours, and on a disk of this machine that is not full`,
      );
    }
    return await work();
  } finally {
    deleteUnfinished(unfinished);
    lock.release();
  }
}

/** @throws StoreError when a restore was interrupted; not for a move, which changes nothing of its source */
export function refuseHalfRestored(file: string): void {
  const { size } = statSync(unfinishedFile(file), { throwIfNoEntry: false }) ?? { size: 0 };
  if (size > 0) refuseDuringRestore(file);
}

/** @throws StoreError while a restore or a move is at work, or when one was interrupted */
export function refuseDuringRestore(file: string): void {
  const unfinished = unfinishedFile(file);
  if (!existsSync(unfinished)) return;
  throw new StoreError(
    `the database ${file} is being restored or moved, or that was interrupted: wait for it, or run "wirethread restore" or "wirethread migrate" again, or delete ${unfinished} to go on with ${existsSync(file) ? 'the database that is there' : 'a new database'}`,
  );
}

function copyPrivately(from: string, to: string): void {
  for (const ending of ['', '-wal']) {
    if (!existsSync(`${from}${ending}`)) continue;
    const target = `${to}${ending}`;
    toFile(target, () => createPrivate(target));
    toFile(to, () => copyFileSync(`${from}${ending}`, target));
    chmodSync(target, 0o600);
    giveToFolderOwner(target);
  }
}

/** When a copy that does not know its time was at work last, which is not after it was made. */
async function lastWorkAt(sql: Sql, backup: string): Promise<UnixMs> {
  const row = await sql.get('SELECT max(last_polled_at) AS last FROM feed');
  return typeof row?.last === 'number' ? row.last : Math.floor(statSync(backup).mtimeMs);
}

/** At no moment is there no database, but where the file system has no hard links. */
function replaceDatabase(file: string, unfinished: string, now: UnixMs): string | null {
  const movedTo = existsSync(file) ? unusedName(file, now) : null;
  if (movedTo !== null) {
    endJournal(file);
    // Left where SQLite could not read the database: it must not be taken for the new one's.
    for (const ending of ['-wal', '-shm']) {
      if (existsSync(`${file}${ending}`)) renameSync(`${file}${ending}`, `${movedTo}${ending}`);
    }
    try {
      linkSync(file, movedTo);
    } catch {
      renameSync(file, movedTo);
    }
  }
  renameSync(unfinished, file);
  syncToDisk(file);
  return movedTo;
}

/** Moves what the journal has into the database, if it can be read. */
function endJournal(file: string): void {
  try {
    new SqliteFile(file, 0).close();
  } catch {
    // It is damaged, so its files are moved as they are.
  }
}

function unusedName(file: string, now: UnixMs): string {
  const time = new Date(now).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
  const name = `${file}.before-restore-${time}`;
  for (let count = 1; ; count += 1) {
    const free = count === 1 ? name : `${name}-${count}`;
    if (!existsSync(free)) return free;
  }
}
