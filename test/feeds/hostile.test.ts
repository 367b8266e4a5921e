import { describe, expect, test } from 'vitest';
import { ReadError } from '../../src/core/errors.ts';
import type { FeedElement } from '../../src/feeds/tree/element.ts';
import { TreeParser } from '../../src/feeds/tree/rss-parser.ts';
import { readFeedTree } from '../../src/feeds/tree/tree.ts';
import { atom, document, item, paperUrl, rss, stories, story } from './builders.ts';

const headlines = async (feed: string): Promise<(string | null)[]> =>
  (await stories(feed)).map(({ headline }) => headline);

describe('a document that is no feed is refused in words for a person', () => {
  const refusal = async (text: string): Promise<string> => {
    const refused = await document(text).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ReadError);
    return (refused as ReadError).message;
  };

  test.each([
    ['', /empty document/],
    [' \n\t', /empty document/],
    [
      '<!DOCTYPE html><html><head><title>Ledger</title></head><body>News</body></html>',
      /web page.*feed instead/,
    ],
    [
      '<html><body><script>var a = "<rss><channel><item/></channel></rss>"</script></body></html>',
      /web page/,
    ],
    ['<div><p>503</p></div>', /web page/],
    [
      '<!doctype html><meta charset="utf-8"><script>"<rss><channel></channel></rss>"</script>',
      /web page/,
    ],
    ['{"stories":[]}', /JSON, but not a JSON Feed/],
    ['[1,2]', /JSON, but not a JSON Feed/],
    ['{"version":"https://jsonfeed.org/version/1",', /JSON, but not a JSON Feed/],
    ['<?xml version="1.0"?><urlset><url/></urlset>', /sitemap/],
    ['<opml version="2.0"><body/></opml>', /OPML/],
    ['<?xml version="1.0"?><svg/>', /XML document \(<svg>\)/],
    ['<?xml version="1.0"?>', /breaks off/],
    ['Not found', /neither RSS nor Atom/],
    ['\u0089PNG\r\n', /neither RSS nor Atom/],
  ])('%s is refused with a reason', async (text, words) => {
    expect(await refusal(text)).toMatch(words);
  });

  test('the refusal of a web page names its feed', async () => {
    const page = `<html><head><link rel="stylesheet" href="a.css"><link rel="alternate" type="application/rss+xml" href="/rss"></head></html>`;
    expect(await refusal(page)).toContain('https://ledger.example/rss');
  });

  test('a page of a million open tags is refused as well', async () => {
    expect(await refusal('<html>'.repeat(300_000))).toMatch(/web page/);
  });
});

describe('broken markup costs as little as it can', () => {
  test.each([
    ['a bare ampersand', '<item><title>Fish & chips</title></item>', ['Fish & chips']],
    ['an unknown entity', '<item><title>A &nosuch; B</title></item>', ['A &nosuch; B']],
    ['an end tag of nothing', '<item></b><title>A</title></i></item>', ['A']],
    [
      'an end tag forgotten',
      '<item><title>A<link>/a</link></item><item><title>B</title></item>',
      ['A', 'B'],
    ],
    ['an item without end', '<item><title>A</title><item><title>B</title></item>', ['A', 'B']],
    ['crossed tags', '<item><title><b>A</title></b><link>/a</link></item>', ['A']],
    ['an attribute without quotes', '<item a=b c><title>A</title></item>', ['A']],
    [
      'a "<" in the text',
      '<item><title>1 < 2</title></item><item><title>B</title></item>',
      ['1 < 2', 'B'],
    ],
    ['items after their channel', '</channel><item><title>A</title></item>', ['A']],
  ])('stories are read despite %s', async (_, items, expected) => {
    expect(await headlines(rss(items))).toEqual(expected);
  });

  test('what a server prints before the feed is passed over', async () => {
    const feed = `<br /><b>Warning</b>: disk full in <b>x</b><br />\n${rss(item(1))}`;
    expect(await headlines(feed)).toEqual(['Story 1']);
  });

  test('white space and text before the prolog are passed over', async () => {
    expect(await headlines(` \n\ufeff oops ${rss(item(1))}`)).toEqual(['Story 1']);
  });

  test('a story that is cut off at the end of a document is left out', async () => {
    const feed = rss(item(1) + item(2));
    const cut = feed.indexOf('</item>', feed.indexOf('Story 2'));
    for (const end of [cut, cut + 3, feed.indexOf('Story 2') + 4, feed.indexOf('g-2')]) {
      expect(await headlines(feed.slice(0, end))).toEqual(['Story 1']);
    }
    expect(await headlines(feed.slice(0, cut + 7))).toEqual(['Story 1', 'Story 2']);
  });

  test('an Atom entry that is cut off is left out', async () => {
    const feed = atom('<entry><id>1</id><title>A</title></entry><entry><id>2</id><title>B</title>');
    expect(await headlines(feed.slice(0, -'</feed>'.length))).toEqual(['A']);
  });
});

