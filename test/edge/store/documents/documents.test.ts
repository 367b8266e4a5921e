import { Keyv } from 'keyv';
import { onTestFinished, expect, test } from 'vitest';
import {
  documents,
  DocumentTable,
  sweepDocuments,
} from '../../../../src/edge/store/documents/keyv-adapter.ts';
import { SqliteFile } from '../../../../src/edge/store/sqlite/driver.ts';
import { migrate } from '../../../../src/edge/store/migrations/index.ts';
import { openStore } from '../../../../src/edge/store/open.ts';
import { FeedAccess } from '../../../../src/core/feed/feed.ts';
import { recordingLog } from '../../../support/recording-log.ts';
import { feedId, guild, harbour, newStoreFile, noon, subscription, tempFolder } from '../stores.ts';

/** A bare Keyv over the table, its clock, and the file beneath. */
async function shelves() {
  const file = `${await tempFolder()}/documents.db`;
  const database = new SqliteFile(file, 100);
  onTestFinished(() => database.close());
  const sql = await database.prepare();
  await migrate(sql, file);
  const clock = { at: noon };
  const keyv = (namespace: string) => documents(sql, namespace, () => clock.at);
  return { sql, file, clock, keyv, database };
}

async function entriesOf(keyv: Keyv): Promise<[string, unknown][]> {
  const entries: [string, unknown][] = [];
  for await (const entry of keyv.iterator?.(undefined) ?? []) entries.push(entry);
  return entries;
}

test('a document is set, read, replaced and deleted', async () => {
  const { keyv } = await shelves();
  const facts = keyv('facts');
  expect(await facts.get('a')).toBeUndefined();
  expect(await facts.set('a', 'first')).toBe(true);
  expect(await facts.set('a', 'second')).toBe(true);
  expect(await facts.get('a')).toBe('second');
  expect(await facts.has('a')).toBe(true);
  expect(await facts.delete('a')).toBe(true);
  expect(await facts.delete('a')).toBe(false);
  expect(await facts.has('a')).toBe(false);
});

test('every kind of JSON value is read as it was stored', async () => {
  const { keyv } = await shelves();
  const facts = keyv('facts');
  const values = [
    '',
    'a ":" b \u{1f58b}',
    ':base64:bm8=',
    0,
    -1.5,
    false,
    null,
    [],
    { nested: { list: [1, null] } },
    Buffer.from([0, 255]),
  ];
  for (const value of values) {
    await facts.set('value', value);
    expect(await facts.get('value')).toEqual(value);
  }
  await facts.set('value', undefined);
  expect(await facts.get('value')).toBeUndefined();
});

test('keys are literal, even with characters that are special in SQL or Keyv', async () => {
  const { keyv } = await shelves();
  const facts = keyv('facts');
  const keys = ["it's", 'facts:a', 'a', '100%', 'under_score', 'é', '\u{1f58b}', 'A'];
  for (const key of keys) await facts.set(key, key);
  expect(await facts.getMany(keys)).toEqual(keys);
  for (const key of keys) expect(await facts.get(key)).toBe(key);
  expect((await entriesOf(facts)).map(([key]) => key).sort()).toEqual([...keys].sort());
});

test('many documents are read, stored and deleted in one call', async () => {
  const { keyv } = await shelves();
  const facts = keyv('facts');
  await facts.setMany([
    { key: 'a', value: 1 },
    { key: 'b', value: 2 },
  ]);
  expect(await facts.getMany(['b', 'none', 'a'])).toEqual([2, undefined, 1]);
  expect(await facts.hasMany(['a', 'none'])).toEqual([true, false]);
  expect(await facts.deleteMany(['a', 'none'])).toBe(true);
  expect(await facts.deleteMany(['none'])).toBe(false);
  expect(await facts.getMany(['a', 'b'])).toEqual([undefined, 2]);
});

