import { describe, expect, test } from 'vitest';
import {
  commentChanges,
  type CachedComment,
} from '../../../src/core/discussion/comment-changes.ts';
import type { Comment } from '../../../src/core/discussion/comment.ts';

const comment = (id: string, parts: Partial<Comment> = {}): Comment => ({
  id,
  parentId: null,
  author: 'Mara Quill',
  html: `text of ${id}`,
  publishedAt: 1000,
  url: null,
  ...parts,
});
const cached = (id: string, parts: Partial<CachedComment> = {}): CachedComment => ({
  id,
  hash: `text of ${id}`,
  state: 'live',
  missing: 0,
  ...parts,
});
const changes = (before: CachedComment[], comments: Comment[], complete = true) =>
  commentChanges(before, { complete, comments }, ({ html }) => html);
const none = {
  added: [],
  edited: [],
  deletedIds: [],
  missingIds: [],
  foundIds: [],
  massDisappearance: false,
};
const many = (count: number) => Array.from({ length: count }, (_, at) => `c${at}`);

test('an answer equal to the cached comments changes nothing', () => {
  expect(changes([cached('a')], [comment('a')])).toEqual(none);
});

test('new comments are mirrored parents first', () => {
  const reply = comment('b', { parentId: 'a', publishedAt: 500 });
  const { added } = changes([], [reply, comment('a')]);
  expect(added.map(({ id }) => id)).toEqual(['a', 'b']);
});

test('a comment given twice in one answer is mirrored once', () => {
  expect(changes([], [comment('a'), comment('a')]).added).toHaveLength(1);
});

test('a changed text is an edit, not a new comment', () => {
  const edited = comment('a', { html: 'better' });
  expect(changes([cached('a')], [edited])).toEqual({ ...none, edited: [edited] });
});

test('an old comment that was approved late is mirrored', () => {
  const late = comment('z', { publishedAt: 1 });
  expect(changes([cached('a')], [late, comment('a')]).added).toEqual([late]);
});

describe('a missing comment', () => {
  test('a comment missing from an incomplete answer changes nothing', () => {
    expect(changes([cached('a', { missing: 1 })], [], false)).toEqual(none);
  });

  test('a comment counts as deleted after two complete answers without it', () => {
    expect(changes([cached('a')], [])).toEqual({ ...none, missingIds: ['a'] });
    expect(changes([cached('a', { missing: 1 })], [])).toEqual({ ...none, deletedIds: ['a'] });
  });

  test('a missing comment that returns is found, and its count starts at zero', () => {
    expect(changes([cached('a', { missing: 1 })], [comment('a')])).toEqual({
      ...none,
      foundIds: ['a'],
    });
  });

  test('a deleted comment that returns is mirrored again', () => {
    expect(changes([cached('a', { state: 'gone' })], [comment('a')]).added).toHaveLength(1);
  });
});

test('a comment removed by a ruling is never mirrored again, edited or not', () => {
  const tombstone = cached('a', { state: 'tombstone' });
  expect(changes([tombstone], [comment('a', { html: 'edited' })])).toEqual(none);
  expect(changes([tombstone], [])).toEqual(none);
});

describe('a mass disappearance', () => {
  const vanished = (live: number, absent: number) =>
    changes(
      many(live).map((id) => cached(id, { missing: 1 })),
      many(live)
        .slice(absent)
        .map((id) => comment(id)),
    );

  test('more than 30 % of comments missing at once is reported and nothing is deleted', () => {
    expect(vanished(13, 4)).toMatchObject({
      massDisappearance: true,
      deletedIds: [],
      missingIds: [],
    });
    expect(vanished(100, 100)).toMatchObject({ massDisappearance: true, deletedIds: [] });
  });

  test('30 % of comments, or three comments, missing at once count as missing', () => {
    expect(vanished(20, 6)).toMatchObject({
      massDisappearance: false,
      deletedIds: ['c0', 'c1', 'c2', 'c3', 'c4', 'c5'],
    });
    expect(vanished(3, 3)).toMatchObject({
      massDisappearance: false,
      deletedIds: ['c0', 'c1', 'c2'],
    });
  });

  test('new and edited comments are mirrored during a mass disappearance', () => {
    const answer = changes(
      many(10).map((id) => cached(id)),
      [comment('new'), comment('c0', { html: 'edited' })],
    );
    expect(answer.massDisappearance).toBe(true);
    expect(answer.added.map(({ id }) => id)).toEqual(['new']);
    expect(answer.edited.map(({ id }) => id)).toEqual(['c0']);
  });
});
