import type { Log } from '../../core/ports/log.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { isPostgres, openDatabase } from './open-database.ts';
import { refuseUsedServer } from './postgres/in-use.ts';
import { markAsCopy } from './restored.ts';
import { refuseUnreadable } from './sqlite/copied-file.ts';
import { databasePath } from './sqlite/location.ts';
import { whileUnused } from './sqlite/restore.ts';

async function refuseUsedFile(file: string): Promise<void> {
  refuseUnreadable(file, 'check --data, DATA_DIR or STORE_URL');
  await whileUnused(file, async () => {});
}

/**
 * Says of a database that other means restored when its backup was made. A bot reads that when it starts.
 * @throws StoreError when it cannot be opened, or a bot uses it
 */
export async function markRestored(
  url: string,
  takenAt: UnixMs,
  { now, log }: { now: () => UnixMs; log: Log },
): Promise<void> {
  if (isPostgres(url)) await refuseUsedServer(url);
  else await refuseUsedFile(databasePath(url));
  const database = await openDatabase({ url, now, log });
  try {
    await markAsCopy(database.sql, takenAt, log);
  } finally {
    await database.close();
  }
}
