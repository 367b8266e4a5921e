import { expect, test } from 'vitest';
import { hubLink, readFeed } from '../../src/feeds/index.ts';

const url = 'https://ledger.example/feed';

async function linkOf(document: string, headers: Record<string, string> = {}) {
  const { hub } = await readFeed(new TextEncoder().encode(document), headers, url);
  return hubLink(headers, hub ?? {}, url);
}

const rss = (links: string) =>
  `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Ledger</title>${links}<item><guid>1</guid><title>x</title></item></channel></rss>`;

test.each([
  [
    'RSS',
    rss(
      '<atom:link rel="hub" href="https://hub.example/"/><atom:link rel="self" href="/feed.xml"/>',
    ),
  ],
  [
    'Atom',
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Ledger</title><link rel="hub" href="https://hub.example/"/><link rel="self" href="https://ledger.example/feed.xml"/></feed>',
  ],
  [
    'JSON Feed',
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Ledger',
      feed_url: 'https://ledger.example/feed.xml',
      hubs: [
        { type: 'rssCloud', url: 'https://cloud.example/' },
        7,
        { type: 'WebSub', url: 'https://hub.example/' },
      ],
      items: [],
    }),
  ],
])('the hub and the feed’s own address are read from %s', async (_, document) => {
  expect(await linkOf(document)).toEqual({
    hub: 'https://hub.example/',
    topic: 'https://ledger.example/feed.xml',
  });
});

test('headers come before the document, and their addresses belong together', async () => {
  const document = rss('<atom:link rel="hub" href="https://other.example/"/>');
  const link = '<https://hub.example/>; rel="hub", </feed?a=1>; rel=self';
  expect(await linkOf(document, { link })).toEqual({
    hub: 'https://hub.example/',
    topic: 'https://ledger.example/feed?a=1',
  });
});

test('without its own address the feed is known by where it was read', async () => {
  const document = rss('<atom:link rel="hub" href="https://hub.example/"/>');
  expect(await linkOf(document)).toEqual({ hub: 'https://hub.example/', topic: url });
});

test('a feed without a hub has none', async () => {
  expect(await linkOf(rss(''))).toBeNull();
  expect(await linkOf(rss('<atom:link rel="hub" href="javascript:alert(1)"/>'))).toBeNull();
  expect(await linkOf(rss(''), { link: '<x'.repeat(50_000) })).toBeNull();
});
