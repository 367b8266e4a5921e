export type SqlValue = string | number | null;
export type SqlRow = Record<string, unknown>;

/**
 * A database, or one transaction of it. Values are bound to `?` in order. Calls run one at a time,
 * in the order in which they were made.
 */
export interface Sql {
  all(sql: string, ...values: SqlValue[]): Promise<SqlRow[]>;
  /** The first row; `null` when there is none. */
  get(sql: string, ...values: SqlValue[]): Promise<SqlRow | null>;
  /** Returns the number of changed rows. */
  run(sql: string, ...values: SqlValue[]): Promise<number>;
  /** Runs `work` in a transaction: all of it or nothing. Nested, it is a savepoint. */
  atomically<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /**
   * Relaxed writes do not wait for the disk: a power cut may undo them, a crash does not. In a
   * transaction they are as durable as the rest of it.
   */
  readonly relaxed: Pick<Sql, 'get' | 'run'>;
}

/** The store cannot work. `message` says what the operator should do. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

export function foreignDatabase(file: string): StoreError {
  return new StoreError(
    `${file} is a database of another program: name another file, or move this one away`,
  );
}
