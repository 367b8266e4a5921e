import { renameSync } from 'node:fs';
import { migrate } from '../migrations/index.ts';
import type { Sql } from '../sql.ts';
import { emptyUnfinished, refuseExisting, syncToDisk } from './copied-file.ts';
import { giveToFolderOwner, toFile } from './database-file.ts';
import { SqliteFile } from './driver.ts';
import { unfinishedFile, whileUnused } from './restore.ts';

/**
 * Makes a database of the newest schema and lets `fill` write into it, as often as it is called. It
 * gets its name when all of it is on the disk: whatever ends the process before, there is no such file,
 * and a bot that is started on it says that the move was interrupted.
 * @throws StoreError when there is such a file, or it cannot be written
 */
export async function fillNewFile(file: string, fill: (sql: Sql) => Promise<void>): Promise<void> {
  refuseExisting(file);
  await whileUnused(file, async () => {
    refuseExisting(file);
    const unfinished = unfinishedFile(file);
    // An interrupted one left it.
    toFile(unfinished, () => emptyUnfinished(unfinished));
    giveToFolderOwner(unfinished);
    const database = new SqliteFile(unfinished, 0);
    try {
      const sql = await database.prepare();
      await migrate(sql, file);
      await fill(sql);
      // One file: nothing of it is left beside it.
      await sql.get('PRAGMA journal_mode = DELETE');
    } finally {
      database.close();
    }
    syncToDisk(unfinished);
    renameSync(unfinished, file);
    syncToDisk(file);
  });
}
