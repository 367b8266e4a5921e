import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { giscus } from '../../src/sources/giscus.ts';
import { findComments } from '../../src/sources/index.ts';
import { keepsTheContract } from './contract.ts';
import { inOrderOfRequests, replayed } from './replay.ts';
import { answer, comment, giscusSample, link, list, ref, reply } from './samples/giscus.ts';
import { type CommentSite, commentSite, graphqlVariables, json, pageOf, refusals } from './site.ts';
import { story } from './stories.ts';

keepsTheContract(giscusSample);

const read = (...documents: object[]) =>
  replayed(giscus, ref, inOrderOfRequests(giscus, ref, documents), 'application/json').page;

const embed = (values: Record<string, string>) => [
  { source: 'giscus', values: { repository: 'ledger/talk', ...values } },
];

test('without a token of the operator’s it is not asked', () => {
  const clues = {
    story: story({ commentLinks: { feed: null, page: link } }),
    settings: { source: 'giscus', selectors: null },
  };
  expect(findComments(clues, [])).toEqual({ done: null });
  expect(findComments({ ...clues, keyedOrigins: ['https://api.github.com'] }, [])).toEqual({
    done: { name: 'giscus', ref },
  });
});

describe('a discussion on GitHub', () => {
  test('has its answers, edits and placeholders, and a lock that closes it', () => {
    const page = read(
      answer(
        list([
          comment(1, {
            replies: list([reply(2, { author: null }), reply(3, { isMinimized: true })]),
          }),
          comment(4, { deletedAt: '2026-11-24T09:00:00Z', lastEditedAt: '2026-11-24T08:30:00Z' }),
          comment(5, { lastEditedAt: '2026-11-24T08:30:00Z', body: 'It <!-- x -->sank.' }),
        ]),
        true,
      ),
    );
    expect(page).toMatchObject({ complete: true, closed: true, total: 5 });
    expect(page.comments).toMatchObject([
      {
        id: '1',
        parentId: null,
        author: 'ana',
        authorUrl: 'https://github.com/ana',
        url: `${link}#discussioncomment-1`,
        body: { markdown: 'It **sank**.' },
        publishedAt: Date.UTC(2026, 10, 24, 8, 23),
        editedAt: null,
      },
      { id: '2', parentId: '1', author: 'Anonymous', authorUrl: null },
      { id: '3', parentId: '1', deleted: true, author: '', body: { markdown: '' } },
      { id: '4', deleted: true, author: '', body: { markdown: '' } },
      { id: '5', editedAt: Date.UTC(2026, 10, 24, 8, 30), body: { markdown: 'It sank.' } },
    ]);
  });

  test('of a comment with many answers all are read', () => {
    const begun = { ...list([reply(2)], 'more'), totalCount: 3 };
    const rest = { data: { node: { replies: list([reply(3), reply(4)]) } } };
    const page = read(answer(list([comment(1, { replies: begun })])), rest);
    expect(page).toMatchObject({ complete: true, total: 4 });
    expect(page.comments.map(({ id, parentId }) => [id, parentId])).toEqual([
      ['1', null],
      ['2', '1'],
      ['3', '1'],
      ['4', '1'],
    ]);
  });

  test('that is gone, or an answer with an error, is a failure with a sentence', () => {
    expect(() => read({ data: { repository: { discussion: null } } })).toThrow(
      'GitHub has no such discussion any more',
    );
    const errors = [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }];
    expect(() => read({ data: null, errors })).toThrow('“API rate limit exceeded”');
  });
});

describe('over HTTP', () => {
  const key = 'ghp_a-token-of-the-operator';
  let site: CommentSite;
  beforeAll(async () => {
    site = await commentSite(['api.github.com'], { github: key });
  });
  afterAll(() => site.close());

  /** A server that has one discussion and finds these for a search. */
  const serves = (found: object[], comments: () => object[]) => {
    const searches: unknown[] = [];
    site.answer = (request, response) => {
      if (request.headers.authorization !== `Bearer ${key}`) {
        response.writeHead(401).end();
        return;
      }
      void graphqlVariables(request).then(({ query, after }) => {
        if (typeof query === 'string') searches.push(query);
        if (typeof query === 'string')
          return json(response, { data: { search: { nodes: found } } });
        const all = comments();
        const from = Number(after ?? 0);
        const next = from + 100 < all.length ? String(from + 100) : null;
        return json(response, answer(list(all.slice(from, from + 100), next)));
      });
    };
    return searches;
  };

  test('a discussion is found by its title, all its pages are read, and read again', async () => {
    let all = Array.from({ length: 230 }, (_, index) => comment(index + 1));
    const searches = serves(
      [
        { number: 9, title: 'news/ferry-sinks-again' },
        {},
        { number: 7, title: 'News/ferry-sinks' },
      ],
      () => all,
    );
    const embeds = embed({ term: 'news/ferry-sinks', category: 'News' });
    const source = await site.find({ embeds });
    expect(source).toEqual({ name: 'giscus', ref });
    expect(searches).toEqual(['repo:ledger/talk category:"News" in:title "news/ferry-sinks"']);
    if (!source) return;
    expect(pageOf(await site.read(source)).comments).toHaveLength(230);
    all = all.filter((_, index) => index !== 200);
    const after = pageOf(await site.read(source));
    expect(after.complete).toBe(true);
    expect(after.comments).toHaveLength(229);
    expect(JSON.stringify([source, site.newsroom.log])).not.toContain(key);
  });

  test('with strict matching it is found by the hash of its title in its text', async () => {
    const searches = serves([{ number: 7, title: 'Any' }], () => []);
    const source = await site.find({ embeds: embed({ term: 'Ferry sinks', strict: '1' }) });
    expect(source).toEqual({ name: 'giscus', ref });
    const hash = createHash('sha1').update('Ferry sinks').digest('hex');
    expect(searches).toEqual([`repo:ledger/talk in:body "${hash}"`]);
  });

  test('a discussion with another title is not taken', async () => {
    serves([{ number: 9, title: 'Harbour' }], () => []);
    expect(await site.find({ embeds: embed({ term: 'ferry' }) }, 'giscus')).toBeNull();
  });

  test('whatever else comes is a failure that says what to do, without the token', async () => {
    const said = await refusals(site, { name: 'giscus', ref });
    expect(said).toEqual([
      expect.stringMatching(/401.*Check GITHUB_TOKEN\.$/u),
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
