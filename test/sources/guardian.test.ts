import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { guardian } from '../../src/sources/guardian.ts';
import { keepsTheContract } from './contract.ts';
import { foundBy, type Recorded, replayed } from './replay.ts';
import { guardianSample, pageAt, entry, answer, commentLinks } from './samples/guardian.ts';
import { type CommentSite, commentSite, json, pageOf, refusals } from './site.ts';

const replyTo = (id: number) => ({ responseTo: { displayName: 'ana', commentId: String(id) } });

keepsTheContract(guardianSample);

const read = (recorded: Recorded) =>
  replayed(guardian, { key: 'ab12c' }, recorded, 'application/json').page;

const readOne = (given: object) => read({ [pageAt(1)]: JSON.stringify(given) });

describe('a discussion of the Guardian', () => {
  test('has its replies, authors, addresses and times', () => {
    const page = readOne(answer([entry(1), entry(2, replyTo(1))]));
    expect(page).toMatchObject({ complete: true, closed: false, total: 2, closingSentence: null });
    expect(page.comments).toMatchObject([
      {
        id: '1',
        parentId: null,
        author: 'ana',
        authorUrl: 'https://profile.theguardian.com/user/id/77',
        avatarUrl: 'https://avatar.guim.co.uk/user/77',
        body: { html: '<p>It sank.</p>' },
        publishedAt: Date.UTC(2026, 10, 24, 8, 23),
        editedAt: null,
        url: 'https://discussion.theguardian.com/comment-permalink/1',
        deleted: false,
      },
      { id: '2', parentId: '1' },
    ]);
  });

  test('keeps the place of a comment that a moderator removed, without a word or a name', () => {
    const removed = { status: 'blocked', body: 'This comment was removed by a moderator.' };
    const page = readOne(answer([entry(1, removed), entry(2, replyTo(1))]));
    expect(page.comments[0]).toMatchObject({
      deleted: true,
      author: '',
      authorUrl: null,
      avatarUrl: null,
      body: { html: '' },
    });
    expect(page.comments[1]).toMatchObject({ parentId: '1', deleted: false });
  });

  test('is closed when the Guardian says so', () => {
    expect(readOne(answer([entry(1)], { closed: true }))).toMatchObject({
      closed: true,
      closingSentence: null,
    });
  });

  test('has no address of another site', () => {
    const [comment] = readOne(
      answer([
        entry(1, {
          webUrl: 'https://evil.example/1',
          userProfile: { displayName: 'x', webUrl: 'https://evil.example/x', secureAvatarUrl: 'x' },
        }),
      ]),
    ).comments;
    expect(comment).toMatchObject({
      url: 'https://discussion.theguardian.com/comment-permalink/1',
      authorUrl: null,
      avatarUrl: null,
    });
  });

  test('is not whole with a comment that cannot be read, and the others are', () => {
    const page = readOne(answer([entry(1), { id: null, body: 3 }, entry(3)]));
    expect(page.complete).toBe(false);
    expect(page.comments.map(({ id }) => id)).toEqual(['1', '3']);
  });

  test('is not whole when its pages were read in different moments', () => {
    const first = { [pageAt(1)]: JSON.stringify(answer([entry(1)], { total: 2, pages: 2 })) };
    const second = (total: number) => ({
      [pageAt(2)]: JSON.stringify(answer([entry(2)], { total, pages: 2 })),
    });
    expect(read({ ...first, ...second(2) })).toMatchObject({ complete: true, total: 2 });
    expect(read({ ...first, ...second(3) })).toMatchObject({ complete: false, total: 3 });
  });
});

describe('its address', () => {
  const found = { [pageAt(1)]: JSON.stringify(answer([])) };
  const find = (
    page: string | null,
    embeds: typeof commentLinks.embeds = [],
    recorded: Recorded = found,
  ) => foundBy(guardian, { commentLinks: { feed: null, page, embeds } }, recorded);

  test.each([
    'https://www.theguardian.com/p/ab12c',
    'https://gu.com/p/ab12c',
    'https://discussion.theguardian.com/discussion/p/ab12c',
  ])('is a link %s', (page) => {
    expect(find(page)).toEqual({ ref: { key: 'ab12c' }, asked: [pageAt(1)] });
  });

  test.each(['https://www.theguardian.com/world/p/ab12c', 'https://guardian.example/p/ab12c'])(
    'is not %s',
    (page) => {
      expect(find(page)).toEqual({ ref: null, asked: [] });
    },
  );

  test('is not used where a page gives something else, or there is no discussion', () => {
    const embeds = [{ source: 'guardian', values: { key: '/p/../x' } }];
    expect(find(null, embeds)).toEqual({ ref: null, asked: [] });
    expect(find(null, commentLinks.embeds, {}).ref).toBeNull();
    const failure = JSON.stringify({ status: 'error', errorCode: 'DISCUSSION_NOT_FOUND' });
    expect(find(null, commentLinks.embeds, { [pageAt(1)]: failure }).ref).toBeNull();
  });
});

describe('over HTTP', () => {
  let site: CommentSite;
  let comments: object[] = [];
  const source = { name: 'guardian', ref: { key: 'ab12c' } };

  /** The interface, a hundred comments a page. */
  const serve = () => {
    site.answer = (request, response) => {
      const url = new URL(request.url ?? '', site.url);
      const page = Number(url.searchParams.get('page'));
      const size = Number(url.searchParams.get('pageSize'));
      const pages = Math.ceil(comments.length / size);
      const of = comments.slice((page - 1) * size, page * size);
      json(response, answer(of, { total: comments.length, pages }));
    };
  };
  const many = (count: number) => Array.from({ length: count }, (_, index) => entry(index + 1));

  beforeAll(async () => {
    site = await commentSite(['discussion.theguardian.com']);
  });
  afterAll(() => site.close());

  test('a discussion is found and read to its last page, and follows what is removed', async () => {
    comments = many(230);
    serve();
    expect(await site.find(commentLinks)).toEqual(source);
    const before = pageOf(await site.read(source));
    expect(before).toMatchObject({ complete: true, total: 230 });
    expect(before.comments.map(({ id }) => Number(id))).toEqual(
      comments.map((_, index) => index + 1),
    );
    comments[150] = entry(151, { status: 'blocked' });
    const after = pageOf(await site.read(source));
    expect(after.comments.filter(({ deleted }) => deleted).map(({ id }) => id)).toEqual(['151']);
  });

  test('of very many the first hundred and the newest are read, in twenty requests', async () => {
    comments = many(2_450);
    serve();
    site.asked.length = 0;
    const page = pageOf(await site.read(source));
    expect(site.asked).toHaveLength(20);
    expect(page).toMatchObject({ complete: false, total: 2_450 });
    expect(page.comments[99]?.id).toBe('100');
    expect(page.comments[100]?.id).toBe('601');
    expect(page.comments.at(-1)?.id).toBe('2450');
  });

  test('an answer without comments is a failure with a sentence', async () => {
    const said = await refusals(site, source);
    expect(said).toHaveLength(7);
    for (const sentence of said) expect(sentence).toMatch(/^[A-Z].*\.$/u);
    expect(said.at(-2)).toContain('The Guardian answers with a web page');
    expect(said.at(-1)).toContain('The Guardian answers with other JSON');
  });
});
