import { isPostgres } from '../../edge/store/open-database.ts';
import { plural } from '../../text/plural.ts';
import { dayMs, type UnixMs } from '../../core/time/duration.ts';
import { reconcileMs } from '../../core/delivery/backup-mark.ts';
import { markRestored } from '../../edge/store/mark-restored.ts';
import { restoreSqlite } from '../../edge/store/sqlite/restore.ts';
import { StoreError } from '../../edge/store/sql.ts';
import { quoted, withoutPassword } from './back-up.ts';
import type { ToolContext } from './tool-context.ts';

const looksFor = `For ${plural(reconcileMs / dayMs, 'day')} after its next start the bot looks in Discord for what it posted since the backup, before it posts there.`;
const lost =
  'Settings, feeds, reports and rulings are as they were when the backup was made: later ones are lost.';

/** `wirethread restore FILE`. @throws StoreError with what to do */
export async function restore(from: string, context: ToolContext): Promise<void> {
  const { settings, print } = context;
  if (isPostgres(settings.storeUrl)) {
    const url = quoted(withoutPassword(settings.storeUrl));
    print(`pg_restore --clean --if-exists --dbname=${url} ${quoted(from)}`);
    print('wirethread restored 2026-11-29T08:00Z');
    throw new StoreError(
      "the database is a PostgreSQL one: stop the bot, restore it with PostgreSQL's own program by the first command above, and say with the second one when the backup began, so that nothing is posted twice",
    );
  }
  const { file, movedTo, schema } = await restoreSqlite(settings.storeUrl, from, context);
  print(`${file} is now what ${from} had (schema ${schema}).`);
  if (movedTo !== null)
    print(`The database that was there is ${movedTo}: delete it when all is well.`);
  print(lost);
  print(`${looksFor} Start it as usual.`);
}

/** `wirethread restored TIME`. @throws StoreError with what to do */
export async function noteRestored(takenAt: UnixMs, context: ToolContext): Promise<void> {
  const { settings, print, now } = context;
  if (takenAt > now()) {
    throw new StoreError('that time is still to come: give the time when the backup began');
  }
  await markRestored(settings.storeUrl, takenAt, context);
  print(`The database is marked as a copy of ${new Date(takenAt).toISOString()}.`);
  print(lost);
  print(`${looksFor} Start it as usual.`);
}
