import { expect, test } from 'vitest';
import { withKnownIds } from '../../../src/core/discussion/known-ids.ts';

const comment = (id: string, author: string, publishedAt: number | null, parentId = '') => ({
  id,
  author,
  publishedAt,
  parentId: parentId || null,
});

test('a comment without an id of its site keeps the one it is stored under, and its replies find it', () => {
  const stored = [comment('hash:old', 'Maren', 5)];
  const read = [comment('hash:new', 'Maren', 5), comment('hash:b', 'Odd', 6, 'hash:new')];
  expect(withKnownIds(read, stored)).toEqual([
    comment('hash:old', 'Maren', 5),
    comment('hash:b', 'Odd', 6, 'hash:old'),
  ]);
});

test.each([
  ['one of another time', [comment('hash:new', 'Maren', 6)], [comment('hash:old', 'Maren', 5)]],
  [
    'one without a time',
    [comment('hash:new', 'Maren', null)],
    [comment('hash:old', 'Maren', null)],
  ],
  [
    'two of one author and minute',
    [comment('hash:new', 'Maren', 5), comment('hash:other', 'Maren', 5)],
    [comment('hash:old', 'Maren', 5)],
  ],
  ['one that its site names', [comment('c7', 'Maren', 5)], [comment('hash:old', 'Maren', 5)]],
  [
    'one beside the stored one',
    [comment('hash:old', 'Maren', 5), comment('hash:new', 'Maren', 5)],
    [comment('hash:old', 'Maren', 5)],
  ],
])('another comment keeps its own id: %s', (_, read, stored) => {
  expect(withKnownIds(read, stored)).toEqual(read);
});
