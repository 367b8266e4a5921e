import { expect, test } from 'vitest';
import { leadSentences, sentences } from '../../src/core/sentences.ts';

test.each([
  ['The ferry sank. It was old.', ['The ferry sank.', 'It was old.']],
  [
    'Mr. Falk of Ledger Corp. spoke. J. R. Smith Jr. of the U.S. Navy did not.',
    ['Mr. Falk of Ledger Corp. spoke.', 'J. R. Smith Jr. of the U.S. Navy did not.'],
  ],
  ['“It sank.” That was all.', ['“It sank.”', 'That was all.']],
  [
    'It cost 3.5 million. See ledger.example/a.b for more.',
    ['It cost 3.5 million.', 'See ledger.example/a.b for more.'],
  ],
  ['船が沈んだ。古い船だった。', ['船が沈んだ。', '古い船だった。']],
  ['no stop at all', ['no stop at all']],
  ['', []],
])('"%s" is taken apart into its sentences', (text, parts) => {
  expect(sentences(text)).toEqual(parts);
});

test('a summary is at most three whole sentences', () => {
  expect(leadSentences('One is. Two is. Three is. Four is.')).toBe('One is. Two is. Three is.');
});

test('a sentence that does not fit is left out whole', () => {
  expect(leadSentences('One is. Two is longer.', 12)).toBe('One is.');
});

test('a text without spaces is cut between characters, never within one', () => {
  const lead = leadSentences('🚢'.repeat(300), 100);
  expect(Buffer.from(lead ?? '').toString()).toBe(lead);
  expect(lead?.length).toBeLessThanOrEqual(100);
});

test('a link that does not fit is left out whole', () => {
  expect(leadSentences(`Read ${'https://ledger.example/'.repeat(5)} now`, 60)).toBe('Read…');
});
