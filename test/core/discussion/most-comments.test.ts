import { expect, test } from 'vitest';
import type { CommentPage } from '../../../src/core/discussion/comment.ts';
import { newestOfPage, withinRoom } from '../../../src/core/discussion/most-comments.ts';

const page = (times: (number | null)[]): CommentPage => ({
  complete: true,
  closed: false,
  closingSentence: null,
  total: null,
  comments: times.map((publishedAt, index) => ({
    id: `c${index}`,
    parentId: null,
    author: 'Ana',
    authorUrl: null,
    avatarUrl: null,
    body: { text: 'At last.' },
    publishedAt,
    editedAt: null,
    url: null,
    deleted: false,
  })),
});
const ids = ({ comments }: CommentPage) => comments.map(({ id }) => id);

test('of more comments than a look takes in the newest are left, in their order; the others are not deleted', () => {
  const cut = newestOfPage(page([40, 10, null, 30, 20]), 3);
  expect(ids(cut)).toEqual(['c0', 'c2', 'c3']);
  // Only a complete page can mean that a comment was deleted.
  expect(cut).toMatchObject({ complete: false, total: 5 });
  const whole = page([40, 10]);
  expect(newestOfPage(whole, 2)).toBe(whole);
});

test('a discussion that is full keeps what it has, and takes as many new comments as it has room for', () => {
  const answer = page([1, 2, 3, 4]);
  const taken = withinRoom(answer, new Set(['c0', 'c2', 'gone']), 4);
  expect(ids(taken)).toEqual(['c0', 'c1', 'c2']);
  expect(taken).toMatchObject({ complete: true, total: 5 });
  expect(ids(withinRoom(answer, new Set(['c0', 'c2', 'gone', 'old']), 3))).toEqual(['c0', 'c2']);
  expect(withinRoom(answer, new Set(), 4)).toBe(answer);
});
