import { expect, test } from 'vitest';
import { enrich, readArticle } from '../../../src/article/index.ts';
import { noCredits } from '../../../src/core/story/credits.ts';
import type { Story } from '../../../src/core/story/story.ts';
import { address, page, printedPage } from '../pages.ts';
import { unknownStory } from '../../../src/core/story/story.ts';

function story(words: Partial<Story> = {}): Story {
  return {
    ...unknownStory,
    headline: 'Ferry sinks',
    url: address,
    ...words,
  };
}

const person = (name: string) => ({ name, place: null });
const facts = await readArticle(page(printedPage));

test('the page fills only what the feed lacks', async () => {
  const whole = enrich(story({ summary: 'The feed’s own words.', publishedAt: 5 }), facts);
  expect(whole.headline).toBe('Ferry sinks');
  expect(whole.summary).toBe('The feed’s own words.');
  expect(whole.publishedAt).toBe(5);
  expect(whole.dateline).toEqual({ place: 'PORT ELLEN', agency: 'Harbour Wire' });
  expect(whole.commentCount).toBe(3);
  expect(whole.credits.editing).toHaveLength(2);
  expect(whole.commentPolicy?.url).toBe('https://ledger.example/rules');
});

test('credits of feed and page are joined without repeats', async () => {
  const whole = enrich(story({ credits: { ...noCredits, byline: [person('ana ruiz')] } }), facts);
  expect(whole.credits.byline).toEqual([person('ana ruiz'), person('Ben Cho')]);
});

test('the feed’s picture takes caption and credit of the same picture on the page', async () => {
  const photo = { url: 'https://cdn.example/ferry-300x200.jpg?x=1', caption: null, credit: null };
  const whole = enrich(story({ photo }), facts);
  expect(whole.photo).toMatchObject({
    url: photo.url,
    caption: 'The ferry leans against the quay on Thursday.',
  });
});

test('a caption never goes to another picture', async () => {
  const bare = { url: 'https://cdn.example/map.jpg', caption: null, credit: null };
  expect(enrich(story({ photo: bare }), facts).photo?.url).toBe(facts.photo?.url);
  const captioned = { ...bare, caption: 'A map.' };
  expect(enrich(story({ photo: captioned }), facts).photo).toEqual(captioned);
});

test('the Atom feed of comments is preferred to the flat one of the story’s feed', async () => {
  const commentLinks = { feed: `${address}/feed/`, page: `${address}#comments` };
  expect(enrich(story({ commentLinks }), facts).commentLinks).toEqual({
    feed: `${address}/feed/atom/`,
    page: `${address}#comments`,
  });
  const without = { ...facts, commentLinks: { feed: null, atomFeed: null, page: null } };
  expect(enrich(story({ commentLinks }), without).commentLinks).toEqual(commentLinks);
});

test('a page that holds comments is where they are read', async () => {
  expect(enrich(story(), facts).commentLinks.page).toBe(address);
});
