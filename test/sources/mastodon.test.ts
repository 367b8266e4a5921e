import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commentMarkdown } from '../../src/render/markdown/comment-body.ts';
import { mastodon } from '../../src/sources/mastodon.ts';
import { keepsTheContract } from './contract.ts';
import { foundBy, replayed } from './replay.ts';
import {
  mastodonSample,
  origin,
  page,
  status,
  context,
  post,
  account,
  story,
  answer,
  more,
} from './samples/mastodon.ts';
import { type CommentSite, commentSite, json, pageOf, refusals } from './site.ts';

const ref = { url: origin, status: '100' };

keepsTheContract(mastodonSample);

const read = (descendants: object[]) =>
  replayed(mastodon, ref, { [context]: answer(descendants) }, 'application/json').page;

const shown = (fields: object) => {
  const [comment] = read([post(1, fields)]).comments;
  return comment ? commentMarkdown(comment.body) : null;
};

describe('the replies to a post', () => {
  test('have their tree, authors, addresses, times and edits', () => {
    const answered = read([
      post(1),
      post(2, { in_reply_to_id: '1', edited_at: '2026-11-24T09:00:00.000Z' }),
    ]);
    expect(answered).toMatchObject({ complete: true, closed: 'unknown', closingSentence: null });
    expect(answered.comments).toMatchObject([
      {
        id: '1',
        parentId: null,
        author: 'Ana',
        authorUrl: `${origin}/@ana`,
        avatarUrl: `${origin}/a.png`,
        publishedAt: Date.UTC(2026, 10, 24, 8, 23),
        editedAt: null,
        url: `${origin}/@ana/1`,
        deleted: false,
      },
      { id: '2', parentId: '1', editedAt: Date.UTC(2026, 10, 24, 9) },
    ]);
  });

  test('of another server name their author by the page of this one', () => {
    const [comment] = read([
      post(1, {
        url: 'https://far.example/@ben/5',
        ...account({ acct: 'ben@far.example', display_name: '', url: 'https://spam.example/' }),
      }),
    ]).comments;
    expect(comment).toMatchObject({
      author: 'ben@far.example',
      authorUrl: `${origin}/@ben@far.example`,
      url: 'https://far.example/@ben/5',
    });
  });

  test('are whole only below what readers without an account get', () => {
    expect(read(more(59)).complete).toBe(true);
    expect(read(more(60)).complete).toBe(false);
    const chain = (length: number) =>
      Array.from({ length }, (_, index) =>
        post(index + 1, { in_reply_to_id: index === 0 ? '100' : String(index) }),
      );
    expect(read(chain(19)).complete).toBe(true);
    expect(read(chain(20)).complete).toBe(false);
  });

  test('that are not for everybody are left out, and so are those that cannot be read', () => {
    for (const other of [
      post(2, { visibility: 'private' }),
      post(2, { visibility: 'direct' }),
      {},
    ]) {
      const answered = read([post(1, { visibility: 'unlisted' }), other]);
      expect(answered.comments.map(({ id }) => id)).toEqual(['1']);
      expect(answered.complete).toBe(false);
    }
  });
});

describe('a post is shown as at its server', () => {
  test.each([
    [
      'words behind a warning are hidden',
      { spoiler_text: 'Shipwreck <3', content: '<p>It sank.</p>', sensitive: true },
      '**Shipwreck \\<3**\n\n||It sank.||',
    ],
    [
      'mentions and hashtags are words, links are links',
      {
        content:
          '<p><span class="h-card"><a href="https://far.example/@ben" class="u-url mention">@<span>ben</span></a></span> <a href="https://harbour.example/tags/ferry" class="mention hashtag" rel="tag">#<span>ferry</span></a> <a href="https://ledger.example/a" rel="nofollow"><span class="invisible">https://</span><span class="">ledger.example/a</span></a></p>',
      },
      '@ben #ferry <https://ledger.example/a>',
    ],
    ['custom emoji stay words', { content: '<p>The :ferry: sank</p>' }, 'The \\:ferry: sank'],
    [
      'pictures are links with what they show',
      {
        media_attachments: [
          { type: 'image', url: `${origin}/p.png`, description: 'A ferry <at sea>' },
          { type: 'video', url: null, remote_url: 'https://far.example/v.mp4', description: null },
          { type: 'image', url: 'javascript:alert(1)' },
        ],
      },
      `It sank.\n\n[Image: A ferry \\<at sea>](<${origin}/p.png>)\n\n[Video](<https://far.example/v.mp4>)`,
    ],
    [
      'sensitive pictures are hidden',
      { sensitive: true, media_attachments: [{ type: 'gifv', url: `${origin}/p.mp4` }] },
      `It sank.\n\n||[GIF](<${origin}/p.mp4>)||`,
    ],
    [
      'a poll has its answers',
      { poll: { id: '1', options: [{ title: 'Yes', votes_count: 3 }, { title: 'No' }] } },
      'It sank.\n\n- Yes\n- No',
    ],
  ])('%s', (_, fields, expected) => {
    expect(shown(fields)).toBe(expected);
  });
});

