import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schemaOrg } from '../../src/sources/schema-org/schema-org.ts';
import { keepsTheContract } from './contract.ts';
import { foundBy, replayed, textOf } from './replay.ts';
import {
  schemaOrgSample,
  microdataSample,
  comment,
  article,
  page,
  microdata,
  marked,
  commentLinks,
} from './samples/schema-org.ts';
import { type CommentSite, commentSite, followed, refusals } from './site.ts';
import { storyUrl } from './stories.ts';

const ref = { page: storyUrl };

keepsTheContract(schemaOrgSample);

describe('in microdata', () => {
  keepsTheContract(microdataSample);
});

const read = (html: string) => replayed(schemaOrg, ref, { [storyUrl]: html }).page;

test('a page that marks comments is read again for them', () => {
  expect(foundBy(schemaOrg, { commentLinks })).toEqual({ ref, asked: [] });
  expect(foundBy(schemaOrg, { commentLinks: { feed: null, page: storyUrl } }).ref).toBeNull();
});

describe('JSON-LD', () => {
  test('has comments with their answers, edits, addresses and names', () => {
    const { comments, ...rest } = read(
      page(
        article(
          [
            comment({
              '@id': '#c1',
              url: '/news/ferry-sinks#c1',
              dateModified: '2026-11-24T09:00:00Z',
              text: 'Old &amp; rusty.\nAnd slow.',
              comment: {
                '@id': '#c2',
                author: 'Ben &amp; Co',
                text: '<p>Why <em>so</em>?</p>',
                dateCreated: '2026-11-24T08:30:00Z',
              },
            }),
            comment({ '@id': '#c3', author: [{ name: 'Chen' }], parentItem: { '@id': '#c1' } }),
          ],
          { commentCount: '3' },
        ),
      ),
    );
    expect(rest).toEqual({ complete: true, closed: 'unknown', closingSentence: null, total: 3 });
    expect(comments).toMatchObject([
      {
        id: '#c1',
        parentId: null,
        author: 'Ana',
        authorUrl: null,
        body: { html: 'Old &amp; rusty.<br>And slow.' },
        publishedAt: Date.UTC(2026, 10, 24, 8, 23),
        editedAt: Date.UTC(2026, 10, 24, 9),
        url: `${storyUrl}#c1`,
      },
      {
        id: '#c2',
        parentId: '#c1',
        author: 'Ben & Co',
        body: { html: '<p>Why <em>so</em>?</p>' },
        publishedAt: Date.UTC(2026, 10, 24, 8, 30),
      },
      { id: '#c3', parentId: '#c1', author: 'Chen' },
    ]);
  });

  test('keeps the place of a deleted comment, without a word or a name of it', () => {
    const status = { creativeWorkStatus: 'https://schema.org/Deleted' };
    const gone = comment({ '@id': 'a', ...status, comment: [comment({ '@id': 'b' })] });
    expect(read(page(article([gone]))).comments).toMatchObject([
      { id: 'a', deleted: true, author: '', body: { html: '' } },
      { id: 'b', parentId: 'a', deleted: false },
    ]);
  });

  test('may be a graph whose comments are named by their ids', () => {
    const graph = {
      '@graph': [
        article([{ '@id': 'a' }], { commentCount: 2 }),
        comment({ '@id': 'a', comment: [{ '@id': 'b' }] }),
        comment({ '@id': 'b', comment: [{ '@id': 'a' }] }),
        { '@type': 'BlogPosting', comment: [] },
      ],
    };
    expect(read(page(graph))).toMatchObject({
      complete: true,
      comments: [
        { id: 'a', parentId: null },
        { id: 'b', parentId: 'a' },
      ],
    });
  });

  test('is whole only when its count was read', () => {
    expect(read(page(article([comment()]))).complete).toBe(false);
    expect(read(page(article([comment()], { commentCount: 2 })))).toMatchObject({
      complete: false,
      total: 2,
    });
    expect(read(page(article([], { commentCount: 0 })))).toMatchObject({
      complete: true,
      total: 0,
    });
  });

  test('calls the same address of all comments neither an id nor a permalink', () => {
    const url = storyUrl;
    const { comments } = read(page(article([comment({ url }), comment({ url, text: 'No.' })])));
    expect(new Set(comments.map(({ id }) => id)).size).toBe(2);
    expect(comments.map((one) => one.url)).toEqual([null, null]);
  });
});

