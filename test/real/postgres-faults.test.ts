import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { checkStore } from '../../src/app/tools/check-store.ts';
import { openForReading } from '../../src/edge/store/open-for-reading.ts';
import { openStore } from '../../src/edge/store/open.ts';
import { PostgresDatabase } from '../../src/edge/store/postgres/driver.ts';
import type { Sql } from '../../src/edge/store/sql.ts';
import { noon, silent } from '../edge/store/stores.ts';
import { type Postgres, startPostgres, withoutPostgres } from './postgres.ts';
import { startStallingLine } from './stalling-line.ts';

const skipped = withoutPostgres === null ? '' : ` (${withoutPostgres})`;

describe.skipIf(withoutPostgres !== null)(`a PostgreSQL that fails${skipped}`, () => {
  let postgres: Postgres;
  let url: string;
  beforeAll(async () => {
    postgres = await startPostgres();
    url = await postgres.newDatabase();
    const store = await opened(url);
    await store.close();
  });
  afterAll(() => postgres.stop());

  const opened = (address: string) => openStore({ url: address, now: () => noon, log: silent });
  /** The same database for another user, who needs no password here. */
  const as = (user: string) => url.replace('user=wirethread', `user=${user}`);

  test.each<[string, (sql: Sql) => Promise<unknown>]>([
    ['a statement', (sql) => sql.get('SELECT 1 AS one')],
    ['a transaction', (sql) => sql.atomically((inner) => inner.get('SELECT 1 AS one'))],
    ['a claim', (sql) => sql.atomically((inner) => inner.get('SELECT 1 AS one'), 'claim')],
  ])(
    '%s whose answer never comes ends, and the next one works when the line is well',
    async (_, work) => {
      const line = await startStallingLine(url);
      const sql = new PostgresDatabase(line.urlOf(url), 300);
      onTestFinished(async () => {
        await sql.close();
        await line.close();
      });
      expect(await work(sql)).toEqual({ one: 1 });
      line.stall();
      await expect(work(sql)).rejects.toThrow(
        /^the PostgreSQL database .* gave no answer in time, .*: a bot that runs tries again by itself\. .*check the network/,
      );
      line.resume();
      expect(await work(sql)).toEqual({ one: 1 });
    },
  );

  test('a server that is read-only is refused by a bot, and the doctor names it', async () => {
    const name = new URL(url).pathname.slice(1);
    await postgres.query(url, `ALTER DATABASE ${name} SET default_transaction_read_only = on`);
    onTestFinished(async () => {
      const another = url.replace(name, 'postgres');
      await postgres.query(another, `ALTER DATABASE ${name} RESET default_transaction_read_only`);
    });
    const sentence = /is read-only: let STORE_URL name the primary server instead of a standby/;
    await expect(opened(url)).rejects.toThrow(sentence);
    const store = await openForReading({ url, now: Date.now, log: silent });
    onTestFinished(() => store.close());
    const problems = checkStore(store).filter(({ state }) => state === 'problem');
    expect(problems).toEqual([{ state: 'problem', text: expect.stringMatching(sentence) }]);
  });

  test('a healthy one has no problem', async () => {
    const store = await openForReading({ url, now: Date.now, log: silent });
    onTestFinished(() => store.close());
    expect(checkStore(store).map(({ state }) => state)).toEqual(['ok', 'ok']);
  });

  test.each([
    ['CREATE ROLE busy LOGIN CONNECTION LIMIT 0', 'busy', /no free connection: raise max_conn/],
    ['CREATE ROLE guest LOGIN', 'guest', /the user may not do this .*: make it the owner/],
    ['SELECT 1', 'nobody', /refuses the user or the password: check STORE_URL/],
  ])('after %s, the user %s is told what to do', async (statement, user, sentence) => {
    await postgres.query(url, statement);
    await expect(opened(as(user))).rejects.toThrow(sentence);
  });

  test('a full disk, and a statement that the server cancels, are named with a remedy', async () => {
    const sql = new PostgresDatabase(url);
    onTestFinished(() => sql.close());
    const fails = (code: string) =>
      sql.run(`DO $$ BEGIN RAISE EXCEPTION 'failed' USING ERRCODE = '${code}'; END $$`);
    await expect(fails('53100')).rejects.toThrow(/the disk of .* is full, .* Make room on it:/);
    await expect(
      sql.atomically(async (inner) => {
        await inner.run('SET LOCAL statement_timeout = 20');
        await inner.get('SELECT pg_sleep(60)');
      }),
    ).rejects.toThrow(/cancelled a statement that took too long: raise its statement_timeout/);
  });
});
