import { describe, expect, test } from 'vitest';
import { atom, document, item, rss, stories, story } from './builders.ts';

const entry = (inner: string): string => atom(`<entry><id>urn:1</id>${inner}</entry>`);
const rssItem = (inner: string, root = ''): string => rss(`<item>${inner}</item>`, root);

describe('the feed itself', () => {
  test('tells its title, site, language and time to live', async () => {
    const feed = rss('<language>en-gb</language><ttl>45</ttl>');
    expect(await document(feed)).toEqual({
      title: 'The Harbour Ledger',
      siteUrl: 'https://ledger.example/',
      language: 'en-gb',
      ttlMs: 45 * 60_000,
      stories: [],
      withdrawn: [],
      complete: false,
    });
  });

  test('an Atom feed tells its language by xml:lang', async () => {
    const feed = atom('', 'xmlns="http://www.w3.org/2005/Atom" xml:lang="gd"');
    expect(await document(feed)).toMatchObject({
      title: 'The Harbour Ledger',
      siteUrl: 'https://ledger.example/',
      language: 'gd',
    });
  });

  test("the title of the channel's image is not the channel's", async () => {
    const feed = `<rss><channel><image><title>Logo</title><link>/l</link></image><title>Ledger</title></channel></rss>`;
    expect((await document(feed)).title).toBe('Ledger');
  });
});

describe('every format', () => {
  test.each([
    ['RSS without a version', '<rss><channel><item><title>Quay</title></item></channel></rss>'],
    ['RSS 0.91', '<rss version="0.91"><channel><item><title>Quay</title></item></channel></rss>'],
    [
      'RSS 1.0',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>L</title></channel><item rdf:about="https://ledger.example/1"><title>Quay</title></item></rdf:RDF>',
    ],
    [
      'RSS 0.90',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/"><item><title>Quay</title></item></rdf:RDF>',
    ],
    ['Atom 1.0', entry('<title>Quay</title>')],
    [
      'Atom 0.3',
      '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title mode="escaped" type="text/html">Quay</title></entry></feed>',
    ],
    [
      'Atom under a prefix',
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>Quay</a:title></a:entry></a:feed>',
    ],
    ['Atom without its namespace', '<feed><entry><title>Quay</title></entry></feed>'],
    [
      'RSS in a namespace that is not its own',
      '<rss xmlns="http://www.w3.org/2005/Atom"><channel><item><title>Quay</title></item></channel></rss>',
    ],
    ['upper-case tags', '<RSS><CHANNEL><ITEM><TITLE>Quay</TITLE></ITEM></CHANNEL></RSS>'],
    [
      'JSON Feed',
      '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":7,"title":"Quay"}]}',
    ],
    ['JSON Feed by its number alone', '{"version":"1.1","items":[{"id":7,"title":"Quay"}]}'],
    [
      'JSON Feed without a single sound field',
      '{"version":"https://jsonfeed.org/version/1","items":[5,null,{"id":1,"title":"Quay","tags":"x","authors":9}]}',
    ],
  ])('%s', async (_, feed) => {
    expect((await stories(feed)).map(({ headline }) => headline)).toEqual(['Quay']);
  });
});

test('a JSON Feed story has all that JSON Feed can tell', async () => {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Ledger',
    home_page_url: 'https://ledger.example/',
    language: 'en',
    authors: [{ name: 'Mo Lund' }],
    items: [
      {
        id: 'a',
        url: '/a?utm_medium=feed',
        title: 'Quay <reopens>',
        content_html: '<p>The quay reopened. Boats came.</p>',
        image: 'https://ledger.example/q.jpg',
        date_published: '2011-05-05T16:29:00Z',
        date_modified: '2011-05-06T16:29:00Z',
        tags: ['Harbour', 'harbour', 3],
      },
    ],
  };
  expect(await document(JSON.stringify(feed))).toMatchObject({
    title: 'Ledger',
    siteUrl: 'https://ledger.example/',
    language: 'en',
    stories: [
      {
        headline: 'Quay <reopens>',
        url: 'https://ledger.example/a',
        summary: 'The quay reopened. Boats came.',
        publishedAt: Date.UTC(2011, 4, 5, 16, 29),
        updatedAt: Date.UTC(2011, 4, 6, 16, 29),
        topics: ['Harbour'],
        credits: { byline: [{ name: 'Mo Lund', place: null }] },
        photo: { url: 'https://ledger.example/q.jpg', caption: null, credit: null },
      },
    ],
  });
});

