import { backupMarkKey, BackupMark, reconcileMs } from '../../core/delivery/backup-mark.ts';
import type { DocumentStore } from '../../core/ports/ledger.ts';
import type { Log } from '../../core/ports/log.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { documentStore } from './documents/document-store.ts';
import type { Sql } from './sql.ts';

const namespace = 'backups';

/** Old cards have buttons with the numbers of cases that a restored database does not know. */
const skippedCaseNumbers = 1_000;

const copyRemedy =
  'Nothing: this database is a copy, so the bot first looks in Discord for what it posted since. Settings, feeds, reports and rulings are as they were then.';

function backupMarks(
  sql: Sql,
  { now, log }: { now: () => UnixMs; log: Log },
): DocumentStore<BackupMark> {
  const remedy = 'Say when the backup was made: wirethread restored TIME.';
  return documentStore(sql, { namespace, schema: BackupMark, unreadable: { remedy }, now, log });
}

/** Marks a database as a copy of that time, until its next start. */
export async function markAsCopy(sql: Sql, takenAt: UnixMs, log: Log): Promise<void> {
  const marks = backupMarks(sql, { now: () => takenAt, log });
  const earlier = await marks.get(backupMarkKey);
  // Copied again before all of its gap was found: the gap begins where it did.
  await marks.save(backupMarkKey, { takenAt: Math.min(takenAt, earlier?.takenAt ?? Infinity) });
}

/** Whether it is a copy that has not been started since. */
export async function isFreshCopy(sql: Sql): Promise<boolean> {
  return (await endOfMark(sql)) === Infinity;
}

/** When the mark expires: never before the first start. Of a database without a mark, long ago. */
async function endOfMark(sql: Sql): Promise<UnixMs> {
  const row = await sql.get(
    'SELECT expires_at FROM document WHERE namespace = ? AND key = ?',
    namespace,
    backupMarkKey,
  );
  if (row === null) return 0;
  return row.expires_at === null ? Infinity : Number(row.expires_at);
}

/** A copy's mark, and until when the bot looks for what was posted since. */
interface Reconciling {
  mark: BackupMark;
  until: UnixMs;
}

/**
 * At the first start of a copy: from now on, for a time, the bot looks for what was posted since.
 * `null` when the database is no copy, or has been started long ago.
 */
export async function beginReconciling(
  sql: Sql,
  now: UnixMs,
  log: Log,
): Promise<Reconciling | null> {
  const isFirst = await sql.atomically(async (sql) => {
    if (!(await isFreshCopy(sql))) return false;
    await sql.run(
      'UPDATE document SET expires_at = ? WHERE namespace = ? AND key = ?',
      now + reconcileMs,
      namespace,
      backupMarkKey,
    );
    await sql.run('UPDATE case_number SET last = last + ?', skippedCaseNumbers);
    return true;
  });
  const mark = await backupMarks(sql, { now: () => now, log }).get(backupMarkKey);
  if (mark === null) return null;
  const until = await endOfMark(sql);
  if (isFirst) {
    log.warn({ takenAt: mark.takenAt, untilAt: until, remedy: copyRemedy }, 'store.restored');
  }
  return { mark, until };
}
