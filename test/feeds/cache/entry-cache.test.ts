import { describe, expect, test } from 'vitest';
import type { FeedDocument } from '../../../src/core/story/story.ts';
import { EntryCache, readFeed } from '../../../src/feeds/index.ts';
import { atom, paperUrl, rss } from '../builders.ts';

/** An item long enough to be cached. */
function report(number: number, more = ''): string {
  return (
    `<item><guid isPermaLink="false">g-${number}</guid><title>Pier ${number} reopens to ferries after the storm</title>` +
    `<link>/${number}</link><pubDate>Thu, 05 May 2011 16:29:00 GMT</pubDate><category>Harbour</category>` +
    `<description>The quay reopened on Tuesday. Boats came.</description>${more}</item>`
  );
}

async function readBy(cache: EntryCache | null, text: string, url = paperUrl) {
  return readFeed(new TextEncoder().encode(text), {}, url, cache);
}

/** Reads the documents in turn. With a cache each must read the same as without. */
async function alike(...texts: string[]): Promise<FeedDocument[]> {
  const cache = new EntryCache();
  const read: FeedDocument[] = [];
  for (const text of texts) {
    read.push(await readBy(cache, text));
    expect(read.at(-1)).toStrictEqual(await readBy(null, text));
  }
  return read;
}

function isFrozen(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return true;
  return Object.isFrozen(part) && Object.values(part).every(isFrozen);
}

describe('a feed with one new story', () => {
  test('only the new story of a feed is read, the others come from the cache', async () => {
    const cache = new EntryCache();
    const before = await readBy(cache, rss(report(1) + report(2)));
    expect(cache.size).toBe(2);
    const after = await readBy(cache, rss(report(3) + report(1) + report(2)));
    expect(cache.size).toBe(3);
    expect(after.stories.map(isFrozen)).toEqual([false, true, true]);
    expect(after.stories.slice(1)).toStrictEqual(before.stories);
  });

  test('a story with a declared entity is cached while the declaration is the same', async () => {
    const declared = (items: string) =>
      rss(items).replace('?>', '?><!DOCTYPE rss [<!ENTITY town "Oban">]>');
    const town = report(1, '<category>&town;</category>');
    const cache = new EntryCache();
    await readBy(cache, declared(town));
    const read = await readBy(cache, declared(report(2) + town));
    expect(read.stories.map(isFrozen)).toEqual([false, true]);
    expect(read.stories[1]?.topics).toEqual(['Harbour', 'Oban']);
  });

  test('a cached story is not changed by a caller that changes its own copy', async () => {
    const cache = new EntryCache();
    const feed = rss(report(1));
    const [first] = (await readBy(cache, feed)).stories;
    first?.topics.push('Whales');
    expect((await readBy(cache, feed)).stories).toMatchObject([{ topics: ['Harbour'] }]);
  });

  test('a story that stands twice in a cached feed is one story', async () => {
    const [, again] = await alike(rss(report(1) + report(1)), rss(report(1) + report(1)));
    expect(again?.stories).toHaveLength(1);
  });

  test('two cached stories with the same guid get the identities that they get without a cache', async () => {
    const other = report(1).replace('<link>/1', '<link>/other');
    await alike(rss(report(1)), rss(report(1) + other), rss(other), rss(other + report(1)));
  });
});