describe('a JSON Feed told otherwise than its standard has it', () => {
  const item = async (fields: object, feed: object = {}) =>
    story(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1',
        ...feed,
        items: [{ id: '1', ...fields }],
      }),
    );

  test('authors as one object, and the single author of version 1.0', async () => {
    const read = await item({ authors: { name: 'Ana Ruiz' }, author: { name: 'Ben Cho' } });
    expect(read.credits.byline.map(({ name }) => name)).toEqual(['Ana Ruiz', 'Ben Cho']);
    const inherited = await item({}, { author: { name: 'Mo Lund' } });
    expect(inherited.credits.byline.map(({ name }) => name)).toEqual(['Mo Lund']);
  });

  test('a link post is known by the address it links to when it has none of its own', async () => {
    expect((await item({ external_url: '/elsewhere' })).url).toBe(
      'https://ledger.example/elsewhere',
    );
    expect((await item({ external_url: '/elsewhere', url: '/own' })).url).toBe(
      'https://ledger.example/own',
    );
  });

  test('an attached image is the photo where no other is named', async () => {
    const attachments = [
      { url: '/tide.mp3', mime_type: 'audio/mpeg' },
      { url: '/tide.jpg', mime_type: 'image/jpeg' },
    ];
    expect((await item({ attachments })).photo?.url).toBe('https://ledger.example/tide.jpg');
  });
});

describe('headlines', () => {
  test.each([
    ['Pier &amp; quay', 'Pier & quay'],
    ['Pier &amp;amp; quay', 'Pier & quay'],
    ['Pier & quay', 'Pier & quay'],
    ['Caf&eacute; &amp;mdash; open', 'Café — open'],
    ['&lt;b&gt;Pier&lt;/b&gt; opens', 'Pier opens'],
    ['<![CDATA[Pier & <i>quay</i>]]>', 'Pier & quay'],
    ['Pier <b>opens</b> early', 'Pier opens early'],
    ['  Pier\n   opens\t', 'Pier opens'],
    ['vector&lt;int&gt; explained', 'vector<int> explained'],
    ['Profit &lt; estimates', 'Profit < estimates'],
    ['Profit &lt;estimates', 'Profit <estimates'],
    ['&#8220;Quay&#8221; &#150; open', '“Quay” – open'],
    ['Pier\u202e opens\u0007', 'Pier opens'],
    ['&lt;script&gt;alert(1)&lt;/script&gt;Pier', 'Pier'],
    ['   ', null],
  ])('RSS title %s', async (title, headline) => {
    const feed = rss(`<item><link>https://ledger.example/1</link><title>${title}</title></item>`);
    expect((await story(feed)).headline).toBe(headline);
  });

  test.each([
    ['<title>A &lt;b&gt; tag</title>', 'A <b> tag'],
    ['<title type="text">A &amp;amp; B</title>', 'A &amp; B'],
    ['<title type="html">A &amp;amp; &lt;b&gt;B&lt;/b&gt;</title>', 'A & B'],
    ['<title type="html"><![CDATA[A &amp; <b>B</b>]]></title>', 'A & B'],
    [
      '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <b>B</b> &amp; C</div></title>',
      'A B & C',
    ],
    [
      '<title type="xhtml" xmlns:x="http://www.w3.org/1999/xhtml"><x:div>A <x:b>B</x:b></x:div></title>',
      'A B',
    ],
    ['<title mode="base64" type="text/html">UXVheSAmYW1wOyBwaWVy</title>', 'Quay & pier'],
    [
      '<title type="application/octet-stream">PGI+UXVheTwvYj4gJmFtcDsgcGllcg==</title>',
      'Quay & pier',
    ],
    ['<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"/></title>', null],
    ['<title type="xhtml"> Quay </title>', 'Quay'],
  ])('Atom %s', async (title, headline) => {
    expect((await story(entry(title))).headline).toBe(headline);
  });
});

