export type SqlValue = string | number | null;
export type SqlRow = Record<string, unknown>;

/**
 * A database, or one transaction of it. Values are bound to `?` in order. Calls run one after
 * another in the order in which they were made.
 */
export interface Sql {
  all(sql: string, ...values: SqlValue[]): Promise<SqlRow[]>;
  /** The first row; `null` when there is none. */
  get(sql: string, ...values: SqlValue[]): Promise<SqlRow | null>;
  /** How many rows were changed. */
  run(sql: string, ...values: SqlValue[]): Promise<number>;
  /** All of `work` or nothing of it. Within a transaction it is a part that fails by itself. */
  atomically<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /**
   * The same for statements whose effect a power cut may undo (a crash never does): they do not
   * wait for the disk. In a transaction they are as durable as the rest of it.
   */
  readonly relaxed: Pick<Sql, 'get' | 'run'>;
}

/** What keeps the store from working; `message` tells the operator what to do about it. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}