describe('the same markup is another story', () => {
  const creator = '<dc:creator>Ana Ruiz</dc:creator>';

  test('the same markup gives another address in a document at another address', async () => {
    const cache = new EntryCache();
    for (const paper of ['ledger', 'herald']) {
      const feed = rss(report(1)).replace('<link>https://ledger.example/</link>', '');
      const read = await readBy(cache, feed, `https://${paper}.example/feed.xml`);
      expect(read.stories).toMatchObject([{ url: `https://${paper}.example/1` }]);
    }
  });

  test('the same markup gives another address under another link of its channel', async () => {
    const ofSite = (site: string) => rss(report(1)).replace('https://ledger.example/<', `${site}<`);
    const [, read] = await alike(ofSite('https://a.example/x/'), ofSite('https://b.example/'));
    expect(read?.stories).toMatchObject([{ url: 'https://b.example/1' }]);
  });

  test('the same markup gives another address under another xml:base', async () => {
    const based = (base: string) =>
      rss(report(1)).replace('<channel>', `<channel xml:base="${base}">`);
    const [, read] = await alike(based('https://a.example/x/'), based('https://b.example/'));
    expect(read?.stories).toMatchObject([{ url: 'https://b.example/1' }]);
  });

  test('the same markup has no byline when its prefix is bound to another namespace', async () => {
    const [read, otherwise] = await alike(
      rss(report(1, creator), 'xmlns:dc="http://purl.org/dc/elements/1.1/"'),
      rss(report(1, creator), 'xmlns:dc="urn:nobody"'),
    );
    expect(read?.stories).toMatchObject([{ credits: { byline: [{ name: 'Ana Ruiz' }] } }]);
    expect(otherwise?.stories).toMatchObject([{ credits: { byline: [] } }]);
  });

  test('the same markup gives another topic when the document declares another entity', async () => {
    const declared = (town: string) =>
      rss(report(1, '<category>&town;</category>')).replace(
        '?>',
        `?><!DOCTYPE rss [<!ENTITY town "${town}">]>`,
      );
    const [, read] = await alike(declared('Oban'), declared('Leith'));
    expect(read?.stories).toMatchObject([{ topics: ['Harbour', 'Leith'] }]);
  });

  test('an entity that is declared inside or between entries is used from there on only', async () => {
    const town = report(1, '<category>&town;</category>');
    const declaration = '<!ENTITY town "Oban">';
    await alike(
      rss(town),
      rss(
        town.replace('<title>', `${declaration}<title>`) + report(2, '<category>&town;</category>'),
      ),
      rss(report(2) + declaration + town),
      rss(town),
    );
  });

  test('the same markup has another byline when the feed has another author or title', async () => {
    const entry =
      '<entry><id>urn:1</id><title>The pier reopens to ferries after the storm</title><updated>2011-05-05T16:29:00Z</updated><summary>Boats came.</summary></entry>';
    const by = (name: string) => atom(`<author><name>${name}</name></author>${entry}`);
    const [first, second] = await alike(by('Ana Ruiz'), by('Ben Cho'), by('The Harbour Ledger'));
    expect(first?.stories).toMatchObject([{ credits: { byline: [{ name: 'Ana Ruiz' }] } }]);
    expect(second?.stories).toMatchObject([{ credits: { byline: [{ name: 'Ben Cho' }] } }]);
    const titled = (title: string) =>
      rss(report(1, creator)).replace('>The Harbour Ledger<', `>${title}<`);
    await alike(titled('The Harbour Ledger'), titled('Ana Ruiz'), titled('The Harbour Ledger'));
  });

  test('the same markup is no story inside a comment, CDATA or another element', async () => {
    await alike(
      rss(report(1)),
      rss(`<!-- ${report(1)} -->`),
      rss(`<description><![CDATA[${report(1)}]]></description>`),
      rss(`<image><title>x</title>${report(1)}</image>`),
      rss(`<item><title>Open${report(1)}`),
      rss(`${'<d>'.repeat(97)}${report(1)}`),
    );
  });

  test('the same markup reads differently when a stray end tag closes an outer element', async () => {
    const stray = report(1, '</channel><category>Ferries</category>');
    const about = '<title>The Harbour Ledger</title>';
    const rdf = (items: string) => `<rdf:RDF xmlns="http://purl.org/rss/1.0/">${items}</rdf:RDF>`;
    const [after, within] = await alike(
      rdf(`<channel>${about}</channel>${stray}`),
      rdf(`<channel>${about}${stray}`),
    );
    expect(after?.stories).toMatchObject([{ topics: ['Harbour', 'Ferries'] }]);
    expect(within?.stories).toMatchObject([{ topics: ['Harbour'] }]);
  });

  test('the same markup reads differently when a quote that it opens is closed after it', async () => {
    const open = report(1, `<enclosure url='/1.jpg" type="image/jpeg"/>`);
    await alike(rss(open), rss(`${open}${report(2, "<category>Skipper's</category>")}`));
  });
});

test('a cache keeps the latest stories within its limits of count and length', async () => {
  const few = new EntryCache({ entries: 10, units: 1_000_000 });
  const all = Array.from({ length: 100 }, (_, n) => report(n));
  await readBy(few, rss(all.join('')));
  expect(few.size).toBeGreaterThanOrEqual(5);
  expect(few.size).toBeLessThanOrEqual(10);
  const last = await readBy(few, rss(`${report(0)}${report(99)}`));
  expect(last.stories.map(isFrozen)).toEqual([false, true]);

  const short = new EntryCache({ entries: 1_000, units: 20_000 });
  await readBy(short, rss(all.join('')));
  expect(short.size).toBeGreaterThan(3);
  expect(short.units).toBeLessThanOrEqual(20_000);
});

test('at most four stories with the same beginning are cached', async () => {
  const cache = new EntryCache();
  const alike = Array.from(
    { length: 50 },
    (_, n) => `<item><title>${'Fog. '.repeat(40)}</title><guid>${n}</guid></item>`,
  );
  await readBy(cache, rss(alike.join('')));
  expect(cache.size).toBe(4);
  expect((await readBy(cache, rss(alike.join('')))).stories).toHaveLength(50);
});

test('a very long story is not cached', async () => {
  const cache = new EntryCache();
  await readBy(cache, rss(report(1, `<category>${'x'.repeat(70_000)}</category>`)));
  expect(cache.size).toBe(0);
});
