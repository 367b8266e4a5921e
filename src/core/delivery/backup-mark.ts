import { z } from 'zod';
import { dayMs, UnixMs } from '../time/duration.ts';

/**
 * A database that is a copy has it: since then Discord may have got messages that this database does
 * not know.
 */
export const BackupMark = z.object({ takenAt: UnixMs });
export type BackupMark = z.infer<typeof BackupMark>;

/** Its key among the documents. */
export const backupMarkKey = 'taken';

/**
 * How long after its first start a restored database looks for such messages: by then feeds no longer
 * have the stories of that time, or have given them.
 */
export const reconcileMs = 7 * dayMs;
