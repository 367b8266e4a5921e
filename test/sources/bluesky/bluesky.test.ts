import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bluesky } from '../../../src/sources/bluesky/bluesky.ts';
import { keepsTheContract } from '../contract.ts';
import { foundBy, type Recorded, replayed } from '../replay.ts';
import {
  blueskySample,
  did,
  at,
  root,
  thread,
  resolve,
  page,
  type Node,
  node,
  answer,
} from '../samples/bluesky.ts';
import { type CommentSite, commentSite, json, pageOf, refusals } from '../site.ts';

keepsTheContract(blueskySample);

const read = (recorded: Recorded) => replayed(bluesky, { uri: root }, recorded, 'application/json');

const readReplies = (...replies: object[]) => read({ [thread(root)]: answer(replies) }).page;

describe('the replies to a post', () => {
  test('have their tree, authors, addresses and times', () => {
    const answered = readReplies(node('a', [node('b')]), node('c'));
    expect(answered).toMatchObject({ complete: true, closed: false, closingSentence: null });
    expect(answered.comments).toMatchObject([
      {
        id: at('a'),
        parentId: null,
        author: 'Ana',
        authorUrl: 'https://bsky.app/profile/did:plc:ana',
        avatarUrl: 'https://cdn.bsky.app/img/avatar/plain/ana@jpeg',
        body: { html: 'It sank.' },
        publishedAt: Date.UTC(2026, 10, 24, 8, 23),
        editedAt: null,
        url: 'https://bsky.app/profile/did:plc:ana/post/a',
        deleted: false,
      },
      { id: at('b'), parentId: at('a') },
      { id: at('c'), parentId: null },
    ]);
  });

  test('have the handle of an author without a name, and the time when Bluesky saw a post of the future', () => {
    const future = { record: { text: 'x', createdAt: '2031-01-01T00:00:00Z' } };
    expect(readReplies(node('a', [], future, { displayName: ' ' })).comments[0]).toMatchObject({
      author: 'ana.example',
      publishedAt: Date.UTC(2026, 10, 24, 8, 23, 1),
    });
  });

  test('are without posts that are gone or blocked', () => {
    const gone = (kind: string) => ({
      $type: `app.bsky.feed.defs#${kind}Post`,
      uri: at('x'),
      [kind]: true,
    });
    const answered = readReplies(gone('notFound'), gone('blocked'), node('a'));
    expect(answered.comments.map(({ id }) => id)).toEqual([at('a')]);
    expect(answered.complete).toBe(true);
  });

  test.each([
    ['asks not to be shown without an account', { labels: [{ val: '!no-unauthenticated' }] }, {}],
    ['is hidden by Bluesky', {}, { labels: [{ val: '!hide' }] }],
  ])('are without a post that %s; it keeps its place where it is answered', (_, author, post) => {
    const hidden = (replies: object[]) => node('a', replies, post, author);
    expect(readReplies(hidden([]), node('c')).comments).toHaveLength(1);
    expect(readReplies(hidden([node('b')])).comments).toMatchObject([
      {
        id: at('a'),
        deleted: true,
        author: '',
        authorUrl: null,
        avatarUrl: null,
        body: { html: '' },
      },
      { id: at('b'), parentId: at('a'), deleted: false },
    ]);
  });

  test('are without those that the thread’s author hides', () => {
    const more = { threadgate: { record: { hiddenReplies: [at('a')] } } };
    const { comments } = read({ [thread(root)]: answer([node('a'), node('b')], {}, more) }).page;
    expect(comments.map(({ id }) => id)).toEqual([at('b')]);
  });

  test('are closed when nobody may answer, and only then', () => {
    const closed = (record: object) =>
      read({ [thread(root)]: answer([node('a')], {}, { threadgate: { record } }) }).page.closed;
    expect(closed({ allow: [] })).toBe(true);
    expect(closed({ allow: [{ $type: 'app.bsky.feed.threadgate#mentionRule' }] })).toBe(false);
    expect(closed({})).toBe(false);
  });

  test('are not whole with a post that cannot be read', () => {
    expect(
      readReplies(node('a'), { $type: 'app.bsky.feed.defs#threadViewPost', post: 7 }),
    ).toMatchObject({
      complete: false,
      comments: [{ id: at('a') }],
    });
  });

  test('are whole in a long thread only when every post has the replies that it counts', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => node(`k${index}`));
    const missing = { replyCount: 1_000 };
    expect(read({ [thread(root)]: answer(many(199), missing) }).page.complete).toBe(true);
    expect(read({ [thread(root)]: answer(many(200), missing) }).page.complete).toBe(false);
    expect(readReplies(...many(200)).complete).toBe(true);
  });
});

