import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { ReadError } from '../../src/core/errors.ts';
import type { FeedDocument } from '../../src/core/story/story.ts';
import { atom, document, rss } from './builders.ts';

/** Numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const namespaces =
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" ' +
  'xmlns:media="http://search.yahoo.com/mrss/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/"';

const rssItems = [1, 2]
  .map(
    (
      n,
    ) => `<item><title>Pier ${n} &amp; quay — “open”</title><link>https://ledger.example/${n}?utm_source=rss</link>
<guid isPermaLink="false">g-${n}</guid><pubDate>Thu, 0${n} May 2011 16:29:00 GMT</pubDate>
<dc:creator><![CDATA[Ana Ruiz and Ben Cho]]></dc:creator><category>Harbour</category>
<description>OBAN, Scotland — The quay reopened ${n}. &lt;b&gt;Boats&lt;/b&gt; came.</description>
<content:encoded><![CDATA[<p>The quay reopened.</p><figure><img src="a"></figure><p>(Reporting by Ana Ruiz; editing by Mo Lund)</p>]]></content:encoded>
<media:group><media:content url='/p${n}.jpg' medium="image" width="900"><media:credit role="photographer">Harbour Wire/Lea Holm</media:credit></media:content></media:group>
<slash:comments>${n}</slash:comments><comments>/${n}#c</comments><!-- set --></item>`,
  )
  .join('\n');

const entries = [1, 2]
  .map(
    (n) => `<entry><id>urn:${n}</id><title type="html">Gulls &amp;amp; terns ${n}</title>
<link rel="alternate" type="text/html" href="/${n}"/><link rel="replies" type="text/html" href="/${n}#c"/>
<updated>2011-05-0${n}T16:29:00-04:00</updated><author><name>Лев Холм</name></author>
<category term="birds" label="Birds"/><summary>Gulls came ${n}.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Gulls <b>came</b>.</p></div></content></entry>`,
  )
  .join('');

const cyrillic = rss(
  '<item><title>Новости порта</title><guid>1</guid><description>Лодки пришли.</description></item>',
);

const fixtures: Record<string, Uint8Array> = {
  'RSS 2.0': Buffer.from(rss(rssItems, namespaces)),
  'RSS 1.0': Buffer.from(
    '<?xml version="1.0"?><!DOCTYPE rdf:RDF [<!ENTITY town "Oban">]><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="/c"><title>Ledger</title><items><rdf:Seq><rdf:li resource="/1"/></rdf:Seq></items></channel><item rdf:about="/1"><title>Fog over &town;</title><link>/1</link></item><item rdf:about="/2"><title>Rain &mdash; again</title></item></rdf:RDF>',
  ),
  'Atom 1.0': Buffer.from(atom(entries)),
  'Atom 0.3': Buffer.from(
    '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>L</title><entry><id>1</id><title mode="escaped" type="text/html">A &lt;i&gt;B&lt;/i&gt;</title><issued>2011-05-05T16:29:00Z</issued><content mode="base64" type="text/html">PHA+Qm9hdHMgY2FtZS48L3A+</content></entry></feed>',
  ),
  'JSON Feed': Buffer.from(
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Ledger',
      authors: [{ name: 'Mo Lund' }],
      items: [
        { id: 'a', url: '/a', title: 'Quay', content_html: '<p>Boats.</p>', tags: ['Harbour'] },
        { id: 'b', url: '/b', summary: 'Tides.', date_published: '2011-05-05T16:29:00Z' },
      ],
    }),
  ),
  'windows-1251': iconv.encode(
    cyrillic.replace('?>', ' encoding="windows-1251"?>'),
    'windows-1251',
  ),
  'UTF-16': iconv.encode(cyrillic, 'utf-16le', { addBOM: true }),
};

const spliced = [
  '<',
  '>',
  '&',
  '"',
  "'",
  ']]>',
  '<![CDATA[',
  '<!--',
  '-->',
  '<?',
  '</',
  '/>',
  '<item>',
  '</item>',
  '</entry>',
  '<entry>',
  '<title>',
  '</title>',
  '<rss>',
  '<html>',
  '</channel>',
  '<link',
  '&#0;',
  '&#xfffff;',
  '&lt',
  '&e;',
  '<!ENTITY e "&e;">',
  ' xmlns=""',
  ' xmlns:dc="urn:x"',
  '\u0000',
  '\ufeff',
  '\ud800',
  '{',
  '[',
  '\\u0000',
  '<script>',
  '<b><i><u>',
  'xml:base="javascript:"',
  '<x '.repeat(50),
  '<d>'.repeat(200),
].map((text) => Buffer.from(text));

type Mutation = (bytes: Buffer, random: () => number, other: Buffer) => Buffer;

const place = (bytes: Buffer, random: () => number): number => Math.floor(random() * bytes.length);
const slice = (bytes: Buffer, random: () => number): Buffer => {
  const start = place(bytes, random);
  return bytes.subarray(start, start + Math.floor(random() * 200));
};
const inserted = (bytes: Buffer, at: number, piece: Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);

const mutations: readonly Mutation[] = [
  (bytes, random) => {
    const flipped = Buffer.from(bytes);
    for (let times = 0; times < 4; times += 1) {
      flipped[place(flipped, random)] = Math.floor(random() * 256);
    }
    return flipped;
  },
  (bytes, random) => bytes.subarray(0, place(bytes, random)),
  (bytes, random) => inserted(bytes, place(bytes, random), slice(bytes, random)),
  (bytes, random) => {
    const at = place(bytes, random);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + Math.floor(random() * 200))]);
  },
  (bytes, random) => {
    const piece = spliced[Math.floor(random() * spliced.length)] ?? Buffer.alloc(0);
    return inserted(bytes, place(bytes, random), piece);
  },
  (bytes, random, other) => inserted(bytes, place(bytes, random), slice(other, random)),
];

/** What may be posted is bounded, whatever a feed holds. */
function expectWithinLimits(read: FeedDocument): void {
  expect(read.stories.length).toBeLessThanOrEqual(1_000);
  for (const story of read.stories) {
    expect(story.headline?.length ?? 0).toBeLessThanOrEqual(501);
    expect(story.summary?.length ?? 0).toBeLessThanOrEqual(351);
    expect(story.url ?? 'https://x.example/').toMatch(/^https?:\/\/.{1,2000}$/);
    expect(story.topics.length).toBeLessThanOrEqual(10);
    expect(story.identity).toMatch(/^[0-9a-f]{32}(?:#[0-9a-f]{8})?$/);
  }
}

describe.each(Object.entries(fixtures))('%s, with faults', (name, fixture) => {
  test('600 mutations of it are read or refused in words, and nothing else', async () => {
    const random = chance(name.length);
    const others = Object.values(fixtures);
    let refused = 0;
    for (let round = 0; round < 600; round += 1) {
      let mutated: Buffer = Buffer.from(fixture);
      for (let times = Math.floor(random() * 5); times >= 0; times -= 1) {
        const mutate = mutations[Math.floor(random() * mutations.length)];
        const other = Buffer.from(others[Math.floor(random() * others.length)] ?? fixture);
        if (mutate && mutated.length > 0) mutated = mutate(mutated, random, other);
      }
      const read = await document(mutated).catch((error: unknown) => error);
      if (read instanceof Error) {
        expect(read).toBeInstanceOf(ReadError);
        refused += 1;
      } else expectWithinLimits(read as FeedDocument);
    }
    expect(refused).toBeGreaterThan(0);
    expect(refused).toBeLessThan(600);
  });

  test('cut off anywhere, it tells whole stories only', async () => {
    const whole = new Set((await document(fixture)).stories.map((story) => JSON.stringify(story)));
    expect(whole.size).toBeGreaterThan(0);
    for (let end = 0; end < fixture.length; end += 1) {
      const read = await document(fixture.subarray(0, end)).catch((error: unknown) => error);
      if (read instanceof Error) expect(read).toBeInstanceOf(ReadError);
      else {
        const stories = (read as FeedDocument).stories.map((story) => JSON.stringify(story));
        expect(stories.filter((story) => !whole.has(story))).toEqual([]);
      }
    }
  });
});
