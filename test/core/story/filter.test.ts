import { describe, expect, test } from 'vitest';
import { type Criteria, Filters } from '../../../src/core/feed/channel-options.ts';
import { noCredits } from '../../../src/core/story/credits.ts';
import type { Story } from '../../../src/core/story/story.ts';
import { hasFilters, matchesFilters } from '../../../src/core/story/filter.ts';
import { unknownStory } from '../../../src/core/story/story.ts';

const ferry: Story = {
  ...unknownStory,
  headline: 'Café on the ferry’s upper deck reopens',
  summary: 'The New Harbour Line serves coffee again, from Monday.',
  topics: ['Shipping', 'Town hall'],
  credits: {
    ...noCredits,
    byline: [{ name: 'Ines Okafor', place: null }],
    editing: [{ name: 'Zoë Lindström', place: null }],
    verbatim: ['With files from Odd Nilsen'],
  },
};

const filters = (include: Partial<Criteria>, exclude: Partial<Criteria> = {}): Filters =>
  Filters.parse({ include, exclude });
const takesWord = (entry: string, headline: string | null = null) =>
  matchesFilters(
    filters({ words: [entry] }),
    headline === null ? ferry : { ...unknownStory, headline },
  );

test('a channel without filters gets every story', () => {
  expect(matchesFilters(filters({}), ferry)).toBe(true);
  expect(hasFilters(filters({}))).toBe(false);
  expect(hasFilters(filters({}, { topics: ['Sport'] }))).toBe(true);
});

test.each([
  ['a word of the headline', 'deck', true],
  ['a word of the summary', 'coffee', true],
  ['a word in another case without accents', 'CAFE', true],
  ['a part of a word', 'dec', false],
  ['the start of a word with a star', 'dec*', true],
  ['a phrase of several words', 'new harbour  line', true],
  ['a phrase that ends in the start of a word', 'new harb*', true],
  ['a phrase whose words are not adjacent', 'new line', false],
  ['a phrase across headline and summary', 'reopens the', false],
  ['a word that has a possessive form in the text', 'ferry', true],
  ['a regular expression', 'f.rry', false],
])('a filter entry that is %s ("%s"): matches is %s', (_, entry, taken) => {
  expect(takesWord(entry)).toBe(taken);
});

test.each([
  ['Chinese', '港口', '新港口今日开放', true],
  ['Japanese, between kana', '灯台', '古い灯台が開く', true],
  ['Japanese, a voiced kana is another one', 'カス', 'ガス管を点検', false],
  ['Thai', 'เรือ', 'ข่าวเรือข้ามฟาก', true],
  ['Latin within Chinese', 'AI', '市政府用AI管理港口', true],
  ['Latin within Chinese, a part', 'AI', '市政府用AIM管理港口', false],
  ['both together', 'AI管理', '市政府用AI管理港口', true],
  ['Korean, a whole word', '항구', '새 항구 개장', true],
  ['Korean, a word with its particle', '항구*', '새 항구가 열렸다', true],
  ['Cyrillic', 'еж', 'Ёж переплыл гавань', true],
  ['Hindi, a part of a word', 'बंद', 'बंदरगाह खुला', false],
  ['Hindi', 'बंदरगाह', 'बंदरगाह खुला', true],
])('a filter for %s: "%s" in "%s" matches is %s', (_, entry, headline, taken) => {
  expect(takesWord(entry, headline)).toBe(taken);
});

describe('topics and authors', () => {
  test.each([
    ['a topic', { topics: ['shipping'] }, true],
    ['a word of a topic', { topics: ['town'] }, true],
    ['a topic that is only in the headline', { topics: ['ferry'] }, false],
    ['the last name of an author', { authors: ['Okafor'] }, true],
    ['the name of an editor without accents', { authors: ['zoe lindstrom'] }, true],
    ['a name in a verbatim credit line', { authors: ['Odd Nilsen'] }, true],
    ['an author who is not credited', { authors: ['Ngozi'] }, false],
    ['words and authors of which one matches', { words: ['tram'], authors: ['Okafor'] }, true],
  ])('a filter by %s compares the right parts of a story', (_, include, taken) => {
    expect(matchesFilters(filters(include), ferry)).toBe(taken);
  });
});

test('an exclude entry outranks every include entry', () => {
  expect(matchesFilters(filters({}, { topics: ['Shipping'] }), ferry)).toBe(false);
  expect(matchesFilters(filters({ words: ['ferry'] }, { authors: ['Okafor'] }), ferry)).toBe(false);
  expect(matchesFilters(filters({ words: ['ferry'] }, { words: ['tram'] }), ferry)).toBe(true);
});

test('an entry without any letter or digit filters nothing', () => {
  expect(matchesFilters(filters({ words: ['!!!', '*'] }), ferry)).toBe(true);
  expect(matchesFilters(filters({}, { words: ['*', '…'] }), ferry)).toBe(true);
});

test('a text made to slow down regular expressions is filtered fast', () => {
  const bait = `${'a'.repeat(50_000)}!`;
  const entries = Array.from({ length: 50 }, (_, index) => `${'a'.repeat(99 - index)}b`);
  const story = { ...unknownStory, headline: bait, summary: 'a '.repeat(25_000) };
  expect(matchesFilters(filters({ words: entries }, { words: entries }), story)).toBe(false);
});
