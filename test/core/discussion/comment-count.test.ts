import { expect, test } from 'vitest';
import { statedCount } from '../../../src/core/discussion/comment-count.ts';

test.each([
  ['Comments (3)', 3],
  ['Reader comments: 1,204', 1204],
  ['3 comments', 3],
  ['12 thoughts on “The old ferry”', 12],
  ['Comments', null],
  ['2 of 3 comments shown', null],
  ['', null],
])('the comment count in "%s" is %s', (text, count) => {
  expect(statedCount(text)).toBe(count);
});
