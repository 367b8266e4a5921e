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

describe('the order of a thread', () => {
  test('is by time, unknown last, ties by id', () => {
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

  test('puts a parent before its reply though the reply claims to be older', () => {
    expect(order(comment('reply', 'parent', 1), comment('parent', null, 5))).toBe('parent reply');
    expect(order(comment('reply', 'parent', 1), comment('parent', null, null))).toBe(
      'parent reply',
    );
  });

  test('takes a reply whose parent is absent for top level', () => {
    expect(order(comment('b', 'absent', 2), comment('a', null, 1), comment('c', null, 3))).toBe(
      'a b c',
    );
  });

  test('does not depend on the order of the answer', () => {
    const comments = [comment('a', null, 1), comment('b', 'a', 2), comment('c', 'b', 2)];
    expect(order(...comments)).toBe('a b c');
    expect(order(...comments.toReversed())).toBe('a b c');
  });

  test('leaves the answer as it was', () => {
    const comments = [comment('b', null, 2), comment('a', null, 1)];
    threadOrder(comments);
    expect(comments.map(({ id }) => id)).toEqual(['b', 'a']);
  });
});

describe('parents that go in circles', () => {
  test('lose no comment', () => {
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

  test('do not disturb the comments beside them', () => {
    const sorted = order(comment('x', null, 1), comment('a', 'b', 2), comment('b', 'a', 3));
    expect(sorted.startsWith('x ')).toBe(true);
  });

  test('still put a reply to the circle after what it replies to', () => {
    const sorted = order(comment('r', 'a', 9), comment('a', 'b', 1), comment('b', 'a', 2));
    expect(sorted.indexOf('r')).toBeGreaterThan(sorted.indexOf('a'));
  });
});

test('a chain of ten thousand replies is ordered, whichever end is oldest', () => {
  const length = 10_000;
  for (const oldestLast of [false, true]) {
    const chain = Array.from({ length }, (_, at) =>
      comment(`c${at}`, at === 0 ? null : `c${at - 1}`, oldestLast ? length - at : at),
    );
    expect(threadOrder(chain).map(({ id }) => id)).toEqual(chain.map(({ id }) => id));
  }
});