describe("the story's address", () => {
  test.each([
    ['<link>https://ledger.example/1</link>', 'https://ledger.example/1'],
    ['<link>/1</link>', 'https://ledger.example/1'],
    ['<link> \n https://ledger.example/1 </link>', 'https://ledger.example/1'],
    [
      '<link><![CDATA[https://ledger.example/1?a=1&b=2]]></link>',
      'https://ledger.example/1?a=1&b=2',
    ],
    ['<link>www.ledger.example/1</link>', 'https://www.ledger.example/1'],
    ['<guid>https://ledger.example/1</guid>', 'https://ledger.example/1'],
    ['<guid isPermaLink="false">https://ledger.example/1</guid><title>A</title>', null],
    ['<guid>tag:ledger,1</guid>', null],
    ['<link>javascript:alert(1)</link><title>A</title>', null],
    ['<link>ftp://ledger.example/1</link><title>A</title>', null],
    ['<link>http://[bad</link><title>A</title>', null],
    [
      '<link>https://ledger.example/1?utm_source=rss&amp;id=2&amp;utm_medium=x&amp;fbclid=zz#top</link>',
      'https://ledger.example/1?id=2#top',
    ],
    ['<link>https://ledger.example/1?utm_source=rss</link>', 'https://ledger.example/1'],
    ['<link>https://ledger.example/1?q=%20a+b&amp;x</link>', 'https://ledger.example/1?q=%20a+b&x'],
    [
      '<link>https://proxy.example/9</link><f:origLink xmlns:f="http://rssnamespace.org/feedburner/ext/1.0">https://ledger.example/1</f:origLink>',
      'https://ledger.example/1',
    ],
    [
      '<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" href="/self"/><link>/1</link>',
      'https://ledger.example/1',
    ],
  ])('RSS %s', async (inner, url) => {
    expect((await story(rssItem(inner))).url).toBe(url);
  });

  test.each([
    ['<link href="/1"/>', 'https://ledger.example/1'],
    ['<link rel="edit" href="/e"/><link rel="alternate" href="/1"/>', 'https://ledger.example/1'],
    [
      '<link rel="alternate" type="application/json" href="/j"/><link rel="alternate" type="text/html" href="/1"/>',
      'https://ledger.example/1',
    ],
    [
      '<link rel="http://www.iana.org/assignments/relation/alternate" href="/1"/>',
      'https://ledger.example/1',
    ],
    ['<link xml:base="https://other.example/a/" href="1"/>', 'https://other.example/a/1'],
  ])('Atom %s', async (inner, url) => {
    expect((await story(entry(inner))).url).toBe(url);
  });

  test('xml:base is inherited, and resolved against the one outside it', async () => {
    const feed = atom(
      '<entry xml:base="b/"><link href="c"/></entry>',
      'xmlns="http://www.w3.org/2005/Atom" xml:base="https://other.example/a/"',
    );
    expect((await story(feed)).url).toBe('https://other.example/a/b/c');
  });

  test("Content-Location outranks the feed's own address", async () => {
    const feed = rssItem('<link>1</link>');
    expect((await story(feed, { headers: { 'content-location': '/news/index.xml' } })).url).toBe(
      'https://ledger.example/news/1',
    );
  });
});

describe('namespaces', () => {
  test('elements are known by their namespace, whatever the prefix', async () => {
    const feed = rssItem(
      '<title>A</title><q:creator>Ana Ruiz</q:creator><dc:comments>12</dc:comments><media:encoded><![CDATA[<p>The body.</p>]]></media:encoded>',
      'xmlns:q="http://purl.org/dc/elements/1.1/" xmlns:dc="http://purl.org/rss/1.0/modules/slash/" xmlns:media="http://purl.org/rss/1.0/modules/content/"',
    );
    expect(await story(feed)).toMatchObject({
      commentCount: 12,
      summary: 'The body.',
      credits: { byline: [{ name: 'Ana Ruiz', place: null }] },
    });
  });

  test('a well-known prefix bound to something else means nothing', async () => {
    const feed = rssItem(
      '<title>A</title><dc:creator>Ana Ruiz</dc:creator><slash:comments>9</slash:comments>',
      'xmlns:dc="urn:dogs-and-cats" xmlns:slash="urn:slash-and-burn"',
    );
    const read = await story(feed);
    expect(read.credits.byline).toEqual([]);
    expect(read.commentCount).toBeNull();
  });

  test('a prefix that nobody declared is read by convention', async () => {
    const feed = rssItem('<title>A</title><dc:creator>Ana Ruiz</dc:creator>');
    expect((await story(feed)).credits.byline).toEqual([{ name: 'Ana Ruiz', place: null }]);
  });

  test("an iTunes or Media RSS title does not replace the item's", async () => {
    const feed = rssItem(
      '<m:title>Photo title</m:title><title>Headline</title>',
      'xmlns:m="http://search.yahoo.com/mrss/"',
    );
    expect((await story(feed)).headline).toBe('Headline');
  });

  test('the title inside atom:source is not the story’s', async () => {
    const feed = entry('<source><title>Wire</title><id>x</id></source><title>Own</title>');
    expect((await story(feed)).headline).toBe('Own');
  });
});

