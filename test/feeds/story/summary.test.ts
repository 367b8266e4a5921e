import { describe, expect, test } from 'vitest';
import { atom, rss, story } from '../builders.ts';

const entry = (inner: string): string => atom(`<entry><id>urn:1</id>${inner}</entry>`);
const rssItem = (inner: string, root = ''): string => rss(`<item>${inner}</item>`, root);

describe('summaries', () => {
  const summary = async (html: string): Promise<string | null> =>
    (
      await story(
        rssItem(`<title>Quay opens</title><description><![CDATA[${html}]]></description>`),
      )
    ).summary;

  test.each([
    ['<p>The quay reopened.</p><p>Boats came.</p>', 'The quay reopened. Boats came.'],
    ['One. Two. Three. Four.', 'One. Two. Three.'],
    [
      'Mr. J. R. Reid of the U.S. Coast Guard spoke. He left.',
      'Mr. J. R. Reid of the U.S. Coast Guard spoke. He left.',
    ],
    ['Council votes 5-2 for a new pier', 'Council votes 5-2 for a new pier'],
    [
      'Boats came. <p>The post <a href="/1">Quay opens</a> appeared first on <a href="/">Ledger</a>.</p>',
      'Boats came.',
    ],
    ['Boats came. The post Quay opens appeared first on Ledger.', 'Boats came.'],
    ['Boats came. <a href="/1">Read more</a>', 'Boats came.'],
    ['Boats came. <a href="/1">Continue reading <span>Quay opens</span> &rarr;</a>', 'Boats came.'],
    ['<p>Boats came.</p><p><a href="/1">Read the full story »</a></p>', 'Boats came.'],
    [
      'Boats came. Reading more books is a habit here.',
      'Boats came. Reading more books is a habit here.',
    ],
    ['Boats came. Then the tide went [&#8230;]', 'Boats came.'],
    ['Then the tide went [&hellip;]', 'Then the tide went…'],
    ['<a href="/c">Comments</a>', null],
    ['Quay opens', null],
    ['<p>Quay opens</p><p>Boats came.</p>', 'Boats came.'],
    [
      '<figure><img src="x"><figcaption>A boat.</figcaption></figure><p>Boats came.</p>',
      'Boats came.',
    ],
    ['<script>var a = "<p>no</p>";</script><style>p{}</style>Boats came.', 'Boats came.'],
    ['<!-- Hidden --><p>Boats&nbsp;came.</p>', 'Boats came.'],
    ['Tide &lt; 5 &amp; rising.', 'Tide < 5 & rising.'],
    ['港が再開した。船が来た。', '港が再開した。船が来た。'],
    ['   <br/> ', null],
  ])('the summary of %j is %j', async (html, text) => {
    expect(await summary(html)).toBe(text);
  });

  test.each([
    ['BOSTON (Harbour Wire) - Boats came.', { place: 'BOSTON', agency: 'Harbour Wire' }],
    ['<p>OBAN, Scotland — Boats came.</p>', { place: 'OBAN, Scotland', agency: null }],
  ])('the dateline of %j is no part of the summary', async (html, dateline) => {
    const read = await story(
      rssItem(`<title>A</title><description><![CDATA[${html}]]></description>`),
    );
    expect(read).toMatchObject({ summary: 'Boats came.', dateline });
  });

  test('the summary of a long text is whole sentences within 350 characters', async () => {
    const sentence = `${'The tide of the harbour '.repeat(6).trim()}.`;
    expect(await summary(`${sentence} ${sentence} ${sentence}`)).toBe(`${sentence} ${sentence}`);
  });

  test('a very long sentence is cut at a word', async () => {
    const text = (await summary('harbour 🚢🚢 '.repeat(200))) ?? '';
    expect(text.length).toBeLessThanOrEqual(350);
    expect(text).toMatch(/(?:harbour|🚢)…$/u);
    expect(text).not.toMatch(/\p{Surrogate}/u);
  });

  test('the content is used when the summary is cut off', async () => {
    const feed = rssItem(
      '<title>A</title><description>Boats came on [&#8230;]</description><content:encoded>Boats came on Monday. Gulls followed.</content:encoded>',
    );
    expect((await story(feed)).summary).toBe('Boats came on Monday. Gulls followed.');
  });

  test('unescaped markup in an Atom summary is read as markup', async () => {
    const feed = entry('<title>A</title><summary><p>Boats <b>came</b>.</p></summary>');
    expect((await story(feed)).summary).toBe('Boats came.');
  });

  test('unescaped markup in a description is read as markup', async () => {
    const feed = rssItem('<title>A</title><description><p>Boats <b>came</b>.</p></description>');
    expect((await story(feed)).summary).toBe('Boats came.');
  });

  test('Atom text is literal, and XHTML is read in its order', async () => {
    const text = '<title>A</title><summary>Use &lt;p&gt; here.</summary>';
    expect((await story(entry(text))).summary).toBe('Use <p> here.');
    const xhtml =
      '<title>A</title><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">One <i>two</i> three <b>four</b>.</div></content>';
    expect((await story(entry(xhtml))).summary).toBe('One two three four.');
  });
});

describe('a summary that only repeats is none', () => {
  const summary = async (description: string, title = 'Ferry returns to Saltmarsh') =>
    (
      await story(
        rssItem(`<title>${title}</title><description><![CDATA[${description}]]></description>`),
      )
    ).summary;

  test.each([
    'Ferry returns to Saltmarsh',
    'Ferry returns, to Saltmarsh!',
    'Ferry returns to Salt…',
    'Ferry returns to...',
    '<a href="/1">Ferry returns to Saltmarsh</a>&nbsp;&nbsp;<font>Tide Post</font>',
    '12 points | 4 comments',
    '1,204 views · 3 likes',
    '<a href="/1">Comments</a>',
  ])('%j', async (description) => {
    expect(await summary(description)).toBeNull();
  });

  test('a list of links to what others publish is no text', async () => {
    const list =
      '<ol><li><a href="/1">Storm closes the coast road</a>&nbsp;<font>Tide Post</font></li><li><a href="/2">Drivers turned back</a> Marsh Radio</li></ol>';
    expect(await summary(list)).toBeNull();
  });

  test.each([
    ['<a href="/1">Boats came early on Monday.</a>', 'Boats came early on Monday.'],
    [
      '<ul><li>Boats came by <a href="/a">@ana</a></li><li>Gulls went by <a href="/b">@ben</a></li></ul>',
      'Boats came by @ana · Gulls went by @ben',
    ],
    ['12 points make a harbour.', '12 points make a harbour.'],
  ])('but %j is one', async (description, text) => {
    expect(await summary(description)).toBe(text);
  });
});

describe('the lines of a text without markup', () => {
  const summary = async (text: string) =>
    (await story(rssItem(`<title>A</title><description>${text}</description>`))).summary;

  test.each([
    ['Boats came.\nGulls followed.', 'Boats came. Gulls followed.'],
    ['Boats came.\n\nChapters\n0:00 Casting off\n1:30 Arrival', 'Boats came.'],
    ['Boats came\r\nGulls followed', 'Boats came · Gulls followed'],
    [
      'The ferry came back on Friday after nine months in\ndry dock and it was met by a band of musicians of the\nHarbour Board who played until the evening and then\nwent home.',
      'The ferry came back on Friday after nine months in dry dock and it was met by a band of musicians of the Harbour Board who played until the evening and then went home.',
    ],
    ['Boats came and\nwent away again.', 'Boats came and went away again.'],
  ])('%j is the summary %j', async (text, read) => {
    expect(await summary(text)).toBe(read);
  });
});
