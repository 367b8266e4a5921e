import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { oldestFirst } from '../../src/feeds/index.ts';
import { document, item, rss, stories } from './builders.ts';

// Faults of feed bots that concern reading, by their numbers in the acceptance list.

test('fault 1: a repeated guid delivers no story again, and loses none', async () => {
  const thirty = Array.from({ length: 30 }, (_, n) => item(30 - n));
  const before = await stories(rss(thirty.join('')));
  const known = new Set(before.map(({ identity }) => identity));
  const repeated = item(31).replace('g-31', 'g-7');
  const after = await stories(rss(repeated + thirty.join('')));
  const fresh = oldestFirst(after).filter(({ identity }) => !known.has(identity));
  expect(fresh.map(({ headline }) => headline)).toEqual(['Story 31']);
});

test('fault 8: windows-1251 declared in the prolog is read as it was written', async () => {
  const feed = rss(
    '<item><title>Новости порта</title><description>Лодки пришли.</description></item>',
  );
  const bytes = iconv.encode(feed.replace('?>', ' encoding="windows-1251"?>'), 'windows-1251');
  const served = { headers: { 'content-type': 'application/rss+xml' } };
  expect((await document(bytes, served)).stories).toMatchObject([
    { headline: 'Новости порта', summary: 'Лодки пришли.' },
  ]);
});

test('fault 13: stories are posted oldest first, whatever order the feed has', async () => {
  const dated = (day: number): string =>
    item(day, `<pubDate>${day} May 2011 09:00:00 GMT</pubDate>`);
  for (const days of [
    [3, 2, 1],
    [1, 2, 3],
    [2, 3, 1],
  ]) {
    const read = await stories(rss(days.map(dated).join('')));
    expect(oldestFirst(read).map(({ headline }) => headline)).toEqual([
      'Story 1',
      'Story 2',
      'Story 3',
    ]);
  }
});
