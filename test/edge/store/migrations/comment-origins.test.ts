import { expect, test } from 'vitest';
import { commentOrigin } from '../../../../src/core/discussion/comment-origin.ts';
import { commentSubject } from '../../../../src/core/moderation/case.ts';
import { commentOrigins } from '../../../../src/edge/store/migrations/10-comment-origins.ts';
import type { Sql } from '../../../../src/edge/store/sql.ts';
import { flaggedCase, guild, noon, thread } from '../stores.ts';
import { addComment, pier, remark, versionBefore } from './version-before.ts';

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
  const store = await versionBefore(commentOrigins, async (sql) => {
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
  const store = await versionBefore(commentOrigins, async (sql) => {
    await addComment(sql, 'k1', 'quay', JSON.stringify(remark));
    await addComment(sql, 'k2', 'quay', JSON.stringify({ ...remark, id: 'tag:2' }));
    await addComment(sql, 'k3', 'mole', '{');
  });
  for (const key of ['k1', 'k2']) {
    expect(await store.discussions.listCopies(guild, key)).toMatchObject([{ key }]);
  }
  await expect(store.discussions.getComment('k3')).rejects.toThrow('cannot be read');
});
