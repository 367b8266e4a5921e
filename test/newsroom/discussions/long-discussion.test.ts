import { afterEach, expect, test } from 'vitest';
import { hourMs } from '../../../src/core/time/duration.ts';
import type { CommentPage } from '../../../src/core/discussion/comment.ts';
import {
  commentUpdate,
  saveCommentUpdate,
} from '../../../src/newsroom/discussions/mirror-comments.ts';
import { prepareComments } from '../../../src/newsroom/discussions/prepare-comments.ts';
import { withPackedBacklog } from '../../../src/newsroom/discussions/packed-backlog.ts';
import { anEdition, aStory, threeComments } from '../../support/editions.ts';
import { type Newsroom, stageNewsroom } from '../../support/newsroom.ts';

let newsroom: Newsroom;
afterEach(() => newsroom.close());

test('10,000 comments at once are stored whole; the newest hundred are posted, in a few messages', async () => {
  newsroom = await stageNewsroom({ edition: anEdition(aStory({ comments: threeComments })) });
  await newsroom.quiet();
  const { ports } = newsroom.bot;
  const { store } = ports;
  const [found] = await store.discussions.listInGuild(newsroom.guildId, ['open'], 1);
  const story = found && (await store.feeds.getStory(found.discussion.storyId));
  if (!found || !story) throw new Error('the discussion is open');
  const { discussion } = found;
  const stored = await store.discussions.listComments(discussion.id);
  const [first] = stored;
  if (!first) throw new Error('it has comments');
  const now = newsroom.clock.now();
  const many = Array.from({ length: 10_000 }, (_, index) => ({
    ...first.comment,
    id: `many-${index}`,
    parentId: index % 3 === 2 ? `many-${index - 1}` : null,
    author: `Reader ${index}`,
    body: { text: `Remark ${index}. ${'The pier is old, and the board knows it. '.repeat(5)}` },
    publishedAt: now - hourMs - (10_000 - index) * 1_000,
    url: null,
  }));
  const page: CommentPage = {
    complete: false,
    closed: 'unknown',
    closingSentence: null,
    total: 10_003,
    comments: [...stored.map(({ comment }) => comment), ...many],
  };
  const { signal } = new AbortController();
  const prepared = await prepareComments(ports, { discussion, story }, stored, page, signal);
  expect(prepared.size).toBe(10_000);
  const update = commentUpdate({ discussion, story }, stored, page, now, prepared);
  await store.transaction(async (ledger) => {
    const unsaved = { stored, update, prepared, newest: 100, sinceBackup: [] } as const;
    const packed = await withPackedBacklog(ledger, discussion, unsaved);
    await saveCommentUpdate(ledger, discussion, packed, {
      now,
      botId: newsroom.botUserId,
      isFirstLook: true,
    });
  });
  const rows = await store.discussions.listComments(discussion.id);
  expect(rows.filter(({ pack }) => pack?.leftOut)).toHaveLength(9_900);
  const waiting = await store.deliveries.listUnsent(discussion.threadId ?? '');
  expect(waiting.length).toBeGreaterThan(7);
  expect(waiting.length).toBeLessThan(20);
  expect(waiting.every(({ subject }) => subject.kind === 'pack')).toBe(true);
});
