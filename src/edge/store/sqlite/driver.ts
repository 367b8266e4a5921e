import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as nextTurn, setTimeout as pauseFor } from 'node:timers/promises';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { GroupCommit, type CallKind, type CommitFile } from './group-commit.ts';
import { isBusy, sqliteFault } from './sqlite-errors.ts';
import { type Sql, StoreError, type SqlRow, type SqlValue } from '../sql.ts';
import { Mutex } from './mutex.ts';

/** SQLite waits so long with the whole process standing still, then we wait beside it. */
const busyTimeoutMs = 50;
const betweenTriesMs = 10;

type Statement = ReturnType<DatabaseSyncInstance['prepare']>;

/** The transaction whose `work` is running, so that waiting for oneself is noticed. */
const within = new AsyncLocalStorage<Handle>();

/** One SQLite file. What was committed outlives a power cut, unless it was a light write. */
export class SqliteFile implements CommitFile {
  readonly #file: string;
  readonly #database: DatabaseSyncInstance;
  readonly #patienceMs: number;
  readonly #statements = new Map<string, Statement>();
  #waitsForDisk: boolean | null = null;

  /** @param patienceMs how long another process's lock is waited for */
  constructor(file: string, patienceMs: number) {
    this.#file = file;
    this.#patienceMs = patienceMs;
    try {
      this.#database = new DatabaseSync(file, { timeout: busyTimeoutMs });
    } catch (error) {
      throw sqliteFault(error, file);
    }
  }

  /** @throws StoreError when the file is no database, or locked throughout */
  async prepare(): Promise<Sql> {
    try {
      await this.execute('PRAGMA journal_mode = WAL');
      await this.waitForDisk(true);
      await this.execute('PRAGMA foreign_keys = ON');
    } catch (error) {
      this.close();
      throw error;
    }
    return new Handle(this, null);
  }

  /** Whether a commit, from the next transaction on, waits until it is on the disk. */
  async waitForDisk(waits: boolean): Promise<void> {
    if (waits === this.#waitsForDisk) return;
    await this.execute(`PRAGMA synchronous = ${waits ? 'FULL' : 'NORMAL'}`);
    this.#waitsForDisk = waits;
  }

  /** Runs a statement that gives no rows, waiting for other processes. */
  async execute(sql: string): Promise<void> {
    await this.retryWhileBusy(() => {
      this.#database.exec(sql);
    });
  }

  /** Runs `statement` again for as long as another process holds the lock and patience lasts. */
  async retryWhileBusy<T>(statement: () => T): Promise<T> {
    const givenUpAt = performance.now() + this.#patienceMs;
    for (;;) {
      try {
        return statement();
      } catch (error) {
        // Inside a transaction the lock is ours, so only its beginning ever waits.
        if (!isBusy(error) || performance.now() >= givenUpAt) throw this.fault(error);
        await pauseFor(betweenTriesMs);
      }
    }
  }

  /** What SQLite threw, in words for the operator where it is theirs to mend. */
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
   * Leaves all that was committed in the file itself, for backups that copy nothing else. This
   * package's statements end with garbage collection only, and their connection with them: until
   * then the empty `-wal` stays beside the file.
   */
  close(): void {
    if (!this.#database.isOpen) return;
    try {
      this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    } catch {
      // Another process is at work: it will do the same.
    }
    this.#statements.clear();
    this.#database.close();
  }

  get isOpen(): boolean {
    return this.#database.isOpen;
  }

  /** Whether SQLite has rolled back of itself, as it does when the disk is full. */
  get inTransaction(): boolean {
    return this.#database.isTransaction;
  }
}

class Handle implements Sql {
  readonly #file: SqliteFile;
  readonly #outer: Handle | null;
  readonly #turns = new Mutex();
  #ended = false;
  /** What joins it runs in its turn. */
  #group: GroupCommit | null = null;

  constructor(file: SqliteFile, outer: Handle | null) {
    this.#file = file;
    this.#outer = outer;
  }

  readonly relaxed: Sql['relaxed'] = {
    get: async (sql, ...values) =>
      (await this.#single(() => this.#rows(sql, values), 'light write'))[0] ?? null,
    run: (sql, ...values) => this.#single(() => this.#changes(sql, values), 'light write'),
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
    // Calls made from now on come after it.
    this.#group = null;
    return this.#take(async () => {
      if (!this.#outer) await this.#file.waitForDisk(true);
      await this.#file.execute(this.#outer ? 'SAVEPOINT part' : 'BEGIN IMMEDIATE');
      const inner = new Handle(this.#file, this);
      try {
        const result = await within.run(inner, async () => work(inner));
        await inner.#end();
        await this.#file.execute(this.#outer ? 'RELEASE part' : 'COMMIT');
        return result;
      } catch (error) {
        await inner.#end();
        if (this.#file.inTransaction) {
          await this.#file.execute(this.#outer ? 'ROLLBACK TO part; RELEASE part' : 'ROLLBACK');
        }
        throw error;
      }
    });
  }

  /** Lets what was asked for already finish, then refuses all further calls. */
  async #end(): Promise<void> {
    await this.#turns.runExclusive(async () => {
      this.#ended = true;
    });
  }

  /** One statement by itself: in a transaction at once, else with what else is asked for by then. */
  async #single<T>(statement: () => T, kind: CallKind): Promise<T> {
    if (this.#outer) return this.#take(() => this.#within(statement));
    this.#refuseFromWithin();
    let group = this.#group;
    if (!group) {
      const begun = new GroupCommit();
      group = begun;
      this.#group = begun;
      void this.#turns.runExclusive(async () => {
        await nextTurn();
        if (this.#group === begun) this.#group = null;
        await begun.run(this.#file);
      });
    }
    return group.add(statement, kind);
  }

  async #within<T>(statement: () => T): Promise<T> {
    if (!this.#file.inTransaction) throw new StoreError('SQLite rolled this transaction back');
    return this.#file.retryWhileBusy(statement);
  }

  async #take<T>(work: () => Promise<T>): Promise<T> {
    this.#refuseFromWithin();
    return this.#turns.runExclusive(async () => {
      if (!this.#file.isOpen) throw new StoreError('the store is closed');
      if (this.#ended) throw new Error('this ledger belongs to a transaction that has ended');
      return work();
    });
  }

  #refuseFromWithin(): void {
    const inner = within.getStore();
    if (inner && !inner.#ended && inner.#isWithin(this)) {
      throw new Error(
        'a transaction must use the ledger that it was given: another one would wait for it forever',
      );
    }
  }

  #isWithin(other: Handle): boolean {
    for (let handle = this.#outer; handle; handle = handle.#outer) {
      if (handle === other) return true;
    }
    return false;
  }
}
