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

test('a story that passes the filters has no filter reason', () => {
  expect(filterReason(filters({}), story)).toBeNull();
  expect(filterReason(filters({ include: { topics: ['harbour'] } }), story)).toBeNull();
});

test('the reason names the entry that excludes a story', () => {
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

test('a story that matches no include entry has that as its reason', () => {
  expect(filterReason(filters({ include: { words: ['giraffe'] } }), story)).toEqual({
    side: 'include',
  });
});
