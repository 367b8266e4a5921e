import { expect, test } from 'vitest';
import { plural } from '../../src/text/plural.ts';

test.each([
  [0, 'report', undefined, '0 reports'],
  [1, 'report', undefined, '1 report'],
  [2, 'report', undefined, '2 reports'],
  [1, 'story', 'stories', '1 story'],
  [20, 'story', 'stories', '20 stories'],
  [1000, 'comment', undefined, '1,000 comments'],
])('%i of "%s" (plural: %s) is written "%s"', (count, one, many, text) => {
  expect(plural(count, one, many)).toBe(text);
});
