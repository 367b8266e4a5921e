import { migrate, migrations, type MigrationStep, refuseNewer } from '../migrations/index.ts';
import { SqliteFile } from '../sqlite/driver.ts';
import { foreignDatabase, type Sql, StoreError } from '../sql.ts';
import { translateSchema, translateTrigger } from './translate.ts';

/** The schema with which PostgreSQL begins: no database of an older one was ever in PostgreSQL. */
const firstVersion = 18;

/** Processes that start at the same time migrate one after another. Any number, always the same. */
const migrationLock = 7_153_249;

/** What SQLite has and PostgreSQL lacks. */
const functions = [
  `CREATE FUNCTION json_valid(document text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS
    $$ BEGIN PERFORM document::json; RETURN true; EXCEPTION WHEN others THEN RETURN false; END $$`,
];

/**
 * Brings the schema to the newest version; a new database gets the one that SQLite's migrations
 * lead to. Returns the version found.
 * @param where the database in words
 * @throws StoreError when another program, or a newer Wirethread, wrote the database
 */
export async function migratePostgres(sql: Sql, where: string): Promise<number> {
  return sql.atomically(async (sql) => {
    await sql.get('SELECT pg_advisory_xact_lock(?)', migrationLock);
    const found = await foundVersion(sql, where);
    refuseNewer(found, migrations.length, where);
    if (found === 0) {
      for (const statement of await firstSchema()) await sql.run(statement);
      await sql.run('INSERT INTO schema_version (version) VALUES (?)', firstVersion);
    }
    const steps = migrations.slice(found || firstVersion).flat();
    for (const step of steps) await runStep(sql, step);
    await sql.run('UPDATE schema_version SET version = ?', migrations.length);
    return found;
  }, 'schema');
}

async function foundVersion(sql: Sql, where: string): Promise<number> {
  const tables = await sql.all(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()`,
  );
  if (tables.length === 0) return 0;
  const row = tables.some(({ name }) => name === 'schema_version')
    ? await sql.get('SELECT version FROM schema_version')
    : null;
  if (typeof row?.version !== 'number') throw foreignDatabase(where);
  return row.version;
}

async function runStep(sql: Sql, step: MigrationStep): Promise<void> {
  if (typeof step === 'string') await sql.run(translateSchema(step));
  else await step(sql);
}

/** The statements that create the tables as SQLite's migrations leave them. */
async function firstSchema(): Promise<string[]> {
  const file = new SqliteFile(':memory:', 0);
  try {
    const sql = await file.prepare();
    await migrate(sql, 'memory', migrations.slice(0, firstVersion));
    const rows = await sql.all(
      `SELECT type, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
    );
    return [
      ...functions,
      ...rows.flatMap((row) => statementsOf(String(row.type), String(row.sql))),
    ];
  } finally {
    file.close();
  }
}

function statementsOf(type: string, sql: string): string[] {
  if (type !== 'trigger') return [translateSchema(sql)];
  const statements = translateTrigger(sql);
  if (!statements) throw new StoreError(`PostgreSQL has no trigger such as ${sql}`);
  return statements;
}