describe('entities', () => {
  test('entities that a document declares are replaced', async () => {
    const feed = `<!DOCTYPE rss [<!ENTITY paper "Ledger"><!ENTITY town "Oban">]>${rss('<item><title>&paper; of &town;</title></item>')}`;
    expect(await headlines(feed)).toEqual(['Ledger of Oban']);
  });

  test('entities that use other entities are not replaced, so that a bomb stays small', async () => {
    const bomb = Array.from({ length: 30 }, (_, n) => `<!ENTITY e${n + 1} "&e${n};&e${n};">`).join(
      '',
    );
    const feed = `<!DOCTYPE rss [<!ENTITY e0 "boom">${bomb}]>${rss('<item><title>A &e30;</title></item>')}`;
    expect((await story(feed)).headline).toBe('A &e30;');
  });

  test('one declared entity used a million times is cut off', async () => {
    const feed = `<!DOCTYPE rss [<!ENTITY e "${'x'.repeat(50)}">]>${rss(`<item><title>A</title><description>${'&e;'.repeat(1_000_000)}</description></item>`)}`;
    expect((await story(feed)).summary?.length).toBeLessThanOrEqual(350);
  });

  test('an external entity is not fetched', async () => {
    const feed = `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>${rss('<item><title>A &x;</title></item>')}`;
    expect((await story(feed)).headline).toBe('A &x;');
  });
});

