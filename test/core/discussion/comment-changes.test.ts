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
  authorUrl: null,
  avatarUrl: null,
  body: { text: `text of ${id}` },
  publishedAt: 1000,
  editedAt: null,
  url: null,
  deleted: false,
  ...parts,
});
const cached = (id: string, parts: Partial<CachedComment> = {}): CachedComment => ({
  id,
  parentId: null,
  hash: JSON.stringify({ text: `text of ${id}` }),
  state: 'live',
  missing: 0,
  ...parts,
});
const hashOf = ({ body, deleted }: Comment) => (deleted ? 'deleted' : JSON.stringify(body));
const changes = (before: CachedComment[], comments: Comment[], complete = true) =>
  commentChanges(before, { complete, comments }, hashOf);
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
  const edited = comment('a', { body: { text: 'better' } });
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

test('a removed comment changes unseen, so that an undo brings back what its source has', () => {
  const tombstone = cached('a', { state: 'tombstone' });
  expect(changes([tombstone], [comment('a')])).toEqual(none);
  const edited = comment('a', { body: { text: 'edited' } });
  expect(changes([tombstone], [edited])).toEqual({ ...none, edited: [edited] });
  expect(changes([tombstone], [])).toEqual({ ...none, missingIds: ['a'] });
  expect(changes([{ ...tombstone, missing: 1 }], [])).toEqual({ ...none, deletedIds: ['a'] });
  const deleted = comment('a', { deleted: true });
  expect(changes([tombstone], [deleted])).toEqual({ ...none, deletedIds: ['a'] });
  // However many of them vanish, nobody sees it.
  const removed = ['a', 'b', 'c', 'd', 'e'].map((id) => cached(id, { state: 'tombstone' }));
  expect(changes(removed, []).massDisappearance).toBe(false);
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
      [comment('new'), comment('c0', { body: { text: 'edited' } })],
    );
    expect(answer.massDisappearance).toBe(true);
    expect(answer.added.map(({ id }) => id)).toEqual(['new']);
    expect(answer.edited.map(({ id }) => id)).toEqual(['c0']);
  });
});

describe('a comment that its site says was deleted', () => {
  const deleted = (id: string) => comment(id, { deleted: true });
  const reply = comment('b', { parentId: 'a' });

  test('is deleted at once when nobody answered it', () => {
    expect(changes([cached('a')], [deleted('a')], false).deletedIds).toEqual(['a']);
  });

  test('becomes a placeholder when it has replies, also replies of replies', () => {
    const answer = changes([cached('a'), cached('b', { parentId: 'a' })], [deleted('a'), reply]);
    expect(answer).toEqual({ ...none, edited: [deleted('a')] });
    const chain = changes(
      [cached('a'), cached('b', { parentId: 'a' }), cached('c', { parentId: 'b' })],
      [deleted('a'), { ...deleted('b'), parentId: 'a' }, comment('c', { parentId: 'b' })],
    );
    expect(chain.edited.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('stays a placeholder without further edits, until its last reply is gone', () => {
    const placeholder = cached('a', { hash: 'deleted' });
    const answered = cached('b', { parentId: 'a', missing: 1 });
    expect(changes([placeholder, answered], [deleted('a'), reply])).toEqual({
      ...none,
      foundIds: ['b'],
    });
    expect(changes([placeholder, answered], [deleted('a')]).deletedIds).toEqual(['b', 'a']);
  });

  test('is not mirrored when it was deleted before, and is mirrored again when it comes back', () => {
    expect(changes([], [deleted('a'), reply]).added).toEqual([reply]);
    expect(changes([cached('a', { state: 'gone' })], [deleted('a')])).toEqual(none);
    const back = comment('a');
    expect(changes([cached('a', { hash: 'deleted' })], [back]).edited).toEqual([back]);
  });

  test('counts for a mass disappearance, but a placeholder counts only once', () => {
    const live = many(10).map((id) => cached(id));
    const page = [
      ...many(10).slice(0, 4).map(deleted),
      ...many(10)
        .slice(4)
        .map((id) => comment(id)),
    ];
    expect(changes(live, page)).toEqual({ ...none, massDisappearance: true });
    const replies = many(4).map((id) => comment(`r${id}`, { parentId: id }));
    const placeholders = many(4).map((id) => cached(id, { hash: 'deleted' }));
    const answers = replies.map(({ id, parentId }) => cached(id, { parentId }));
    expect(changes([...placeholders, ...answers], [...many(4).map(deleted), ...replies])).toEqual(
      none,
    );
  });
});

describe('comments that another source had, and this one lacks', () => {
  const elsewhere = (missing: number) => cached('old', { isElsewhere: true, missing });
  const others = many(9);
  const page = others.map((id) => comment(id));
  const before = (missing: number) => [...others.map((id) => cached(id)), elsewhere(missing)];

  test('are deleted after five complete answers, and never by an incomplete one', () => {
    expect(changes(before(0), page)).toEqual({ ...none, missingIds: ['old'] });
    expect(changes(before(3), page)).toEqual({ ...none, missingIds: ['old'] });
    expect(changes(before(4), page)).toEqual({ ...none, deletedIds: ['old'] });
    expect(changes(before(4), page, false)).toEqual(none);
  });

  test('all stay when they are many: the source may hold another discussion', () => {
    const old = many(5).map((id) => cached(`old ${id}`, { isElsewhere: true, missing: 4 }));
    expect(changes([...others.map((id) => cached(id)), ...old], page)).toEqual(none);
  });
});
