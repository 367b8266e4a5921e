import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ghost } from '../../src/sources/ghost.ts';
import { keepsTheContract } from './contract.ts';
import { foundBy, type Recorded, replayed, textOf } from './replay.ts';
import { ghostSample, site, post, ref, pageUrl, entry, listed, recorded } from './samples/ghost.ts';
import { type CommentSite, commentSite, followed, json, refusals } from './site.ts';
import { storyUrl } from './stories.ts';

const answersUrl = (id: string) =>
  `${site}members/api/comments/${id}/replies/?limit=100&order=created_at+asc`;

keepsTheContract(ghostSample);

const read = (answers: Recorded) => replayed(ghost, ref, answers, 'application/json');

test('a post needs a site and an id', () => {
  const find = (values: Record<string, string>) =>
    foundBy(ghost, {
      commentLinks: { feed: null, page: null, embeds: [{ source: 'ghost', values }] },
    }).ref;
  expect(find(ref)).toEqual(ref);
  expect(find({ ...ref, post: '../../session' })).toBeNull();
  expect(find({ ...ref, site: 'javascript:x' })).toBeNull();
});

test('a comment has its answers, edits, avatar and address', () => {
  const answers = [
    entry('b', { edited_at: '2026-11-24T09:00:00.000Z', member: { name: 'Ben' } }),
    entry('c', { in_reply_to_id: 'b', member: null, html: '<p><a href="/faq">See</a></p>' }),
  ];
  const avatar = '/content/images/ana.png';
  const first = entry('a', { replies: answers, member: { name: 'Ana', avatar_image: avatar } });
  const { page } = read(recorded([first]));
  expect(page).toMatchObject({ complete: true, closed: 'unknown', total: 3 });
  expect(page.comments).toMatchObject([
    {
      id: 'a',
      parentId: null,
      author: 'Ana',
      authorUrl: null,
      avatarUrl: 'https://ledger.example/content/images/ana.png',
      publishedAt: Date.UTC(2026, 10, 24, 8, 23),
      editedAt: null,
      url: `${storyUrl}#ghost-comments-a`,
    },
    { id: 'b', parentId: 'a', author: 'Ben', editedAt: Date.UTC(2026, 10, 24, 9) },
    { id: 'c', parentId: 'b', author: 'Anonymous' },
  ]);
  expect(page.comments.map(textOf)[2]).toContain('href="https://ledger.example/faq"');
});

test('hidden and deleted comments keep the places of their answers', () => {
  const hidden = entry('a', { status: 'hidden', html: null, replies: [entry('b')] });
  const deleted = entry('c', { status: 'deleted', html: null, replies: [entry('d')] });
  const gone = { deleted: true, author: '', body: { html: '' } };
  expect(read(recorded([hidden, deleted])).page.comments).toMatchObject([
    { id: 'a', ...gone },
    { id: 'b', parentId: 'a', deleted: false },
    { id: 'c', ...gone },
    { id: 'd', parentId: 'c', deleted: false },
  ]);
});

test('answers that do not come with their comment are asked for', () => {
  const first = entry('a', { replies: [entry('b')], count: { replies: 3 } });
  const whole = listed([entry('b'), entry('c'), entry('d')]);
  const { page, asked } = read({ ...recorded([first]), [answersUrl('a')]: whole });
  expect(asked).toEqual([pageUrl(1), answersUrl('a')]);
  expect(page).toMatchObject({ complete: true, total: 4 });
  expect(page.comments.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  const more = listed([entry('b')], 120, 2);
  expect(read({ ...recorded([first]), [answersUrl('a')]: more }).page.complete).toBe(false);
  // Older versions count hidden answers too, which are not listed.
  const one = listed([entry('b')]);
  expect(read({ ...recorded([first]), [answersUrl('a')]: one }).page).toMatchObject({
    complete: true,
    total: 2,
  });
});

test('of many long threads, the newest are read within a look’s twenty requests', () => {
  const tops = Array.from({ length: 30 }, (_, index) =>
    entry(`t${index}`, { count: { replies: 1 } }),
  );
  const lists = tops.map(({ id }) => [
    answersUrl(id as string),
    listed([entry(`r-${id as string}`)]),
  ]);
  const { page, asked } = read({
    ...recorded(tops),
    ...(Object.fromEntries(lists) as Record<string, string>),
  });
  expect(asked).toHaveLength(20);
  expect(page).toMatchObject({ complete: false, total: 60 });
  expect(page.comments).toHaveLength(49);
});

test('pages are complete together when their totals agree', () => {
  const tops = Array.from({ length: 230 }, (_, index) => entry(`t${index}`));
  const answers = recorded(tops);
  expect(read(answers).page).toMatchObject({ complete: true, total: 230 });
  const shifted = { ...answers, [pageUrl(2)]: listed(tops.slice(101, 201), 229, 3) };
  expect(read(shifted).page.complete).toBe(false);
  expect(read(recorded([entry('a'), { id: 'x' }])).page).toMatchObject({ complete: false });
});

describe('over HTTP', () => {
  let server: CommentSite;
  beforeAll(async () => {
    server = await commentSite();
  });
  afterAll(() => server.close());

  test('the comments are found by the embed, and read as they change', async () => {
    let tops = [entry('a', { replies: [entry('b')] }), entry('c')];
    server.answer = ({ url = '' }, response) => {
      const isPost = url.startsWith(`/blog/members/api/comments/post/${post}/?`);
      if (isPost) json(response, JSON.parse(listed(tops)));
      else response.writeHead(404).end();
    };
    const values = { site: `${server.url}/blog/`, post, page: `${server.url}/story` };
    const replies = [entry('b', { html: 'No.' })];
    expect(
      await followed(server, { embeds: [{ source: 'ghost', values }] }, () => {
        tops = [entry('a', { status: 'deleted', html: null, replies })];
      }),
    ).toMatchObject({
      source: { name: 'ghost' },
      before: { complete: true, total: 3 },
      after: {
        complete: true,
        comments: [
          { id: 'a', deleted: true },
          { id: 'b', body: { html: 'No.' } },
        ],
      },
    });
  });

  test('whatever else comes is a failure that says what to do', async () => {
    const own = { ...ref, site: server.url };
    expect(await refusals(server, { name: 'ghost', ref: own })).toEqual([
      expect.stringContaining('401'),
      expect.stringContaining('403'),
      expect.stringContaining('404'),
      expect.stringContaining('429'),
      expect.stringContaining('500'),
      expect.stringContaining('answers with a web page, not with its comments'),
      expect.stringContaining('other JSON than its interface promises at "comments"'),
    ]);
  });
});
