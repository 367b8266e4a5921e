import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pauseFor } from 'node:timers/promises';
import {
  type CustomTypesConfig,
  Pool,
  type PoolClient,
  type QueryResult,
  types as builtIn,
} from 'pg';
import type { Snowflake } from '../../../core/ids.ts';
import { minuteMs, secondMs } from '../../../core/time/duration.ts';
import { Mutex } from '../mutex.ts';
import { type Sql, type SqlRow, type SqlValue, StoreError, type TransactionKind } from '../sql.ts';
import { isConflict, isSilent, postgresFault } from './postgres-errors.ts';
import { dueChannel, mostNamed, ofAnyServer } from './session.ts';
import { translate } from './translate.ts';
import { databaseName } from './database-name.ts';

/** How often a transaction is tried in all when others come in its way. */
const mostTries = 20;
/** The longest pause before a further try. Pauses are random, so that two don't meet again. */
const mostPauseMs = 100;

const serializable = 'BEGIN ISOLATION LEVEL SERIALIZABLE';
/**
 * How a transaction begins. Serializable ones share a lock; one that another came in the way of has it
 * for itself the next time, so that nothing can, over all processes. A table's lock is taken before
 * PostgreSQL decides what the transaction sees (https://www.postgresql.org/docs/current/sql-lock.html).
 */
const beginnings = {
  claim: 'BEGIN ISOLATION LEVEL READ COMMITTED',
  schema: serializable,
  shared: `${serializable}; LOCK TABLE schema_version IN ROW SHARE MODE`,
  alone: `${serializable}; LOCK TABLE schema_version IN EXCLUSIVE MODE`,
};

/**
 * A connection whose way is cut answers nothing and breaks only after a quarter of an hour. By then
 * others may have taken over what this process works on: a lease is as long.
 */
const answerMs = minuteMs;

/** PostgreSQL's type numbers: whole numbers of 64 bits, exact ones, and JSON, which stays text. */
const numberTypes = [20, 1700];
const jsonType = 114;

export const types: CustomTypesConfig = {
  getTypeParser(type: number, format?: 'text' | 'binary') {
    if (numberTypes.includes(type)) return Number;
    if (type === jsonType) return String;
    return builtIn.getTypeParser(type, format);
  },
};

/** The transaction whose `work` is running, to detect calls that would run outside of it. */
const current = new AsyncLocalStorage<Transaction>();

/**
 * A PostgreSQL database. Transactions are serializable, over all processes, but for claims, which lock
 * their rows. A single statement changes rows as they are when it has locked them.
 */
export class PostgresDatabase implements Sql {
  readonly #pool: Pool;
  readonly #mutex = new Mutex();
  /** The database in words, without its password. */
  readonly where: string;

  /**
   * @param url "postgres://user:password@host:port/database"
   * @param timeoutMs how long a statement may take, and the way to its answer; `null` for no limit
   */
  constructor(url: string, timeoutMs: number | null = answerMs) {
    this.where = databaseName(url);
    this.#pool = new Pool({
      connectionString: url,
      types,
      max: 10,
      connectionTimeoutMillis: 10 * secondMs,
      ...(timeoutMs !== null && { query_timeout: timeoutMs }),
      keepAlive: true,
      keepAliveInitialDelayMillis: 10 * secondMs,
      application_name: 'wirethread',
      // A process that lost its way to the database holds no row for long.
      idle_in_transaction_session_timeout: 30_000,
    });
    // A connection that breaks while it is idle is replaced by the next call.
    this.#pool.on('error', () => {});
    // One that breaks while it is in use fails its statement, and says so again outside of it.
    this.#pool.on('connect', (client) => client.on('error', () => {}));
  }

  readonly relaxed: Sql['relaxed'] = this;

  async all(sql: string, ...values: SqlValue[]): Promise<SqlRow[]> {
    return (await this.#single(sql, values)).rows;
  }

  async get(sql: string, ...values: SqlValue[]): Promise<SqlRow | null> {
    return (await this.all(sql, ...values))[0] ?? null;
  }

  async run(sql: string, ...values: SqlValue[]): Promise<number> {
    return (await this.#single(sql, values)).rowCount ?? 0;
  }

  async atomically<T>(work: (sql: Sql) => Promise<T>, kind?: TransactionKind): Promise<T> {
    this.#refuseWithinTransaction();
    const run = () => this.#transaction(work, kind);
    // One at a time, as they would only get in each other's way.
    return kind === 'claim' ? run() : this.#mutex.runExclusive(run);
  }

  async #transaction<T>(work: (sql: Sql) => Promise<T>, kind?: TransactionKind): Promise<T> {
    return this.#retried(async (tries) => {
      const client = await this.#pool.connect();
      let isUsable = false;
      try {
        const beginning = beginnings[kind ?? (tries === 1 ? 'shared' : 'alone')];
        const result = await inTransaction(client, work, beginning);
        isUsable = true;
        return result;
      } catch (error) {
        isUsable = !isSilent(error) && (await succeeds(client.query('ROLLBACK')));
        throw error;
      } finally {
        // A connection that is of no more use is closed, which ends its locks.
        client.release(!isUsable);
      }
    });
  }

  async announce(guildId: Snowflake): Promise<void> {
    await this.all(...announcement([guildId]));
  }

  async close(): Promise<void> {
    if (!this.#pool.ended) await this.#pool.end();
  }

  async #single(sql: string, values: SqlValue[]): Promise<QueryResult<SqlRow>> {
    this.#refuseWithinTransaction();
    return this.#retried(() => query(this.#pool, sql, values));
  }

  async #retried<T>(work: (tries: number) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await work(tries);
      } catch (error) {
        if (!isConflict(error)) throw postgresFault(error, this.where);
        if (tries === mostTries) {
          throw new StoreError(
            `${this.where} is so busy that a change was given up after ${mostTries} tries`,
            { cause: error },
          );
        }
        await pauseFor(Math.random() * Math.min(mostPauseMs, 2 ** tries));
      }
    }
  }

  #refuseWithinTransaction(): void {
    if (current.getStore()?.isRunning) {
      throw new Error(
        'a transaction must use the ledger that it was given: another one would not be part of it',
      );
    }
  }
}

