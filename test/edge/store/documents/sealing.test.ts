import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import type { FeedAccess } from '../../../../src/core/feed/feed.ts';
import { StoreError } from '../../../../src/edge/store/sql.ts';
import { guildSettings } from '../../../../src/newsroom/outbox/moderators.ts';
import { feedId, guild, newStore } from '../stores.ts';

const access: FeedAccess = {
  username: 'harbour',
  password: 'salt-wind',
  cookie: null,
  userAgent: null,
  ignoreCache: false,
};

/** A database whose store is opened with keys again and again. */
async function aDatabase() {
  const { again, query } = await newStore();
  const stored = async () =>
    (await query("SELECT value FROM document WHERE namespace = 'access'")).map(({ value }) =>
      String(value),
    );
  return { open: (...keys: Uint8Array[]) => again({ keys }), stored, query };
}

const [one, other] = [randomBytes(32), randomBytes(32)];

test('with a key, a password is not in the database, and is read again', async () => {
  const { open, stored } = await aDatabase();
  const store = await open(one);
  await store.access.save(feedId, access);
  expect(await store.access.get(feedId)).toEqual(access);
  expect((await stored()).join()).not.toContain('salt-wind');
  expect(await (await open(one)).access.get(feedId)).toEqual(access);
});

test('only secrets are encrypted: what is no secret is read without the key', async () => {
  const { open, query } = await aDatabase();
  const store = await open(one);
  await store.settings.save(guild, await guildSettings(store, guild));
  await store.texts.save('robots', 'User-agent: *');
  const rows = await query("SELECT value FROM document WHERE namespace IN ('settings', 'facts')");
  expect(rows).toHaveLength(2);
  for (const { value } of rows) expect(String(value)).not.toContain('sealed');
});

test('the first start with a key encrypts what was stored before', async () => {
  const { open, stored } = await aDatabase();
  await (await open()).access.save(feedId, access);
  expect((await stored()).join()).toContain('salt-wind');
  const sealed = await open(one);
  expect((await stored()).join()).not.toContain('salt-wind');
  expect(await sealed.access.get(feedId)).toEqual(access);
});

test('without the key, or with another one, the bot does not start, and nothing changes', async () => {
  const { open, stored } = await aDatabase();
  await (await open(one)).access.save(feedId, access);
  const before = await stored();
  await expect(open()).rejects.toThrow(/set STORE_KEY to the key/);
  await expect(open(other)).rejects.toThrow(/STORE_KEY is not the key/);
  await expect(open(other)).rejects.toThrow(StoreError);
  expect(await stored()).toEqual(before);
});

test('with both keys it changes from the old one to the new one', async () => {
  const { open } = await aDatabase();
  await (await open(one)).access.save(feedId, access);
  await open(other, one);
  expect(await (await open(other)).access.get(feedId)).toEqual(access);
  await expect(open(one)).rejects.toThrow(/STORE_KEY is not the key/);
});

test('a sealed password that somebody moved to another feed does not open', async () => {
  const { open, query } = await aDatabase();
  await (await open(one)).access.save(feedId, access);
  await query("UPDATE document SET key = 'their-feed' WHERE namespace = 'access'");
  await expect(open(one)).rejects.toThrow(/STORE_KEY is not the key/);
});
