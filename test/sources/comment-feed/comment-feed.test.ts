import { expect, test } from 'vitest';
import { ReadError } from '../../../src/core/errors.ts';
import { commentFeed } from '../../../src/sources/comment-feed/comment-feed.ts';
import { bareComment } from '../../../src/sources/comment-text.ts';
import { keepsTheContract } from '../contract.ts';
import { type Recorded, replayed } from '../replay.ts';
import { commentFeedSample, namespaces, rss, url } from '../samples/comment-feed.ts';
import { storyUrl } from '../stories.ts';

keepsTheContract(commentFeedSample);

const read = (xml: string) =>
  replayed(commentFeed, { url, page: null }, { [url]: xml }, 'application/xml').page;

const atom = (entries: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:t="http://purl.org/syndication/thread/1.0"><id>tag:ledger,post-1</id>${entries}</feed>`;

function entry(number: number, inner = ''): string {
  return (
    `<entry><id>tag:ledger,comment-${number}</id><link rel="alternate" href="/news/ferry-sinks#comment-${number}"/>` +
    `<author><name>Ana &amp; Co ${number}</name><uri>https://ana.example</uri></author><published>2011-05-06T07:40:00-04:00</published>` +
    `<updated>2012-01-01T00:00:00Z</updated><content type="html">&lt;p&gt;Old ${number}&lt;/p&gt;</content>${inner}</entry>`
  );
}

test('a flat RSS feed without a total is a window', () => {
  const page = read(rss([{ id: 'c-1', author: 'Ana', text: 'It sank.' }]));
  expect(page).toMatchObject({
    complete: false,
    closed: 'unknown',
    total: null,
    closingSentence: null,
  });
  expect(page.comments[0]).toEqual({
    ...bareComment,
    id: `${storyUrl}#c-1`,
    parentId: null,
    author: 'Ana',
    body: { html: '<p>It sank.</p>' },
    publishedAt: Date.UTC(2011, 4, 6, 11, 40),
    url: null,
  });
});

test('Atom gives the tree, names, times of publication and absolute addresses', () => {
  const { comments } = read(
    atom(
      entry(3, '<t:in-reply-to ref="tag:ledger,comment-2" href="/x"/>') +
        entry(2, '<t:in-reply-to ref="tag:ledger,post-1"/>') +
        entry(4, `<t:in-reply-to href="${storyUrl}#comment-3"/>`),
    ),
  );
  expect(comments.map(({ id, parentId }) => [id, parentId])).toEqual([
    ['tag:ledger,comment-3', 'tag:ledger,comment-2'],
    ['tag:ledger,comment-2', null],
    ['tag:ledger,comment-4', 'tag:ledger,comment-3'],
  ]);
  expect(comments[0]).toMatchObject({
    author: 'Ana & Co 3',
    body: { html: '<p>Old 3</p>' },
    publishedAt: Date.UTC(2011, 4, 6, 11, 40),
    url: `${storyUrl}#comment-3`,
  });
});

test('a parent outside the window is kept where its id is a comment’s, a stranger’s is top level', () => {
  const { comments } = read(
    atom(
      entry(30, '<t:in-reply-to ref="tag:ledger,comment-7"/>') +
        entry(31, '<t:in-reply-to ref="https://other.example/x"/>') +
        entry(32, '<t:in-reply-to ref="tag:ledger,comment-32"/>'),
    ),
  );
  expect(comments.map(({ parentId }) => parentId)).toEqual(['tag:ledger,comment-7', null, null]);
});

test('vocabularies are bound by their URI, whatever the prefix', () => {
  const xml = `<rss xmlns:who="http://purl.org/dc/elements/1.1/" xmlns:dc="http://other.example/"><channel><item><guid>1</guid><dc:creator>No</dc:creator><who:creator>Ana</who:creator><description>x</description></item></channel></rss>`;
  expect(read(xml).comments[0]?.author).toBe('Ana');
});

test.each([
  ['text', '<content>1 &lt; 2 &amp; 3</content>', '1 &lt; 2 &amp; 3'],
  [
    'XHTML',
    '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>1 &lt; <b class="x">2</b></p></div></content>',
    '<div><p>1 &lt; <b class="x">2</b></p></div>',
  ],
  ['a summary', '<summary type="html">&lt;i&gt;x&lt;/i&gt;</summary>', '<i>x</i>'],
])('Atom content that is %s comes as HTML', (_, content, html) => {
  const xml = atom(`<entry><id>tag:a,comment-1</id>${content}</entry>`);
  expect(read(xml).comments[0]).toMatchObject({ body: { html }, author: 'Anonymous' });
});

test.each([
  ['<author>ana@ledger.example (Ana Ruiz)</author>', 'Ana Ruiz'],
  ['<title>By: Ana</title>', 'Ana'],
  ['<title>Comment on Ferry by the sea by Ana</title>', 'Ana'],
  ['<author>ana@ledger.example</author>', 'Anonymous'],
])('the author is found in %s', (field, author) => {
  expect(
    read(`<rss><channel><item><guid>1</guid>${field}</item></channel></rss>`).comments[0]?.author,
  ).toBe(author);
});

