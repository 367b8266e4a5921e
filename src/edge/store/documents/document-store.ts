import type { z } from 'zod';
import type { DocumentStore } from '../../../core/ports/ledger.ts';
import type { Log } from '../../../core/ports/log.ts';
import type { UnixMs } from '../../../core/time/duration.ts';
import { documents } from './keyv-adapter.ts';
import { isSecret, type Sealing } from './sealing.ts';
import { parseRow } from '../rows.ts';
import type { Sql } from '../sql.ts';

interface DocumentStoreOptions<T> {
  namespace: string;
  schema: z.ZodType<T>;
  /**
   * What an invalid document is: an error, as for a guild's settings; else none, and the log says
   * what to do. It stays stored until another one is saved.
   */
  unreadable: 'throw' | { remedy: string };
  /** Encrypts those with secrets; they are stored as they are without it. */
  sealing?: Sealing;
  now: () => UnixMs;
  log: Log;
}

/** Documents of one schema, in a namespace of their own. */
export function documentStore<T>(sql: Sql, options: DocumentStoreOptions<T>): DocumentStore<T> {
  const { namespace, schema, unreadable, now, log } = options;
  const sealing = isSecret(namespace) ? options.sealing : undefined;
  const placeOf = (key: string) => `${namespace}:${key}`;
  const keyv = documents(sql, namespace, now);
  return {
    async get(key) {
      const stored: unknown = await keyv.get(key).catch((error: unknown) => {
        // Not JSON, so no schema accepts it.
        if (error instanceof SyntaxError) return NaN;
        throw error;
      });
      if (stored === undefined) return null;
      const document = sealing ? sealing.open(placeOf(key), stored) : stored;
      if (unreadable === 'throw') return parseRow(schema, document, 'document', placeOf(key));
      const read = schema.safeParse(document);
      if (read.success) return read.data;
      log.warn({ namespace, key, ...unreadable }, 'document.unreadable');
      return null;
    },

    async save(key, document, ttlMs) {
      await keyv.set(key, sealing ? sealing.seal(placeOf(key), document) : document, ttlMs);
    },

    async delete(key) {
      await keyv.delete(key);
    },
  };
}
