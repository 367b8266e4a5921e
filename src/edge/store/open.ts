import type { Store } from '../../core/ports/ledger.ts';
import type { Log } from '../../core/ports/log.ts';
import { sweepDocuments } from './documents/keyv-adapter.ts';
import { SqliteFile } from './sqlite/driver.ts';
import { createLedger } from './ledger.ts';
import { databaseFile } from './sqlite/location.ts';
import { migrate, migrations } from './migrations/index.ts';

interface StoreOptions {
  /** "sqlite:" and the path of a file, which is made with its folder when missing. */
  url: string;
  /** Epoch milliseconds; only documents with a time to live ask for it. */
  now: () => number;
  log: Log;
  /** How long another process's lock is waited for; 10 seconds. */
  patienceMs?: number;
}

/**
 * Opens the store and brings its schema up to date.
 * @throws StoreError with words for the operator
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { url, now, log, patienceMs = 10_000 } = options;
  const file = databaseFile(url);
  const database = new SqliteFile(file, patienceMs);
  const sql = await database.prepare();
  try {
    const found = await migrate(sql, file);
    await sweepDocuments(sql, now());
    log.info({ file, schema: migrations.length, found }, 'store.opened');
  } catch (error) {
    database.close();
    throw error;
  }
  const surroundings = { now, log };
  return {
    ...createLedger(sql, surroundings),
    transaction: (work) => sql.atomically((part) => work(createLedger(part, surroundings))),
    deleteExpired: () => sweepDocuments(sql, now()),
    close: async () => {
      if (!database.isOpen) return;
      // What was asked for before is done first.
      await sql.get('SELECT 1');
      database.close();
    },
  };
}
