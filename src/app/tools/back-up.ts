import { isPostgres } from '../../edge/store/open-database.ts';
import { backupSqlite } from '../../edge/store/sqlite/backup.ts';
import { StoreError } from '../../edge/store/sql.ts';
import type { ToolContext } from './tool-context.ts';
import { sizeText } from './size-text.ts';

/** `wirethread backup FILE`. @throws StoreError with what to do */
export async function backUp(file: string, context: ToolContext): Promise<void> {
  const { settings, print } = context;
  if (isPostgres(settings.storeUrl)) {
    print(pgDump(settings.storeUrl, file));
    throw new StoreError(
      "the database is a PostgreSQL one: back it up with PostgreSQL's own program, by the command above; the bot may run",
    );
  }
  const made = await backupSqlite(settings.storeUrl, file, context);
  print(
    `${made.file} is a copy of ${made.source}: ${sizeText(made.bytes)}, checked, schema ${made.schema}.`,
  );
  print('Passwords of feeds are in it: keep it where only you can read it.');
  print(`To go back to it, stop the bot and run: wirethread restore ${made.file}`);
}

/** The command that backs a PostgreSQL database up, which no copy of ours would do better. */
function pgDump(url: string, file: string): string {
  return `pg_dump --format=custom --file=${quoted(file)} ${quoted(withoutPassword(url))}`;
}

/** pg_dump asks for the password, or reads it in PGPASSWORD or ~/.pgpass. */
export function withoutPassword(url: string): string {
  const address = new URL(url);
  address.password = '';
  address.searchParams.delete('password');
  return address.href;
}

/** One word for a shell. */
export const quoted = (word: string) =>
  /^[\w./:@=-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
