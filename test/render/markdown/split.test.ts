import { expect, test } from 'vitest';
import { splitMessage, truncate } from '../../../src/render/index.ts';

test('a text that fits is one part, and a blank text has no parts', () => {
  expect(splitMessage('A tide.', 20)).toEqual(['A tide.']);
  expect(splitMessage(' \n '.repeat(20), 20)).toEqual([]);
});

test('text is cut after a paragraph rather than a sentence, a sentence rather than a word', () => {
  expect(splitMessage('One two three four.\n\nFive. Six seven.', 30)).toEqual([
    'One two three four.',
    'Five. Six seven.',
  ]);
  expect(splitMessage('One two three four. Five six seven.', 30)).toEqual([
    'One two three four.',
    'Five six seven.',
  ]);
  expect(splitMessage('one two three four five six seven', 20)).toEqual([
    'one two three four',
    'five six seven',
  ]);
});

test('a word longer than a part is cut between graphemes', () => {
  const family = '👩‍👩‍👧‍👦';
  expect(splitMessage(family.repeat(4), 25)).toEqual([family + family, family + family]);
  expect(splitMessage('e\u0301'.repeat(15), 9)).toEqual([
    'e\u0301'.repeat(4),
    'e\u0301'.repeat(4),
    'e\u0301'.repeat(4),
    'e\u0301'.repeat(3),
  ]);
});

test('a link and an escape are never cut', () => {
  const link = '[the tides](<https://ledger.example/tides>)';
  expect(splitMessage(`Some words before ${link} and after`, 50)).toEqual([
    'Some words before',
    `${link} and`,
    'after',
  ]);
  for (const part of splitMessage('\\*'.repeat(50), 21)) expect(part).toMatch(/^(?:\\\*)+$/u);
});

test('a code fence is closed at a cut and opened again', () => {
  const parts = splitMessage(`\`\`\`\n${'tide = 1;\n'.repeat(30)}\`\`\`\nAfter.`, 120);
  expect(parts.length).toBeGreaterThan(2);
  for (const part of parts) {
    expect(part.length).toBeLessThanOrEqual(120);
    expect(part.match(/```/gu)).toHaveLength(2);
  }
  expect(parts.join('').match(/tide = 1;/gu)).toHaveLength(30);
  expect(parts.at(-1)).toMatch(/```\nAfter\.$/u);
});

test('bold text and a quote continue in the next part', () => {
  const [first, second] = splitMessage(`> **${'word '.repeat(40).trim()}**`, 120);
  expect(first).toMatch(/^> \*\*word.*word\*\*$/u);
  expect(second).toMatch(/^> \*\*word.*word\*\*$/u);
});

test('splitting at any limit loses or repeats no word', () => {
  const words = Array.from({ length: 400 }, (_, at) => `word${at}`);
  for (const limit of [20, 57, 100, 333, 2000]) {
    const parts = splitMessage(words.join(' '), limit);
    expect(parts.every((part) => part.length <= limit)).toBe(true);
    expect(parts.join(' ').split(' ')).toEqual(words);
  }
});

test('a truncated text ends after a word with an ellipsis, never inside a character', () => {
  expect(truncate('The ferry leaves, at noon', 18)).toBe('The ferry leaves…');
  expect(truncate('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 20)).toBe('👩‍👩‍👧‍👦…');
  expect(truncate('🦀🦀🦀', 4)).toBe('🦀…');
  expect(truncate('short', 5)).toBe('short');
});

test.each(['# Ferry', '-# small', '- item', '> quote', '1. first'])(
  'what stood within a line is no markup at the beginning of a part: %s',
  (mark) => {
    const [, second = ''] = splitMessage(`${'word '.repeat(24)}${mark} and more words`, 120);
    expect(second.replace('\\', '')).toBe(`${mark} and more words`);
    expect(second).not.toBe(`${mark} and more words`);
    const [, own] = splitMessage(`${'word '.repeat(24)}\n${mark} and more words`, 120);
    expect(own).toBe(`${mark} and more words`);
  },
);