describe('the post of a story', () => {
  const found = { [status]: JSON.stringify(story) };

  test.each([
    page,
    `${origin}/web/@ledger@far.example/100`,
    `${origin}/users/ledger/statuses/100`,
    `${origin}/@ledger/statuses/100`,
    `${origin}/notice/100`,
  ])('is %s', (address) => {
    const links = { commentLinks: { feed: null, page: address } };
    expect(foundBy(mastodon, links, found)).toEqual({ ref, asked: [status] });
    expect(foundBy(mastodon, { url: address }, found).ref).toEqual(ref);
  });

  test('is what its page embeds', () => {
    const embeds = [{ source: 'mastodon', values: { host: 'harbour.example', status: '100' } }];
    const links = { commentLinks: { feed: null, page: null, embeds } };
    expect(foundBy(mastodon, links, found).ref).toEqual(ref);
    const bad = [{ source: 'mastodon', values: { host: 'x/y?', status: '100' } }];
    expect(foundBy(mastodon, { commentLinks: { feed: null, page: null, embeds: bad } })).toEqual({
      ref: null,
      asked: [],
    });
  });

  test.each([
    ['another page', `${origin}/@ledger/why-it-sank-100`, found, 0],
    ['a page of another system', page, { [status]: '<!doctype html><p>Hello</p>' }, 1],
    ['nothing there', page, {}, 1],
    [
      'a post for followers',
      page,
      { [status]: JSON.stringify(post(100, { visibility: 'private' })) },
      1,
    ],
    ['another post', page, { [status]: JSON.stringify(post(7)) }, 1],
  ])('is not %s', (_, address, recorded, requests) => {
    const answered = foundBy(mastodon, { commentLinks: { feed: null, page: address } }, recorded);
    expect(answered.ref).toBeNull();
    expect(answered.asked).toHaveLength(requests);
  });
});

describe('over HTTP', () => {
  let site: CommentSite;

  beforeAll(async () => {
    site = await commentSite();
  });
  afterAll(() => site.close());

  test('a post is found by its link; replies come, are edited and go', async () => {
    let descendants = [post(1), post(2, { in_reply_to_id: '1' })];
    site.answer = (request, response) => {
      if (request.url === '/api/v1/statuses/100') json(response, story);
      else if (request.url === '/api/v1/statuses/100/context') {
        json(response, { ancestors: [], descendants });
      } else response.writeHead(404).end('{"error":"Record not found"}');
    };
    const source = await site.find({ page: `${site.url}/@ledger/100` });
    expect(source).toEqual({ name: 'mastodon', ref: { url: site.url, status: '100' } });
    if (!source) throw new Error('no source');
    expect(pageOf(await site.read(source)).comments.map(({ id }) => id)).toEqual(['1', '2']);
    expect(await site.read(source)).toMatchObject({ outcome: 'done', isUnchanged: true });
    descendants = [post(1, { content: '<p>It did not.</p>' }), post(3)];
    const after = pageOf(await site.read(source));
    expect(after).toMatchObject({ complete: true });
    expect(after.comments.map(({ id }) => id)).toEqual(['1', '3']);
    expect(after.comments[0]?.body).toEqual({ html: '<p>It did not.</p>' });
  });

  test('an answer without replies is a failure with a sentence', async () => {
    const said = await refusals(site, { name: 'mastodon', ref: { url: site.url, status: '100' } });
    for (const sentence of said) expect(sentence).toMatch(/^[A-Z].*\.$/u);
    expect(said.at(-2)).toContain('The Mastodon server answers with a web page');
    expect(said.at(-1)).toContain('The Mastodon server answers with other JSON');
  });
});
