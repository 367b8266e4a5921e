import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { migrate, migrations } from '../../../../src/edge/store/migrations/index.ts';
import { openStore } from '../../../../src/edge/store/open.ts';
import { SqliteFile } from '../../../../src/edge/store/sqlite/driver.ts';
import { cardDelivery } from '../../../../src/newsroom/outbox/keys.ts';
import { guild, harbour, noon, silent, tempFolder } from '../stores.ts';

test('a card that a version before posted is found in its channel', async () => {
  const file = join(await tempFolder(), 'wirethread.db');
  const database = new SqliteFile(file, 1_000);
  const sql = await database.prepare();
  await migrate(sql, file, migrations.slice(0, 3));
  await sql.run(
    `INSERT INTO delivery (key, kind, guild_id, channel_id, subject, ordinal, wanted_revision,
      shown_revision, message_id, shown_hash, not_before)
      VALUES ('card:${guild}:12', 'card', ?, ?, '12', 1, 1, 1, '400000000000000001', 'h', ?)`,
    guild,
    harbour,
    noon,
  );
  database.close();
  const store = await openStore({ url: `sqlite:${file}`, now: () => noon, log: silent });
  onTestFinished(() => store.close());
  const key = cardDelivery(guild, 12, harbour);
  expect((await store.deliveries.getByMessage('400000000000000001'))?.key).toBe(key);
  expect(await store.deliveries.get(key)).not.toBeNull();
});
