import { expect, test } from 'vitest';
import type { DiscussionSource } from '../../src/core/discussion/discussion.ts';
import type { Story } from '../../src/core/story/story.ts';
import {
  commentSources,
  findComments,
  readComments,
  type SourceAnswer,
} from '../../src/sources/index.ts';
import { labelsIn } from '../../src/render/index.ts';
import { sourceSamples } from './samples/index.ts';
import { story, storyUrl } from './stories.ts';

const feed = `${storyUrl}/feed/`;
const both = story({ commentLinks: { feed, page: `${storyUrl}#comments` } });

function found(
  of: Story,
  source = 'auto',
  selectors: { comment: string } | null = null,
): DiscussionSource | null {
  const step = findComments({ story: of, settings: { source, selectors } }, []);
  if ('ask' in step) throw new Error('these sources are found without a request');
  return step.done;
}

test('a comment feed is preferred to the page', () => {
  expect(found(both)).toEqual({ name: 'comment-feed', ref: { url: feed, page: storyUrl } });
});

test('without a feed the page is read where its site is the story’s', () => {
  const page = story({ commentLinks: { feed: null, page: `${storyUrl}#comments` } });
  expect(found(page)).toEqual({ name: 'page-selectors', ref: { url: storyUrl, selectors: null } });
  const elsewhere = story({ commentLinks: { feed: null, page: 'https://forum.example/1' } });
  expect(found(elsewhere)).toBeNull();
});

test('a story without any sign of comments has no source', () => {
  expect(found(story())).toBeNull();
});

test('the feed’s own selectors go before a comment feed', () => {
  expect(found(both, 'auto', { comment: '.c' })).toEqual({
    name: 'page-selectors',
    ref: { url: storyUrl, selectors: { comment: '.c' } },
  });
});

test('a source that is set is the only one tried', () => {
  expect(found(both, 'page-selectors')?.name).toBe('page-selectors');
  expect(found(story(), 'page-selectors')?.ref).toMatchObject({ url: storyUrl });
  expect(found(story(), 'comment-feed')).toBeNull();
  expect(found(both, 'a-source-of-a-later-version')).toBeNull();
});

test.each(['https://ledger.example/post/77', 'https://ledger.example/@desk/1234'])(
  'a site whose addresses look like %s keeps its comment feed while the guess fails',
  (url) => {
    const clues = (source: string) => ({
      story: story({ url, commentLinks: { feed, page: null } }),
      settings: { source, selectors: null },
    });
    const answers: SourceAnswer[] = [];
    const fail = (source: string): DiscussionSource | null => {
      for (;;) {
        const step = findComments(clues(source), answers);
        if ('done' in step) return step.done;
        for (const asked of step.ask) {
          answers.push({ kind: 'failed', url: asked.url, status: 503, message: 'It is down.' });
        }
      }
    };
    expect(fail('auto')?.name).toBe('comment-feed');
    const chosen = url.includes('@') ? 'mastodon' : 'lemmy';
    expect(() => fail(chosen)).toThrow('It is down.');
  },
);

test('every source has a name of its own, and labels for people by that name', () => {
  const names = commentSources.map(({ name }) => name);
  const labels = labelsIn('en').sources;
  expect(new Set(names).size).toBe(names.length);
  expect(Object.keys(labels.names)).toEqual(names);
  expect(Object.keys(labels.clues)).toEqual(names);
  expect(new Set(Object.values(labels.names)).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*(?:\d+)?$/);
});

test('the comments of an unknown source are not read, and the message says what to do', () => {
  expect(() => readComments({ name: 'later', ref: null }, [])).toThrow(
    /has no comment source "later"/,
  );
});

test('every source has sample documents, which its contract test and the benchmark read', () => {
  expect(sourceSamples.map(({ source }) => source)).toEqual(commentSources);
});
