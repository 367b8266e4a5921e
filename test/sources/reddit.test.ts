import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hourMs, minuteMs } from '../../src/core/time/duration.ts';
import { findComments } from '../../src/sources/index.ts';
import { reddit } from '../../src/sources/reddit/reddit.ts';
import { keepsTheContract } from './contract.ts';
import { inOrderOfRequests, replayed } from './replay.ts';
import {
  answer,
  entry,
  link,
  listing,
  more,
  moreAnswer,
  redditSample,
  ref,
} from './samples/reddit.ts';
import { type CommentSite, commentSite, json, pageOf, refusals, sentBy } from './site.ts';
import { story } from './stories.ts';

keepsTheContract(redditSample);

const read = (...documents: object[]) =>
  replayed(reddit, ref, inOrderOfRequests(reddit, ref, documents), 'application/json').page;

const found = (page: string, keyedOrigins = ['https://oauth.reddit.com']) =>
  findComments(
    {
      story: story({ commentLinks: { feed: null, page } }),
      settings: { source: 'reddit', selectors: null },
      keyedOrigins,
    },
    [],
  );

test.each([
  link,
  'https://old.reddit.com/r/harbour/comments/1abc23',
  'https://reddit.com/comments/1abc23/',
  'https://redd.it/1abc23',
  'https://www.reddit.com/user/ana/comments/1abc23/ferry_sinks/',
])('the post at %s is found', (page) => {
  expect(found(page)).toEqual({ done: { name: 'reddit', ref } });
});

test.each(['https://www.reddit.com/r/harbour/', 'https://evil.example/r/x/comments/1abc23'])(
  'no post is at %s',
  (page) => {
    expect(found(page)).toEqual({ done: null });
  },
);

test('without a key of the operator’s it is not asked', () => {
  expect(found(link, [])).toEqual({ done: null });
});

describe('a post of Reddit', () => {
  test('has its replies, edits, placeholders and spoilers; a lock closes it', () => {
    const hidden =
      '<div class="md"><p><span class="md-spoiler-text">It sank</span> <a href="/r/dock">r/dock</a></p></div>';
    const page = read(
      answer(
        [
          entry({
            replies: listing([
              entry({ id: 'k2', parent_id: 't1_k1', author: '[deleted]', body: '[removed]' }),
              entry({ id: 'k3', parent_id: 't1_k1', edited: 1_764_000_100, body_html: hidden }),
            ]),
          }),
          entry({ id: 'k4', author: '[deleted]', body: 'Still here.' }),
        ],
        { num_comments: 4, locked: true },
      ),
    );
    expect(page).toMatchObject({ complete: true, closed: true, total: 4, closingSentence: null });
    expect(page.comments).toMatchObject([
      {
        id: 'k1',
        parentId: null,
        author: 'ana',
        authorUrl: 'https://www.reddit.com/user/ana',
        url: 'https://www.reddit.com/r/harbour/comments/1abc23/ferry_sinks/k1/',
        publishedAt: 1_764_000_000_000,
        editedAt: null,
      },
      { id: 'k2', parentId: 'k1', deleted: true, author: '', body: { html: '' } },
      {
        id: 'k3',
        parentId: 'k1',
        editedAt: 1_764_000_100_000,
        body: {
          html: '<div><p><span class="md-spoiler-text">It sank</span> <a href="https://www.reddit.com/r/dock">r/dock</a></p>\n</div>'.replace(
            '\n',
            '',
          ),
        },
      },
      { id: 'k4', deleted: false, author: 'Anonymous', authorUrl: null },
    ]);
  });

  test('what the answer leaves out is asked for: by ids, and branches that are too deep', () => {
    const page = read(
      answer(
        [
          entry({ replies: listing([more('t1_k1', ['k2', 'k3'])]) }),
          entry({ id: 'k4', replies: listing([more('t1_k4', [])]) }),
        ],
        { num_comments: 5 },
      ),
      moreAnswer([
        entry({ id: 'k2', parent_id: 't1_k1' }),
        entry({ id: 'k3', parent_id: 't1_k2' }),
      ]),
      answer([entry({ id: 'k4', replies: listing([entry({ id: 'k5', parent_id: 't1_k4' })]) })]),
    );
    expect(page.complete).toBe(true);
    expect(page.comments.map(({ id, parentId }) => [id, parentId])).toEqual([
      ['k1', null],
      ['k4', null],
      ['k2', 'k1'],
      ['k3', 'k2'],
      ['k5', 'k4'],
    ]);
  });

  test('a part that cannot be asked for is missing: nothing counts as deleted then', () => {
    const tree = answer([entry(), more('t3_1abc23', ['k2'])]);
    expect(read(tree)).toMatchObject({ complete: false, comments: [{ id: 'k1' }] });
  });
});

