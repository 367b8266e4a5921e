import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as nextTurn, setTimeout as pauseFor } from 'node:timers/promises';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { type Flush, Flushes } from './flushes.ts';
import { GroupCommit, type CallKind, type CommitFile } from './group-commit.ts';
import { isBusy, sqliteFault } from './sqlite-errors.ts';
import type { Snowflake } from '../../../core/ids.ts';
import { type Announced, type Sql, StoreError, type SqlRow, type SqlValue } from '../sql.ts';
import { Mutex } from '../mutex.ts';

/** SQLite's own wait for a lock blocks the process, so it is short; longer waits are asynchronous. */
const busyTimeoutMs = 50;
const retryDelayMs = 10;

/** A transaction may have thousands of statements: after so long the process does something else. */
const turnMs = 10;

type Statement = ReturnType<DatabaseSyncInstance['prepare']>;

/** The transaction whose `work` is running, to detect a transaction that waits for itself. */
const current = new AsyncLocalStorage<Connection>();

/** One SQLite file. Durable: committed data survives a power cut, except relaxed writes. */
export class SqliteFile implements CommitFile {
  readonly #file: string;
  readonly #database: DatabaseSyncInstance;
  readonly #lockTimeoutMs: number;
  readonly #statements = new Map<string, Statement>();
  readonly #flush: Flush | undefined;
  #flushes: Flushes | null = null;
  /** When the statements of this turn of the event loop began, by `performance.now()`. */
  #turnBegan: number | null = null;
  /** Hears what this process announces: another one looks by itself. */
  announced: Announced = () => {};

  /**
   * @param lockTimeoutMs how long to wait for another process's lock
   * @param flush how a file's writes are brought to the disk; Node's `fdatasync` when not given
   */
  constructor(
    file: string,
    lockTimeoutMs: number,
    { readOnly = false, flush }: { readOnly?: boolean; flush?: Flush } = {},
  ) {
    this.#file = file;
    this.#lockTimeoutMs = lockTimeoutMs;
    this.#flush = flush;
    try {
      this.#database = new DatabaseSync(file, { timeout: busyTimeoutMs, readOnly });
    } catch (error) {
      throw sqliteFault(error, file);
    }
  }

  /** @throws StoreError when the file is not a database, or stays locked */
  async prepare(): Promise<Sql> {
    try {
      const [mode] = await this.retryWhileBusy(() =>
        this.#database.prepare('PRAGMA journal_mode = WAL').all(),
      );
      // Commits don't wait for the disk: their callers do, by `flushed`. A checkpoint waits by itself.
      await this.execute('PRAGMA synchronous = NORMAL');
      await this.execute('PRAGMA foreign_keys = ON');
      // SQLite opens the log of a database when it is read.
      await this.execute('SELECT count(*) FROM sqlite_schema');
      if (mode?.journal_mode === 'wal')
        this.#flushes = new Flushes(`${this.#file}-wal`, this.#flush);
    } catch (error) {
      this.close();
      throw error;
    }
    return new Connection(this, null);
  }

  /** For a file that is only read: nothing of it is prepared. */
  reader(): Sql {
    return new Connection(this, null);
  }

  /**
   * Resolves once all that was committed is on the disk. SQLite's log is written in the order of the
   * commits (https://sqlite.org/wal.html), so whoever waits for a commit has all earlier ones too.
   * @throws StoreError when the disk failed
   */
  async flushed(): Promise<void> {
    await this.#flushes?.wait();
  }

  /** Runs a statement that gives no rows, waiting for other processes. */
  async execute(sql: string): Promise<void> {
    await this.retryWhileBusy(() => {
      this.#database.exec(sql);
    });
  }

  /** Retries `statement` while another process holds the lock, until the lock times out. */
  async retryWhileBusy<T>(statement: () => T): Promise<T> {
    const deadline = performance.now() + this.#lockTimeoutMs;
    for (;;) {
      try {
        return statement();
      } catch (error) {
        // Inside a transaction the lock is ours, so only its beginning ever waits.
        if (!isBusy(error) || performance.now() >= deadline) throw this.fault(error);
        await pauseFor(retryDelayMs);
      }
    }
  }

