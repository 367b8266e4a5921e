import { StoreError } from '../sql.ts';

/** SQLite's primary result codes (https://sqlite.org/rescode.html) that an operator can fix. */
const busy = 5;
const locked = 6;
const messages = new Map<number, (file: string) => string>([
  [
    busy,
    (file) =>
      `the database ${file} is locked by another process: stop the other Wirethread or the tool that uses it, then start again`,
  ],
  [locked, (file) => `the database ${file} is locked within this process`],
  [
    8,
    (file) =>
      `the database ${file} can be read but not written: check who owns it, and whether its disk is read-only`,
  ],
  [10, (file) => `the disk failed while ${file} was read or written: check the disk and its mount`],
  [
    11,
    (file) =>
      `the database ${file} is damaged: restore a backup (or recover what is left with "sqlite3 ${file} .recover")`,
  ],
  [
    13,
    (file) =>
      `the disk is full: ${file} cannot grow, and the last change was not saved. Make room on it: a bot that runs goes on by itself, one that ended must be started again`,
  ],
  [14, (file) => `the database ${file} cannot be opened: check the folder and who owns it`],
  [26, (file) => `${file} is not an SQLite database: name another file, or move this one away`],
]);

function primaryCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error)) return null;
  return typeof error.errcode === 'number' ? error.errcode & 0xff : null;
}

/** True when another connection holds the lock, so the same statement may succeed later. */
export function isBusy(error: unknown): boolean {
  return primaryCode(error) === busy;
}

/** A SQLite error as a StoreError for the operator; any other error is returned unchanged. */
export function sqliteFault(error: unknown, file: string): unknown {
  const code = primaryCode(error);
  const message = code === null ? undefined : messages.get(code);
  return message ? new StoreError(message(file), { cause: error }) : error;
}
