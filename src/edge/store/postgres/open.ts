import type { Log } from '../../../core/ports/log.ts';
import { sweepDocuments } from '../documents/keyv-adapter.ts';
import { migrations } from '../migrations/index.ts';
import type { Database, Sql } from '../sql.ts';
import { PostgresDatabase } from './driver.ts';
import { migratePostgres } from './migrate.ts';
import { Session } from './session.ts';

interface ServerOptions {
  /** "postgres://user:password@host:port/database" */
  url: string;
  now: () => number;
  log: Log;
}

/** How often the two clocks are compared: the fastest answer says it best. */
const comparisons = 5;

/** How far the database's clock is ahead of `now`, in milliseconds. */
export async function measureClock(sql: Sql, now: () => number): Promise<number> {
  let fastestMs = Infinity;
  let aheadMs = 0;
  for (let index = 0; index < comparisons; index += 1) {
    const asked = now();
    const row = await sql.get('SELECT floor(extract(epoch FROM clock_timestamp()) * 1000) AS now');
    const answered = now();
    if (answered - asked >= fastestMs) continue;
    fastestMs = answered - asked;
    aheadMs = Math.round(Number(row?.now) - (asked + answered) / 2);
  }
  return aheadMs;
}

/** A migration may take its time, and waits for that of another process. Returns the version found. */
async function migrated(url: string): Promise<number> {
  const sql = new PostgresDatabase(url, null);
  try {
    return await migratePostgres(sql, sql.where);
  } finally {
    await sql.close();
  }
}

/**
 * Opens a PostgreSQL database and brings its schema up to date. The leases of a process that was
 * killed end at their own time: others may be at work.
 * @throws StoreError with a message for the operator
 */
export async function openPostgres({ url, now, log }: ServerOptions): Promise<Database> {
  const found = await migrated(url);
  const sql = new PostgresDatabase(url);
  try {
    await sweepDocuments(sql, now());
    log.info({ database: sql.where, schema: migrations.length, found }, 'store.opened');
    const aheadMs = await measureClock(sql, now);
    const session = new Session(url, sql.where, log);
    return {
      sql,
      aheadMs: () => aheadMs,
      takeTurn: (name, most, signal) => session.takeTurn(name, most, signal),
      onAnnounced: (hear) => (session.heard = hear),
      async close() {
        await session.close();
        await sql.close();
      },
    };
  } catch (error) {
    await sql.close();
    throw error;
  }
}
