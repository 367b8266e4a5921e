import type { Snowflake } from '../../core/ids.ts';

export type SqlValue = string | number | null;
export type SqlRow = Record<string, unknown>;

/**
 * A database, or one transaction of it. Statements are SQLite's; what PostgreSQL writes differently
 * is in `postgres/translate.ts`. Values are bound to `?` in order. Calls of a transaction run one at
 * a time, in the order in which they were made.
 */
export interface Sql {
  all(sql: string, ...values: SqlValue[]): Promise<SqlRow[]>;
  /** The first row; `null` when there is none. */
  get(sql: string, ...values: SqlValue[]): Promise<SqlRow | null>;
  /** Returns the number of changed rows. */
  run(sql: string, ...values: SqlValue[]): Promise<number>;
  /**
   * Runs `work` in a transaction: all of it or nothing. Nested, it is a savepoint. After a conflict
   * with another process it runs again, so it has no effect outside the database.
   */
  atomically<T>(work: (sql: Sql) => Promise<T>, kind?: TransactionKind): Promise<T>;
  /**
   * Tells those who listen, in all processes, that deliveries of a server became due: when this
   * transaction is committed, or at once outside of one. Not everybody may hear it.
   */
  announce(guildId: Snowflake): Promise<void>;
  /**
   * Relaxed writes do not wait for the disk: a power cut may undo them, a crash does not. In a
   * transaction they are as durable as the rest of it.
   */
  readonly relaxed: Pick<Sql, 'get' | 'run'>;
}

/**
 * A `claim` locks the rows that it takes, see {@link skipLocked}: nothing else that it reads has to stay
 * as it was, so claims of several processes don't get in each other's way. One of the `schema` finds no
 * tables yet.
 */
export type TransactionKind = 'claim' | 'schema';

export type Announced = (guildIds: readonly Snowflake[] | null) => void;

/**
 * Waits until fewer than `most` hold a turn of this name. Returns the function that gives it back.
 * Rejects with the signal's reason when it aborts while waiting.
 */
export type TakeTurn = (name: string, most: number, signal: AbortSignal) => Promise<() => void>;

/** An open database with the newest schema. */
export interface Database {
  sql: Sql;
  /** How far its clock is ahead of this machine's, in milliseconds: processes share the database's. */
  aheadMs(): number;
  /** Over all processes; `null` where there is only one. */
  takeTurn: TakeTurn | null;
  /** Calls `hear` with the servers of which something was announced; `null`: of any. */
  onAnnounced(hear: Announced): void;
  /** Waits for all earlier calls. */
  close(): Promise<void>;
}

/**
 * Ends the query of a row to claim: processes that claim at the same time each take another one.
 * SQLite has one writer at a time, so there it is a comment; PostgreSQL reads it.
 */
export const skipLocked = '/* FOR UPDATE SKIP LOCKED */';

/** Ends the query of a row that must not be claimed by others until the transaction has ended. */
export const lockShared = '/* FOR SHARE */';

/** The store cannot work. `message` says what the operator should do. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

/** @param database a file, or a PostgreSQL database without its password */
export function foreignDatabase(database: string): StoreError {
  return new StoreError(
    `${database} is a database of another program: name another one, or move this one away`,
  );
}
