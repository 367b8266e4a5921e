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

  test.each([
    ['<media:thumbnail url="/a.jpg" width="30" height="30"/>', null],
    ['<media:content url="/t.gif" type="image/gif" width="1" height="1"/>', null],
    ['<enclosure url="/t.gif" type="image/gif" length="43"/>', null],
    [
      '<enclosure url="/quay.jpg" type="image/jpeg" length="1"/>',
      'https://ledger.example/quay.jpg',
    ],
    ['<media:thumbnail url="/s72-c/a.jpg"/>', null],
    ['<media:content url="/author.png?s=96&amp;d=x" medium="image"/>', null],
    ['<media:content url="/a-72x72.jpg"/>', null],
    ['<media:content url="/banner.png" width="600" height="40"/>', null],
    ['<media:content url="https://img.example/avatars/7.jpg" medium="image"/>', null],
    [
      '<media:thumbnail url="/small.jpg" width="72" height="72"/><enclosure url="/large.jpg" type="image/jpeg" length="90000"/>',
      'https://ledger.example/large.jpg',
    ],
    [
      '<media:content url="/small.jpg" medium="image" width="140"/><media:thumbnail url="/large.jpg" width="480"/>',
      'https://ledger.example/large.jpg',
    ],
    [
      '<media:thumbnail url="/small.jpg"/><media:group><media:content url="/large.jpg" medium="image"/></media:group>',
      'https://ledger.example/large.jpg',
    ],
    [
      '<media:thumbnail url="/small.jpg" width="72"/><description>&lt;img src="/large.jpg"&gt; Boats came.</description>',
      'https://ledger.example/large.jpg',
    ],
    [
      '<media:content url="/a.jpg" medium="image" width="900"/><media:content url="/b.jpg" medium="image" width="600" isDefault="true"/>',
      'https://ledger.example/b.jpg',
    ],
    [
      '<media:content url="/a.jpg" medium="image" width="900"/><media:content url="/b.jpg" medium="image" width="90" isDefault="true"/>',
      'https://ledger.example/a.jpg',
    ],
  ])('of %j the photo is %s', async (inner, url) => {
    expect((await photo(inner))?.url ?? null).toBe(url);
  });

  test.each([
    ['<p>Boats came.</p><img src="/p.jpg">', 'https://ledger.example/p.jpg'],
    ['<img src="data:image/gif;base64,AA" data-src="/p.jpg">', 'https://ledger.example/p.jpg'],
    ['<img src="/smile.png" width="16"><img src="/p.jpg">', 'https://ledger.example/p.jpg'],
    ['<img src="/pixel.gif"><img src="/emoji/1f600.png">', undefined],
  ])('a picture in the text %j is the photo of an item without another', async (html, url) => {
    const read = await photo(`<description><![CDATA[${html}]]></description>`);
    expect(read?.url).toBe(url);
  });

  test('the caption of a picture in the text is that of its figure', async () => {
    const html =
      '<figure><img src="/p.jpg"><figcaption>The <b>pier</b>. Photo: Lea Holm</figcaption></figure><p>Boats came.</p>';
    expect(await photo(`<description><![CDATA[${html}]]></description>`)).toEqual({
      url: 'https://ledger.example/p.jpg',
      caption: 'The pier.',
      credit: { photographer: 'Lea Holm', agency: null },
    });
  });

  test.each([
    ['the headline', '<media:title>The A</media:title>', 'The A'],
    ['the summary', '<media:description>Boats came early.</media:description>', 'B'],
  ])('a caption that repeats %s is none', async (_, caption, title) => {
    const inner = `<media:content url="/p.jpg">${caption}</media:content><description>Boats came early.</description>`;
    const read = await story(rssItem(`<title>${title}</title>${inner}`, media));
    expect(read.photo).toEqual({
      url: 'https://ledger.example/p.jpg',
      caption: null,
      credit: null,
    });
    expect(read.summary).toBe('Boats came early.');
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
