import type { Log } from '../../core/ports/log.ts';
import { type CopiedTable, copyAll, type Engine } from './copy-all.ts';
import { migrations } from './migrations/index.ts';
import { isPostgres, openDatabase } from './open-database.ts';
import { PostgresDatabase } from './postgres/driver.ts';
import { type Sql, StoreError } from './sql.ts';
import { refuseMissing } from './sqlite/copied-file.ts';
import { refuseForeign } from './sqlite/database-file.ts';
import { SqliteFile } from './sqlite/driver.ts';
import { databasePath } from './sqlite/location.ts';
import { refuseDuringRestore, whileUnused } from './sqlite/restore.ts';

interface Move {
  /** A "sqlite:" or "postgres://" address each, of different kinds. */
  from: string;
  to: string;
  now: () => number;
  log: Log;
  onTable: (copied: CopiedTable) => void;
}

const kindOf = (url: string) => (isPostgres(url) ? 'postgres' : 'sqlite');

/**
 * Copies a database that nobody uses into an empty one of the other kind: all of it, or nothing. The
 * source is only read.
 * @throws StoreError with what to do
 */
export async function moveDatabase(move: Move): Promise<void> {
  const { from, to } = move;
  if (kindOf(from) === kindOf(to)) {
    throw new StoreError(
      'both are of the same kind: for two files use wirethread backup and restore, for two PostgreSQL databases pg_dump and pg_restore',
    );
  }
  await (kindOf(from) === 'sqlite' ? moveFile(move) : movePostgres(move));
}

async function moveFile(move: Move): Promise<void> {
  const file = databasePath(move.from);
  refuseMissing(file, 'check the path after "sqlite:"');
  refuseForeign(file);
  refuseDuringRestore(file);
  await whileUnused(file, async () => {
    const source = new SqliteFile(file, 1_000, { readOnly: true });
    try {
      const sql = source.reader();
      await refuseOtherSchema(sql, file);
      await copyInto({ kind: 'sqlite', sql }, move);
    } finally {
      source.close();
    }
  });
}

async function movePostgres(move: Move): Promise<void> {
  const source = new PostgresDatabase(move.from);
  try {
    await refuseUsed(source, source.where);
    await refuseOtherSchema(source, source.where);
    // Read as it is at one instant.
    await source.atomically((sql) => copyInto({ kind: 'postgres', sql }, move));
  } finally {
    await source.close();
  }
}

async function copyInto(source: Engine, { to, now, log, onTable }: Move): Promise<void> {
  const kind = kindOf(to);
  if (kind === 'postgres') await refuseUsedTarget(to);
  const target = await openDatabase({ url: to, now, log });
  try {
    await copyAll(source, { kind, sql: target.sql }, onTable);
  } finally {
    await target.close();
  }
}

async function refuseOtherSchema(sql: Sql, where: string): Promise<void> {
  const row = await sql.get('SELECT version FROM schema_version');
  if (row?.version === migrations.length) return;
  throw new StoreError(
    `${where} has schema ${String(row?.version)}, this Wirethread ${migrations.length}: make a backup, start this Wirethread on it once, stop it, and try again`,
  );
}

async function refuseUsedTarget(url: string): Promise<void> {
  const target = new PostgresDatabase(url);
  try {
    await refuseUsed(target, target.where);
  } finally {
    await target.close();
  }
}

/** For the first call of a connection: later ones of ours would count as somebody's. */
async function refuseUsed(sql: Sql, where: string): Promise<void> {
  const row = await sql.get(
    `SELECT count(*) AS others FROM pg_stat_activity WHERE datname = current_database()
      AND application_name = 'wirethread' AND pid <> pg_backend_pid()`,
  );
  if (Number(row?.others) === 0) return;
  throw new StoreError(`a Wirethread uses ${where}: stop all of its processes, then try again`);
}
