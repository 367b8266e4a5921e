import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PostgresDatabase } from '../../../../src/edge/store/postgres/driver.ts';
import { openPostgres } from '../../../../src/edge/store/postgres/open.ts';
import { type Postgres, startPostgres, withoutPostgres } from '../../../real/postgres.ts';
import { silent } from '../stores.ts';

const skipped = withoutPostgres === null ? '' : ` (${withoutPostgres})`;

describe.skipIf(withoutPostgres !== null)(`on a real PostgreSQL${skipped}`, () => {
  let postgres: Postgres;
  let url: string;
  beforeAll(async () => {
    postgres = await startPostgres();
    url = await postgres.newDatabase();
    const database = await openPostgres({ url, now: Date.now, log: silent });
    await database.close();
    await postgres.query(url, 'CREATE TABLE desk (name TEXT PRIMARY KEY, cases BIGINT NOT NULL)');
    await postgres.query(url, `INSERT INTO desk VALUES ('harbour', 0)`);
  });
  afterAll(() => postgres.stop());

  test('a transaction that another process came in the way of runs alone the next time', async () => {
    const one = new PostgresDatabase(url);
    const other = new PostgresDatabase(url);
    const add = 'UPDATE desk SET cases = cases + 1';
    const done: string[] = [];
    /** A transaction of the other process, which begins when it is told to. */
    const ofOther = (name: string) => {
      const begun = new AbortController();
      const ended = once(begun.signal, 'abort').then(() =>
        other.atomically(async (sql) => {
          await sql.run(add);
          done.push(name);
        }),
      );
      return { begin: () => begun.abort(), ended };
    };
    const before = ofOther('before');
    const after = ofOther('after');
    let tries = 0;
    await one.atomically(async (sql) => {
      tries += 1;
      await sql.get('SELECT cases FROM desk');
      if (tries === 1) {
        before.begin();
        await before.ended;
      } else if (tries === 2) {
        after.begin();
        await isBlocked(postgres, url, done);
      }
      await sql.run(add);
      done.push('one');
    });
    await after.ended;
    expect(tries).toBe(2);
    expect(done).toEqual(['before', 'one', 'after']);
    expect(await one.get('SELECT cases FROM desk')).toEqual({ cases: 3 });
    await Promise.all([one.close(), other.close()]);
  });
});

/** Asks until a session waits for another one's lock, or something more is done. */
async function isBlocked(postgres: Postgres, url: string, done: readonly string[]): Promise<void> {
  const before = done.length;
  const waiting = `SELECT 1 FROM pg_stat_activity
    WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0`;
  while (done.length === before && (await postgres.query(url, waiting)).length === 0);
}
