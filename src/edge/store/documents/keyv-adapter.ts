import { Keyv, type KeyvStoreAdapter } from 'keyv';
import type { UnixMs } from '../../../core/time/duration.ts';
import { type Sql, type SqlRow, StoreError } from '../sql.ts';

const pageSize = 500;
const notExpired = '(expires_at IS NULL OR expires_at > ?)';

interface Entry {
  key: string;
  value: string;
  ttl?: number;
}

/**
 * Keyv's storage adapter over the table `document`. Errors are thrown, and a call for many keys is
 * atomic. Keys are iterated in order and in pages, so they may be deleted meanwhile. Documents expire
 * by the given clock. One instance serves one namespace.
 */
export class DocumentTable implements KeyvStoreAdapter {
  /** Keyv iterates only with a dialect that it supports. */
  readonly opts = { dialect: 'sqlite' };
  readonly #sql: Sql;
  readonly #now: () => UnixMs;
  #namespace: string | null = null;

  constructor(sql: Sql, now: () => UnixMs) {
    this.#sql = sql;
    this.#now = now;
  }

  get namespace(): string {
    if (this.#namespace === null) throw new StoreError('a document needs a namespace');
    return this.#namespace;
  }

  /** Set by Keyv. */
  set namespace(name: string | undefined) {
    if (!name || (this.#namespace !== null && this.#namespace !== name)) {
      throw new StoreError(`this adapter serves "${this.#namespace ?? 'one namespace'}" only`);
    }
    this.#namespace = name;
  }

  /** Keyv subscribes to error events here. There are none, because errors are thrown. */
  on(): this {
    return this;
  }

  // In Keyv's types the caller chooses the value's type. The stored value is always serialized text.
  async get<Value>(key: string): Promise<Value | undefined> {
    return (await this.#text(this.#sql, key)) as Value | undefined;
  }

  async getMany<Value>(keys: string[]): Promise<(Value | undefined)[]> {
    return this.#sql.atomically((sql) =>
      Promise.all(keys.map(async (key) => (await this.#text(sql, key)) as Value | undefined)),
    );
  }

  async set(key: string, value: string, ttl?: number): Promise<boolean> {
    await this.#put(this.#sql, { key, value, ...(ttl === undefined ? {} : { ttl }) });
    return true;
  }

  async setMany(entries: Entry[]): Promise<void> {
    await this.#sql.atomically(async (sql) => {
      for (const entry of entries) await this.#put(sql, entry);
    });
  }

  async delete(key: string): Promise<boolean> {
    return this.#delete(this.#sql, key);
  }

  /** `false` when none of them existed. */
  async deleteMany(keys: string[]): Promise<boolean> {
    return this.#sql.atomically(async (sql) => {
      const deleted = await Promise.all(keys.map((key) => this.#delete(sql, key)));
      return deleted.includes(true);
    });
  }

  async clear(): Promise<void> {
    await this.#sql.run('DELETE FROM document WHERE namespace = ?', this.namespace);
  }

  async has(key: string): Promise<boolean> {
    return (await this.#text(this.#sql, key)) !== undefined;
  }

  async hasMany(keys: string[]): Promise<boolean[]> {
    return (await this.getMany(keys)).map((text) => text !== undefined);
  }

  /** Keys that begin with `prefix`, in order. Keyv itself passes the namespace, which means all keys. */
  async *iterator<Value>(prefix?: string): AsyncGenerator<(string | Awaited<Value>)[], void> {
    const from = prefix === this.namespace ? '' : (prefix ?? '');
    const until = `${from}\u{10ffff}`;
    let page: SqlRow[] = await this.#page('>=', from, until);
    while (page.length > 0) {
      for (const { key, value } of page) yield [String(key), String(value)];
      page = await this.#page('>', String(page.at(-1)?.key), until);
    }
  }

  async #page(after: '>' | '>=', key: string, until: string): Promise<SqlRow[]> {
    return this.#sql.all(
      `SELECT key, value FROM document
        WHERE namespace = ? AND key ${after} ? AND key < ? AND ${notExpired} ORDER BY key LIMIT ?`,
      this.namespace,
      key,
      until,
      this.#now(),
      pageSize,
    );
  }

  async #text(sql: Sql, key: string): Promise<string | undefined> {
    const row = await sql.get(
      `SELECT value FROM document WHERE namespace = ? AND key = ? AND ${notExpired}`,
      this.namespace,
      key,
      this.#now(),
    );
    return row ? String(row.value) : undefined;
  }

  async #put(sql: Sql, { key, value, ttl }: Entry): Promise<void> {
    await sql.run(
      `INSERT INTO document (namespace, key, value, expires_at) VALUES (?, ?, ?, ?)
        ON CONFLICT (namespace, key) DO UPDATE SET value = excluded.value,
          expires_at = excluded.expires_at`,
      this.namespace,
      key,
      value,
      ttl === undefined ? null : this.#now() + ttl,
    );
  }

  async #delete(sql: Sql, key: string): Promise<boolean> {
    const deleted = await sql.run(
      'DELETE FROM document WHERE namespace = ? AND key = ?',
      this.namespace,
      key,
    );
    return deleted > 0;
  }
}

/** Deletes the expired documents of all namespaces. Returns the count. */
export async function sweepDocuments(sql: Sql, now: UnixMs): Promise<number> {
  return sql.run('DELETE FROM document WHERE expires_at IS NOT NULL AND expires_at <= ?', now);
}

/** Keyv for one namespace. Throws errors; documents expire by the given clock only. */
export function documents(sql: Sql, namespace: string, now: () => UnixMs): Keyv {
  const store = new DocumentTable(sql, now);
  const keyv = new Keyv({ store, namespace, useKeyPrefix: false, throwOnErrors: true });
  const { serialize } = keyv;
  // Without `expires`, Keyv does not compare with the machine's clock.
  keyv.serialize = (data) => serialize?.({ ...data, expires: undefined }) ?? '';
  return keyv;
}
