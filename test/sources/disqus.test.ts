import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { disqus } from '../../src/sources/disqus.ts';
import { findComments } from '../../src/sources/index.ts';
import { keepsTheContract } from './contract.ts';
import { replayed } from './replay.ts';
import { disqusSample, about, list, embeds, post, posts, thread } from './samples/disqus.ts';
import { type CommentSite, commentSite, json, pageOf, refusals } from './site.ts';
import { story, storyUrl } from './stories.ts';

const ref = {
  forum: 'ledger-news',
  thread: 'ident:ferry-7',
  page: storyUrl,
};

keepsTheContract(disqusSample);

test('without a key of the operator’s the source does not apply', () => {
  const clues = {
    story: story({ commentLinks: { feed: null, page: null, embeds } }),
    settings: { source: 'disqus', selectors: null },
  };
  expect(findComments(clues, [])).toEqual({ done: null });
  expect(findComments({ ...clues, keyedOrigins: ['https://disqus.com'] }, [])).toEqual({
    done: { name: 'disqus', ref },
  });
});

test('a page without an identifier of its own is known by its address', () => {
  const values = { forum: 'ledger-news' };
  const found = findComments(
    {
      story: story({
        commentLinks: { feed: null, page: null, embeds: [{ source: 'disqus', values }] },
      }),
      settings: { source: 'auto', selectors: null },
      keyedOrigins: ['https://disqus.com'],
    },
    [],
  );
  expect(found).toMatchObject({
    done: { ref: { thread: 'link:https://ledger.example/news/ferry-sinks' } },
  });
});

describe('a thread of Disqus', () => {
  const { page } = replayed(
    disqus,
    ref,
    {
      [about]: JSON.stringify(thread({ isClosed: true, posts: 3 })),
      [list]: JSON.stringify(
        posts([
          post({ id: '3', parent: 2, author: { name: 'Guest', isAnonymous: true } }),
          post({ id: '2', parent: 1, isDeleted: true, author: { name: 'Ben' } }),
          post({ id: '1' }),
        ]),
      ),
    },
    'application/json',
  );

  test('is oldest first, with its replies, its total, and whether it is closed', () => {
    expect(page).toMatchObject({ complete: true, total: 3, closed: true, closingSentence: null });
    expect(page.comments.map(({ id, parentId }) => [id, parentId])).toEqual([
      ['1', null],
      ['2', '1'],
      ['3', '2'],
    ]);
    expect(page.comments[0]).toMatchObject({
      author: 'Ana',
      authorUrl: 'https://disqus.com/by/ana/',
      avatarUrl: 'https://disqus.com/api/users/avatars/ana.jpg',
      url: `${storyUrl}#comment-1`,
      publishedAt: Date.UTC(2011, 4, 6, 11, 40),
    });
  });

  test('keeps the place of a deleted comment, and links no guest', () => {
    expect(page.comments[1]).toMatchObject({ deleted: true, author: '', body: { html: '' } });
    expect(page.comments[2]).toMatchObject({ author: 'Guest', authorUrl: null, avatarUrl: null });
  });
});

describe('over HTTP', () => {
  const key = 'a-key-of-the-operator';
  let site: CommentSite;
  beforeAll(async () => {
    site = await commentSite(['disqus.com'], { disqus: key });
  });
  afterAll(() => site.close());

  test('the key goes along with each request, and stands nowhere else', async () => {
    site.answer = ({ url = '' }, response) =>
      json(response, url.includes('/details') ? thread() : posts([post({})]));
    const source = await site.find({ embeds });
    if (!source) throw new Error('the thread is found');
    expect(pageOf(await site.read(source)).comments).toMatchObject([{ id: '1' }]);
    expect(site.asked).toHaveLength(2);
    for (const path of site.asked) expect(path).toContain(`api_key=${key}`);
    expect(JSON.stringify([source, site.newsroom.log])).not.toContain(key);
  });

  test('whatever else comes is a failure that says what to do, without the key', async () => {
    const said = await refusals(site, { name: 'disqus', ref });
    expect(said).toEqual([
      expect.stringContaining('401'),
      expect.stringContaining('403'),
      expect.stringContaining('404'),
      expect.stringContaining('429'),
      expect.stringContaining('500'),
      expect.stringContaining('answers with a web page, not with its comments'),
      expect.stringContaining('other JSON than its interface promises'),
    ]);
    expect(JSON.stringify([said, site.newsroom.log])).not.toContain(key);
  });
});