describe('credits', () => {
  test.each([
    ['<author>ana@ledger.example (Ana Ruiz)</author>', ['Ana Ruiz']],
    ['<author>Ana Ruiz &lt;ana@ledger.example&gt;</author>', ['Ana Ruiz']],
    ['<author>ana@ledger.example</author>', []],
    ['<author>The Harbour Ledger</author>', []],
    ['<author><name>Ana Ruiz</name></author>', ['Ana Ruiz']],
    ['<dc:creator>By Ana Ruiz and Ben Cho</dc:creator>', ['Ana Ruiz', 'Ben Cho']],
    ['<dc:creator>Ana Ruiz</dc:creator><dc:creator>Ben Cho</dc:creator>', ['Ana Ruiz', 'Ben Cho']],
    ['<dc:creator>Ana Ruiz</dc:creator><author>x@y.example (ANA RUIZ)</author>', ['Ana Ruiz']],
    ['<description>By Ana Ruiz&lt;br&gt;The quay reopened.</description>', ['Ana Ruiz']],
    ['<author>by <a href="/ana" rel="author">Ana Ruiz</a></author>', ['Ana Ruiz']],
    ['<author>\n by <![CDATA[Ana Ruiz]]>\n</author>', ['Ana Ruiz']],
    ['<author><![CDATA[&lt;p&gt;Ana Ruiz&lt;/p&gt;]]></author>', ['Ana Ruiz']],
    ['<author><name>Ana Ruiz</name><title>Editor at large</title></author>', ['Ana Ruiz']],
  ])('RSS %s', async (inner, names) => {
    const read = await story(rssItem(`<title>A</title>${inner}`));
    expect(read.credits.byline.map(({ name }) => name)).toEqual(names);
  });

  test('Atom authors are the byline; without any, the feed’s authors are', async () => {
    const feed = atom(
      '<author><name>Mo Lund</name></author>' +
        '<entry><id>1</id><title>A</title><author><name>Ana Ruiz</name><email>a@b.example</email></author><author><name>Ben Cho</name></author></entry>' +
        '<entry><id>2</id><title>B</title></entry>',
    );
    const read = await stories(feed);
    expect(read.map(({ credits }) => credits.byline.map(({ name }) => name))).toEqual([
      ['Ana Ruiz', 'Ben Cho'],
      ['Mo Lund'],
    ]);
  });

  test.each([
    '<dc:creator>Mo Lund</dc:creator>',
    '<itunes:author>Mo Lund</itunes:author>',
    '<googleplay:author>Mo Lund</googleplay:author>',
  ])("an RSS channel's %s is the byline of stories that have none", async (author) => {
    const read = await stories(
      rss(
        `${author}<item><title>A</title></item><item><title>B</title><author>Ana Ruiz</author></item>`,
      ),
    );
    expect(read.map(({ credits }) => credits.byline.map(({ name }) => name))).toEqual([
      ['Mo Lund'],
      ['Ana Ruiz'],
    ]);
  });

  test("who runs a feed is nobody's byline", async () => {
    const feed = rss(
      '<managingEditor>editor@ledger.example (Kay Orr)</managingEditor><webMaster>Lea Holm</webMaster><item><title>A</title></item>',
    );
    expect((await story(feed)).credits.byline).toEqual([]);
  });

  test('the credit line at the end of the content is read, and is no part of the summary', async () => {
    const feed = rssItem(
      '<title>A</title><content:encoded><![CDATA[<p>The quay reopened.</p>' +
        '<p>(Reporting by Ana Ruiz; additional reporting by Ben Cho in Oban; writing by Lea Holm; editing by Mo Lund and Kay Orr)</p>]]></content:encoded>',
    );
    const { summary, credits } = await story(feed);
    expect(summary).toBe('The quay reopened.');
    expect(credits).toMatchObject({
      reporting: [{ name: 'Ana Ruiz', place: null }],
      additionalReporting: [{ name: 'Ben Cho', place: 'Oban' }],
      writing: [{ name: 'Lea Holm', place: null }],
      editing: [
        { name: 'Mo Lund', place: null },
        { name: 'Kay Orr', place: null },
      ],
    });
  });

  test('a credit line in brackets at the end of a paragraph is read too', async () => {
    const feed = rssItem(
      '<title>A</title><description>The quay reopened. (Reporting by Ana Ruiz; editing by Mo Lund)</description>',
    );
    const { summary, credits } = await story(feed);
    expect(summary).toBe('The quay reopened.');
    expect(credits.editing).toEqual([{ name: 'Mo Lund', place: null }]);
  });
});

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
  ])('%s', async (html, text) => {
    expect(await summary(html)).toBe(text);
  });

  test.each([
    ['BOSTON (Harbour Wire) - Boats came.', { place: 'BOSTON', agency: 'Harbour Wire' }],
    ['<p>OBAN, Scotland — Boats came.</p>', { place: 'OBAN, Scotland', agency: null }],
  ])('the dateline of %s is taken off', async (html, dateline) => {
    const read = await story(
      rssItem(`<title>A</title><description><![CDATA[${html}]]></description>`),
    );
    expect(read).toMatchObject({ summary: 'Boats came.', dateline });
  });

  test('a long text ends after whole sentences, within 350 characters', async () => {
    const sentence = `${'The tide of the harbour '.repeat(6).trim()}.`;
    expect(await summary(`${sentence} ${sentence} ${sentence}`)).toBe(`${sentence} ${sentence}`);
  });

  test('one endless sentence ends at a word', async () => {
    const text = (await summary('harbour 🚢🚢 '.repeat(200))) ?? '';
    expect(text.length).toBeLessThanOrEqual(350);
    expect(text).toMatch(/(?:harbour|🚢)…$/u);
    expect(text).not.toMatch(/\p{Surrogate}/u);
  });

  test('a summary broken off gives way to the content', async () => {
    const feed = rssItem(
      '<title>A</title><description>Boats came on [&#8230;]</description><content:encoded>Boats came on Monday. Gulls followed.</content:encoded>',
    );
    expect((await story(feed)).summary).toBe('Boats came on Monday. Gulls followed.');
  });

  test('markup left unescaped in an Atom summary is still markup', async () => {
    expect((await story(entry('<summary><p>Boats <b>came</b>.</p></summary>'))).summary).toBe(
      'Boats came.',
    );
  });

  test('markup left unescaped in a description is still markup', async () => {
    const feed = rssItem('<title>A</title><description><p>Boats <b>came</b>.</p></description>');
    expect((await story(feed)).summary).toBe('Boats came.');
  });

  test('Atom text is literal, and XHTML is read in its order', async () => {
    expect((await story(entry('<summary>Use &lt;p&gt; here.</summary>'))).summary).toBe(
      'Use <p> here.',
    );
    const xhtml =
      '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">One <i>two</i> three <b>four</b>.</div></content>';
    expect((await story(entry(xhtml))).summary).toBe('One two three four.');
  });
});