describe('microdata', () => {
  test('has answers in their comments, with the names and texts of each', () => {
    const inner = marked({ id: 'c2', author: 'Ben', text: 'Why?' });
    const html = marked({ id: 'c1', author: 'Ana', text: 'It <sank>.' }, inner);
    expect(read(microdata(html, 2))).toMatchObject({
      complete: true,
      total: 2,
      comments: [
        { id: 'c1', parentId: null, author: 'Ana', body: { html: 'It &lt;sank&gt;.' } },
        { id: 'c2', parentId: 'c1', author: 'Ben', body: { html: 'Why?' } },
      ],
    });
  });

  test('without a count is whole where the page shows as many, and has no further page', () => {
    const both = `<h2>Comments</h2>${marked({ id: 'c1', author: 'Ana', text: 'It sank.' })}${marked({ id: 'c2', author: 'Ben', text: 'Why?' })}`;
    expect(read(microdata(both))).toMatchObject({ complete: true });
    const more = `${both}<nav class="comment-navigation"><a rel="next" href="?page=2">Older comments</a></nav>`;
    expect(read(microdata(more)).complete).toBe(false);
  });

  test('has answers in the list items of their comments', () => {
    const item = (id: string, inside = '') =>
      `<li>${marked({ id, author: 'Ana', text: id })}${inside}</li>`;
    const list = `<ol>${item('c1', `<ol>${item('c2', `<ol>${item('c3')}</ol>`)}${item('c4')}</ol>`)}${item('c5')}</ol>`;
    expect(read(microdata(list)).comments.map(({ id, parentId }) => [id, parentId])).toEqual([
      ['c1', null],
      ['c2', 'c1'],
      ['c3', 'c2'],
      ['c4', 'c1'],
      ['c5', null],
    ]);
  });

  test('has a text’s own markup, with absolute addresses, and an author as text', () => {
    const html = `<div itemprop="comment" itemscope itemtype="http://schema.org/UserComments"><a itemprop="url" href="#c-7">link</a><span itemprop="creator">Ana</span><meta itemprop="commentTime" content="2026-11-24T08:23:00Z"><div itemprop="commentText"><p>See <a href="/faq" onclick="x()">this</a><br><img src="w.jpg" alt="wreck"></p></div></div>`;
    const [only] = read(microdata(html)).comments;
    expect(only).toMatchObject({
      id: '#c-7',
      url: `${storyUrl}#c-7`,
      author: 'Ana',
      publishedAt: Date.UTC(2026, 10, 24, 8, 23),
    });
    expect(only && textOf(only)).toBe(
      '<p>See <a href="https://ledger.example/faq">this</a><br><img src="https://ledger.example/news/w.jpg" alt="wreck"></p>',
    );
  });

  test('is read in a time by its length, however it is nested', () => {
    const deep = '<div itemprop="comment" itemscope><div itemprop="text">x'.repeat(190);
    const wide = `<b itemprop="author">${'<i></i>'.repeat(20_000)}</b>`.repeat(5);
    expect(read(microdata(deep + wide)).comments.length).toBeGreaterThan(100);
  });
});

test('the page’s own words close the discussion', () => {
  const data = article([comment()]);
  const body =
    '<p>The ferry sank.</p><section id="comments"><p class="no-comments">Comments are closed.</p></section>';
  expect(read(page(data, body))).toMatchObject({
    closed: true,
    closingSentence: 'Comments are closed.',
    comments: [{ author: 'Ana' }],
  });
});

test('a page without marked comments is refused with a sentence', () => {
  expect(() => read('<!doctype html><p>The ferry sank.</p>')).toThrow(
    'No comments are marked on this page by schema.org.',
  );
});

describe('over HTTP', () => {
  let site: CommentSite;
  beforeAll(async () => {
    site = await commentSite();
  });
  afterAll(() => site.close());

  test('the comments are read as they change', async () => {
    let html = page(article([comment({ '@id': 'a', comment: [comment({ '@id': 'b' })] })]));
    site.answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
    };
    const values = { page: `${site.url}/story` };
    expect(
      await followed(site, { embeds: [{ source: 'schema-org', values }] }, () => {
        html = page(article([comment({ '@id': 'b', text: 'No.' })], { commentCount: 1 }));
      }),
    ).toMatchObject({
      source: { name: 'schema-org' },
      before: { comments: { length: 2 } },
      isUnchanged: true,
      after: { complete: true, comments: [{ id: 'b', body: { html: 'No.' } }] },
    });
  });

  test('whatever else comes is a failure that says what to do', async () => {
    const own = { name: 'schema-org', ref: { page: `${site.url}/story` } };
    expect(await refusals(site, own)).toEqual([
      expect.stringContaining('401'),
      expect.stringContaining('403'),
      expect.stringContaining('404'),
      expect.stringContaining('429'),
      expect.stringContaining('500'),
      expect.stringContaining('No comments are marked on this page by schema.org'),
      expect.stringContaining('does not answer with a web page'),
    ]);
  });
});
