import { type Sql, type SqlValue, StoreError } from './sql.ts';

/** How many rows are read at a time. */
const batchSize = 500;
/** How many rows a statement writes: each statement waits for its answer. */
const rowsAtOnce = 50;

/** A table and how many rows of it were copied. */
export interface CopiedTable {
  table: string;
  rows: number;
}

/** A database, or a transaction of it. */
export interface Engine {
  kind: 'sqlite' | 'postgres';
  sql: Sql;
}

/**
 * Copies all rows of all tables in one transaction, in batches, and compares the counts before it ends.
 * Both have the newest schema, and nobody changes the source meanwhile.
 * @throws StoreError when the target is not empty, or a count differs: then nothing is stored
 */
export async function copyAll(
  source: Engine,
  target: Engine,
  onTable: (copied: CopiedTable) => void,
): Promise<void> {
  const tables = await tablesOf(source);
  await target.sql.atomically(async (to) => {
    for (const table of tables) await refuseRows(to, table);
    for (const table of tables) {
      const rows = await copyTable(source, target, to, table);
      const copied = await countOf(to, table);
      if (copied !== rows) {
        throw new StoreError(
          `${table} has ${rows} rows in the source and ${copied} in the target: nothing was copied. Is the bot stopped?`,
        );
      }
      onTable({ table, rows });
    }
    if (target.kind === 'postgres') for (const table of tables) await setIdentities(to, table);
  });
}

const countOf = async (sql: Sql, table: string) =>
  Number((await sql.get(`SELECT count(*) AS rows FROM "${table}"`))?.rows);

async function refuseRows(sql: Sql, table: string): Promise<void> {
  if ((await countOf(sql, table)) === 0) return;
  throw new StoreError(
    `the target is not empty (its table ${table} has rows): name an empty database, such as a new one`,
  );
}

export async function tableNames({ kind, sql }: Engine): Promise<string[]> {
  const rows = await sql.all(
    kind === 'sqlite'
      ? `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`
      : 'SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()',
  );
  return rows.map(({ name }) => String(name));
}

/** Without the schema's version, which both have. A table comes after those that it refers to. */
async function tablesOf(engine: Engine): Promise<string[]> {
  const names = (await tableNames(engine)).filter((name) => name !== 'schema_version');
  return names.toSorted((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1));
}

/** Subscriptions refer to their feed; nothing else refers to anything. */
const rank = (table: string) => (table === 'feed' ? 0 : 1);

async function columnsOf({ kind, sql }: Engine, table: string): Promise<string[]> {
  const rows =
    kind === 'sqlite'
      ? await sql.all('SELECT name FROM pragma_table_info(?)', table)
      : await sql.all(
          'SELECT column_name AS name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = ?',
          table,
        );
  return rows.map(({ name }) => String(name)).filter((name) => name !== 'rowid');
}

/** Rows in the order in which they were added, which some tables are walked in. */
async function copyTable(source: Engine, target: Engine, to: Sql, table: string): Promise<number> {
  const columns = await columnsOf(source, table);
  const key = await walkKey(source, table, columns);
  const isWalked = key === 'rowid' && (await hasRowid({ ...target, sql: to }, table));
  const written = isWalked ? ['rowid', ...columns] : columns;
  const names = written.map((name) => `"${name}"`).join(', ');
  const marks = `(${written.map(() => '?').join(', ')})`;
  const overriding = target.kind === 'postgres' ? ' OVERRIDING SYSTEM VALUE' : '';
  const insert = `INSERT INTO "${table}" (${names})${overriding} VALUES`;
  let after: SqlValue[] | null = null;
  let rows = 0;
  for (;;) {
    const batch = await nextBatch(source, table, key, after);
    for (let at = 0; at < batch.length; at += rowsAtOnce) {
      const part = batch.slice(at, at + rowsAtOnce);
      const values = part.flatMap((row) => written.map((name) => row[name] as SqlValue));
      await to.run(`${insert} ${part.map(() => marks).join(', ')}`, ...values);
    }
    rows += batch.length;
    const last = batch.at(-1);
    if (!last || batch.length < batchSize) return rows;
    after = (key === 'rowid' ? ['rowid'] : key).map((name) => last[name] as SqlValue);
  }
}

/** By what the table is read in pages: SQLite's rowid, PostgreSQL's, or else its primary key. */
async function walkKey(
  source: Engine,
  table: string,
  columns: readonly string[],
): Promise<'rowid' | string[]> {
  if (source.kind === 'sqlite' || (await hasRowid(source, table))) return 'rowid';
  const rows = await source.sql.all(
    `SELECT a.attname AS name FROM pg_index i
      JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
      WHERE i.indisprimary AND i.indrelid = CAST(? AS regclass)`,
    table,
  );
  return rows.length === 0 ? [...columns] : rows.map(({ name }) => String(name));
}

/** SQLite has one in each table of ours; PostgreSQL where the rows are walked. */
async function hasRowid({ kind, sql }: Engine, table: string): Promise<boolean> {
  if (kind === 'sqlite') return true;
  const row = await sql.get(
    `SELECT 1 AS found FROM information_schema.columns
      WHERE table_schema = current_schema() AND table_name = ? AND column_name = 'rowid'`,
    table,
  );
  return row !== null;
}

async function nextBatch(
  { sql }: Engine,
  table: string,
  key: 'rowid' | string[],
  after: SqlValue[] | null,
) {
  const names = (key === 'rowid' ? ['rowid'] : key).map((name) => `"${name}"`).join(', ');
  const place = after === null ? '' : `WHERE (${names}) > (${after.map(() => '?').join(', ')})`;
  const what = key === 'rowid' ? `"${table}".rowid AS rowid, *` : '*';
  return sql.all(
    `SELECT ${what} FROM "${table}" ${place} ORDER BY ${names} LIMIT ${batchSize}`,
    ...(after ?? []),
  );
}

/** The next generated number comes after those that were copied. */
async function setIdentities(sql: Sql, table: string): Promise<void> {
  const rows = await sql.all(
    `SELECT column_name AS name FROM information_schema.columns
      WHERE table_schema = current_schema() AND table_name = ? AND is_identity = 'YES'`,
    table,
  );
  for (const { name } of rows) {
    await sql.get(
      `SELECT setval(pg_get_serial_sequence(?, ?), (SELECT max("${String(name)}") FROM "${table}")) AS at
        WHERE EXISTS (SELECT 1 FROM "${table}")`,
      table,
      String(name),
    );
  }
}
