import { isPostgres } from '../../edge/store/open-database.ts';
import { moveDatabase } from '../../edge/store/move-database.ts';
import { numberText } from '../../text/plural.ts';
import { quoted, withoutPassword } from './back-up.ts';
import type { ToolContext } from './tool-context.ts';

/** `wirethread migrate FROM TO`. @throws StoreError with what to do */
export async function migrateStore(
  { from, to }: { from: string; to: string },
  { print }: ToolContext,
): Promise<void> {
  let all = 0;
  const onTable = ({ table, rows }: { table: string; rows: number }) => {
    all += rows;
    print(`${table}: ${numberText(rows)}`);
  };
  await moveDatabase({ from, to, onTable });
  const address = isPostgres(to) ? withoutPassword(to) : to;
  print(`All ${numberText(all)} rows were copied, and the counts of each table are equal.`);
  print(`Now set STORE_URL to ${quoted(address)} and start the bot.`);
  print('Do not start it on the old database again: it would post what the new one has posted.');
}
