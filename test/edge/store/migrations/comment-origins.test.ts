import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { commentOrigin } from '../../../../src/core/discussion/comment-origin.ts';
import { commentSubject } from '../../../../src/core/moderation/case.ts';
import { commentOrigins } from '../../../../src/edge/store/migrations/10-comment-origins.ts';
import { migrate, migrations } from '../../../../src/edge/store/migrations/index.ts';
import { openStore } from '../../../../src/edge/store/open.ts';
import { SqliteFile } from '../../../../src/edge/store/sqlite/driver.ts';
import type { Sql } from '../../../../src/edge/store/sql.ts';
import {
  discussion,
  feedId,
  flaggedCase,
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

const pier = 'https://ledger.example/pier';
const remark = { ...storedComment('k').comment, id: 'tag:1', url: `${pier}#c1` };

async function addComment(sql: Sql, key: string, discussionId: string, comment: string) {
  await sql.run(
    `INSERT INTO comment (key, discussion_id, source, source_id, comment, hash, state, missing, parts,
      hidden, ordinal) VALUES (?, ?, 'comment-feed', ?, ?, 'h', 'live', 0, 1, 0, 1)`,
    key,
    discussionId,
    key,
    comment,
  );
}

async function versionBefore(fill: (sql: Sql) => Promise<unknown>) {
  const file = join(await tempFolder(), 'wirethread.db');
  const database = new SqliteFile(file, 1_000);
  const sql = await database.prepare();
  await migrate(sql, file, migrations.slice(0, migrations.indexOf(commentOrigins)));
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

async function addCase(sql: Sql, number: number, commentKey: string): Promise<void> {
  const { evidence, countedFrom: _, ...document } = flaggedCase(number);
  const subject = {
    kind: 'comment',
    discussionId: 'quay',
    commentKey,
    authorName: 'Nia',
    channelId: thread,
    messageId: '300000000000000500',
    url: null,
  };
  await sql.run(
    `INSERT INTO flag_case (guild_id, number, subject_key, state, version, urgency, opened_at, evidence,
      document) VALUES (?, ?, ?, 'open', 1, 10, ?, ?, ?)`,
    guild,
    number,
    `comment:${commentKey}`,
    noon,
    evidence,
    JSON.stringify({ ...document, subject }),
  );
}

test('the copies of a comment that a version before stored are found together, and so are their cases', async () => {
  const store = await versionBefore(async (sql) => {
    await addComment(sql, 'k1', 'quay', JSON.stringify(remark));
    await addComment(sql, 'k2', 'mole', JSON.stringify(remark));
    await addCase(sql, 1, 'k1');
    await addCase(sql, 2, 'k2');
    await addCase(sql, 3, 'deleted');
  });
  const origin = commentOrigin(remark, 'comment-feed', { id: 'story-quay', url: pier });
  const copies = await store.discussions.listCopies(guild, origin);
  expect(copies.map(({ key }) => key)).toEqual(['k1', 'k2']);
  const cases = await store.cases.listBySubject(guild, commentSubject(origin));
  expect(cases.map(({ number }) => number)).toEqual([2, 1]);
  expect(cases[0]).toMatchObject({ subject: { origin }, countedFrom: 0 });
  expect(await store.cases.listBySubject(guild, commentSubject('deleted'))).toHaveLength(1);
});

test('comments of one address stay apart, and a damaged row does not keep the database from opening', async () => {
  const store = await versionBefore(async (sql) => {
    await addComment(sql, 'k1', 'quay', JSON.stringify(remark));
    await addComment(sql, 'k2', 'quay', JSON.stringify({ ...remark, id: 'tag:2' }));
    await addComment(sql, 'k3', 'mole', '{');
  });
  for (const key of ['k1', 'k2']) {
    expect(await store.discussions.listCopies(guild, key)).toMatchObject([{ key }]);
  }
  await expect(store.discussions.getComment('k3')).rejects.toThrow('cannot be read');
});
