import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { defaultSubscriptionSettings } from '../../../../src/core/feed/subscription.ts';
import { migrate, migrations } from '../../../../src/edge/store/migrations/index.ts';
import { openStore } from '../../../../src/edge/store/open.ts';
import { SqliteFile } from '../../../../src/edge/store/sqlite/driver.ts';
import { guild, harbour, noon, silent, story, tempFolder } from '../stores.ts';

/** A database of a schema, with a feed, its subscription and a story that the first version wrote. */
async function databaseOf(version: number): Promise<string> {
  const file = join(await tempFolder(), 'wirethread.db');
  const database = new SqliteFile(file, 1_000);
  const sql = await database.prepare();
  await migrate(sql, file, migrations.slice(0, 1));
  await sql.run(
    `INSERT INTO feed (id, url, title, initialised, next_poll, last_polled_at, errors)
      VALUES ('feed', 'https://ledger.example/feed', 'Harbour Ledger', 1, ?, ?, 0)`,
    noon,
    noon,
  );
  await sql.run(
    `INSERT INTO subscription VALUES ('sub', 'feed', 'https://ledger.example/feed', ?, ?, 'command', NULL, ?, 1, ?)`,
    guild,
    harbour,
    noon,
    JSON.stringify(defaultSubscriptionSettings),
  );
  await sql.run(
    `INSERT INTO story VALUES ('story', 'feed', 'pier', 'hash', ?, NULL, ?, NULL, 1)`,
    JSON.stringify(story),
    noon,
  );
  await migrate(sql, file, migrations.slice(0, version));
  database.close();
  return file;
}

async function schemaOf(file: string) {
  const database = new SqliteFile(file, 1_000);
  onTestFinished(() => database.close());
  const sql = await database.prepare();
  return sql.all(`SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite%' ORDER BY name`);
}

test.each(migrations.map((_, index) => index + 1))(
  'a database of schema %i is brought up to date with what is in it',
  async (version) => {
    const file = await databaseOf(version);
    const store = await openStore({ url: `sqlite:${file}`, now: () => noon, log: silent });
    onTestFinished(() => store.close());
    expect(await store.feeds.listSubscriptionsIn(guild)).toMatchObject([{ id: 'sub' }]);
    const [subscription] = await store.feeds.listSubscriptionsIn(guild);
    const feedId = subscription?.feedId;
    expect(feedId && (await store.feeds.listStories(feedId, ['pier']))).toMatchObject([
      { id: 'story', story: { headline: story.headline } },
    ]);
    expect(await schemaOf(file)).toEqual(await schemaOf(await databaseOf(migrations.length)));
  },
);