describe('dates', () => {
  test('publication and update are kept apart', async () => {
    const feed = entry(
      '<title>A</title><published>2011-05-05T16:29:00-04:00</published><updated>2011-05-06T00:00:00Z</updated>',
    );
    expect(await story(feed)).toMatchObject({
      publishedAt: Date.UTC(2011, 4, 5, 20, 29),
      updatedAt: Date.UTC(2011, 4, 6),
    });
  });

  test('one bad date costs its story the date, and the feed nothing', async () => {
    const feed = atom(
      '<entry><id>1</id><title>A</title><published>soon</published></entry><entry><id>2</id><title>B</title><updated>2011-05-06T00:00:00Z</updated></entry>',
    );
    expect((await stories(feed)).map(({ publishedAt }) => publishedAt)).toEqual([
      null,
      Date.UTC(2011, 4, 6),
    ]);
  });

  test('dc:date stands in for a pubDate that cannot be read', async () => {
    const feed = rssItem('<title>A</title><pubDate>n/a</pubDate><dc:date>2011-05-05</dc:date>');
    expect((await story(feed)).publishedAt).toBe(Date.UTC(2011, 4, 5));
  });
});

describe('photos', () => {
  const media = 'xmlns:media="http://search.yahoo.com/mrss/"';
  const photo = async (inner: string) =>
    (await story(rssItem(`<title>A</title>${inner}`, media))).photo;

  test('the widest image, with its caption and credit', async () => {
    expect(
      await photo(
        '<media:group><media:content url="/s.jpg" type="image/jpeg" width="100"/>' +
          '<media:content url="/l.jpg" type="image/jpeg" width="900"><media:description>The &lt;b&gt;pier&lt;/b&gt;.</media:description><media:credit role="photographer" scheme="urn:ebu">Harbour Wire/Lea Holm</media:credit></media:content></media:group>',
      ),
    ).toEqual({
      url: 'https://ledger.example/l.jpg',
      caption: 'The pier.',
      credit: { photographer: 'Lea Holm', agency: 'Harbour Wire' },
    });
  });

  test.each([
    ['<media:thumbnail url="/t.jpg"/>', 'https://ledger.example/t.jpg'],
    [
      '<media:content url="/v.mp4" type="video/mp4"><media:thumbnail url="/t.jpg"/></media:content>',
      'https://ledger.example/t.jpg',
    ],
    ['<media:content url="/p.jpg?w=100"/>', 'https://ledger.example/p.jpg?w=100'],
    ['<enclosure url="/e.png" type="image/png"/>', 'https://ledger.example/e.png'],
    ['<itunes:image href="/i.jpg"/>', 'https://ledger.example/i.jpg'],
  ])('%s', async (inner, url) => {
    expect((await photo(inner))?.url).toBe(url);
  });

  test.each([
    '<enclosure url="/a.mp3" type="audio/mpeg"/>',
    '<media:content url="data:image/png;base64,AA" medium="image"/>',
  ])('%s is no photo', async (inner) => {
    expect(await photo(inner)).toBeNull();
  });

  test("a credit in the caption's end is taken apart", async () => {
    expect(
      await photo(
        '<media:content url="/p.jpg"><media:description>The pier. Photograph: Lea Holm/Reuters</media:description></media:content>',
      ),
    ).toMatchObject({
      caption: 'The pier.',
      credit: { photographer: 'Lea Holm', agency: 'Reuters' },
    });
  });
});

