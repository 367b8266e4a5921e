import { describe, expect, test } from 'vitest';
import { atom, rss, story } from '../builders.ts';

const entry = (inner: string): string => atom(`<entry><id>urn:1</id>${inner}</entry>`);
const rssItem = (inner: string, root = ''): string => rss(`<item>${inner}</item>`, root);

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
    [
      '<link>https://ledger.example/1?a=1&amp;amp;b=2&amp;#038;c=3</link>',
      'https://ledger.example/1?a=1&b=2&c=3',
    ],
    [
      '<guid>https://ledger.example/1?a=1&amp;amp;amp;b=2</guid>',
      'https://ledger.example/1?a=1&b=2',
    ],
    ['<enclosure url="/1.mp3" type="audio/mpeg"/>', 'https://ledger.example/1.mp3'],
    [
      '<enclosure url="/1.jpg" type="image/jpeg"/><enclosure url="/1.mp3" type="audio/mpeg"/>',
      'https://ledger.example/1.mp3',
    ],
    ['<enclosure url="/1.jpg" type="image/jpeg"/><title>A</title>', null],
    ['<link>/1</link><enclosure url="/1.mp3" type="audio/mpeg"/>', 'https://ledger.example/1'],
  ])('the address of the RSS elements %j is %j', async (inner, url) => {
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
    ['<link>https://ledger.example/1</link>', 'https://ledger.example/1'],
    ['<link rel="self">/self</link><link> /1 </link>', 'https://ledger.example/1'],
    ['<link href="/1">/2</link>', 'https://ledger.example/1'],
    ['<link rel="enclosure" type="audio/mpeg" href="/1.mp3"/>', 'https://ledger.example/1.mp3'],
    ['<link href="/1?a=1&amp;amp;b=2"/>', 'https://ledger.example/1?a=1&b=2'],
  ])('the address of the Atom elements %j is %j', async (inner, url) => {
    expect((await story(entry(inner))).url).toBe(url);
  });

  test('xml:base is inherited, and resolved against the one outside it', async () => {
    const feed = atom(
      '<entry xml:base="b/"><link href="c"/></entry>',
      'xmlns="http://www.w3.org/2005/Atom" xml:base="https://other.example/a/"',
    );
    expect((await story(feed)).url).toBe('https://other.example/a/b/c');
  });

  test("relative addresses are resolved against Content-Location before the feed's own address", async () => {
    const feed = rssItem('<link>1</link>');
    expect((await story(feed, { headers: { 'content-location': '/news/index.xml' } })).url).toBe(
      'https://ledger.example/news/1',
    );
  });

  const elsewhere = { url: 'https://feeds.example/ledger/rss.xml' };
  const ofChannel = (channel: string, items: string, root = ''): string =>
    `<rss ${root}><channel>${channel}${items}</channel></rss>`;

  test.each([
    ['<link>https://ledger.example/</link>', 'https://ledger.example/1'],
    ['<link>https://ledger.example/news/</link>', 'https://ledger.example/news/1'],
    ['<link>/news/</link>', 'https://feeds.example/news/1'],
    ['<link>no address</link>', 'https://feeds.example/ledger/1'],
    ['', 'https://feeds.example/ledger/1'],
  ])("relative addresses of RSS are resolved against the channel's %s", async (channel, url) => {
    const feed = ofChannel(channel, '<item><link>1</link></item>');
    expect((await story(feed, elsewhere)).url).toBe(url);
  });

  test("xml:base and Content-Location outrank the channel's link", async () => {
    const link = '<link>https://ledger.example/</link>';
    const item = '<item><link>1</link></item>';
    const based = ofChannel(link, item, 'xml:base="https://other.example/a/"');
    expect((await story(based, elsewhere)).url).toBe('https://other.example/a/1');
    const located = { ...elsewhere, headers: { 'content-location': '/b/rss.xml' } };
    expect((await story(ofChannel(link, item), located)).url).toBe('https://feeds.example/b/1');
  });

  test("the items of RSS 1.0 are relative to their channel's link too", async () => {
    const feed =
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><link>https://ledger.example/</link></channel><item><title>A</title><link>1</link></item></rdf:RDF>';
    expect((await story(feed, elsewhere)).url).toBe('https://ledger.example/1');
  });

  test("pictures are relative to the channel's link too", async () => {
    const feed = ofChannel(
      '<link>https://ledger.example/</link>',
      '<item><title>A</title><enclosure url="/p.jpg" type="image/jpeg"/></item>',
    );
    expect((await story(feed, elsewhere)).photo?.url).toBe('https://ledger.example/p.jpg');
  });
});
