import { z } from 'zod';
import { StoreError } from './sql.ts';

/** A boolean as the tables store it. */
export const sqlBoolean = (truth: boolean) => (truth ? 1 : 0);

/** A stored boolean, read as `boolean`. */
export const SqlBoolean = z.union([z.literal(0), z.literal(1)]).transform((value) => value === 1);

/**
 * Validates a row, or a document stored in one.
 * @throws StoreError that names the table and the key of a damaged row
 */
export function parseRow<T>(schema: z.ZodType<T>, stored: unknown, table: string, key: unknown): T {
  const read = schema.safeParse(stored);
  if (read.success) return read.data;
  throw damaged(table, key, z.prettifyError(read.error), read.error);
}

/** Parses and validates a stored JSON text. */
export function parseJson<T>(schema: z.ZodType<T>, text: unknown, table: string, key: unknown): T {
  return parseRow(schema, readJson(text, table, key), table, key);
}

/** Parses a stored JSON text, which is validated with the rest of its row. */
export function readJson(text: unknown, table: string, key: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch (error) {
    throw damaged(table, key, 'it is not JSON', error);
  }
}

function damaged(table: string, key: unknown, what: string, cause: unknown): StoreError {
  return new StoreError(
    `the row ${String(key)} of the table ${table} cannot be read: ${what}. Restore a backup of the database, or delete that row.`,
    { cause },
  );
}
