import { describe, expect, test } from 'vitest';
import { rss, story } from '../builders.ts';

const rssItem = (inner: string, root = ''): string => rss(`<item>${inner}</item>`, root);

describe('photos', () => {
  const media = 'xmlns:media="http://search.yahoo.com/mrss/"';
  const photo = async (inner: string) =>
    (await story(rssItem(`<title>A</title>${inner}`, media))).photo;

  test('the photo is the widest image, with its caption and credit', async () => {
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
  ])('the photo of %j is %s', async (inner, url) => {
    expect((await photo(inner))?.url).toBe(url);
  });

  test.each([
    '<enclosure url="/a.mp3" type="audio/mpeg"/>',
    '<media:content url="data:image/png;base64,AA" medium="image"/>',
  ])('%j is no photo', async (inner) => {
    expect(await photo(inner)).toBeNull();
  });

  test("a credit at the caption's end is the photo's credit and no part of the caption", async () => {
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
