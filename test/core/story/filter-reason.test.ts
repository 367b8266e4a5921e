import { expect, test } from 'vitest';
import { Filters } from '../../../src/core/feed/channel-options.ts';
import { filterReason } from '../../../src/core/story/filter-reason.ts';
import { noCredits } from '../../../src/core/story/credits.ts';
import { unknownStory } from '../../../src/core/story/story.ts';

const story = {
  ...unknownStory,
  headline: 'Ferry bell found',
  topics: ['Harbour'],
  credits: { ...noCredits, byline: [{ name: 'Ines Okafor', place: null }] },
};
const filters = (given: object) => Filters.parse(given);

test('a story that is taken meets no obstacle', () => {
  expect(filterReason(filters({}), story)).toBeNull();
  expect(filterReason(filters({ include: { topics: ['harbour'] } }), story)).toBeNull();
});

test('the entry that keeps a story out is named', () => {
  const excluded = filters({
    include: { topics: ['harbour'] },
    exclude: { words: ['horoscope', 'bell'], authors: ['Ines Okafor'] },
  });
  expect(filterReason(excluded, story)).toEqual({ side: 'exclude', part: 'words', entry: 'bell' });
  const byName = filters({ exclude: { authors: ['okafor'] } });
  expect(filterReason(byName, story)).toEqual({
    side: 'exclude',
    part: 'authors',
    entry: 'okafor',
  });
});

test('a story that has nothing of what is wanted is told apart', () => {
  expect(filterReason(filters({ include: { words: ['giraffe'] } }), story)).toEqual({
    side: 'include',
  });
});
