import { describe, expect, test } from 'vitest';
import { atom, rss, stories, story } from '../builders.ts';

const entry = (inner: string): string => atom(`<entry><id>urn:1</id>${inner}</entry>`);
const rssItem = (inner: string, root = ''): string => rss(`<item>${inner}</item>`, root);

describe('dates', () => {
  test('a story has its date of publication and its date of update', async () => {
    const feed = entry(
      '<title>A</title><published>2011-05-05T16:29:00-04:00</published><updated>2011-05-06T00:00:00Z</updated>',
    );
    expect(await story(feed)).toMatchObject({
      publishedAt: Date.UTC(2011, 4, 5, 20, 29),
      updatedAt: Date.UTC(2011, 4, 6),
    });
  });

  test('a bad date costs its story the date, and the feed nothing', async () => {
    const feed = atom(
      '<entry><id>1</id><title>A</title><published>soon</published></entry><entry><id>2</id><title>B</title><updated>2011-05-06T00:00:00Z</updated></entry>',
    );
    expect((await stories(feed)).map(({ publishedAt }) => publishedAt)).toEqual([
      null,
      Date.UTC(2011, 4, 6),
    ]);
  });

  test('dc:date is used when pubDate cannot be read', async () => {
    const feed = rssItem('<title>A</title><pubDate>n/a</pubDate><dc:date>2011-05-05</dc:date>');
    expect((await story(feed)).publishedAt).toBe(Date.UTC(2011, 4, 5));
  });

  test.each(['issued', 'available', 'date', 'created'])(
    'dcterms:%s is a date of publication',
    async (name) => {
      const feed = rssItem(
        `<title>A</title><x:${name}>2011-05-05</x:${name}>`,
        'xmlns:x="http://purl.org/dc/terms/"',
      );
      expect((await story(feed)).publishedAt).toBe(Date.UTC(2011, 4, 5));
    },
  );

  test('the other elements of dcterms are read like those of dc', async () => {
    const feed = rssItem(
      '<dcterms:title>Quay opens</dcterms:title><dcterms:abstract>Boats came.</dcterms:abstract><dcterms:creator>Ana Ruiz</dcterms:creator><dcterms:subject>Boats; Gulls</dcterms:subject><dcterms:modified>2011-05-06</dcterms:modified>',
    );
    expect(await story(feed)).toMatchObject({
      headline: 'Quay opens',
      summary: 'Boats came.',
      credits: { byline: [{ name: 'Ana Ruiz', place: null }] },
      topics: ['Boats', 'Gulls'],
      updatedAt: Date.UTC(2011, 4, 6),
    });
  });
});
