import { statSync } from 'node:fs';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { Log } from '../../core/ports/log.ts';
import { sealing } from './documents/sealing.ts';
import type { Engine } from './copy-all.ts';
import { createLedger } from './ledger.ts';
import { migrations } from './migrations/index.ts';
import { isPostgres } from './open-database.ts';
import { PostgresDatabase } from './postgres/driver.ts';
import { measureClock } from './postgres/open.ts';
import { refuseUnreadable } from './sqlite/copied-file.ts';
import { refuseEmpty, refuseForeign } from './sqlite/database-file.ts';
import { SqliteFile } from './sqlite/driver.ts';
import { databasePath } from './sqlite/location.ts';
import { storedSchema } from './stored-schema.ts';

/** A store that a bot may use meanwhile: nothing in it is changed, not even its schema. */
export interface StoreToRead {
  /** The database in words. */
  where: string;
  /** The version of its schema, and the one that this Wirethread works with. */
  schema: number;
  newest: number;
  /** `null` unless its schema is the newest. */
  ledger: Ledger | null;
  /** Of a file, with its journal. */
  bytes: number | null;
  /** What SQLite's quick check says; `null` when nothing is wrong. */
  damage: string | null;
  /** Whether nothing can be written to it, as to a standby server. */
  isReadOnly: boolean;
  /** How far its clock is ahead of this machine's. */
  aheadMs: number;
  close(): Promise<void>;
}

interface Options {
  /** "sqlite:" and a file's path, or the address of a PostgreSQL database. */
  url: string;
  /** Keys that open passwords. */
  keys?: readonly Uint8Array[];
  now: () => number;
  log: Log;
}

/** @throws StoreError when it cannot be read at all */
export async function openForReading(options: Options): Promise<StoreToRead> {
  return isPostgres(options.url) ? readPostgres(options) : readFile(options);
}

async function readFile(options: Options): Promise<StoreToRead> {
  const file = databasePath(options.url);
  refuseUnreadable(
    file,
    'start the bot once, which makes it, or check --data, DATA_DIR or STORE_URL',
  );
  refuseForeign(file);
  refuseEmpty(file);
  const database = new SqliteFile(file, 10_000, { readOnly: true });
  try {
    const sql = database.reader();
    const engine: Engine = { kind: 'sqlite', sql };
    const schema = await storedSchema(engine, file);
    const [first] = await sql.all('PRAGMA quick_check(1)');
    const found = String(first?.quick_check).replaceAll(/\s+/gu, ' ');
    return {
      where: file,
      ...known(engine, schema, options),
      bytes: sizeOf(file) + sizeOf(`${file}-wal`),
      damage: found === 'ok' ? null : found,
      isReadOnly: false,
      aheadMs: 0,
      close: async () => database.close(),
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

async function readPostgres(options: Options): Promise<StoreToRead> {
  const address = new URL(options.url);
  address.searchParams.set('options', '-c default_transaction_read_only=on');
  const sql = new PostgresDatabase(address.href);
  try {
    const engine: Engine = { kind: 'postgres', sql };
    const schema = await storedSchema(engine, sql.where);
    return {
      where: sql.where,
      ...known(engine, schema, options),
      bytes: null,
      damage: null,
      isReadOnly: await isReadOnly(options.url),
      aheadMs: await measureClock(sql, options.now),
      close: () => sql.close(),
    };
  } catch (error) {
    await sql.close();
    throw error;
  }
}

/** As a bot finds it: the connection that reads is read-only itself. */
async function isReadOnly(url: string): Promise<boolean> {
  const sql = new PostgresDatabase(url);
  try {
    const row = await sql.get(`SELECT current_setting('transaction_read_only') AS "readOnly"`);
    return row?.readOnly === 'on';
  } finally {
    await sql.close();
  }
}

function known({ sql }: Engine, schema: number, { now, log, keys = [] }: Options) {
  const newest = migrations.length;
  const context = { now, log, shards: null, sealing: sealing(keys) };
  return { schema, newest, ledger: schema === newest ? createLedger(sql, context) : null };
}
