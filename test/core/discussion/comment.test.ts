import { describe, expect, test } from 'vitest';
import { threadOrder } from '../../../src/core/discussion/comment.ts';

const comment = (id: string, parentId: string | null = null, publishedAt: number | null = 0) => ({
  id,
  parentId,
  publishedAt,
});
const order = (...comments: ReturnType<typeof comment>[]) =>
  threadOrder(comments)
    .map(({ id }) => id)
    .join(' ');

describe('threadOrder', () => {
  test('comments are ordered by time, unknown times last, ties by id', () => {
    expect(
      order(
        comment('d', null, null),
        comment('c', null, 5),
        comment('b', null, 5),
        comment('a', null, 9),
        comment('e', null, null),
      ),
    ).toBe('b c a d e');
  });

  test('a parent comes before its reply even if the reply has an earlier time', () => {
    expect(order(comment('reply', 'parent', 1), comment('parent', null, 5))).toBe('parent reply');
    expect(order(comment('reply', 'parent', 1), comment('parent', null, null))).toBe(
      'parent reply',
    );
  });

  test('a reply whose parent is missing counts as top level', () => {
    expect(order(comment('b', 'absent', 2), comment('a', null, 1), comment('c', null, 3))).toBe(
      'a b c',
    );
  });

  test('the thread order does not depend on the order of the answer', () => {
    const comments = [comment('a', null, 1), comment('b', 'a', 2), comment('c', 'b', 2)];
    expect(order(...comments)).toBe('a b c');
    expect(order(...comments.toReversed())).toBe('a b c');
  });

  test('ordering a thread does not change the given list', () => {
    const comments = [comment('b', null, 2), comment('a', null, 1)];
    threadOrder(comments);
    expect(comments.map(({ id }) => id)).toEqual(['b', 'a']);
  });
});

describe('parents that go in circles', () => {
  test('no comment is lost when parents form a cycle', () => {
    const ids = (text: string) => text.split(' ').sort().join(' ');
    expect(order(comment('a', 'a'))).toBe('a');
    expect(ids(order(comment('a', 'b'), comment('b', 'a')))).toBe('a b');
    expect(
      ids(
        order(
          comment('a', 'c', 1),
          comment('b', 'a', 2),
          comment('c', 'b', 3),
          comment('d', 'b', 0),
        ),
      ),
    ).toBe('a b c d');
  });

  test('a cycle of parents does not change the order of other comments', () => {
    const sorted = order(comment('x', null, 1), comment('a', 'b', 2), comment('b', 'a', 3));
    expect(sorted.startsWith('x ')).toBe(true);
  });

  test('a reply to a comment in a cycle comes after that comment', () => {
    const sorted = order(comment('r', 'a', 9), comment('a', 'b', 1), comment('b', 'a', 2));
    expect(sorted.indexOf('r')).toBeGreaterThan(sorted.indexOf('a'));
  });
});

test('a chain of ten thousand replies is ordered in either direction', () => {
  const length = 10_000;
  for (const oldestLast of [false, true]) {
    const chain = Array.from({ length }, (_, at) =>
      comment(`c${at}`, at === 0 ? null : `c${at - 1}`, oldestLast ? length - at : at),
    );
    expect(threadOrder(chain).map(({ id }) => id)).toEqual(chain.map(({ id }) => id));
  }
});
