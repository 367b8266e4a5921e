import type { Ledger, Store } from '../../core/ports/ledger.ts';
import type { Shards } from '../../core/shards.ts';
import type { Log } from '../../core/ports/log.ts';
import { sealAll, sealing } from './documents/sealing.ts';
import { sweepDocuments } from './documents/keyv-adapter.ts';
import { createLedger } from './ledger.ts';
import { openPostgres } from './postgres/open.ts';
import { retryConflicts } from './retry-conflicts.ts';
import type { Database } from './sql.ts';
import { openSqlite } from './sqlite/open.ts';
import { correctDueTimes } from './tables/due-times.ts';
import { storeFigures } from './tables/figures.ts';

interface StoreOptions {
  /** "sqlite:" and a file's path, or "postgres://user:password@host:port/database". */
  url: string;
  /** Epoch milliseconds; used only for documents that expire and for due times. */
  now: () => number;
  log: Log;
  /** The servers of which it claims work; all when missing. */
  shards?: Shards | null;
  /** Keys of 32 bytes that passwords are encrypted with: the newest first. */
  keys?: readonly Uint8Array[];
  /** How long to wait for another process's lock of a file; 10 seconds by default. */
  lockTimeoutMs?: number;
}

const isPostgres = (url: string) => /^postgres(?:ql)?:/.test(url);

/** A store, and how far its clock is ahead of this machine's: see `Database`. */
export type OpenStore = Store & Pick<Database, 'aheadMs'>;

/**
 * Opens the store and brings its schema up to date.
 * @throws StoreError with a message for the operator
 */
export async function openStore(options: StoreOptions): Promise<OpenStore> {
  const { url, now, log, shards = null, keys = [] } = options;
  const database = await (isPostgres(url) ? openPostgres : openSqlite)(options);
  const { sql } = database;
  const sealed = await sealAll(sql, keys, now).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  if (sealed > 0) log.info({ sealed }, 'store.sealed');
  const context = { now, log, shards, sealing: sealing(keys) };
  return Object.assign(createLedger(sql, context), {
    transaction: <T>(work: (ledger: Ledger) => Promise<T>) =>
      retryConflicts(() => sql.atomically((part) => work(createLedger(part, context)))),
    correctDueTimes: () => correctDueTimes(sql, now()),
    figures: () => storeFigures(sql, shards, now()),
    deleteExpired: () => sweepDocuments(sql, now()),
    aheadMs: () => database.aheadMs(),
    close: () => database.close(),
  });
}
