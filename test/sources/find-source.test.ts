import { expect, test } from 'vitest';
import { SourceAddress } from '../../src/core/discussion/discussion.ts';
import { commentSources, findCommentSource } from '../../src/sources/index.ts';
import { story, storyUrl } from './stories.ts';

const feed = `${storyUrl}/feed/`;
const both = story({ commentLinks: { feed, page: `${storyUrl}#comments` } });
const auto = { source: 'auto', selectors: null } as const;

test('a comment feed is preferred to the page', () => {
  expect(findCommentSource(both, auto)).toEqual({
    source: 'comment-feed',
    url: feed,
    selectors: null,
  });
});

test('without a feed the page is read where its site is the story’s', () => {
  const page = story({ commentLinks: { feed: null, page: `${storyUrl}#comments` } });
  expect(findCommentSource(page, auto)).toEqual({
    source: 'page-selectors',
    url: storyUrl,
    selectors: null,
  });
  const elsewhere = story({ commentLinks: { feed: null, page: 'https://forum.example/1' } });
  expect(findCommentSource(elsewhere, auto)).toBeNull();
});

test('a story without any sign of comments has no source', () => {
  expect(findCommentSource(story(), auto)).toBeNull();
});

test('the feed’s own selectors go before a comment feed', () => {
  const settings = { source: 'auto', selectors: { comment: '.c' } } as const;
  expect(findCommentSource(both, settings)).toEqual({
    source: 'page-selectors',
    url: storyUrl,
    selectors: { comment: '.c' },
  });
});

test('a source that is set is the only one tried', () => {
  expect(findCommentSource(both, { source: 'page-selectors', selectors: null })?.source).toBe(
    'page-selectors',
  );
  expect(findCommentSource(story(), { source: 'page-selectors', selectors: null })?.url).toBe(
    storyUrl,
  );
  expect(findCommentSource(story(), { source: 'comment-feed', selectors: null })).toBeNull();
});

test('every source that an address may name exists', () => {
  expect(commentSources.map(({ name }) => name).sort()).toEqual(
    [...SourceAddress.shape.source.options].sort(),
  );
});
