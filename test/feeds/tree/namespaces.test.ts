import { describe, expect, test } from 'vitest';
import { atom, rss, story } from '../builders.ts';

const entry = (inner: string): string => atom(`<entry><id>urn:1</id>${inner}</entry>`);
const rssItem = (inner: string, root = ''): string => rss(`<item>${inner}</item>`, root);

describe('namespaces', () => {
  test('elements are read by their namespace, whatever the prefix', async () => {
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

  test('a usual prefix that is bound to another namespace is ignored', async () => {
    const feed = rssItem(
      '<title>A</title><dc:creator>Ana Ruiz</dc:creator><slash:comments>9</slash:comments>',
      'xmlns:dc="urn:dogs-and-cats" xmlns:slash="urn:slash-and-burn"',
    );
    const read = await story(feed);
    expect(read.credits.byline).toEqual([]);
    expect(read.commentCount).toBeNull();
  });

  test('a usual prefix that is not declared has its usual meaning', async () => {
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
