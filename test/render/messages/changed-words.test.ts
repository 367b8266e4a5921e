import { expect, test } from 'vitest';
import { changedWords } from '../../../src/render/messages/changed-words.ts';

test.each([
  ['You are a liar, Sam', 'You are a friend, Sam', 'You are a ~~liar,~~ **friend,** Sam'],
  ['Good', 'Good morning', 'Good **morning**'],
  ['Good morning', 'Good', 'Good ~~morning~~'],
  ['all\nother', 'new words', '~~all other~~ **new words**'],
  ['*a* b', '__a__ b', '~~\\*a\\*~~ **\\_\\_a\\_\\_** b'],
  ['a ~~b~~', 'a', 'a ~~\\~\\~b\\~\\~~~'],
])('%j that was edited to %j is shown as %j', (before, after, shown) => {
  expect(changedWords(before, after)).toBe(shown);
});

test('of a long text only the words around the change are shown', () => {
  const many = Array.from({ length: 30 }, (_, index) => `w${index}`);
  const shown = changedWords(many.join(' '), many.with(15, 'new').join(' '));
  expect(shown).toBe(
    '… w7 w8 w9 w10 w11 w12 w13 w14 ~~w15~~ **new** w16 w17 w18 w19 w20 w21 w22 w23 …',
  );
});

test('a change of very long texts stays short', () => {
  expect(changedWords('a '.repeat(50_000), 'b'.repeat(100_000)).length).toBeLessThan(800);
});
