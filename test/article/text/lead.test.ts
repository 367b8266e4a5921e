import { expect, test } from 'vitest';
import { readArticle } from '../../../src/article/index.ts';
import { page, story } from '../pages.ts';

test.each([
  'This story has been updated with details of the gulls at the quay.',
  'Correction: An earlier version of this story misspelt the name of Ana Ruiz.',
  'An earlier version of this article misstated the number of the gulls.',
  'Editor’s note: This story is part of a series on the ferries of the line.',
  'LISTEN: Ana Ruiz talks about the ferry in our podcast on boats.',
  'FOR IMMEDIATE RELEASE: the harbour board has news of its ferry.',
])('an editor’s notice is no lead: %s', async (notice) => {
  const facts = await readArticle(page(`<article><p>${notice}</p>${story}</article>`));
  expect(facts.summary).toMatch(/^The oldest ferry/u);
});