test('topics come from every place that names them, once each, ten at most', async () => {
  const many = Array.from({ length: 12 }, (_, n) => `<category>Extra ${n}</category>`).join('');
  const feed = rssItem(
    '<title>A</title><category><b>Harbour</b></category><category domain="x">HARBOUR</category><category>Tides &amp;amp; Winds</category>' +
      '<category>https://x.example/</category><category/><atom:category term="ships" label="Ships"/><dc:subject>Gulls; Terns</dc:subject><media:category label="Sea"/>',
  );
  expect((await story(feed)).topics).toEqual([
    'Harbour',
    'Tides & Winds',
    'Ships',
    'Gulls',
    'Terns',
    'Sea',
  ]);
  expect((await story(rssItem(`<title>A</title>${many}`))).topics).toHaveLength(10);
});

describe('where the comments are', () => {
  test('RSS: by wfw, comments and slash', async () => {
    const feed = rssItem(
      '<title>A</title><comments>/1#comments</comments><x:commentRss>/1/feed</x:commentRss><slash:comments> 3 </slash:comments>',
      'xmlns:x="http://wellformedweb.org/CommentAPI/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/"',
    );
    expect(await story(feed)).toMatchObject({
      commentCount: 3,
      commentLinks: {
        feed: 'https://ledger.example/1/feed',
        page: 'https://ledger.example/1#comments',
      },
    });
  });

  test('Atom: by its replies links and their counts', async () => {
    const feed = entry(
      '<title>A</title><link rel="replies" type="text/html" href="/1#c"/><link rel="replies" type="application/atom+xml" href="/1/replies" t:count="7" xmlns:t="http://purl.org/syndication/thread/1.0"/>',
    );
    expect(await story(feed)).toMatchObject({
      commentCount: 7,
      commentLinks: {
        feed: 'https://ledger.example/1/replies',
        page: 'https://ledger.example/1#c',
      },
    });
  });

  test('words in the place of an address lead nowhere', async () => {
    const feed = rssItem('<title>A</title><comments> Say what you think </comments>');
    expect((await story(feed)).commentLinks.page).toBeNull();
  });

  test.each(['-3', 'many', '1e3', ''])('a count of %j is not known', async (count) => {
    expect(
      (await story(rssItem(`<title>A</title><slash:comments>${count}</slash:comments>`)))
        .commentCount,
    ).toBeNull();
  });
});

