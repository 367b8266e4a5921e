import { expect, test } from 'vitest';
import { statedCount, writtenNumber } from '../../../src/core/discussion/comment-count.ts';

test.each([
  ['Comments (3)', 3],
  ['Reader comments: 1,204', 1204],
  ['3 comments', 3],
  ['12 thoughts on “The old ferry”', 12],
  ['15 » Comentarios', 15],
  ['Comentarios » 15', 15],
  ['Kommentare (12)', 12],
  ['Comments: 9', 9],
  ['1.2K comments', 1200],
  ['Comments (1.2k)', 1200],
  ['1,2 mil comentarios', 1200],
  ['2,5 Tsd. Kommentare', 2500],
  ['3M comments', 3_000_000],
  ['12K+ comments', 12_000],
  ['36\u202f146 commentaires', 36_146],
  ['36 146 commentaires', 36_146],
  ['36 | 146 comments', 146],
  ['Comments | 12', 12],
  ['12 points · 4 comments', 4],
  ['View all 219 comments', 219],
  ['Voir les 7 commentaires', 7],
  ['Comments', null],
  ['2 of 3 comments shown', null],
  ['Comment 3 by Ana', null],
  ['Mayor makes 3 comments in council', null],
  ['1.234.567.890 comments', null],
  ['', null],
])('the comment count in "%s" is %s', (text, count) => {
  expect(statedCount(text)).toBe(count);
});

test.each([
  ['1 234', 1234],
  ['1’234’567', 1_234_567],
  ['12', 12],
  ['36 14', null],
  ['1.2', null],
  ['1.25K', 1250],
  ['fog', null],
])('the number written as "%s" is %s', (text, count) => {
  expect(writtenNumber(text)).toBe(count);
});
