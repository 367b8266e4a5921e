import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import {
  migrate,
  migrations,
  type MigrationStep,
} from '../../../../src/edge/store/migrations/index.ts';
import { openStore } from '../../../../src/edge/store/open.ts';
import { SqliteFile } from '../../../../src/edge/store/sqlite/driver.ts';
import type { Sql } from '../../../../src/edge/store/sql.ts';
import {
  discussion,
  feedId,
  guild,
  harbour,
  market,
  noon,
  silent,
  storedComment,
  story,
  tempFolder,
  thread,
} from '../stores.ts';

export const pier = 'https://ledger.example/pier';
/** A comment on the story. */
export const remark = { ...storedComment('k').comment, id: 'tag:1', url: `${pier}#c1` };

export async function addComment(sql: Sql, key: string, discussionId: string, comment: string) {
  await sql.run(
    `INSERT INTO comment (key, discussion_id, source, source_id, comment, hash, state, missing, parts,
      hidden, ordinal) VALUES (?, ?, 'comment-feed', ?, ?, 'h', 'live', 0, 1, 0, 1)`,
    key,
    discussionId,
    key,
    comment,
  );
}

/**
 * A store whose database had two discussions of one story, and what `fill` adds, before a migration.
 */
export async function versionBefore(
  migration: readonly MigrationStep[],
  fill: (sql: Sql) => Promise<unknown>,
) {
  const file = join(await tempFolder(), 'wirethread.db');
  const database = new SqliteFile(file, 1_000);
  const sql = await database.prepare();
  await migrate(sql, file, migrations.slice(0, migrations.indexOf(migration)));
  for (const [id, channelId] of [
    ['quay', harbour],
    ['mole', market],
  ] as const) {
    await sql.run(
      `INSERT INTO story (id, feed_id, identity, feed_hash, story, first_seen_at, enrich_tries)
        VALUES (?, ?, ?, 'h', ?, ?, 0)`,
      `story-${id}`,
      feedId,
      id,
      JSON.stringify({ ...story, url: `${pier}?utm_source=${id}` }),
      noon,
    );
    const { override, ...rest } = discussion(id, { channelId });
    await sql.run(
      `INSERT INTO discussion (id, story_id, guild_id, channel_id, thread_id, state, anchor, document)
        VALUES (?, ?, ?, ?, ?, 'open', ?, ?)`,
      id,
      `story-${id}`,
      guild,
      channelId,
      `${thread}${id === 'quay' ? '' : '1'}`,
      noon,
      JSON.stringify({ ...rest, word: override, state: 'open', threadId: thread }),
    );
  }
  await fill(sql);
  database.close();
  const store = await openStore({ url: `sqlite:${file}`, now: () => noon, log: silent });
  onTestFinished(() => store.close());
  return store;
}
