import { describe, expect, test } from 'vitest';
import { atom, document, rss, stories } from './builders.ts';

const entry = (inner: string): string => atom(`<entry><id>urn:1</id>${inner}</entry>`);

describe('the feed itself', () => {
  test('an RSS feed has its title, site, language and time to live', async () => {
    const feed = rss('<language>en-gb</language><ttl>45</ttl>');
    expect(await document(feed)).toEqual({
      title: 'The Harbour Ledger',
      siteUrl: 'https://ledger.example/',
      language: 'en-gb',
      ttlMs: 45 * 60_000,
      stories: [],
      withdrawn: [],
      hub: {},
      leftOut: 0,
      complete: false,
    });
  });

  test('the language of an Atom feed is its xml:lang', async () => {
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
      'JSON Feed with bad items and bad fields',
      '{"version":"https://jsonfeed.org/version/1","items":[5,null,{"id":1,"title":"Quay","tags":"x","authors":9}]}',
    ],
  ])('a feed in the format "%s" is read', async (_, feed) => {
    expect((await stories(feed)).map(({ headline }) => headline)).toEqual(['Quay']);
  });
});

describe('stories that are no longer in the feed', () => {
  const tombstones =
    'xmlns="http://www.w3.org/2005/Atom" xmlns:t="http://purl.org/atompub/tombstones/1.0"';

  test('a withdrawn story has the identity that it had in the feed', async () => {
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

  test('a deleted-entry element of another namespace withdraws nothing', async () => {
    const feed = atom('<x:deleted-entry xmlns:x="urn:x" ref="urn:1"/>');
    expect((await document(feed)).withdrawn).toEqual([]);
  });

  test('a feed is complete when it says so itself, not when an item does', async () => {
    const history = 'xmlns:fh="http://purl.org/syndication/history/1.0"';
    expect((await document(rss('<fh:complete/>', history))).complete).toBe(true);
    expect(
      (await document(rss(`<item><title>A</title><fh:complete/></item>`, history))).complete,
    ).toBe(false);
  });
});
