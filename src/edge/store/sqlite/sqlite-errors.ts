import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { StoreError } from '../sql.ts';

/** SQLite's primary result codes (https://sqlite.org/rescode.html) that an operator can fix. */
const busy = 5;
const locked = 6;
const readOnly = 8;
const failedIo = 10;
const damaged = 11;
const full = 13;
const cannotOpen = 14;
const notDatabase = 26;
/** SQLite's shared memory grows by so many bytes. */
const leastRoom = 32_768;

const diskFull = (file: string) =>
  `the disk is full: ${file} cannot grow, and the last change was not saved. Make room on it: a bot that runs goes on by itself, one that ended must be started again`;

const messages = new Map<number, (file: string) => string>([
  [
    busy,
    (file) =>
      `the database ${file} is locked by another process: stop the other Wirethread or the tool that uses it, then try again`,
  ],
  [locked, (file) => `the database ${file} is locked within this process`],
  [
    readOnly,
    (file) =>
      `the database ${file} can be read but not written: check who owns it, and whether its disk is read-only`,
  ],
  [
    failedIo,
    (file) =>
      hasNoRoom(file)
        ? diskFull(file)
        : `the disk failed while ${file} was read or written: check the disk and its mount`,
  ],
  [
    damaged,
    (file) =>
      `the database ${file} is damaged: restore a backup (or recover what is left with "sqlite3 ${file} .recover")`,
  ],
  [full, diskFull],
  [cannotOpen, (file) => `the database ${file} cannot be opened: check the folder and who owns it`],
  [
    notDatabase,
    (file) => `${file} is not an SQLite database: name another file, or move this one away`,
  ],
]);

/** SQLite has no word of its own for a full disk while it makes the files beside the database. */
function hasNoRoom(file: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(file));
    return bavail * bsize < leastRoom;
  } catch {
    return false;
  }
}

/**
 * SQLite's own words (`sqlite3_errstr`, https://sqlite.org/c3ref/errcode.html), for errors of which the
 * driver gives no code: those of its `all`.
 */
const codes = new Map([
  ['database is locked', busy],
  ['database table is locked', locked],
  ['attempt to write a readonly database', readOnly],
  ['disk I/O error', failedIo],
  ['database disk image is malformed', damaged],
  ['database or disk is full', full],
  ['unable to open database file', cannotOpen],
  ['file is not a database', notDatabase],
]);

function primaryCode(error: unknown): number | null {
  if (!(error instanceof Error)) return null;
  if ('errcode' in error && typeof error.errcode === 'number') return error.errcode & 0xff;
  return codes.get(error.message) ?? null;
}

/** True when another connection holds the lock, so the same statement may succeed later. */
export function isBusy(error: unknown): boolean {
  return primaryCode(error) === busy;
}

/** True when there was no room to write, not when reading failed. */
export function isFull(error: unknown): boolean {
  const code = primaryCode(error instanceof StoreError ? error.cause : error);
  return code === full;
}

/** A SQLite error as a StoreError for the operator; any other error is returned unchanged. */
export function sqliteFault(error: unknown, file: string): unknown {
  const code = primaryCode(error);
  const message = code === null ? undefined : messages.get(code);
  return message ? new StoreError(message(file), { cause: error }) : error;
}
