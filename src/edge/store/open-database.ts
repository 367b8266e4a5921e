import type { Log } from '../../core/ports/log.ts';
import { openPostgres } from './postgres/open.ts';
import type { Database } from './sql.ts';
import { openSqlite } from './sqlite/open.ts';

export interface DatabaseOptions {
  /** "sqlite:" and a file's path, or "postgres://user:password@host:port/database". */
  url: string;
  /** Epoch milliseconds; used only for documents that expire and for due times. */
  now: () => number;
  log: Log;
  /** How long to wait for another process's lock of a file; 10 seconds by default. */
  lockTimeoutMs?: number;
}

/** Whether an address is of a PostgreSQL database; else it is of a file. */
export const isPostgres = (url: string): boolean => /^postgres(?:ql)?:/.test(url);

/**
 * Opens a database of either kind and brings its schema up to date.
 * @throws StoreError with a message for the operator
 */
export function openDatabase(options: DatabaseOptions): Promise<Database> {
  return (isPostgres(options.url) ? openPostgres : openSqlite)(options);
}
