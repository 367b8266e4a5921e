import type { Log } from '../../core/ports/log.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { openDatabase } from './open-database.ts';
import { markAsCopy } from './restored.ts';

/**
 * Says of a database that other means restored when its backup was made.
 * @throws StoreError when it cannot be opened
 */
export async function markRestored(
  url: string,
  takenAt: UnixMs,
  { now, log }: { now: () => UnixMs; log: Log },
): Promise<void> {
  const database = await openDatabase({ url, now, log });
  try {
    await markAsCopy(database.sql, takenAt, log);
  } finally {
    await database.close();
  }
}