describe('what a feed says of the stories that are not in it', () => {
  const tombstones =
    'xmlns="http://www.w3.org/2005/Atom" xmlns:t="http://purl.org/atompub/tombstones/1.0"';

  test('those that it withdraws are known by the identity they had', async () => {
    const [before] = await stories(atom('<entry><id>urn:1</id><title>A</title></entry>'));
    const feed = atom(
      '<t:deleted-entry ref=" urn:1 " when="2011-05-05T16:29:00Z"><t:comment>Retracted</t:comment></t:deleted-entry>' +
        '<t:deleted-entry when="2011-05-05T16:29:00Z"/><entry><id>urn:2</id><title>B</title></entry>',
      tombstones,
    );
    const read = await document(feed);
    expect(read.withdrawn).toEqual([before?.identity]);
    expect(read.stories.map(({ headline }) => headline)).toEqual(['B']);
  });

  test('the same element in another namespace withdraws nothing', async () => {
    const feed = atom('<x:deleted-entry xmlns:x="urn:x" ref="urn:1"/>');
    expect((await document(feed)).withdrawn).toEqual([]);
  });

  test('a complete feed says so', async () => {
    const history = 'xmlns:fh="http://purl.org/syndication/history/1.0"';
    expect((await document(rss('<fh:complete/>', history))).complete).toBe(true);
    expect(
      (await document(rss(`<item><title>A</title><fh:complete/></item>`, history))).complete,
    ).toBe(false);
  });
});

describe('identity', () => {
  const ids = async (feed: string): Promise<string[]> =>
    (await stories(feed)).map(({ identity }) => identity);

  test('follows the guid, whatever else changes', async () => {
    const [before] = await ids(
      rss(
        '<item><title>A</title><guid>g</guid><link>/1</link><pubDate>Thu, 05 May 2011 16:29:00 GMT</pubDate></item>',
      ),
    );
    const [after] = await ids(
      rss('<item><title>B</title><guid> <b>g</b> </guid><link>/2</link></item>'),
    );
    expect(before).toMatch(/^[0-9a-f]{32}$/);
    expect(after).toBe(before);
  });

  test('is the address without a guid, tracking parameters aside', async () => {
    const [one] = await ids(rssItem('<title>A</title><link>/1?utm_campaign=may</link>'));
    const [two] = await ids(rssItem('<title>B</title><link>/1</link>'));
    expect(one).toBe(two);
  });

  test('a story that says nothing of itself is none', async () => {
    expect(await ids(rss('<item></item><item><description>x</description></item>'))).toEqual([]);
  });

  test('a duplicate guid renames no other story of the feed', async () => {
    const thirty = Array.from({ length: 30 }, (_, n) => item(30 - n));
    const before = await ids(rss(thirty.join('')));
    const repeat = item(31).replace('g-31', 'g-7');
    const after = await ids(rss(repeat + thirty.join('')));
    expect(new Set(after).size).toBe(31);
    expect(after.slice(1)).toEqual(before);
  });

  test('stories that share one guid keep their identities while the feed rolls on', async () => {
    const same = (n: number): string => item(n).replace(`g-${n}`, 'same');
    const [, second, first] = await ids(rss(same(3) + same(2) + same(1)));
    const [, , later, oldest] = await ids(rss(same(4) + same(3) + same(2) + same(1)));
    expect([later, oldest]).toEqual([second, first]);
  });

  test('the oldest keeps the identity by date, wherever it stands', async () => {
    const dated = (n: number): string =>
      item(n, `<pubDate>${n} May 2011 00:00:00 GMT</pubDate>`).replace(`g-${n}`, 'same');
    const [alone] = await ids(rss(dated(1)));
    expect((await ids(rss(dated(1) + dated(2))))[0]).toBe(alone);
    expect((await ids(rss(dated(2) + dated(1))))[1]).toBe(alone);
  });

  test('a story written twice is one story, in its latest writing', async () => {
    const read = await stories(
      rss(
        item(1, '<dcterms:modified>2011-05-05</dcterms:modified>') +
          item(1, '<dcterms:modified>2011-05-06</dcterms:modified>').replace(
            'Story 1',
            'Corrected',
          ),
      ),
    );
    expect(read.map(({ headline }) => headline)).toEqual(['Corrected']);
  });
});
