import { describe, expect, test } from 'vitest';
import { item, rss, stories } from '../builders.ts';

const rssItem = (inner: string, root = ''): string => rss(`<item>${inner}</item>`, root);

describe('identity', () => {
  const ids = async (feed: string): Promise<string[]> =>
    (await stories(feed)).map(({ identity }) => identity);

  test('the identity follows the guid, whatever else changes', async () => {
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

  test('without a guid the identity follows the address without its tracking parameters', async () => {
    const [one] = await ids(rssItem('<title>A</title><link>/1?utm_campaign=may</link>'));
    const [two] = await ids(rssItem('<title>B</title><link>/1</link>'));
    expect(one).toBe(two);
  });

  test('an item without guid, address, headline and text is no story', async () => {
    expect(await ids(rss('<item></item><item><pubDate>2026-03-02</pubDate></item>'))).toEqual([]);
  });

  test('an item that has only a description is told by it and its date', async () => {
    const only = (text: string, more = '') =>
      `<item>${more}<description>${text.repeat(20)}</description></item>`;
    const [one, two, dated] = await ids(
      rss(
        only('Boats came. ') +
          only('Gulls came. ') +
          only('Boats came. ', '<pubDate>2026-03-02</pubDate>'),
      ),
    );
    expect(new Set([one, two, dated]).size).toBe(3);
    expect(await ids(rss(only('Boats came. ')))).toEqual([one]);
  });

  test('an episode without guid, address and headline is told by its recording', async () => {
    const episode = (text: string) =>
      `<item><description>${text}</description><enclosure url="/1.mp3" type="audio/mpeg"/></item>`;
    const [before] = await ids(rss(episode('Boats came.')));
    expect(before).toBeTypeOf('string');
    expect(await ids(rss(episode('Boats came early.')))).toEqual([before]);
  });

  test('the recording that a story leads to changes no identity', async () => {
    const [before] = await ids(rssItem('<title>A</title><pubDate>2026-03-02</pubDate>'));
    const after = await ids(
      rssItem(
        '<title>A</title><pubDate>2026-03-02</pubDate><enclosure url="/1.mp3" type="audio/mpeg"/>',
      ),
    );
    expect(after).toEqual([before]);
  });

  test('a duplicate guid changes the identity of no other story', async () => {
    const thirty = Array.from({ length: 30 }, (_, n) => item(30 - n));
    const before = await ids(rss(thirty.join('')));
    const repeat = item(31).replace('g-31', 'g-7');
    const after = await ids(rss(repeat + thirty.join('')));
    expect(new Set(after).size).toBe(31);
    expect(after.slice(1)).toEqual(before);
  });

  test('stories that share one guid keep their identities when new ones come in', async () => {
    const same = (n: number): string => item(n).replace(`g-${n}`, 'same');
    const [, second, first] = await ids(rss(same(3) + same(2) + same(1)));
    const [, , later, oldest] = await ids(rss(same(4) + same(3) + same(2) + same(1)));
    expect([later, oldest]).toEqual([second, first]);
  });

  test('the oldest of stories with one guid keeps the identity, wherever it is in the document', async () => {
    const dated = (n: number): string =>
      item(n, `<pubDate>${n} May 2011 00:00:00 GMT</pubDate>`).replace(`g-${n}`, 'same');
    const [alone] = await ids(rss(dated(1)));
    expect((await ids(rss(dated(1) + dated(2))))[0]).toBe(alone);
    expect((await ids(rss(dated(2) + dated(1))))[1]).toBe(alone);
  });

  test('an item that stands twice is one story, in its latest version', async () => {
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
