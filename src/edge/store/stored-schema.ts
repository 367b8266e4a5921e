import { type Engine, tableNames } from './copy-all.ts';
import { foreignDatabase, StoreError } from './sql.ts';

/**
 * The version of a database's schema.
 * @param where the database in words
 * @throws StoreError when it has none
 */
export async function storedSchema(engine: Engine, where: string): Promise<number> {
  const names = await tableNames(engine);
  if (names.length === 0) {
    throw new StoreError(`${where} has no tables yet: start the bot once, which makes them`);
  }
  const row = names.includes('schema_version')
    ? await engine.sql.get('SELECT version FROM schema_version')
    : null;
  if (typeof row?.version !== 'number') throw foreignDatabase(where);
  return row.version;
}
