import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { disqus } from '../../src/sources/disqus.ts';
import { findComments } from '../../src/sources/index.ts';
import { keepsTheContract, replayed, type Sample, type SampleKind } from './contract.ts';
import { type CommentSite, commentSite, json, pageOf, refusals } from './site.ts';
import { story, storyUrl } from './stories.ts';

const asked = 'forum=ledger-news&thread=ident%3Aferry-7';
const about = `https://disqus.com/api/3.0/threads/details.json?${asked}`;
const list = `https://disqus.com/api/3.0/threads/listPosts.json?${asked}&limit=100&order=desc&include=approved&include=deleted`;
const ref = {
  forum: 'ledger-news',
  thread: 'ident:ferry-7',
  page: storyUrl,
};
const embeds = [{ source: 'disqus', values: { forum: 'ledger-news', identifier: 'ferry-7' } }];

/** As Disqus gives a post, with fields that nobody needs. */
const post = (fields: object) => ({
  id: '1',
  parent: null,
  forum: 'ledger-news',
  thread: '77',
  isApproved: true,
  isDeleted: false,
  isSpam: false,
  isEdited: false,
  likes: 2,
  message: '<p>It sank.</p>',
  raw_message: 'It sank.',
  createdAt: '2011-05-06T11:40:00',
  author: {
    name: 'Ana',
    username: 'ana',
    isAnonymous: false,
    profileUrl: 'https://disqus.com/by/ana/',
    url: 'https://ana.example/',
    avatar: { permalink: 'https://disqus.com/api/users/avatars/ana.jpg' },
  },
  ...fields,
});

const posts = (response: object[], next: string | null = null) => ({
  cursor: { hasNext: next !== null, next: next ?? 'end', hasPrev: false },
  code: 0,
  response,
});

const thread = (fields: object = {}) => ({
  code: 0,
  response: {
    id: '77',
    isClosed: false,
    posts: 1,
    link: 'https://ledger.example/ferry',
    ...fields,
  },
});

/** Newest first, a hundred a page, as the interface gives them. */
function pagesOf(samples: readonly Sample[]): Record<string, string> {
  const all = samples
    .map(({ id, author, text }) =>
      post({ id, author: { name: author }, message: `<p>${text}</p>` }),
    )
    .toReversed();
  const pages = Math.max(1, Math.ceil(all.length / 100));
  return Object.fromEntries(
    Array.from({ length: pages }, (_, page) => {
      const next = page + 1 < pages ? `${page + 1}:0:0` : null;
      const body = posts(all.slice(page * 100, page * 100 + 100), next);
      const at = page === 0 ? list : `${list}&cursor=${encodeURIComponent(`${page}:0:0`)}`;
      return [at, JSON.stringify(body)];
    }),
  );
}

keepsTheContract({
  source: disqus,
  commentLinks: { feed: null, page: null, embeds },
  contentType: 'application/json',
  hasIds: true,
  isAlwaysWhole: true,
  mostComments: 1_800,
  answers: (comments: readonly Sample[], kind: SampleKind) => ({
    ...pagesOf(comments),
    ...(kind === 'counted' && { [about]: JSON.stringify(thread({ posts: comments.length })) }),
  }),
});

test('without a key of the operator’s the source does not apply', () => {
  const clues = {
    story: story({ commentLinks: { feed: null, page: null, embeds } }),
    settings: { source: 'disqus', selectors: null },
  };
  expect(findComments(clues, [])).toEqual({ done: null });
  expect(findComments({ ...clues, keys: ['disqus'] }, [])).toEqual({
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
      keys: ['disqus'],
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
