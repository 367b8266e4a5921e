import { randomUUID } from 'node:crypto';
import { linkSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { backup, DatabaseSync } from '@photostructure/sqlite';
import type { Log } from '../../../core/ports/log.ts';
import type { UnixMs } from '../../../core/time/duration.ts';
import { markAsCopy } from '../restored.ts';
import { cannotWrite } from '../../system/file-errors.ts';
import { StoreError } from '../sql.ts';
import {
  type CheckedFile,
  checkedCopy,
  deleteUnfinished,
  refuseExisting,
  refuseUnreadable,
} from './copied-file.ts';
import { createPrivate, refuseEmpty, refuseForeign, toFile } from './database-file.ts';
import { databasePath } from './location.ts';
import { isFull, sqliteFault } from './sqlite-errors.ts';

/** Pages that are copied before others get a turn. */
const pagesAtOnce = 1_000;

export interface Backup extends CheckedFile {
  source: string;
  file: string;
  bytes: number;
}

/**
 * Copies a database as it is at one instant, while others use it, into a file that does not exist yet.
 * Only a copy that was checked gets that name. The copy knows when it was taken.
 * @param url "sqlite:" and the path of the database
 * @throws StoreError with what to do
 */
export async function backupSqlite(
  url: string,
  target: string,
  { now, log }: { now: () => UnixMs; log: Log },
): Promise<Backup> {
  const source = databasePath(url);
  const file = resolve(target);
  refuseUnreadable(source, 'nothing can be backed up. Check --data, DATA_DIR or STORE_URL');
  refuseForeign(source);
  refuseEmpty(source);
  refuseExisting(file);
  const unfinished = `${file}.${randomUUID().slice(0, 8)}.part`;
  const takenAt = now();
  toFile(file, () => createPrivate(unfinished));
  try {
    await copyDatabase(source, unfinished);
    const checked = await checkedCopy(unfinished, source, log, (sql) =>
      markAsCopy(sql, takenAt, log),
    );
    giveName(unfinished, file);
    return { ...checked, source, file, bytes: statSync(file).size };
  } finally {
    deleteUnfinished(unfinished);
  }
}

/** By SQLite's own way of copying, within one transaction that reads: writers are not held up. */
async function copyDatabase(source: string, target: string): Promise<void> {
  try {
    const database = new DatabaseSync(source, { readOnly: true, timeout: 10_000 });
    try {
      database.exec('BEGIN');
      database.prepare('SELECT count(*) FROM sqlite_schema').get();
      await backup(database, target, { rate: pagesAtOnce });
      database.exec('COMMIT');
    } finally {
      database.close();
    }
  } catch (error) {
    throw sqliteFault(error, isFull(error) ? target : source);
  }
}

/** Unlike a renaming, this never replaces a file that appeared meanwhile. */
function giveName(unfinished: string, file: string): void {
  try {
    linkSync(unfinished, file);
  } catch (error) {
    refuseExisting(file);
    throw new StoreError(cannotWrite(file, error), { cause: error });
  }
}
