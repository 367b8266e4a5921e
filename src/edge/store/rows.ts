import { z } from 'zod';
import { StoreError } from './sql.ts';

/** A truth value as the tables keep it. */
export const sqlBoolean = (truth: boolean) => (truth ? 1 : 0);

/** Reads it back. */
export const SqlBoolean = z.union([z.literal(0), z.literal(1)]).transform((value) => value === 1);

/**
 * A row, or a document kept in one, as its schema tells.
 * @throws StoreError naming the table and the key when it is damaged
 */
export function parseRow<T>(schema: z.ZodType<T>, kept: unknown, table: string, key: unknown): T {
  const read = schema.safeParse(kept);
  if (read.success) return read.data;
  throw damaged(table, key, z.prettifyError(read.error), read.error);
}

/** The same for a JSON text. */
export function parseJson<T>(schema: z.ZodType<T>, text: unknown, table: string, key: unknown): T {
  let document: unknown;
  try {
    document = JSON.parse(String(text));
  } catch (error) {
    throw damaged(table, key, 'it is not JSON', error);
  }
  return parseRow(schema, document, table, key);
}

function damaged(table: string, key: unknown, what: string, cause: unknown): StoreError {
  return new StoreError(
    `the row ${String(key)} of the table ${table} cannot be read: ${what}. Restore a backup of the database, or delete that row.`,
    { cause },
  );
}
