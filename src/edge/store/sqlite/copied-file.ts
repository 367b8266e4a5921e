import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  openSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { Log } from '../../../core/ports/log.ts';
import { migrations, refuseNewer } from '../migrations/index.ts';
import { type Sql, StoreError } from '../sql.ts';
import { errorCode, whoami } from '../../system/file-errors.ts';
import { refuseForeign } from './database-file.ts';
import { SqliteFile } from './driver.ts';
import { isFull } from './sqlite-errors.ts';

/** How long to wait for a lock of a file that nobody else should use. */
const lockTimeoutMs = 1_000;

/** What a checked database has. */
export interface CheckedFile {
  /** The version of its schema. */
  schema: number;
}

/**
 * Checks a copy of a database, lets `change` work on it, and makes one file of it, on the disk.
 * @param name of the file that it is a copy of, for messages
 * @throws StoreError when it is damaged, or not a database of Wirethread's
 */
export async function checkedCopy(
  file: string,
  name: string,
  log: Log,
  change: (sql: Sql, log: Log) => Promise<void>,
): Promise<CheckedFile> {
  let database: SqliteFile | null = null;
  let schema: number;
  try {
    refuseForeign(file);
    database = new SqliteFile(file, lockTimeoutMs);
    const sql = await database.prepare();
    schema = await schemaOf(sql, name);
    await refuseDamaged(sql, name);
    await change(sql, log);
    // One file: nothing of it is left beside it.
    await sql.get('PRAGMA journal_mode = DELETE');
  } catch (error) {
    throw error instanceof StoreError && !isFull(error)
      ? new StoreError(error.message.replaceAll(file, name), { cause: error })
      : error;
  } finally {
    database?.close();
  }
  syncToDisk(file);
  return { schema };
}

/** @throws StoreError that names what SQLite found */
async function refuseDamaged(sql: Sql, name: string): Promise<void> {
  const [first] = await sql.all('PRAGMA quick_check(1)');
  const found = String(first?.quick_check).replaceAll(/\s+/gu, ' ');
  if (found !== 'ok') {
    throw new StoreError(
      `the database ${name} is damaged (${found}): restore a backup that is not, or recover what is left with "sqlite3 ${name} .recover"`,
    );
  }
}

async function schemaOf(sql: Sql, name: string): Promise<number> {
  const tables = await sql.all(`SELECT name FROM sqlite_schema WHERE name = 'schema_version'`);
  const row = tables.length > 0 ? await sql.get('SELECT version FROM schema_version') : null;
  if (typeof row?.version !== 'number' || row.version === 0) {
    throw new StoreError(
      `${name} is not a database of Wirethread's, or is empty: name a file that wirethread backup made`,
    );
  }
  refuseNewer(row.version, migrations.length, name);
  return row.version;
}

/** Has a file, and then its name in its folder, on the disk. */
export function syncToDisk(file: string): void {
  for (const path of [file, dirname(file)]) {
    const opened = openSync(path, 'r');
    try {
      fsyncSync(opened);
    } finally {
      closeSync(opened);
    }
  }
}

/** What SQLite has beside a database. */
const besides = ['-wal', '-shm', '-journal'];

/** Deletes a file that was not finished, with what SQLite has beside it. */
export function deleteUnfinished(file: string): void {
  for (const ending of ['', ...besides]) rmSync(`${file}${ending}`, { force: true });
}

/** Empties a file that was not finished, and deletes what SQLite has beside it. Follows no link. */
export function emptyUnfinished(file: string): void {
  for (const ending of besides) rmSync(`${file}${ending}`, { force: true });
  const { O_NOFOLLOW, O_TRUNC, O_WRONLY } = constants;
  closeSync(openSync(file, O_WRONLY | O_TRUNC | O_NOFOLLOW));
}

/** @throws StoreError when there is a file of that name */
export function refuseExisting(file: string): void {
  if (existsSync(file)) {
    throw new StoreError(`${file} exists already: name a file that does not, or move it away`);
  }
}

/**
 * @param remedy what to do when there is no such file
 * @throws StoreError when it is missing, or not a file, or may not be read
 */
export function refuseUnreadable(file: string, remedy: string): void {
  let isFile;
  try {
    isFile = statSync(file).isFile();
    accessSync(file, constants.R_OK);
  } catch (error) {
    throw new StoreError(
      errorCode(error) === 'EACCES'
        ? `${file} cannot be read by ${whoami()}: check who owns it and its folder`
        : `there is no file ${file}: ${remedy}`,
      { cause: error },
    );
  }
  if (!isFile) throw new StoreError(`${file} is not a file: name a file`);
}
