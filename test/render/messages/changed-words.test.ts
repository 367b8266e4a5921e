import { expect, test } from 'vitest';
import { changedWords } from '../../../src/render/messages/changed-words.ts';

test.each([
  ['You are a liar, Sam', 'You are a friend, Sam', 'You are a ~~liar,~~ **friend,** Sam'],
  ['Good', 'Good morning', 'Good **morning**'],
  ['Good morning', 'Good', 'Good ~~morning~~'],
  ['all\nother', 'new words', '~~all other~~ **new words**'],
  ['*a* b', '__a__ b', '~~\\*a\\*~~ **\\_\\_a\\_\\_** b'],
  [
    'The pier is old and the mayor lies to us',
    'The pier is new and the mayor talks to us',
    'The pier is ~~old~~ **new** and the mayor ~~lies~~ **talks** to us',
  ],
  ['one two three', 'zero one three four', '**zero** one ~~two~~ three **four**'],
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

test('between two changes far apart, the unchanged words in the middle are left out', () => {
  const many = Array.from({ length: 40 }, (_, index) => `w${index}`);
  const shown = changedWords(many.join(' '), many.with(5, 'x').with(35, 'y').join(' '));
  expect(shown).toContain('**x** w6 w7 w8 w9 w10 w11 w12 w13 … w27 w28');
  expect(shown).toContain('~~w35~~ **y**');
});

test('a text with many changes is cut', () => {
  const many = Array.from({ length: 400 }, (_, index) => `w${index}`);
  const every = many.map((word, index) => (index % 2 === 0 ? word : `x${index}`));
  const shown = changedWords(many.join(' '), every.join(' '));
  expect(shown.length).toBeLessThan(1_300);
  expect(shown).toMatch(/ …$/u);
});

test('a change of very long texts stays short', () => {
  expect(changedWords('a '.repeat(50_000), 'b'.repeat(100_000)).length).toBeLessThan(800);
});
