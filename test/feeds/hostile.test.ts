import { describe, expect, test } from 'vitest';
import { ReadError } from '../../src/core/errors.ts';
import { document, headlines, item, rss, stories, story } from './builders.ts';

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