  /** Lets the process do something else when statements have run for {@link turnMs} without a pause. */
  async giveTurn(): Promise<void> {
    if (this.#turnBegan === null) {
      this.#turnBegan = performance.now();
      setImmediate(() => (this.#turnBegan = null));
    } else if (performance.now() - this.#turnBegan >= turnMs) await nextTurn();
  }

  /** SQLite's error, as a message for the operator where the operator can fix it. */
  fault(thrown: unknown): unknown {
    return sqliteFault(thrown, this.#file);
  }

  statement(sql: string): Statement {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  /**
   * Moves all committed data into the file itself, for backups that copy only that file. This
   * package closes its connection when its statements are garbage-collected: until then an empty
   * `-wal` file stays.
   */
  close(): void {
    if (!this.#database.isOpen) return;
    try {
      this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    } catch {
      // Another process is at work: it will do the same.
    }
    this.#statements.clear();
    this.#flushes?.close();
    this.#database.close();
  }

  get isOpen(): boolean {
    return this.#database.isOpen;
  }

  /** False after SQLite rolled back automatically, as it does when the disk is full. */
  get inTransaction(): boolean {
    return this.#database.isTransaction;
  }
}

class Connection implements Sql {
  readonly #file: SqliteFile;
  readonly #outer: Connection | null;
  readonly #mutex = new Mutex();
  readonly #toAnnounce = new Set<Snowflake>();
  #ended = false;
  /** Single statements join it until it runs. */
  #group: GroupCommit | null = null;

  constructor(file: SqliteFile, outer: Connection | null) {
    this.#file = file;
    this.#outer = outer;
  }

  readonly relaxed: Sql['relaxed'] = {
    get: async (sql, ...values) =>
      (await this.#single(() => this.#rows(sql, values), 'relaxed write'))[0] ?? null,
    run: (sql, ...values) => this.#single(() => this.#changes(sql, values), 'relaxed write'),
  };

  async all(sql: string, ...values: SqlValue[]): Promise<SqlRow[]> {
    const kind = /^\s*SELECT\b/i.test(sql) ? 'read' : 'write';
    return this.#single(() => this.#rows(sql, values), kind);
  }

  async get(sql: string, ...values: SqlValue[]): Promise<SqlRow | null> {
    return (await this.all(sql, ...values))[0] ?? null;
  }

  async run(sql: string, ...values: SqlValue[]): Promise<number> {
    return this.#single(() => this.#changes(sql, values), 'write');
  }

  #rows(sql: string, values: SqlValue[]): SqlRow[] {
    return this.#file.statement(sql).all(...values) as SqlRow[];
  }

  #changes(sql: string, values: SqlValue[]): number {
    return this.#file.statement(sql).run(...values).changes;
  }

  async atomically<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    // Later calls run after this transaction.
    this.#group = null;
    const { result, announced } = await this.#enqueue(async () => {
      await this.#file.execute(this.#outer ? 'SAVEPOINT part' : 'BEGIN IMMEDIATE');
      const inner = new Connection(this.#file, this);
      try {
        const result = await current.run(inner, async () => work(inner));
        await inner.#end();
        await this.#file.execute(this.#outer ? 'RELEASE part' : 'COMMIT');
        return { result, announced: inner.#toAnnounce };
      } catch (error) {
        await inner.#end();
        if (this.#file.inTransaction) {
          await this.#file.execute(this.#outer ? 'ROLLBACK TO part; RELEASE part' : 'ROLLBACK');
        }
        throw error;
      }
    });
    // The next transaction need not wait for this one's disk.
    if (!this.#outer) await this.#file.flushed();
    for (const guildId of announced) await this.announce(guildId);
    return result;
  }

  async announce(guildId: Snowflake): Promise<void> {
    if (this.#outer) this.#toAnnounce.add(guildId);
    else this.#file.announced([guildId]);
  }

  /** Lets earlier calls finish, then refuses all later ones. */
  async #end(): Promise<void> {
    await this.#mutex.runExclusive(async () => {
      this.#ended = true;
    });
  }

  /** A single statement. Outside a transaction it joins the group that commits next. */
  async #single<T>(statement: () => T, kind: CallKind): Promise<T> {
    if (this.#outer) return this.#enqueue(() => this.#within(statement));
    this.#refuseWaitingForItself();
    let group = this.#group;
    if (!group) {
      const newGroup = new GroupCommit();
      group = newGroup;
      this.#group = newGroup;
      void this.#mutex.runExclusive(async () => {
        await nextTurn();
        if (this.#group === newGroup) this.#group = null;
        await newGroup.run(this.#file);
      });
    }
    return group.add(statement, kind);
  }

  async #within<T>(statement: () => T): Promise<T> {
    await this.#file.giveTurn();
    if (!this.#file.inTransaction) throw new StoreError('SQLite rolled this transaction back');
    return this.#file.retryWhileBusy(statement);
  }

  async #enqueue<T>(work: () => Promise<T>): Promise<T> {
    this.#refuseWaitingForItself();
    return this.#mutex.runExclusive(async () => {
      if (!this.#file.isOpen) throw new StoreError('the store is closed');
      if (this.#ended) throw new Error('this ledger belongs to a transaction that has ended');
      return work();
    });
  }

  #refuseWaitingForItself(): void {
    const inner = current.getStore();
    if (inner && !inner.#ended && inner.#isWithin(this)) {
      throw new Error(
        'a transaction must use the ledger that it was given: another one would wait for it forever',
      );
    }
  }

  #isWithin(other: Connection): boolean {
    for (let connection = this.#outer; connection; connection = connection.#outer) {
      if (connection === other) return true;
    }
    return false;
  }
}
