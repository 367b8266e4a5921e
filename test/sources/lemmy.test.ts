import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lemmy } from '../../src/sources/lemmy.ts';
import { keepsTheContract } from './contract.ts';
import { foundBy, type Recorded, replayed } from './replay.ts';
import { lemmySample, origin, page, post, entry, postOf, answers } from './samples/lemmy.ts';
import { type CommentSite, commentSite, json, pageOf, refusals } from './site.ts';

const old = { url: origin, post: '77', version: 'v3' };

keepsTheContract(lemmySample);

const read = (recorded: Recorded, ref: unknown = old) =>
  replayed(lemmy, ref, recorded, 'application/json');

describe('the comments of a post', () => {
  test('have their tree by their paths, authors, addresses, times and edits', () => {
    const answered = read(
      answers([
        entry(24),
        entry(27, { path: '0.24.27', updated: '2026-11-24T09:00:00Z' }, { display_name: 'Ben B.' }),
        entry(30, { path: '0.24.27.30' }, { actor_id: 'https://far.example/u/ana' }),
      ]),
    ).page;
    expect(answered).toMatchObject({ complete: true, closed: false, total: 3 });
    expect(answered.comments).toMatchObject([
      {
        id: '24',
        parentId: null,
        author: 'ana',
        authorUrl: `${origin}/u/ana`,
        avatarUrl: `${origin}/a.png`,
        body: { markdown: 'It sank.' },
        publishedAt: Date.UTC(2026, 10, 24, 8, 23, 0, 123),
        editedAt: null,
        url: `${origin}/comment/24`,
        deleted: false,
      },
      { id: '27', parentId: '24', author: 'Ben B.', editedAt: Date.UTC(2026, 10, 24, 9) },
      { id: '30', parentId: '27', authorUrl: `${origin}/u/ana@far.example` },
    ]);
  });

  test.each(['deleted', 'removed'])(
    'keep the place of a %s one, without a word or a name',
    (how) => {
      const gone = entry(24, { [how]: true, updated: '2026-11-24T09:00:00Z' });
      const answered = read(answers([gone, entry(27, { path: '0.24.27' })], 1)).page;
      expect(answered.complete).toBe(true);
      expect(answered.comments).toMatchObject([
        {
          id: '24',
          deleted: true,
          author: '',
          authorUrl: null,
          avatarUrl: null,
          editedAt: null,
          body: { markdown: '' },
        },
        { id: '27', parentId: '24', deleted: false },
      ]);
    },
  );

  test('of a deleted account have no name', () => {
    expect(read(answers([entry(24, {}, { deleted: true })])).page.comments).toMatchObject([
      { author: 'Anonymous', authorUrl: null, avatarUrl: null, deleted: false },
    ]);
  });

  test('are closed when the post is locked', () => {
    expect(read(answers([entry(24)], 1, true)).page).toMatchObject({
      closed: true,
      closingSentence: null,
    });
  });

  test('are not whole with one that cannot be read', () => {
    expect(read(answers([entry(24), { comment: {} }], 1)).page).toMatchObject({
      complete: false,
      comments: [{ id: '24' }],
    });
  });
});

test('version 1.0 is read by its own interface', () => {
  const recent = `${origin}/api/v4/post?id=77`;
  const found = {
    [recent]: JSON.stringify({ post_view: { post: { id: 77, locked: true, comments: 1 } } }),
  };
  const answered = foundBy(lemmy, { url: page }, found);
  expect(answered).toEqual({ ref: { ...old, version: 'v4' }, asked: [post, recent] });
  const item = entry(
    24,
    {
      published: undefined,
      published_at: '2026-11-24T08:23:00Z',
      updated_at: '2026-11-24T09:00:00Z',
    },
    { actor_id: undefined, ap_id: 'https://far.example/u/ana' },
  );
  for (const listed of [{ items: [item], next_page: null }, { comments: [item] }]) {
    const recorded = {
      ...found,
      [`${origin}/api/v4/comment/list?post_id=77&type_=all&sort=old&max_depth=100`]:
        JSON.stringify(listed),
    };
    expect(read(recorded, answered.ref).page).toMatchObject({
      complete: true,
      closed: true,
      total: 1,
      comments: [
        {
          id: '24',
          authorUrl: `${origin}/u/ana@far.example`,
          publishedAt: Date.UTC(2026, 10, 24, 8, 23),
          editedAt: Date.UTC(2026, 10, 24, 9),
        },
      ],
    });
  }
});