describe('over HTTP', () => {
  const keys = { reddit: 'client-id:client-secret' };
  const basic = `Basic ${Buffer.from(keys.reddit).toString('base64')}`;
  let site: CommentSite;
  beforeAll(async () => {
    site = await commentSite(['www.reddit.com', 'oauth.reddit.com'], keys);
  });
  afterAll(() => site.close());

  /** Tokens that were given, and what the last one is. */
  const given: string[] = [];
  const token = () => given.at(-1);
  const isToken = (path = '') => path === '/api/v1/access_token';

  const serves = (body: () => object, headers: () => Record<string, string> = () => ({})) => {
    site.answer = (request, response) => {
      const { authorization } = request.headers;
      if (isToken(request.url)) {
        void sentBy(request).then((form) => {
          if (authorization !== basic || form !== 'grant_type=client_credentials') {
            response.writeHead(401).end();
            return;
          }
          given.push(`a-token-of-reddit-${given.length}`);
          json(response, { access_token: token(), token_type: 'bearer', expires_in: 86_400 });
        });
        return;
      }
      if (authorization === `Bearer ${token()}`) json(response, body(), headers());
      else response.writeHead(401).end();
    };
  };
  const source = { name: 'reddit', ref };
  const tokensAsked = () => site.asked.filter(isToken).length;

  test('the key is exchanged for a token, which serves for a day and is stored nowhere', async () => {
    let body = answer([entry()]);
    serves(() => body);
    expect(await site.find({ page: link })).toEqual(source);
    expect(pageOf(await site.read(source)).comments).toMatchObject([{ id: 'k1' }]);
    body = answer([]);
    site.newsroom.clock.advance(hourMs);
    expect(pageOf(await site.read(source))).toMatchObject({ complete: true, comments: [] });
    expect(tokensAsked()).toBe(1);
    site.newsroom.clock.advance(24 * hourMs);
    await site.read(source);
    expect(tokensAsked()).toBe(2);
    const kept = JSON.stringify([site.newsroom.log, site.asked]);
    for (const secret of ['client-secret', ...given]) expect(kept).not.toContain(secret);
  });

  test('a token that is refused is replaced at the next look', async () => {
    serves(() => answer([entry()]));
    await site.read(source);
    given.push('another');
    expect(await site.read(source)).toMatchObject({
      outcome: 'failed',
      error: expect.stringContaining('Check REDDIT_CLIENT_ID and REDDIT_CLIENT_SECRET.') as string,
    });
    expect(pageOf(await site.read(source)).comments).toHaveLength(1);
  });

  test('after the last request of a period Reddit is not asked until the next one', async () => {
    let left = '0.0';
    serves(
      () => answer([entry()]),
      () => ({ 'x-ratelimit-remaining': left, 'x-ratelimit-reset': '300' }),
    );
    pageOf(await site.read(source));
    expect(await site.read(source)).toMatchObject({ outcome: 'later' });
    site.newsroom.clock.advance(5 * minuteMs);
    left = '99.0';
    pageOf(await site.read(source));
    pageOf(await site.read(source));
  });

  test('whatever else comes is a failure that says what to do, without the key', async () => {
    const said = await refusals(site, source);
    expect(said).toEqual([
      expect.stringMatching(/401.*Check REDDIT_CLIENT_ID and REDDIT_CLIENT_SECRET\.$/u),
      expect.stringContaining('403'),
      expect.stringContaining('404'),
      expect.stringContaining('429'),
      expect.stringContaining('500'),
      expect.stringContaining('no token for this key'),
      expect.stringContaining('no token for this key'),
    ]);
    expect(JSON.stringify([said, site.newsroom.log])).not.toContain('client-secret');
  });

  test('a web page, or other JSON, in place of the comments is said to be one', async () => {
    serves(() => ({ error: 'no' }));
    const looked = await site.read(source);
    expect(looked).toMatchObject({
      outcome: 'failed',
      error: expect.stringContaining('other JSON than its interface promises') as string,
    });
  });
});
