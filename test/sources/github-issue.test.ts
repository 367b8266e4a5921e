import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { githubIssue } from '../../src/sources/github-issue.ts';
import { keepsTheContract } from './contract.ts';
import { foundBy, type Recorded, replayed } from './replay.ts';
import { githubIssueSample, link, entry, issue, answers } from './samples/github-issue.ts';
import { type CommentSite, commentSite, json, pageOf, refusals } from './site.ts';

const ref = { repository: 'ledger/talk', issue: 7 };

keepsTheContract(githubIssueSample);

const read = (recorded: Recorded) => replayed(githubIssue, ref, recorded, 'application/json');

describe('the comments of an issue', () => {
  test('have their authors, addresses, times and edits', () => {
    const { page } = read(answers([entry(1), entry(2, { updated_at: '2026-11-24T09:00:00Z' })]));
    expect(page).toMatchObject({ complete: true, closed: false, closingSentence: null, total: 2 });
    expect(page.comments).toMatchObject([
      {
        id: '1',
        parentId: null,
        author: 'ana',
        authorUrl: 'https://github.com/ana',
        avatarUrl: 'https://avatars.githubusercontent.com/u/3?v=4',
        body: { markdown: 'It **sank**.' },
        publishedAt: Date.UTC(2026, 10, 24, 8, 23),
        editedAt: null,
        url: `${link}#issuecomment-1`,
        deleted: false,
      },
      { id: '2', editedAt: Date.UTC(2026, 10, 24, 9) },
    ]);
  });

  test('are closed when the issue is locked; a closed issue takes comments', () => {
    const closed = (fields: object) => read(answers([entry(1)], 1, fields)).page.closed;
    expect(closed({ state: 'closed' })).toBe(false);
    expect(closed({ state: 'closed', locked: true, active_lock_reason: 'spam' })).toBe(true);
  });

  test('of a deleted account have no name, and no address is of another site', () => {
    const odd = [
      entry(1, { user: null }),
      entry(2, {
        html_url: 'https://evil.example/',
        user: { login: 'a/b', avatar_url: 'https://evil.example/' },
      }),
    ];
    expect(read(answers(odd)).page.comments).toMatchObject([
      { author: 'Anonymous', authorUrl: null, avatarUrl: null },
      { author: 'a/b', authorUrl: 'https://github.com/a%2Fb', avatarUrl: null, url: null },
    ]);
  });

  test('are without what GitHub does not show', () => {
    const bodies = ['a<!-- b -->c<!----> d', 'a <!-- b', null].map((body, id) =>
      entry(id + 1, { body }),
    );
    expect(read(answers(bodies)).page.comments.map(({ body }) => body)).toEqual([
      { markdown: 'ac d' },
      { markdown: 'a <!-- b' },
      { markdown: '' },
    ]);
  });

  test('are not whole with one that cannot be read', () => {
    expect(read(answers([entry(1), { id: 'x' }])).page).toMatchObject({
      complete: false,
      comments: [{ id: '1' }],
    });
  });
});

describe('the issue of a story', () => {
  const embedded = (values: Record<string, string>) => ({
    commentLinks: { feed: null, page: null, embeds: [{ source: 'github-issue', values }] },
  });
  const search = (term: string) =>
    `https://api.github.com/search/issues?q=${encodeURIComponent(`"${term}" type:issue in:title repo:ledger/talk`)}&sort=created&order=asc`;

  test('is found by its link', () => {
    expect(foundBy(githubIssue, { url: link })).toEqual({ ref, asked: [] });
    for (const other of [
      'https://github.com/ledger/talk/pull/7',
      'https://git.example/ledger/talk/issues/7',
    ]) {
      expect(foundBy(githubIssue, { url: other })).toEqual({ ref: null, asked: [] });
    }
  });

  test('is found by its number, or by its title', () => {
    const repository = 'ledger/talk';
    expect(foundBy(githubIssue, embedded({ repository, issue: '7' }))).toEqual({ ref, asked: [] });
    const items = [
      { number: 3, title: 'News of ferry sinks' },
      { number: 7, title: 'News/Ferry-Sinks' },
    ];
    const term = 'news/ferry-sinks';
    expect(
      foundBy(githubIssue, embedded({ repository, term }), {
        [search(term)]: JSON.stringify({ total_count: 2, items }),
      }),
    ).toEqual({ ref, asked: [search(term)] });
  });

  test.each([
    ['there is none yet', '{"total_count":0,"items":[]}'],
    ['only other titles are found', '{"items":[{"number":3,"title":"news"}]}'],
    ['GitHub refuses', { status: 403 }],
    ['the repository does not exist', { status: 422 }],
  ])('is none where %s', (_, answer) => {
    const values = { repository: 'ledger/talk', term: 'news/ferry-sinks' };
    const found = foundBy(githubIssue, embedded(values), { [search(values.term)]: answer });
    expect(found.ref).toBeNull();
  });

  test('is none of another repository than the page’s', () => {
    expect(foundBy(githubIssue, embedded({ repository: '../x/y', term: 'a' })).asked).toEqual([]);
    expect(foundBy(githubIssue, embedded({ repository: 'ledger/talk' })).asked).toEqual([]);
    expect(
      foundBy(githubIssue, embedded({ repository: 'ledger/talk', issue: 'x' })).ref,
    ).toBeNull();
  });
});

