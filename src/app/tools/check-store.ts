import type { StoreToRead } from '../../edge/store/open-for-reading.ts';
import { otherSchema } from '../../edge/store/migrations/index.ts';
import { readOnlyServer } from '../../edge/store/postgres/postgres-errors.ts';
import { type Check, ok, problem } from './check.ts';
import { checkClock } from './check-machine.ts';
import { sizeText } from './size-text.ts';

export function checkStore(store: StoreToRead): Check[] {
  const { where, schema, newest, bytes, damage, isReadOnly, aheadMs } = store;
  const size = bytes === null ? '' : `, ${sizeText(bytes)}`;
  const checks = [checkSchema(where, schema, newest, size)];
  if (damage !== null) {
    checks.push(
      problem(
        `The database is damaged (${damage}): stop the bot and restore a backup (wirethread restore FILE), or recover what is left with "sqlite3 ${where} .recover".`,
      ),
    );
  }
  if (isReadOnly) checks.push(problem(`${readOnlyServer(where)}.`));
  if (bytes === null) checks.push(checkClock('the database', aheadMs));
  return checks;
}

function checkSchema(where: string, schema: number, newest: number, size: string): Check {
  if (schema === newest) return ok(`The database is ${where}: schema ${schema}${size}.`);
  const { message } = otherSchema(schema, where);
  return problem(`${message}. Its servers are not checked.`);
}