describe('a thread that is cut off', () => {
  const deep = node('a', [node('b', null, { replyCount: 2 })]);
  const cut = { [thread(root)]: answer([deep]) };
  const below = JSON.stringify({ thread: node('b', [node('c'), node('d', [node('e')])]) });

  test('is read on from there', () => {
    const { page: answered, asked } = read({ ...cut, [thread(at('b'))]: below });
    expect(asked).toEqual([thread(root), thread(at('b'))]);
    expect(answered.complete).toBe(true);
    expect(answered.comments.map(({ id, parentId }) => [id, parentId])).toEqual([
      [at('a'), null],
      [at('b'), at('a')],
      [at('c'), at('b')],
      [at('d'), at('b')],
      [at('e'), at('d')],
    ]);
  });

  test('is not whole when that fails, or needs too many requests', () => {
    expect(read(cut).page).toMatchObject({ complete: false, comments: { length: 2 } });
    const wide = Array.from({ length: 30 }, (_, index) => node(`k${index}`, null));
    const { page: answered, asked } = read({ [thread(root)]: answer(wide) });
    expect(asked).toHaveLength(20);
    expect(answered).toMatchObject({ complete: false, comments: { length: 30 } });
  });
});

test('a post that is gone is a failure, not an empty discussion', () => {
  const gone = { thread: { $type: 'app.bsky.feed.defs#notFoundPost', uri: root, notFound: true } };
  expect(() => read({ [thread(root)]: JSON.stringify(gone) })).toThrow(
    'The post on Bluesky is gone',
  );
});

describe('the post of a story', () => {
  const found = { [resolve]: JSON.stringify({ did }) };
  const find = (
    address: string | null,
    embeds: { source: string; values: Record<string, string> }[] = [],
  ) => foundBy(bluesky, { commentLinks: { feed: null, page: address, embeds } }, found);

  test('is found by the handle or the id of its author', () => {
    expect(find(page)).toEqual({ ref: { uri: root }, asked: [resolve] });
    expect(find(`https://bsky.app/profile/${did}/post/3kroot?ref=x`)).toEqual({
      ref: { uri: root },
      asked: [],
    });
    expect(foundBy(bluesky, { url: page }, found).ref).toEqual({ uri: root });
  });

  test('is found by what its page embeds', () => {
    for (const post of [root, page]) {
      expect(find(null, [{ source: 'bluesky', values: { post } }]).ref).toEqual({ uri: root });
    }
  });

  test.each([
    'https://bsky.app/profile/ledger.example',
    'https://bsky.app.evil.example/profile/ledger.example/post/3kroot',
    'https://bsky.app/profile/%E0%A4%A/post/3kroot',
  ])('is not %s', (address) => {
    expect(find(address)).toEqual({ ref: null, asked: [] });
  });

  test('is not one whose author does not exist', () => {
    expect(foundBy(bluesky, { url: page }).ref).toBeNull();
  });
});

describe('over HTTP', () => {
  let site: CommentSite;
  const source = { name: 'bluesky', ref: { uri: root } };

  beforeAll(async () => {
    site = await commentSite(['public.api.bsky.app']);
  });
  afterAll(() => site.close());

  test('a thread is found and read to its depths, and follows what comes and goes', async () => {
    const tree: Record<string, Node> = {
      [root]: node('3kroot', [node('a', [node('b', null)]), node('c')], { uri: root }),
      [at('b')]: node('b', [node('d')]),
    };
    site.answer = (request, response) => {
      const url = new URL(request.url ?? '', site.url);
      if (url.pathname.endsWith('resolveHandle')) return json(response, { did });
      const found = tree[url.searchParams.get('uri') ?? ''];
      if (found) json(response, { thread: found });
      else response.writeHead(400).end('{"error":"NotFound"}');
    };
    expect(await site.find({ page })).toEqual(source);
    const before = pageOf(await site.read(source));
    expect(before).toMatchObject({ complete: true });
    expect(before.comments.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'].map((key) => at(key)));
    expect(await site.read(source)).toMatchObject({ outcome: 'done', isUnchanged: true });
    tree[root] = node('3kroot', [node('c'), node('e')], { uri: root });
    const after = pageOf(await site.read(source));
    expect(after.comments.map(({ id }) => id)).toEqual(['c', 'e'].map((key) => at(key)));
  });

  test('an answer without replies is a failure with a sentence', async () => {
    const said = await refusals(site, source);
    for (const sentence of said) expect(sentence).toMatch(/^[A-Z].*\.$/u);
    expect(said.at(-2)).toContain('Bluesky answers with a web page');
    expect(said.at(-1)).toContain('Bluesky answers with other JSON');
  });
});
