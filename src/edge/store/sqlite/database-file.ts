import {
  chmodSync,
  closeSync,
  constants,
  existsSync,
  lchownSync,
  lstatSync,
  openSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DatabaseSync } from '@photostructure/sqlite';
import { cannotWrite } from '../../system/file-errors.ts';
import { migrations, refuseNewer } from '../migrations/index.ts';
import { foreignDatabase, type SqlRow, StoreError } from '../sql.ts';

/**
 * Refuses a database of another program before anything of it is touched. A damaged one passes: SQLite
 * says more about it later.
 * @throws StoreError
 */
export function refuseForeign(file: string): void {
  const tables = peek(file, `SELECT name FROM sqlite_schema WHERE type = 'table'`);
  if (tables.length > 0 && !tables.some(({ name }) => name === 'schema_version')) {
    throw foreignDatabase(file);
  }
}

/** Refuses a database of a newer Wirethread before anything of it is touched. @throws StoreError */
export function refuseNewerFile(file: string): void {
  const [row] = peek(file, 'SELECT version FROM schema_version');
  if (typeof row?.version === 'number') refuseNewer(row.version, migrations.length, file);
}

/**
 * Reads a database without a lock, and makes no file beside it: what is only in its journal is not
 * seen. Empty when it cannot be read.
 */
function peek(file: string, sql: string): SqlRow[] {
  if (!existsSync(file)) return [];
  const url = pathToFileURL(file);
  url.searchParams.set('immutable', '1');
  try {
    const database = new DatabaseSync(url.href, { readOnly: true });
    try {
      return database.prepare(sql).all() as SqlRow[];
    } finally {
      database.close();
    }
  } catch {
    return [];
  }
}

/** Refuses an empty file, which SQLite would take for a new database. @throws StoreError */
export function refuseEmpty(file: string): void {
  if (statSync(file, { throwIfNoEntry: false })?.size !== 0) return;
  throw new StoreError(
    `the database ${file} is empty: if it had anything, restore a backup; if not, delete the file to begin with a new database`,
  );
}

/** @throws StoreError with what to do when the file cannot be written */
export function toFile(file: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    throw new StoreError(cannotWrite(file, error), { cause: error });
  }
}

/**
 * Whether this is root in the folder of another user, such as the service's. Then no link is followed:
 * it could lead to any file of the system, which root would overwrite or give to that user.
 */
const followsNoLinks = (file: string) =>
  process.getuid?.() === 0 && statSync(dirname(file)).uid !== 0;

/** Creates a file that only its owner may read, unless it exists. SQLite's own files beside it get its mode. */
export function createPrivate(file: string): void {
  const { O_APPEND, O_CREAT, O_NOFOLLOW, O_WRONLY } = constants;
  const flags = O_WRONLY | O_APPEND | O_CREAT;
  closeSync(openSync(file, followsNoLinks(file) ? flags | O_NOFOLLOW : flags, 0o600));
}

/**
 * Gives a file beside the database to whoever owns their folder, when root made it: a service that
 * runs as another user could not open it.
 */
export function giveToFolderOwner(file: string): void {
  if (!followsNoLinks(file)) return;
  const { uid, gid } = statSync(dirname(file));
  lchownSync(file, uid, gid);
}

/**
 * Takes a database's files from their group and others, where they are ours: feed passwords are in
 * them. Returns those that were open to them. It opens none: to close a file ends this process's locks.
 */
export function makePrivate(file: string): string[] {
  const files = [file, `${file}-wal`, `${file}-shm`, `${file}.lock`];
  const stat = followsNoLinks(file) ? lstatSync : statSync;
  return files.filter((path) => {
    const { uid, mode } = stat(path, { throwIfNoEntry: false }) ?? { uid: null, mode: 0 };
    if ((mode & 0o077) === 0 || uid !== process.getuid?.()) return false;
    chmodSync(path, 0o600);
    return true;
  });
}
