import { DatabaseSync } from '@photostructure/sqlite';
import { createPrivate, giveToFolderOwner } from './database-file.ts';
import { isBusy } from './sqlite-errors.ts';

/** Says which processes use a database, however they end: the system itself ends their locks. */
export interface ProcessLock {
  /** Whether other processes used the database when this one began. */
  others: 'none' | 'some' | 'unknown';
  /** From now on others may begin. */
  share(): void;
  release(): void;
}

/**
 * Locks a file beside the database, which holds nothing, with SQLite's own locks: exclusively while a
 * process begins, if no other one is at work; shared as long as it runs. Where the file cannot be
 * locked, `others` is unknown.
 */
export function lockForProcess(file: string): ProcessLock {
  try {
    return lockFile(`${file}.lock`);
  } catch {
    return { others: 'unknown', share() {}, release() {} };
  }
}

function lockFile(path: string): ProcessLock {
  createPrivate(path);
  giveToFolderOwner(path);
  const lock = new DatabaseSync(path, { timeout: 0 });
  let isOnly: boolean;
  try {
    isOnly = unlessBusy(() => lock.exec('BEGIN EXCLUSIVE'));
  } catch (error) {
    lock.close();
    throw error;
  }
  return {
    others: isOnly ? 'none' : 'some',
    share() {
      try {
        if (isOnly) lock.exec('COMMIT');
        // Reading within a transaction holds a shared lock until the transaction ends.
        lock.exec('BEGIN; SELECT count(*) FROM sqlite_schema');
      } catch {
        // Others are locked out as before, or do not see this process: nothing depends on it.
      }
    },
    release() {
      if (lock.isOpen) lock.close();
    },
  };
}

/** False when another process has the lock. */
function unlessBusy(work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  }
}
