import { chmodSync, chownSync, closeSync, existsSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DatabaseSync } from '@photostructure/sqlite';
import { StoreError, foreignDatabase } from '../sql.ts';

/**
 * Refuses a database of another program before anything of it is touched: it is read without a lock,
 * and no file is made beside it. A damaged one passes: SQLite says more about it later.
 * @throws StoreError
 */
export function refuseForeign(file: string): void {
  if (existsSync(file) && isForeign(file)) throw foreignDatabase(file);
}

function isForeign(file: string): boolean {
  const url = pathToFileURL(file);
  url.searchParams.set('immutable', '1');
  try {
    const database = new DatabaseSync(url.href, { readOnly: true });
    try {
      const tables = database
        .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
        .all() as { name: string }[];
      return tables.length > 0 && !tables.some(({ name }) => name === 'schema_version');
    } finally {
      database.close();
    }
  } catch {
    return false;
  }
}

/** Refuses an empty file, which SQLite would take for a new database. @throws StoreError */
export function refuseEmpty(file: string): void {
  if (!existsSync(file) || statSync(file).size > 0) return;
  throw new StoreError(
    `the database ${file} is empty, so what it had is lost: restore a backup, or delete the file to begin with a new database`,
  );
}

/** Creates a file that only its owner may read, unless it exists. SQLite's own files beside it get its mode. */
export function createPrivate(file: string): void {
  closeSync(openSync(file, 'a', 0o600));
}

/**
 * Gives a file beside the database to whoever owns their folder, when root made it: a service that
 * runs as another user could not open it.
 */
export function giveToFolderOwner(file: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(dirname(file));
  chownSync(file, uid, gid);
}

/**
 * Takes a database's files from their group and others, where they are ours: feed passwords are in
 * them. Returns those that were open to them.
 */
export function makePrivate(file: string): string[] {
  const files = [file, `${file}-wal`, `${file}-shm`, `${file}.lock`];
  return files.filter((path) => {
    const { uid, mode } = statSync(path, { throwIfNoEntry: false }) ?? { uid: null, mode: 0 };
    if ((mode & 0o077) === 0 || uid !== process.getuid?.()) return false;
    chmodSync(path, 0o600);
    return true;
  });
}
