import { describe, expect, test } from 'vitest';
import type { FeedElement } from '../../../src/feeds/tree/element.ts';
import { TreeParser } from '../../../src/feeds/tree/rss-parser.ts';
import { readFeedTree } from '../../../src/feeds/tree/tree.ts';
import { atom, headlines, item, paperUrl, rss } from '../builders.ts';

describe('rss-parser', () => {
  const reader = { read: (elements: readonly FeedElement[]) => elements, cached: null };

  const treeOf = (markup: string) =>
    readFeedTree(markup, { url: paperUrl, isNamed: false }, reader);

  test('rss-parser uses our tokenizer: a version that does not reads nothing here', async () => {
    const tree = treeOf('<rss><channel><item><title>A & B</item></channel></rss>');
    const feed = await new TreeParser().parseTree(tree);
    expect(feed.tree).toBe(tree);
    expect(tree.format).toBe('rss');
    expect(tree.entries.map((elements) => elements.map(({ name, text }) => [name, text]))).toEqual([
      [['rss:title', 'A & B']],
    ]);
  });

  test('rss-parser maps nothing itself, so its faults do not show', async () => {
    const tree = treeOf(
      atom('<entry><title>A</title><link/><updated>nonsense</updated><content>x</content></entry>'),
    );
    const feed = await new TreeParser().parseTree(tree);
    expect(Object.keys(feed).sort()).toEqual(['items', 'tree']);
    expect(feed.items).toEqual([]);
  });

  test('documents read at the same time are not mixed up', async () => {
    const feeds = Array.from({ length: 20 }, (_, n) => rss(item(n)));
    const read = await Promise.all(feeds.map((feed) => headlines(feed)));
    expect(read).toEqual(feeds.map((_, n) => [`Story ${n}`]));
  });
});
