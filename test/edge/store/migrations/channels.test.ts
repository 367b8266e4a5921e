import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Store } from '../../../../src/core/ports/ledger.ts';
import { migrate, migrations } from '../../../../src/edge/store/migrations/index.ts';
import { openStore } from '../../../../src/edge/store/open.ts';
import { SqliteFile } from '../../../../src/edge/store/sqlite/driver.ts';
import { begin, keysOf, leaseMs } from '../sending.ts';
import { guild, harbour, market, noon, silent, tempFolder, thread } from '../stores.ts';

const message = '400000000000000001';

interface Row {
  key: string;
  kind: string;
  subject: string;
  channel?: string;
  wanted?: number;
  shown?: number;
  gone?: number;
  dead?: number;
  tries?: number;
  messageId?: string;
  lease?: number;
}

/** Deliveries of schema 3 in each of their states, as its process left them when it was killed. */
const rows: readonly Row[] = [
  { key: `story:old:${harbour}`, kind: 'story', subject: 'old', shown: 1, messageId: message },
  { key: `story:sent:${harbour}`, kind: 'story', subject: 'sent', tries: 1, lease: noon + 1 },
  { key: `story:next:${harbour}`, kind: 'story', subject: 'next' },
  { key: 'comment:c:k:1', kind: 'comment', subject: 'c:k', channel: thread, dead: 1, tries: 2 },
  { key: 'notice:d:policy', kind: 'notice', subject: 'd', channel: thread, gone: 1, dead: 1 },
  { key: 'notice:d:closing:7', kind: 'notice', subject: 'd', channel: thread },
  {
    key: 'left-out:s:1',
    kind: 'left-out',
    subject: '{"subscriptionId":"s","count":3,"siteUrl":null}',
  },
  { key: 'alert:g:e', kind: 'alert', subject: 'The feed is gone.', channel: market },
  {
    key: 'removal:1',
    kind: 'removal',
    subject: message,
    gone: 1,
    messageId: message,
    channel: market,
  },
];

async function upgraded(): Promise<Store> {
  const file = join(await tempFolder(), 'wirethread.db');
  const database = new SqliteFile(file, 1_000);
  const sql = await database.prepare();
  await migrate(sql, file, migrations.slice(0, 3));
  for (const [index, row] of rows.entries()) {
    await sql.run(
      `INSERT INTO delivery (key, kind, guild_id, channel_id, subject, ordinal, wanted_revision,
        shown_revision, gone, message_id, shown_hash, tries, first_tried_at, lease_until, not_before, dead)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      row.key,
      row.kind,
      guild,
      row.channel ?? harbour,
      row.subject,
      index,
      row.wanted ?? 1,
      row.shown ?? 0,
      row.gone ?? 0,
      row.messageId ?? null,
      row.messageId ? 'h' : null,
      row.tries ?? 0,
      row.tries ? noon : null,
      row.lease ?? 0,
      noon,
      row.dead ?? 0,
    );
  }
  await sql.run(
    `INSERT INTO channel_pause VALUES (?, ?, 'Missing Access', ?, ?, 2)`,
    market,
    guild,
    noon,
    noon + 60,
  );
  database.close();
  const store = await openStore({ url: `sqlite:${file}`, now: () => noon, log: silent });
  onTestFinished(() => store.close());
  return store;
}

test('each delivery of the version before is read in its state, with its subject', async () => {
  const { deliveries } = await upgraded();
  const read = async (key: string) => deliveries.get(key);
  expect(await read(`story:old:${harbour}`)).toMatchObject({
    state: 'settled',
    message: { id: message, hash: 'h' },
    subject: { kind: 'story', storyId: 'old' },
  });
  expect(await read('comment:c:k:1')).toMatchObject({
    state: 'failed',
    attempts: { count: 2, firstAt: noon },
    subject: { kind: 'comment', commentKey: 'c:k', part: 1 },
  });
  expect(await read('notice:d:policy')).toMatchObject({
    state: 'ended',
    subject: { kind: 'notice', discussionId: 'd', notice: 'policy' },
  });
  expect(await read('notice:d:closing:7')).toMatchObject({ subject: { notice: 'closing' } });
  expect(await read('left-out:s:1')).toMatchObject({
    subject: { kind: 'skipped-stories', subscriptionId: 's', count: 3, siteUrl: null },
  });
  expect(await read('alert:g:e')).toMatchObject({
    subject: { kind: 'alert', alert: { kind: 'written', text: 'The feed is gone.' } },
  });
  expect(await read('removal:1')).toMatchObject({ state: 'open', wanted: 'removed' });
});

test('no work of the version before is lost, done twice or out of order', async () => {
  const store = await upgraded();
  // Its process was killed while it sent one: that answer is asked for first.
  const { lease, delivery } = await begin(store);
  expect(delivery).toMatchObject({ key: `story:sent:${harbour}`, attempts: { count: 2 } });
  expect(lease.run.map(({ key }) => key)).toEqual([
    `story:sent:${harbour}`,
    `story:next:${harbour}`,
    'left-out:s:1',
  ]);
  expect(await keysOf(store)).toEqual(['notice:d:closing:7']);
  expect(await keysOf(store)).toEqual([]);
  expect(await store.deliveries.listPauses(guild)).toMatchObject([
    { channelId: market, attempts: 2, until: noon + 60 },
  ]);
  // What is to be removed goes first.
  expect(await keysOf(store, noon + leaseMs)).toEqual(['removal:1', 'alert:g:e']);
});