test('version 1.0 is paged by its marks', () => {
  const many = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => entry(from + index));
  const base = `${origin}/api/v4/comment/list?post_id=77&type_=all`;
  const recorded = {
    [`${origin}/api/v4/post?id=77`]: JSON.stringify({
      post_view: { post: { id: 77, locked: false, comments: 360 } },
    }),
    [`${base}&sort=old&max_depth=100`]: JSON.stringify({ items: many(1, 300) }),
    [`${base}&sort=new&limit=50`]: JSON.stringify({ items: many(311, 50), next_page: 'C310' }),
    [`${base}&sort=new&limit=50&page_cursor=C310`]: JSON.stringify({
      items: many(301, 10),
      next_page: null,
    }),
  };
  expect(read(recorded, { ...old, version: 'v4' }).page).toMatchObject({
    complete: true,
    comments: { length: 360 },
  });
});

describe('the post of a story', () => {
  const found = { [post]: JSON.stringify(postOf(3)) };

  test.each([page, `${page}/24`])('is %s', (address) => {
    expect(foundBy(lemmy, { commentLinks: { feed: null, page: address } }, found)).toEqual({
      ref: old,
      asked: [post],
    });
  });

  test.each([
    ['another page', `${origin}/posts/77`, found, 0],
    ['nothing there', page, {}, 2],
    ['a page of another system', page, { [post]: '<!doctype html><p>Post 77</p>' }, 2],
    [
      'another post',
      page,
      { [post]: JSON.stringify({ post_view: { post: { id: 8, locked: false } } }) },
      2,
    ],
  ])('is not %s', (_, address, recorded, requests) => {
    const answered = foundBy(lemmy, { url: address }, recorded);
    expect(answered.ref).toBeNull();
    expect(answered.asked).toHaveLength(requests);
  });
});

describe('over HTTP', () => {
  let site: CommentSite;
  let comments: ReturnType<typeof entry>[] = [];
  let locked = false;

  beforeAll(async () => {
    site = await commentSite();
  });
  afterAll(() => site.close());

  /** The interface of 0.19: a tree of at most 300, lists of at most 50. */
  const serve = () => {
    site.answer = (request, response) => {
      const url = new URL(request.url ?? '', site.url);
      const { searchParams: asked, pathname } = url;
      if (pathname === '/api/v3/post') return json(response, postOf(comments.length, locked));
      if (pathname !== '/api/v3/comment/list') return void response.writeHead(404).end();
      if (asked.has('max_depth')) return json(response, { comments: comments.slice(0, 300) });
      const [number, limit] = [Number(asked.get('page')), Number(asked.get('limit'))];
      const sorted = comments.toReversed();
      json(response, { comments: sorted.slice((number - 1) * limit, number * limit) });
    };
  };
  const many = (count: number) => Array.from({ length: count }, (_, index) => entry(index + 1));

  test('a post is found and read; comments are edited and go, the post is locked', async () => {
    comments = many(3);
    serve();
    const source = await site.find({ page: `${site.url}/post/77` });
    expect(source).toEqual({ name: 'lemmy', ref: { ...old, url: site.url } });
    if (!source) throw new Error('no source');
    expect(pageOf(await site.read(source))).toMatchObject({ complete: true, closed: false });
    expect(await site.read(source)).toMatchObject({ outcome: 'done', isUnchanged: true });
    comments = [entry(1, { content: 'It did not.', updated: '2026-11-24T09:00:00Z' }), entry(3)];
    locked = true;
    const after = pageOf(await site.read(source));
    expect(after).toMatchObject({ complete: true, closed: true });
    expect(after.comments.map(({ id }) => id)).toEqual(['1', '3']);
    expect(after.comments[0]?.body).toEqual({ markdown: 'It did not.' });
  });

  test('a long discussion is whole up to 1,150 comments', async () => {
    const source = { name: 'lemmy', ref: { ...old, url: site.url } };
    for (const [count, complete, requests] of [
      [420, true, 2 + 9],
      [1_500, false, 20],
    ] as const) {
      comments = many(count);
      site.asked.length = 0;
      const answered = pageOf(await site.read(source));
      expect(answered).toMatchObject({ complete, total: count });
      expect(answered.comments).toHaveLength(complete ? count : 1_150);
      expect(answered.comments.at(-1)?.id).toBe(String(count));
      expect(site.asked.length).toBeLessThanOrEqual(requests);
    }
  });

  test('an answer without comments is a failure with a sentence', async () => {
    const said = await refusals(site, { name: 'lemmy', ref: { ...old, url: site.url } });
    for (const sentence of said) expect(sentence).toMatch(/^[A-Z].*\.$/u);
    expect(said.at(-2)).toContain('The Lemmy server answers with a web page');
    expect(said.at(-1)).toContain('The Lemmy server answers with other JSON');
  });
});