test('namespaces are separate and are cleared one at a time', async () => {
  const { keyv } = await shelves();
  const [facts, factsToo] = [keyv('facts'), keyv('facts-too')];
  await facts.set('a', 1);
  await factsToo.set('a', 2);
  expect(await facts.get('a')).toBe(1);
  expect(await entriesOf(facts)).toEqual([['a', 1]]);
  await facts.clear();
  expect(await facts.get('a')).toBeUndefined();
  expect(await factsToo.get('a')).toBe(2);
});

test('an adapter serves one namespace only', async () => {
  const { sql } = await shelves();
  const table = new DocumentTable(sql, () => noon);
  await expect(table.get('a')).rejects.toThrow(/namespace/);
  const first = new Keyv({ store: table, namespace: 'first', throwOnErrors: true });
  await first.set('a', 1);
  expect(() => new Keyv({ store: table, namespace: 'second' })).toThrow(/"first" only/);
});

test('a document expires by the given clock, not the machine’s', async () => {
  const { keyv, clock, sql } = await shelves();
  const facts = keyv('facts');
  clock.at = 1000;
  await facts.set('short', 1, 50);
  await facts.set('long', 2, 5000);
  await facts.set('kept', 3);
  clock.at = 1049;
  expect(await facts.get('short')).toBe(1);
  clock.at = 1050;
  expect(await facts.get('short')).toBeUndefined();
  expect(await facts.getMany(['short', 'long'])).toEqual([undefined, 2]);
  expect(await facts.has('short')).toBe(false);
  expect(await entriesOf(facts)).toEqual([
    ['kept', 3],
    ['long', 2],
  ]);
  expect(await sweepDocuments(sql, clock.at)).toBe(1);
  expect(await sweepDocuments(sql, clock.at)).toBe(0);
  await facts.set('long', 4);
  clock.at = 9000;
  expect(await facts.get('long')).toBe(4);
});

test('31,500 keys are iterated in order, none skipped, while other keys are deleted', async () => {
  const { keyv } = await shelves();
  const facts = keyv('facts');
  const count = 31_500;
  const name = (index: number) => `key-${String(index).padStart(6, '0')}`;
  await facts.setMany(
    Array.from({ length: count }, (_, index) => ({ key: name(index), value: index })),
  );
  let expected = 0;
  for await (const [key, value] of facts.iterator?.(undefined) ?? []) {
    expect(key === name(expected) && value === expected).toBe(true);
    // Now and then those just passed are deleted, this one and its page's neighbours too.
    if (expected % 100 === 99) {
      await facts.deleteMany(Array.from({ length: 100 }, (_, back) => name(expected - back)));
    }
    expected += 1;
  }
  expect(expected).toBe(count);
  expect(await entriesOf(facts)).toEqual([]);
});

test('keys are iterated by prefix', async () => {
  const { sql } = await shelves();
  const table = new DocumentTable(sql, () => noon);
  table.namespace = 'facts';
  for (const key of ['b:1', 'a:2', 'a:1', 'a', 'facts']) await table.set(key, key);
  const keys = [];
  for await (const [key] of table.iterator('a:')) keys.push(key);
  expect(keys).toEqual(['a:1', 'a:2']);
});

test('a failed setMany saves nothing and throws', async () => {
  const { keyv, sql } = await shelves();
  const facts = keyv('facts');
  await facts.set('a', 'before');
  await sql.run(
    `CREATE TRIGGER refuse BEFORE INSERT ON document WHEN NEW.key = 'c'
      BEGIN SELECT RAISE(ABORT, 'refused'); END`,
  );
  const entries = ['a', 'b', 'c', 'd'].map((key) => ({ key, value: 'after' }));
  await expect(facts.setMany(entries)).rejects.toThrow('refused');
  expect(await facts.getMany(['a', 'b', 'c', 'd'])).toEqual([
    'before',
    undefined,
    undefined,
    undefined,
  ]);
});

test('reading a locked file throws instead of finding nothing', async () => {
  const { keyv, file } = await shelves();
  const facts = keyv('facts');
  await facts.set('a', 1);
  const other = new SqliteFile(file, 100);
  onTestFinished(() => other.close());
  await other.execute('BEGIN IMMEDIATE');
  await expect(facts.set('a', 2)).rejects.toThrow(/locked by another process/);
  await expect(facts.delete('a')).rejects.toThrow(/locked/);
  await expect(facts.setMany([{ key: 'a', value: 2 }])).rejects.toThrow(/locked/);
  expect(await facts.get('a')).toBe(1);
  await other.execute('ROLLBACK');
  await facts.set('a', 3);
  expect(await facts.get('a')).toBe(3);
});

