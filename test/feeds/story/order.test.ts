import { describe, expect, test } from 'vitest';
import { oldestFirst } from '../../../src/feeds/index.ts';
import { item, rss, stories } from '../builders.ts';

const dated = (number: number): string =>
  item(number, `<pubDate>0${number} May 2011 00:00:00 GMT</pubDate>`);

describe('the order of stories', () => {
  test.each([
    ['without dates, the document reversed', item(3) + item(2) + item(1), [1, 2, 3]],
    ['by date, wherever they stand', dated(2) + dated(3) + dated(1), [1, 2, 3]],
    ['a document that runs forward', dated(1) + dated(2) + dated(3), [1, 2, 3]],
    ['an undated story beside its neighbour', dated(3) + item(9) + dated(1), [1, 9, 3]],
  ])('stories are ordered oldest first: %s', async (_, items, numbers) => {
    const headlines = oldestFirst(await stories(rss(items))).map(({ headline }) => headline);
    expect(headlines).toEqual(numbers.map((number) => `Story ${number}`));
  });
});