describe('over HTTP', () => {
  let site: CommentSite;
  let comments: object[] = [];
  let fields: object = {};
  const source = { name: 'github-issue', ref };

  beforeAll(async () => {
    site = await commentSite(['api.github.com']);
  });
  afterAll(() => site.close());

  const serve = () => {
    site.answer = (request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '', site.url);
      if (pathname === '/search/issues') return json(response, { items: [issue(0)] });
      if (pathname === '/repos/ledger/talk/issues/7')
        return json(response, issue(comments.length, fields));
      const [page, size] = [Number(searchParams.get('page')), Number(searchParams.get('per_page'))];
      json(response, comments.slice((page - 1) * size, page * size));
    };
  };
  const many = (count: number) => Array.from({ length: count }, (_, index) => entry(index + 1));
  /** A look when GitHub may be asked again. */
  const later = () => {
    site.newsroom.clock.advance(11 * 60_000);
    return site.read(source);
  };

  test('an issue is found by its title; comments are edited and go, the issue is locked', async () => {
    comments = many(3);
    serve();
    const values = { repository: 'ledger/talk', term: 'news/ferry-sinks' };
    expect(await site.find({ embeds: [{ source: 'github-issue', values }] })).toEqual(source);
    expect(pageOf(await site.read(source))).toMatchObject({
      complete: true,
      closed: false,
      total: 3,
    });
    comments = [entry(1, { body: 'It did not.', updated_at: '2026-11-24T09:00:00Z' }), entry(3)];
    fields = { locked: true };
    site.asked.length = 0;
    expect(await site.read(source)).toMatchObject({ outcome: 'done', isUnchanged: true });
    expect(site.asked).toEqual([]);
    const after = pageOf(await later());
    expect(site.asked).toHaveLength(2);
    expect(after).toMatchObject({ complete: true, closed: true, total: 2 });
    expect(after.comments.map(({ id }) => id)).toEqual(['1', '3']);
    expect(after.comments[0]?.body).toEqual({ markdown: 'It did not.' });
    fields = {};
  });

  test('of very many the first hundred and the newest are read, in few requests', async () => {
    serve();
    for (const [count, complete, requests] of [
      [230, true, 4],
      [1_430, false, 12],
    ] as const) {
      comments = many(count);
      site.asked.length = 0;
      const page = pageOf(await later());
      expect(page).toMatchObject({ complete, total: count });
      expect(page.comments[99]?.id).toBe('100');
      expect(page.comments.at(-1)?.id).toBe(String(count));
      expect(page.comments).toHaveLength(complete ? count : 930);
      expect(site.asked.length).toBeLessThanOrEqual(requests);
    }
  });

  test('an answer without comments is a failure with a sentence', async () => {
    site.newsroom.clock.advance(11 * 60_000);
    const said = await refusals(site, source);
    for (const sentence of said) expect(sentence).toMatch(/^[A-Z].*\.$/u);
    expect(said.at(-2)).toContain('GitHub answers with a web page');
    expect(said.at(-1)).toContain('GitHub answers with other JSON');
  });
});