async function succeeds(call: Promise<unknown>): Promise<boolean> {
  return call.then(
    () => true,
    () => false,
  );
}

async function inTransaction<T>(
  client: PoolClient,
  work: (sql: Sql) => Promise<T>,
  beginning: string,
): Promise<T> {
  await client.query(beginning);
  const inner = new Transaction(client);
  try {
    const result = await current.run(inner, async () => work(inner));
    await inner.end();
    for (const [sql, value] of inner.announcements()) await query(client, sql, [value]);
    const { command } = await client.query('COMMIT');
    // After a statement that failed, COMMIT rolls back.
    if (command !== 'COMMIT') throw new StoreError('PostgreSQL rolled this transaction back');
    return result;
  } finally {
    await inner.end();
  }
}

/** A transaction, or a savepoint within one. */
class Transaction implements Sql {
  readonly #client: PoolClient;
  readonly #mutex = new Mutex();
  readonly #toAnnounce = new Set<Snowflake>();
  #ended = false;

  constructor(client: PoolClient) {
    this.#client = client;
  }

  get isRunning(): boolean {
    return !this.#ended;
  }

  readonly relaxed: Sql['relaxed'] = this;

  async all(sql: string, ...values: SqlValue[]): Promise<SqlRow[]> {
    return (await this.#enqueue(() => query(this.#client, sql, values))).rows;
  }

  async get(sql: string, ...values: SqlValue[]): Promise<SqlRow | null> {
    return (await this.all(sql, ...values))[0] ?? null;
  }

  async run(sql: string, ...values: SqlValue[]): Promise<number> {
    return (await this.#enqueue(() => query(this.#client, sql, values))).rowCount ?? 0;
  }

  async atomically<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.#enqueue(async () => {
      await this.#client.query('SAVEPOINT part');
      const inner = new Transaction(this.#client);
      try {
        const result = await current.run(inner, async () => work(inner));
        await inner.end();
        await this.#client.query('RELEASE SAVEPOINT part');
        for (const guildId of inner.#toAnnounce) this.#toAnnounce.add(guildId);
        return result;
      } catch (error) {
        await inner.end();
        await this.#client.query('ROLLBACK TO SAVEPOINT part; RELEASE SAVEPOINT part');
        throw error;
      }
    });
  }

  async announce(guildId: Snowflake): Promise<void> {
    this.#toAnnounce.add(guildId);
  }

  /** The statements that announce what this transaction made due. */
  announcements(): Statement[] {
    const guildIds = [...this.#toAnnounce];
    return guildIds.length > 0 ? [announcement(guildIds)] : [];
  }

  /** Lets earlier calls finish, then refuses all later ones. */
  async end(): Promise<void> {
    await this.#mutex.runExclusive(async () => {
      this.#ended = true;
    });
  }

  async #enqueue<T>(work: () => Promise<T>): Promise<T> {
    const inner = current.getStore();
    if (inner && inner !== this && inner.isRunning && inner.isWithin(this)) {
      throw new Error(
        'a transaction must use the ledger that it was given: another one would wait for it forever',
      );
    }
    return this.#mutex.runExclusive(async () => {
      if (this.#ended) throw new Error('this ledger belongs to a transaction that has ended');
      return work();
    });
  }

  /** Whether both are on the same connection. */
  isWithin(other: Transaction): boolean {
    return this.#client === other.#client;
  }
}

type Statement = [sql: string, value: string];

/** PostgreSQL sends it when the transaction is committed. */
function announcement(guildIds: readonly Snowflake[]): Statement {
  const text = guildIds.length > mostNamed ? ofAnyServer : guildIds.join(',');
  return [`SELECT pg_notify('${dueChannel}', ?)`, text];
}

function query(
  connection: Pool | PoolClient,
  sql: string,
  values: SqlValue[],
): Promise<QueryResult<SqlRow>> {
  return connection.query<SqlRow>(translate(sql), values.map(storable));
}

/** PostgreSQL's texts have no NUL. */
function storable(value: SqlValue): SqlValue {
  return typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value;
}
