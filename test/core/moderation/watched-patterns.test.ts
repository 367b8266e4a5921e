import { expect, test, vi } from 'vitest';
import type { WatchedPattern } from '../../../src/core/moderation/rules.ts';
import {
  patternMatcher,
  readDomain,
  readWords,
} from '../../../src/core/moderation/watched-patterns.ts';

const watched = (kind: 'words' | 'link', pattern: string): WatchedPattern => {
  return { kind, pattern, action: 'report', addedBy: '100000000000000001', addedAt: 0 };
};
const matches = (pattern: string, text: string) =>
  patternMatcher([watched('words', pattern)])({ text, links: '' }).length > 0;
const links = (domain: string, text: string) =>
  patternMatcher([watched('link', domain)])({ text: '', links: text }).length > 0;

test.each([
  // Whole words, in any case.
  ['idiot', 'You idiot!', true],
  ['idiot', 'IDIOT', true],
  ['idiot', 'This is idiotic.', false],
  ['ass', 'The class passes the grass.', false],
  ['ass', 'kiss my ass.', true],
  // Stars.
  ['idiot*', 'This is idiotic.', true],
  ['*idiot', 'superidiot', true],
  ['*idiot', 'superidiots', false],
  ['b*d', 'The bread is bad.', true],
  ['b*d', 'bid', true],
  ['ab*ba', 'aba', false],
  ['ab*ba', 'abba', true],
  // Phrases, over punctuation and lines.
  ['free coin*', 'Get FREE\ncoins now', true],
  ['free coin*', 'free, coin', true],
  ['free coin*', 'free silver coins', false],
  ['go home', 'let us go', false],
  // Disguises that people do not see.
  ['free coins', 'ＦＲＥＥ çöîns', true],
  ['idiot', 'idi\u200Bot', true],
  ['Straße', 'auf der straße', true],
  // Scripts without spaces.
  ['馬鹿', 'あなたは馬鹿です', true],
  ['馬鹿', '馬が鹿を見た', false],
  // A pattern is no regular expression.
  ['(a+)+$', 'aaaa', false],
  ['c.t', 'cat', false],
])('the watched words "%s" in "%s": %s', (pattern, text, expected) => {
  expect(matches(pattern, text)).toBe(expected);
});

test.each([
  ['coins.example', 'see https://coins.example/buy', true],
  ['coins.example', 'see [this](https://www.coins.example/buy)', true],
  ['coins.example', 'write coins.example/buy', true],
  ['coins.example', 'https://notcoins.example', false],
  ['coins.example', 'https://coins.example.org', false],
  ['coins.example', 'https://user@COINS.example', true],
  ['xn--mnzen-kva.example', 'https://münzen.example', true],
  ['coins.example', 'coins example', false],
])('the watched domain %s in "%s": %s', (domain, text, expected) => {
  expect(links(domain, text)).toBe(expected);
});

test.each([
  ['  free   coin* ', { pattern: 'free coin*' }],
  ['***', { wrong: 'empty' }],
  ['a*', { wrong: 'too-general' }],
  ['馬*鹿', { wrong: 'inner-star' }],
  ['x'.repeat(101), { wrong: 'too-long' }],
])('words typed as "%s"', (typed, expected) => {
  expect(readWords(typed)).toEqual(expected);
});

test.each([
  ['https://www.Coins.example/buy?x=1', { pattern: 'coins.example' }],
  ['*.coins.example', { pattern: 'coins.example' }],
  ['münzen.example', { pattern: 'xn--mnzen-kva.example' }],
  ['localhost', { wrong: 'no-domain' }],
  ['127.0.0.1', { wrong: 'no-domain' }],
  ['  ', { wrong: 'empty' }],
])('a domain typed as "%s"', (typed, expected) => {
  expect(readDomain(typed)).toEqual(expected);
});

test('all patterns that match are returned, in their order', () => {
  const patterns = [watched('words', 'b'), watched('link', 'c.example'), watched('words', 'a*')];
  const found = patternMatcher(patterns)({ text: 'about b', links: 'c.example' });
  expect(found).toEqual(patterns);
});

test('two hundred patterns on the worst texts read each text a bounded number of times', () => {
  const patterns = Array.from({ length: 200 }, (_, index) =>
    watched('words', `${'a*'.repeat(20)}${String(index)} b*`),
  );
  const matcher = patternMatcher(patterns);
  // Counts what the matcher asks of each word.
  const asked = vi.spyOn(String.prototype, 'indexOf');
  matcher({ text: 'a'.repeat(25_000), links: '' });
  matcher({ text: 'aa '.repeat(8_000), links: '' });
  const reads = asked.mock.calls.length;
  asked.mockRestore();
  // Two different words, two hundred patterns, at most twenty parts each.
  expect(reads).toBeGreaterThan(0);
  expect(reads).toBeLessThanOrEqual(2 * 200 * 20);
});
