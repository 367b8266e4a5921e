import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commentMarkdown } from '../../src/render/index.ts';
import { coral } from '../../src/sources/coral.ts';
import { findComments } from '../../src/sources/index.ts';
import { keepsTheContract } from './contract.ts';
import { inOrderOfRequests, replayed } from './replay.ts';
import { answer, commentLinks, coralSample, embeds, node, ref, root } from './samples/coral.ts';
import { type CommentSite, commentSite, graphqlVariables, json, pageOf, refusals } from './site.ts';
import { story } from './stories.ts';

keepsTheContract(coralSample);

test('without a key for its server a Coral is not asked', () => {
  const clues = { story: story({ commentLinks }), settings: { source: 'coral', selectors: null } };
  expect(findComments(clues, [])).toEqual({ done: null });
  const other = { ...clues, keyedOrigins: ['https://talk.courier.example'] };
  expect(findComments(other, [])).toEqual({ done: null });
});

describe('a story of Coral', () => {
  const read = (...documents: object[]) =>
    replayed(coral, ref, inOrderOfRequests(coral, ref, documents), 'application/json').page;

  test('is oldest first, with its replies, edits, total, and whether it is closed', () => {
    const page = read(
      answer(
        [
          node({
            id: 'c-2',
            parent: { id: 'c-1' },
            author: { username: 'Ben' },
            status: 'APPROVED',
          }),
          node({
            editing: { edited: true },
            revision: { createdAt: '2026-11-24T08:25:00.000Z' },
            body: '<div><b>It</b> sank. <a href="/dock">Dock</a></div>',
          }),
        ],
        { isClosed: true },
      ),
    );
    expect(page).toMatchObject({ complete: true, total: 2, closed: true, closingSentence: null });
    expect(page.comments).toMatchObject([
      {
        id: 'c-1',
        author: 'Ana',
        parentId: null,
        url: 'https://ledger.example/news/ferry-sinks?commentID=c-1',
        publishedAt: Date.UTC(2026, 10, 24, 8, 23),
        editedAt: Date.UTC(2026, 10, 24, 8, 25),
        body: { html: `<div><b>It</b> sank. <a href="${root}/dock">Dock</a></div>` },
      },
      { id: 'c-2', author: 'Ben', parentId: 'c-1', editedAt: null },
    ]);
  });

  test('has the picture or the post that a reader added, as a picture or a link', () => {
    const added = (kind: string, url: string | null) =>
      node({
        revision: { createdAt: '2026-11-24T08:23:00.000Z', media: { __typename: kind, url } },
      });
    const bodyOf = (one: object) => {
      const [comment] = read(answer([one])).comments;
      return comment && commentMarkdown(comment.body);
    };
    expect(bodyOf(added('GiphyMedia', 'https://media.example/cat.gif'))).toMatch(
      /\n.*https:\/\/media\.example\/cat\.gif/u,
    );
    expect(bodyOf(added('YouTubeMedia', 'https://video.example/watch?v=1&t=2'))).toMatch(
      /<?https:\/\/video\.example\/watch\?v=1&t=2>?$/u,
    );
    const plain = bodyOf(node({}));
    expect(bodyOf(added('ExternalMedia', 'javascript:alert(1)'))).toBe(plain);
    expect(bodyOf(added('ExternalMedia', null))).toBe(plain);
  });

  test('shows nothing of what is not published, or of a deleted account', () => {
    const hidden = [{ status: 'REJECTED' }, { status: 'PREMOD' }, { status: 'SYSTEM_WITHHELD' }];
    const gone = { deleted: true, body: null, author: null };
    const { comments } = read(
      answer([...hidden, gone].map((fields, index) => node({ id: `c-${index}`, ...fields }))),
    );
    expect(comments).toHaveLength(4);
    for (const comment of comments) {
      expect(comment).toMatchObject({ deleted: true, author: '', body: { html: '' } });
    }
  });

  test('an answer with an error is none, even with data', () => {
    const refusal = { errors: [{ message: 'You are not authorized to access this resource.' }] };
    expect(() => read({ ...answer([]), ...refusal })).toThrow(
      'Coral refuses to answer: “You are not authorized to access this resource.”.',
    );
  });
});

describe('over HTTP', () => {
  const key = 'a-token-of-the-operator';
  const keys = { coral: { [root]: key } };
  let site: CommentSite;
  beforeAll(async () => {
    site = await commentSite(['talk.ledger.example'], keys);
  });
  afterAll(() => site.close());

  test('pages are followed; comments are added and withdrawn; the token goes along', async () => {
    let nodes = Array.from({ length: 120 }, (_, index) => node({ id: `c-${index}` }));
    const tokens = new Set<string | undefined>();
    site.answer = (request, response) => {
      tokens.add(request.headers.authorization);
      void graphqlVariables(request).then(({ story: id, after, first, url }) => {
        if (id === undefined)
          return json(response, { data: { story: url === null ? { id: 's-9' } : null } });
        const from = Number(after ?? 0);
        const to = from + Number(first);
        const next = to < nodes.length ? String(to) : null;
        return json(response, answer(nodes.slice(from, to), { next, total: nodes.length }));
      });
    };
    const source = await site.find({ embeds });
    expect(source).toEqual({ name: 'coral', ref });
    if (!source) return;
    expect(pageOf(await site.read(source))).toMatchObject({ complete: true, total: 120 });
    nodes = nodes.slice(1);
    const after = pageOf(await site.read(source));
    expect(after.complete).toBe(true);
    expect(after.comments).toHaveLength(119);
    expect(tokens).toEqual(new Set([`Bearer ${key}`]));
    expect(JSON.stringify([source, site.newsroom.log, after])).not.toContain(key);
  });

  test('a story that nobody has opened yet has no comments to read', async () => {
    site.answer = (_, response) => json(response, { data: { story: null } });
    expect(await site.find({ embeds }, 'coral')).toBeNull();
  });

  test('whatever else comes is a failure that says what to do, without the token', async () => {
    const said = await refusals(site, { name: 'coral', ref });
    expect(said).toEqual([
      expect.stringMatching(/401.*Check CORAL_TOKENS\.$/u),
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
