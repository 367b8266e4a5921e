import { type CopiedTable, copyAll, type Engine } from './copy-all.ts';
import { migrations, otherSchema } from './migrations/index.ts';
import { isPostgres } from './open-database.ts';
import { PostgresDatabase } from './postgres/driver.ts';
import { migratePostgres } from './postgres/migrate.ts';
import { refuseUsed, refuseUsedServer } from './postgres/in-use.ts';
import { StoreError } from './sql.ts';
import { refuseUnreadable } from './sqlite/copied-file.ts';
import { refuseEmpty, refuseForeign } from './sqlite/database-file.ts';
import { SqliteFile } from './sqlite/driver.ts';
import { databaseFile, databasePath } from './sqlite/location.ts';
import { fillNewFile } from './sqlite/new-file.ts';
import { refuseHalfRestored, whileUnused } from './sqlite/restore.ts';
import { storedSchema } from './stored-schema.ts';

interface Move {
  /** A "sqlite:" or "postgres://" address each, of different kinds. */
  from: string;
  to: string;
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
  refuseUnreadable(file, 'check the path after "sqlite:"');
  refuseForeign(file);
  refuseEmpty(file);
  refuseHalfRestored(file);
  await whileUnused(file, async () => {
    const source = new SqliteFile(file, 1_000, { readOnly: true });
    try {
      const engine: Engine = { kind: 'sqlite', sql: source.reader() };
      await refuseOtherSchema(engine, file);
      await copyInto(engine, move);
    } finally {
      source.close();
    }
  });
}

async function movePostgres(move: Move): Promise<void> {
  const source = new PostgresDatabase(move.from, null);
  try {
    await refuseUsed(source, source.where);
    await refuseOtherSchema({ kind: 'postgres', sql: source }, source.where);
    // Read as it is at one instant.
    await source.atomically((sql) => copyInto({ kind: 'postgres', sql }, move));
  } finally {
    await source.close();
  }
}

async function copyInto(source: Engine, { to, onTable }: Move): Promise<void> {
  if (kindOf(to) === 'sqlite') {
    await fillNewFile(databaseFile(to), (sql) => copyAll(source, { kind: 'sqlite', sql }, onTable));
    return;
  }
  await refuseUsedServer(to);
  const target = new PostgresDatabase(to, null);
  try {
    // The tables and their rows at once: tables without rows would look like a new database.
    await target.atomically(async (sql) => {
      await migratePostgres(sql, target.where);
      await copyAll(source, { kind: 'postgres', sql }, onTable);
    }, 'schema');
    // Until it knows the sizes, PostgreSQL reads whole tables where an index would serve.
    await target.run('ANALYZE');
  } finally {
    await target.close();
  }
}

async function refuseOtherSchema(engine: Engine, where: string): Promise<void> {
  const found = await storedSchema(engine, where);
  if (found !== migrations.length) throw otherSchema(found, where);
}
