import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Comment } from '../../../../src/core/discussion/comment.ts';
import type { StoredComment } from '../../../../src/core/discussion/stored-comment.ts';
import { DiscussionId } from '../../../../src/core/ids.ts';
import type { Store } from '../../../../src/core/ports/ledger.ts';
import { commentSources } from '../../../../src/edge/store/migrations/5-comment-sources.ts';
import { migrate, migrations } from '../../../../src/edge/store/migrations/index.ts';
import { openStore } from '../../../../src/edge/store/open.ts';
import { SqliteFile } from '../../../../src/edge/store/sqlite/driver.ts';
import type { Sql } from '../../../../src/edge/store/sql.ts';
import { commentUpdate } from '../../../../src/newsroom/discussions/mirror-comments.ts';
import { shortHash } from '../../../../src/text/hash.ts';
import {
  discussion,
  guild,
  harbour,
  noon,
  silent,
  storedStory,
  tempFolder,
  thread,
} from '../stores.ts';

const id = DiscussionId.parse('quay');
const feedUrl = 'https://ledger.example/pier/comments.atom';

/** A row of the version before: its key has no source, its text is the property `html`. */
async function addComment(sql: Sql, sourceId: string, html: string, parentId: string | null) {
  const comment = { id: sourceId, parentId, author: 'Maren', html, publishedAt: noon, url: null };
  await sql.run(
    `INSERT INTO comment VALUES (?, 'quay', ?, ?, ?, 'live', 0, 1, 0, ?)`,
    shortHash(`comment:quay:${sourceId}`),
    sourceId,
    JSON.stringify(comment),
    shortHash(`Maren\n${html}`),
    noon,
  );
}

async function versionBefore(fill: (sql: Sql) => Promise<unknown>): Promise<Store> {
  const file = join(await tempFolder(), 'wirethread.db');
  const database = new SqliteFile(file, 1_000);
  const sql = await database.prepare();
  await migrate(sql, file, migrations.slice(0, migrations.indexOf(commentSources)));
  const { override, ...rest } = discussion('quay');
  const source = { source: 'comment-feed', url: feedUrl, selectors: null };
  await sql.run(
    `INSERT INTO discussion (id, story_id, guild_id, channel_id, thread_id, state, anchor, document)
      VALUES ('quay', 'ferry', ?, ?, '400000000000000009', 'open', ?, ?)`,
    guild,
    harbour,
    noon,
    JSON.stringify({ ...rest, word: override, state: 'open', threadId: thread, source }),
  );
  await fill(sql);
  database.close();
  const store = await openStore({ url: `sqlite:${file}`, now: () => noon, log: silent });
  onTestFinished(() => store.close());
  return store;
}

function answer(stored: readonly StoredComment[], more: Comment[] = []) {
  const comments = [...stored.map(({ comment }) => comment), ...more];
  return {
    complete: true,
    closed: 'unknown',
    closingSentence: null,
    total: null,
    comments,
  } as const;
}

test('comments of the version before are read with their keys, texts and source', async () => {
  const store = await versionBefore(async (sql) => {
    await addComment(sql, 'tag:1', '<p>Who pays?</p>', null);
    await addComment(sql, 'tag:2', '<p>We do.</p>', 'tag:1');
  });
  const stored = await store.discussions.listComments(id);
  expect(stored).toMatchObject([
    { key: shortHash('comment:quay:tag:1'), source: 'comment-feed', state: 'live' },
    { key: shortHash('comment:quay:tag:2'), source: 'comment-feed', state: 'live' },
  ]);
  expect(stored.map(({ comment }) => comment.body)).toEqual([
    { html: '<p>Who pays?</p>' },
    { html: '<p>We do.</p>' },
  ]);
  expect(stored[1]?.comment).toMatchObject({ parentId: 'tag:1', deleted: false, editedAt: null });
  expect(await store.discussions.findComment(id, 'comment-feed', 'tag:1')).toEqual(stored[0]);
  expect(await store.discussions.findComment(id, 'page-selectors', 'tag:1')).toBeNull();
});

test('a discussion of the version before keeps its source, with the article’s page', async () => {
  const store = await versionBefore(async (sql) => {
    const story = {
      url: 'https://ledger.example/pier',
      commentLinks: { feed: feedUrl, page: 'https://ledger.example/pier#comments' },
    };
    await sql.run(
      `INSERT INTO story (id, feed_id, identity, feed_hash, story, first_seen_at, enrich_tries)
        VALUES ('ferry', 'feed', 'pier', 'hash', ?, 1, 0)`,
      JSON.stringify(story),
    );
    const source = { source: 'page-selectors', url: feedUrl, selectors: { comment: 'li' } };
    await sql.run(
      `INSERT INTO discussion (id, story_id, guild_id, channel_id, state, anchor, document)
        SELECT 'mole', story_id, guild_id, channel_id, state, anchor,
          json_set(document, '$.id', 'mole', '$.source', json(?)) FROM discussion`,
      JSON.stringify(source),
    );
  });
  expect((await store.discussions.get(id))?.source).toEqual({
    name: 'comment-feed',
    ref: { url: feedUrl, page: 'https://ledger.example/pier' },
  });
  expect((await store.discussions.get(DiscussionId.parse('mole')))?.source).toEqual({
    name: 'page-selectors',
    ref: { url: feedUrl, selectors: { comment: 'li' } },
  });
});

test('a comment of the version before is not posted again, nor edited, and its reply finds it', async () => {
  const store = await versionBefore((sql) => addComment(sql, 'tag:1', '<p>Who pays?</p>', null));
  const quay = await store.discussions.get(id);
  const stored = await store.discussions.listComments(id);
  if (!quay || !stored[0]) throw new Error('the rows were not read');
  const commented = { discussion: quay, story: storedStory('pier') };
  expect(commentUpdate(commented, stored, answer(stored), noon).comments).toEqual([]);

  const reply = { ...stored[0].comment, id: 'tag:3', parentId: 'tag:1' };
  const update = commentUpdate(commented, stored, answer(stored, [reply]), noon);
  expect(update.comments).toMatchObject([{ source: 'comment-feed', comment: reply }]);
  expect(update.comments[0]?.key).toBe(shortHash('comment:quay:comment-feed:tag:3'));
});

test('a damaged row does not keep the database from opening', async () => {
  const store = await versionBefore((sql) =>
    sql.run(`INSERT INTO comment VALUES ('k', 'quay', 'x', '{', 'h', 'live', 0, 1, 0, 1)`),
  );
  await expect(store.discussions.listComments(id)).rejects.toThrow(
    /the row k of the table comment/,
  );
});