test('every call on a closed file throws', async () => {
  const { keyv, database } = await shelves();
  const facts = keyv('facts');
  database.close();
  await expect(facts.get('a')).rejects.toThrow(/closed/);
  await expect(facts.getMany(['a'])).rejects.toThrow(/closed/);
  await expect(facts.has('a')).rejects.toThrow(/closed/);
  await expect(facts.clear()).rejects.toThrow(/closed/);
  await expect(entriesOf(facts)).rejects.toThrow(/closed/);
});

test("a guild's settings are stored, and a new setting gets its default", async () => {
  const { store, raw } = await newStoreFile();
  expect(await store.settings.get(guild)).toBeNull();
  raw().exec(
    `INSERT INTO document (namespace, key, value) VALUES ('settings', '${guild}', '{"value":{"moderatorsChannelId":"${harbour}"}}')`,
  );
  expect(await store.settings.get(guild)).toMatchObject({
    moderatorsChannelId: harbour,
    evidenceDays: 30,
  });
});

test('invalid stored settings are an error, and an invalid cached document is a cache miss', async () => {
  const { store, raw, warnings } = await newStoreFile();
  for (const text of ['{"value":{"hideThreshold":"many"}}', '{"value":']) {
    for (const namespace of ['settings', 'validators', 'facts']) {
      raw()
        .prepare(
          `INSERT INTO document (namespace, key, value) VALUES (?, 'k', ?)
            ON CONFLICT (namespace, key) DO UPDATE SET value = excluded.value`,
        )
        .run(namespace, text);
    }
    await expect(store.settings.get('k')).rejects.toThrow(/row settings:k of the table document/);
    expect(await store.validators.get('k')).toBeNull();
    expect(await store.texts.get('k')).toBeNull();
  }
  expect(warnings).toHaveLength(4);
});

test('a feed whose stored access is damaged is polled without it, and the log says which and what to do', async () => {
  const { store, raw, file } = await newStoreFile();
  await store.feeds.addSubscription(subscription(), noon);
  await store.access.save(feedId, FeedAccess.parse({ username: 'nia', password: 'secret' }));
  raw().exec(`UPDATE document SET value = '{"value":{"username":7}}' WHERE namespace = 'access'`);
  const log = recordingLog();
  const read = await openStore({ url: `sqlite:${file}`, now: () => noon, log });
  onTestFinished(() => read.close());
  const due = await read.feeds.claimDueFeed(noon, 60_000);
  expect(due).toMatchObject({ feed: { id: feedId }, access: null });
  const stored = raw().prepare(`SELECT value FROM document WHERE namespace = 'access'`).all();
  expect(stored).toEqual([{ value: '{"value":{"username":7}}' }]);
  const [line] = log.lines.filter(({ event }) => event === 'document.unreadable');
  expect(line).toMatchObject({
    level: 'warn',
    fields: { namespace: 'access', key: feedId, remedy: expect.stringContaining('/feed remove') },
  });
});

test('a feed’s validators are saved in the same transaction as its stories', async () => {
  const { store } = await newStoreFile();
  const validators = { etag: '"2"', lastModified: null, bodyHash: null };
  await store.validators.save('feed', { ...validators, etag: '"1"' });
  const failing = store.transaction(async (ledger) => {
    await ledger.feeds.addSubscription(subscription(), noon);
    await ledger.validators.save('feed', validators);
    expect(await ledger.validators.get('feed')).toEqual(validators);
    throw new Error('the power went');
  });
  await expect(failing).rejects.toThrow('the power went');
  expect(await store.validators.get('feed')).toMatchObject({ etag: '"1"' });
  await store.validators.delete('feed');
  expect(await store.validators.get('feed')).toBeNull();
});
