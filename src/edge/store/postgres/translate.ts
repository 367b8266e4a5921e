import { lockShared, skipLocked } from '../sql.ts';

// The tables' code is written once, in the SQL that SQLite and PostgreSQL share. These are the few
// constructs that the two spell differently.

/** Of the statements that are translated most: each is translated once. */
const translated = new Map<string, string>();

/** A statement of the tables' code for PostgreSQL. */
export function translate(sql: string): string {
  const known = translated.get(sql);
  if (known !== undefined) return known;
  let values = 0;
  const result = sql
    .replaceAll(
      /json_each\((\w+|\?)\)/g,
      (_, list: string) => `json_array_elements_text((${list})::json) AS each (value)`,
    )
    .replaceAll(
      /json_extract\((\w+), '\$\.([\w.]+)'\)/g,
      (_, column: string, path: string) => `(${column}::json #>> '{${path.replaceAll('.', ',')}}')`,
    )
    .replaceAll(skipLocked, 'FOR UPDATE SKIP LOCKED')
    .replaceAll(lockShared, 'FOR SHARE')
    .replaceAll(/'(?:[^']|'')*'|\?/g, (part) => (part === '?' ? `$${(values += 1)}` : part));
  translated.set(sql, result);
  return result;
}

/** Rows of these tables are walked in the order in which they were added, as SQLite's `rowid` gives it. */
const walked = ['story', 'channel_story'];

/** A statement that creates or changes a table or an index, for PostgreSQL. */
export function translateSchema(sql: string): string {
  return (
    sql
      .replaceAll(
        /\bINTEGER PRIMARY KEY AUTOINCREMENT\b/g,
        'BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY',
      )
      .replaceAll(/\bINTEGER\b/g, 'BIGINT')
      .replaceAll(/\bREAL\b/g, 'DOUBLE PRECISION')
      // SQLite compares texts by their bytes.
      .replaceAll(/\bTEXT\b/g, 'TEXT COLLATE "C"')
      .replace(/^(CREATE TABLE "?(\w+)"? \()/, (begin: string, _: string, table: string) =>
        walked.includes(table) ? `${begin} rowid BIGINT GENERATED ALWAYS AS IDENTITY,` : begin,
      )
  );
}

/** A trigger of SQLite that refuses every change: `null` for any other one. */
export function translateTrigger(sql: string): string[] | null {
  const match =
    /^CREATE TRIGGER (\w+) BEFORE (UPDATE|DELETE) ON (\w+)\s+BEGIN SELECT RAISE\(ABORT, '([^']*)'\); END$/.exec(
      sql.trim(),
    );
  if (!match) return null;
  const [, name, change, table, message] = match;
  return [
    `CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION '${message}'; END $$`,
    `CREATE TRIGGER ${name} BEFORE ${change} ON ${table} FOR EACH ROW EXECUTE FUNCTION ${name}()`,
  ];
}