test('a comment that the feed repeats is read once', () => {
  const page = read(
    rss(
      [
        { id: 'c-1', author: 'Ana', text: 'a' },
        { id: 'c-1', author: 'Ana', text: 'a' },
      ],
      '<slash:comments>2</slash:comments>',
    ),
  );
  expect(page.comments).toHaveLength(1);
  expect(page.complete).toBe(false);
});

test('a feed that breaks off leaves out the comment it breaks off in', () => {
  const whole = rss(
    [
      { id: 'c-1', author: 'Ana', text: 'a' },
      { id: 'c-2', author: 'Ben', text: 'long words' },
    ],
    '<slash:comments>1</slash:comments>',
  );
  const page = read(whole.slice(0, whole.indexOf('words')));
  expect(page.comments.map(({ author }) => author)).toEqual(['Ana']);
  expect(page.complete).toBe(false);
});

test('an RSS link with another scheme is no address', () => {
  expect(
    read('<rss><channel><item><guid>1</guid><link>javascript:x()</link></item></channel></rss>')
      .comments[0]?.url,
  ).toBeNull();
});

test.each([
  ['<!doctype html><html><body>Log in</body></html>', /web page/u],
  ['nothing to see', /no XML/u],
  ['<opml><body/></opml>', /<opml>/u],
])('a document that is no feed is refused in words: %s', (text, words) => {
  expect(() => read(text)).toThrow(ReadError);
  expect(() => read(text)).toThrow(words);
});

test('an entry that was changed after it was published says when', () => {
  const edited = Date.UTC(2012, 0, 1);
  expect(read(atom(entry(3))).comments[0]?.editedAt).toBe(edited);
  const same = entry(3).replace('2012-01-01T00:00:00Z', '2011-05-06T11:40:00Z');
  expect(read(atom(same)).comments[0]?.editedAt).toBeNull();
});

const closedPage =
  '<div id="comments"><h3>3 comments</h3><p>This discussion is now closed.</p></div>';

const withPage = (recorded: Recorded) =>
  replayed(commentFeed, { url, page: storyUrl }, { [url]: rss([]), ...recorded }).page;

test('the article’s page says that the discussion is closed, and how many comments it has', () => {
  expect(withPage({ [storyUrl]: closedPage })).toMatchObject({
    closed: true,
    closingSentence: 'This discussion is now closed.',
    total: 3,
  });
});

test('the article’s page counts also when the feed has not changed', () => {
  expect(withPage({ [url]: 'unchanged', [storyUrl]: closedPage })).toMatchObject({
    complete: false,
    closed: true,
    comments: [],
  });
});

test.each<[string, Recorded[string]]>([
  ['is missing', { status: 404 }],
  ['has not changed', 'unchanged'],
  ['shows no comments', '<p>Fog.</p>'],
])('an article’s page that %s says nothing of the discussion', (_, recorded) => {
  expect(withPage({ [storyUrl]: recorded })).toMatchObject({ closed: 'unknown', total: null });
});

const reply = (own: number, words: string) =>
  `<item><guid isPermaLink="false">https://ledger.example/?p=1#comment-${own}</guid><link>${storyUrl}/#comment-${own}</link><dc:creator>Ben</dc:creator><content:encoded><![CDATA[${words}]]></content:encoded></item>`;

const parentLink = (to: number) =>
  `<a href="${storyUrl}/comment-page-2/#comment-${to}">Ana &amp; Co</a>`;

const oneOf = (words: string) =>
  read(`<rss ${namespaces}><channel>${reply(26, words)}</channel></rss>`).comments[0];

test.each(['In reply to %.', 'Als Antwort auf %.', 'En réponse à %.', '回复给%。'])(
  'WordPress’s sentence “%s” makes a reply of a comment in a flat feed',
  (sentence) => {
    const words = `<p>${sentence.replace('%', parentLink(5))}</p>\n<p>It was old.</p>`;
    expect(oneOf(words)).toMatchObject({
      parentId: 'https://ledger.example/?p=1#comment-5',
      body: { html: '<p>It was old.</p>' },
    });
  },
);

test('WordPress’s sentence is taken from a comment in an Atom feed, whatever its language', () => {
  const html = `<p>Svar til ${parentLink(2)}.</p>\n<p>Ja.</p>`;
  const xml = atom(
    `<entry><id>${storyUrl}#comment-3</id><content type="html"><![CDATA[${html}]]></content><t:in-reply-to ref="${storyUrl}#comment-2" href="${storyUrl}/comment-page-2/#comment-2"/></entry>`,
  );
  expect(read(xml).comments[0]).toMatchObject({
    parentId: `${storyUrl}#comment-2`,
    body: { html: '<p>Ja.</p>' },
  });
});

test.each([
  `<p>I agree with ${parentLink(5)}.</p><p>Yes.</p>`,
  `<p>In reply to ${parentLink(5)} I say no.</p>`,
  '<p>In reply to <a href="https://other.example/">Ana</a>.</p><p>No.</p>',
])('what a reader wrote is never taken for that sentence: %s', (words) => {
  expect(oneOf(words)).toMatchObject({ parentId: null, body: { html: words } });
});

test('an empty reply is one all the same', () => {
  const words = `<p>In reply to ${parentLink(5)}.</p>`;
  expect(oneOf(words)).toMatchObject({
    parentId: 'https://ledger.example/?p=1#comment-5',
    body: { html: '' },
  });
});