describe('size and depth', () => {
  test('20,000 elements within one another cost their story its text at most', async () => {
    const deep = `<item><title>Deep</title><description>${'<div>'.repeat(20_000)}x${'</div>'.repeat(20_000)}</description></item>`;
    expect(await headlines(rss(deep + item(2)))).toEqual(['Deep', 'Story 2']);
  });

  test('20,000 elements never closed do not swallow the next story', async () => {
    const deep = `<item><title>Deep</title><description>${'<div>'.repeat(20_000)}</description></item>`;
    expect(await headlines(rss(deep + item(2)))).toEqual(['Deep', 'Story 2']);
  });

  test('a million open tags and as many closing tags of another name', async () => {
    const feed = rss(`${'<a>'.repeat(500_000)}${'</b>'.repeat(500_000)}`);
    expect(await headlines(feed)).toEqual([]);
  });

  test('deep nesting inside escaped HTML', async () => {
    const html = `${'&lt;div&gt;'.repeat(100_000)}Boats came.`;
    expect(
      (await story(rss(`<item><title>A</title><description>${html}</description></item>`)))
        .headline,
    ).toBe('A');
  });

  test('an attribute of five megabytes', async () => {
    const feed = rss(
      `<item a="${'x'.repeat(5_000_000)}"><title>A</title><link>/${'y'.repeat(9_000)}</link></item>${item(2)}`,
    );
    const [first, second] = await stories(feed);
    expect(first).toMatchObject({ headline: 'A', url: null });
    expect(second?.headline).toBe('Story 2');
  });

  test('100,000 attributes on one element', async () => {
    const attributes = Array.from({ length: 100_000 }, (_, n) => `a${n}="b"`).join(' ');
    expect(await headlines(rss(`<item ${attributes}><title>A</title></item>`))).toEqual(['A']);
  });

  test('300 KB of "<"', async () => {
    const title = '&lt;'.repeat(300_000);
    expect(
      (await story(rss(`<item><title>${title}</title><guid>1</guid></item>`))).headline,
    ).toMatch(/^</);
    const raw = rss(`${item(1)}<item><title>${'<'.repeat(300_000)}</title></item>`);
    expect((await headlines(raw))[0]).toBe('Story 1');
  });

  test.each([
    '<',
    '<!',
    '<!--',
    '<![CDATA[',
    '<?',
    '</',
    '<a ',
    '<a b="',
    "<a b='",
    '<a b=',
    '<a b=">"',
    '<a/',
    '<a b="\'>',
    '&',
    '&#',
    '&a',
    '&a;',
    '&#x;',
    ']]>',
    '-->',
    '"',
    "='",
    '<item',
    '</item',
    '<title>',
    '<script>',
    '<div ',
  ])('300 KB of %s, in a story, in its text and before the feed', async (bait) => {
    const baits = bait.repeat(300_000 / bait.length);
    const escaped = baits.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    expect(await headlines(rss(`${item(1)}<item><title>A</title>${baits}`))).toContain('Story 1');
    const text = `<item><title>A</title><description>Boats. ${escaped}</description></item>`;
    expect(await headlines(rss(text + item(2)))).toEqual(['A', 'Story 2']);
    const before = await stories(baits + rss(item(1))).catch((error: unknown) => error);
    if (before instanceof Error) expect(before).toBeInstanceOf(ReadError);
    else expect(before).toHaveLength(1);
  });

  test('a million references that nobody knows, each of another name', async () => {
    const unknown = Array.from({ length: 1_000_000 }, (_, n) => `&x${n.toString(36)};`).join('');
    const feed = rss(`<item><title>A</title><category>${unknown}</category></item>${item(2)}`);
    expect(await headlines(feed)).toEqual(['A', 'Story 2']);
  });

  test('10,000 stories: the newest thousand, though they come last', async () => {
    const many = Array.from({ length: 10_000 }, (_, n) =>
      item(n, `<pubDate>${new Date(Date.UTC(2011, 0, 1) + n * 60_000).toUTCString()}</pubDate>`),
    );
    const read = await stories(rss(many.join('')));
    expect(read).toHaveLength(1_000);
    expect(read.at(-1)?.headline).toBe('Story 9999');
  });

  test('five megabytes of white space, between tags and inside one', async () => {
    const space = ' \n'.repeat(2_500_000);
    expect(await headlines(rss(`${item(1)}${space}`))).toEqual(['Story 1']);
    expect(await headlines(rss(`<item${space}><title>A</title></item>`))).toEqual(['A']);
  });

  test('300 KB of white space, of "&", of full stops', async () => {
    for (const filler of [' ', '&amp;', '.', 'Read more ', 'By A ', '(', 'The post ']) {
      const text = filler.repeat(300_000 / filler.length);
      const feed = rss(
        `<item><title>A</title><description>x${text}x</description><dc:creator>${text}</dc:creator><pubDate>${text}</pubDate></item>`,
      );
      expect(await headlines(feed)).toEqual(['A']);
    }
  });

  test('of thousands of stories the newest thousand are read', async () => {
    const dated = (n: number): string =>
      item(n, `<pubDate>${new Date(Date.UTC(2011, 0, 1) + n * 60_000).toUTCString()}</pubDate>`);
    const many = Array.from({ length: 1_500 }, (_, n) => dated(n));
    const { stories: read, leftOut } = await document(rss(many.join('')));
    expect(read).toHaveLength(1_000);
    expect(read[0]?.headline).toBe('Story 500');
    expect(read.at(-1)?.headline).toBe('Story 1499');
    expect(leftOut).toBe(500);
  });

  test('of 50,000 items of a JSON Feed the newest thousand of the first 5,000 are read', async () => {
    const items = Array.from({ length: 50_000 }, (_, n) => ({
      id: `${n}`,
      title: `Story ${n}`,
      date_published: new Date(Date.UTC(2011, 0, 1) + n * 60_000).toISOString(),
    }));
    const feed = { version: 'https://jsonfeed.org/version/1.1', items };
    const { stories: read, leftOut } = await document(JSON.stringify(feed));
    expect([read.length, read[0]?.headline, read.at(-1)?.headline]).toEqual([
      1_000,
      'Story 4000',
      'Story 4999',
    ]);
    expect(leftOut).toBe(49_000);
  });

  test('an RSS feed says how many of its 21,000 entries were left out', async () => {
    const many = Array.from({ length: 21_000 }, (_, n) => `<item><guid>${n}</guid></item>`);
    expect((await document(rss(many.join('')))).leftOut).toBe(20_000);
  });

  const manyNames = (count: number): string[] =>
    Array.from({ length: count }, (_, n) => {
      const letters = n.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'.charAt(Number(digit)));
      return `Ana${letters} Ruiz`;
    });

  test('of the authors of one story fifty are read, and of a list the names that are whole', async () => {
    const names = manyNames(1_000);
    const apart = names.map((name) => `<dc:creator>${name}</dc:creator>`).join('');
    const [each] = await stories(rss(item(1, apart)));
    expect(each?.credits.byline.map(({ name }) => name)).toEqual(names.slice(0, 50));
    const [list] = await stories(rss(item(1, `<dc:creator>${names.join(', ')}</dc:creator>`)));
    const read = list?.credits.byline.map(({ name }) => name) ?? [];
    expect(read.length).toBeGreaterThan(20);
    expect(read).toEqual(names.slice(0, read.length));
    expect(read.join(', ').length).toBeLessThanOrEqual(400);
  });

  test('of the authors of a JSON Feed, and of an item of it, fifty are read', async () => {
    const authors = manyNames(1_000).map((name) => ({ name }));
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      authors,
      items: [{ id: '1' }, { id: '2', authors: authors.slice(100) }],
    };
    const [first, second] = await stories(JSON.stringify(feed));
    expect([first?.credits.byline.length, second?.credits.byline.length]).toEqual([50, 50]);
    expect(second?.credits.byline[0]).toEqual({ ...authors[100], place: null });
  });

  test('of thousands of stories under one guid, none is lost and none takes for ever', async () => {
    const same = Array.from({ length: 3_000 }, (_, n) => item(n).replace(`g-${n}`, 'same'));
    const read = await stories(rss(same.join('')));
    expect(new Set(read.map(({ identity }) => identity)).size).toBe(1_000);
  });

  test('JSON nested 100,000 deep is refused, not crashed on', async () => {
    await expect(document('['.repeat(100_000))).rejects.toThrow(ReadError);
    const feed = `{"version":"https://jsonfeed.org/version/1","items":[${'['.repeat(5_000)}${']'.repeat(5_000)},{"id":"1","title":"A"}]}`;
    expect(await headlines(feed)).toEqual(['A']);
  });
});

describe('names that JavaScript knows', () => {
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'the name %s is read as any other',
    async (name) => {
      const feed = rss(
        `<${name}><title>x</title></${name}><item ${name}="1"><${name} ${name}="x">y</${name}><title>A</title><category>${name}</category></item>`,
        `xmlns:${name}="urn:x"`,
      );
      const read = await document(feed);
      expect(read.title).toBe('The Harbour Ledger');
      expect(read.stories).toMatchObject([{ headline: 'A', topics: [name] }]);
      expect(({} as Record<string, unknown>)['x']).toBeUndefined();
    },
  );
});

test('an address that is none does not stop the reading', async () => {
  expect(await stories(rss(item(1)), { url: 'nonsense' })).toMatchObject([
    { headline: 'Story 1', url: 'https://ledger.example/1' },
  ]);
});

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
