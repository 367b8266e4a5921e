import type { Ledger, Store } from '../../core/ports/ledger.ts';
import type { Snowflake } from '../../core/ids.ts';
import { serves, type Shards } from '../../core/shards.ts';
import { sealAll, sealing } from './documents/sealing.ts';
import { sweepDocuments } from './documents/keyv-adapter.ts';
import { createLedger } from './ledger.ts';
import { type DatabaseOptions, openDatabase } from './open-database.ts';
import { retryConflicts } from './retry-conflicts.ts';
import { beginReconciling } from './restored.ts';
import type { Database } from './sql.ts';
import { correctDueTimes } from './tables/due-times.ts';
import { storeFigures } from './tables/figures.ts';

interface StoreOptions extends DatabaseOptions {
  /** The servers of which it claims work; all when missing. */
  shards?: Shards | null;
  /** Keys of 32 bytes that passwords are encrypted with: the newest first. */
  keys?: readonly Uint8Array[];
}

/** A store, how far its clock is ahead of this machine's, and turns over all processes: see `Database`. */
export type OpenStore = Store & Pick<Database, 'aheadMs' | 'takeTurn'>;

/**
 * Opens the store and brings its schema up to date.
 * @throws StoreError with a message for the operator
 */
export async function openStore(options: StoreOptions): Promise<OpenStore> {
  const { now, log, shards = null, keys = [] } = options;
  const database = await openDatabase(options);
  const { sql } = database;
  let restored: Awaited<ReturnType<typeof beginReconciling>>;
  try {
    const sealed = await sealAll(sql, keys, now);
    if (sealed > 0) log.info({ sealed }, 'store.sealed');
    restored = await beginReconciling(sql, now(), log);
  } catch (error) {
    await database.close();
    throw error;
  }
  const context = { now, log, shards, sealing: sealing(keys) };
  return Object.assign(createLedger(sql, context), {
    transaction: <T>(work: (ledger: Ledger) => Promise<T>) =>
      retryConflicts(() => sql.atomically((part) => work(createLedger(part, context)))),
    correctDueTimes: () => correctDueTimes(sql, now()),
    onDue(hear: () => void) {
      const isOurs = (guildId: Snowflake) => shards === null || serves(shards, guildId);
      database.onAnnounced((guildIds) => {
        if (guildIds === null || guildIds.some(isOurs)) hear();
      });
    },
    backupMark: () => (restored && now() < restored.until ? restored.mark : null),
    figures: () => storeFigures(sql, shards, now()),
    deleteExpired: () => sweepDocuments(sql, now()),
    aheadMs: () => database.aheadMs(),
    takeTurn: database.takeTurn,
    close: () => database.close(),
  });
}
