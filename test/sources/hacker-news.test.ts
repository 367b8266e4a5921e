import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hackerNews } from '../../src/sources/hacker-news.ts';
import { findComments } from '../../src/sources/index.ts';
import { keepsTheContract } from './contract.ts';
import { replayed, textOf } from './replay.ts';
import { hackerNewsSample, url, page, answer } from './samples/hacker-news.ts';
import { type CommentSite, commentSite, followed, refusals } from './site.ts';
import { story } from './stories.ts';

keepsTheContract(hackerNewsSample);

describe('a thread of Hacker News', () => {
  const { page: read } = replayed(
    hackerNews,
    { item: '4100' },
    {
      [url]: answer([
        {
          id: 1,
          author: 'ana',
          text: 'It sank.<p>And fast.',
          children: [
            { id: 2, author: null, text: null, children: [{ id: 3, author: 'ben', text: 'Why?' }] },
          ],
        },
        { id: 4, author: 'chen', text: 'Old ship.' },
      ]),
    },
    'application/json',
  );

  test('has its replies under their parents, each with its address, author and time', () => {
    expect(read.comments.map(({ id, parentId }) => [id, parentId])).toEqual([
      ['1', null],
      ['2', '1'],
      ['3', '2'],
      ['4', null],
    ]);
    expect(read.comments[0]).toMatchObject({
      author: 'ana',
      authorUrl: 'https://news.ycombinator.com/user?id=ana',
      url: 'https://news.ycombinator.com/item?id=1',
      publishedAt: 1_304_682_000_000,
      editedAt: null,
      deleted: false,
    });
    expect(read.comments.map(textOf)[0]).toContain('And fast.');
  });

  test('keeps the place of a deleted comment, without a word of it', () => {
    expect(read.comments[1]).toMatchObject({ deleted: true, author: '', body: { html: '' } });
  });

  test('is whole, and never called closed', () => {
    expect(read).toMatchObject({ complete: true, closed: 'unknown' });
  });
});

test('the link of the story itself counts too, and an address of another kind does not', () => {
  const found = (links: { url?: string; page: string | null }) =>
    findComments(
      {
        story: story({
          url: links.url ?? 'https://ledger.example/a',
          commentLinks: { feed: null, page: links.page },
        }),
        settings: { source: 'hacker-news', selectors: null },
      },
      [],
    );
  expect(found({ page: null, url: page })).toMatchObject({ done: { ref: { item: '4100' } } });
  for (const other of [
    'https://news.ycombinator.com/user?id=ana',
    'https://news.ycombinator.com/item?id=x',
    'https://other.example/item?id=4100',
  ]) {
    expect(found({ page: other })).toEqual({ done: null });
  }
});

test('replies that are nested without end are read up to the limit', () => {
  const deep = `${'{"id":1,"type":"comment","children":['.repeat(20_000)}${']}'.repeat(20_000)}`;
  const { page: read } = replayed(
    hackerNews,
    { item: '4100' },
    { [url]: deep },
    'application/json',
  );
  expect(read.complete).toBe(false);
  expect(read.comments).toHaveLength(5_000);
});

test('one reply that cannot be read is left out, and then nothing is missing for certain', () => {
  const broken = answer([{ id: 1, author: 'ana', text: 'It sank.' }]).replace(
    '"children":[{',
    '"children":[{"id":"x"},{',
  );
  const { page: read } = replayed(hackerNews, { item: '4100' }, { [url]: broken });
  expect(read.complete).toBe(false);
  expect(read.comments).toHaveLength(1);
});

describe('over HTTP', () => {
  let site: CommentSite;
  beforeAll(async () => {
    site = await commentSite(['hn.algolia.com']);
  });
  afterAll(() => site.close());

  test('a thread is found by the story’s link, read, and not read again while it is unchanged', async () => {
    let body = answer([{ id: 1, author: 'ana', text: 'It sank.' }]);
    site.answer = (_, response) => void response.end(body);
    expect(
      await followed(site, { page }, () => {
        body = answer([{ id: 1, author: null, text: null }]);
      }),
    ).toMatchObject({
      source: { name: 'hacker-news', ref: { item: '4100' } },
      before: { comments: [{ id: '1', author: 'ana' }] },
      isUnchanged: true,
      after: { comments: [{ id: '1', deleted: true }] },
    });
    expect(new Set(site.asked)).toEqual(new Set(['/api/v1/items/4100']));
  });

  test('whatever else comes is a failure that says what to do', async () => {
    expect(await refusals(site, { name: 'hacker-news', ref: { item: '4100' } })).toEqual([
      expect.stringContaining('401'),
      expect.stringContaining('403'),
      expect.stringContaining('404'),
      expect.stringContaining('429'),
      expect.stringContaining('500'),
      expect.stringContaining('answers with a web page, not with its comments'),
      expect.stringContaining('other JSON than its interface promises at "id"'),
    ]);
  });
});
