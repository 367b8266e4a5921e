import { expect, test } from 'vitest';
import { noCredits } from '../../src/core/story/credits.ts';
import { mergeCredits } from '../../src/credits/merge.ts';
import { people } from './contributors.ts';
test('the page adds people and places to the feed’s credits without naming anyone twice', () => {
  const feed = { ...noCredits, byline: people('Ana Ruíz'), verbatim: ['x'] };
  const page = {
    ...noCredits,
    byline: people('ANA RUIZ@Paris', 'Ben Cho'),
    editing: people('Chen Li'),
    graphics: people('Fay Moss'),
    verbatim: ['x'],
  };
  expect(mergeCredits(feed, page)).toEqual({
    ...noCredits,
    byline: people('Ana Ruíz@Paris', 'Ben Cho'),
    editing: people('Chen Li'),
    graphics: people('Fay Moss'),
    verbatim: ['x'],
  });
});
