import { expect, test } from 'vitest';
import { rss, story } from '../builders.ts';

const rssItem = (inner: string, root = ''): string => rss(`<item>${inner}</item>`, root);

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
