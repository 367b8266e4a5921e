import { describe, expect, test } from 'vitest';
import type { FeedDocument } from '../../../src/core/story/story.ts';
import { readFeed, StoryMemory } from '../../../src/feeds/index.ts';
import { atom, paperUrl, rss } from '../builders.ts';

/** An item long enough to be remembered. */
function report(number: number, more = ''): string {
  return (
    `<item><guid isPermaLink="false">g-${number}</guid><title>Pier ${number} reopens to ferries after the storm</title>` +
    `<link>/${number}</link><pubDate>Thu, 05 May 2011 16:29:00 GMT</pubDate><category>Harbour</category>` +
    `<description>The quay reopened on Tuesday. Boats came.</description>${more}</item>`
  );
}

async function readBy(memory: StoryMemory | null, text: string, url = paperUrl) {
  return readFeed(new TextEncoder().encode(text), {}, url, memory);
}

/** Reads the documents in turn: with a memory each must read as it does alone. */
async function alike(...texts: string[]): Promise<FeedDocument[]> {
  const memory = new StoryMemory();
  const read: FeedDocument[] = [];
  for (const text of texts) {
    read.push(await readBy(memory, text));
    expect(read.at(-1)).toStrictEqual(await readBy(null, text));
  }
  return read;
}

function isFrozen(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return true;
  return Object.isFrozen(part) && Object.values(part).every(isFrozen);
}

describe('a feed that changed by one story', () => {
  test('gives its other stories from memory, the new one read', async () => {
    const memory = new StoryMemory();
    const before = await readBy(memory, rss(report(1) + report(2)));
    expect(memory.stories).toBe(2);
    const after = await readBy(memory, rss(report(3) + report(1) + report(2)));
    expect(memory.stories).toBe(3);
    expect(after.stories.map(isFrozen)).toEqual([false, true, true]);
    expect(after.stories.slice(1)).toStrictEqual(before.stories);
  });

  test('gives a story with a declared entity from memory while the declaration stays', async () => {
    const declared = (items: string) =>
      rss(items).replace('?>', '?><!DOCTYPE rss [<!ENTITY town "Oban">]>');
    const town = report(1, '<category>&town;</category>');
    const memory = new StoryMemory();
    await readBy(memory, declared(town));
    const read = await readBy(memory, declared(report(2) + town));
    expect(read.stories.map(isFrozen)).toEqual([false, true]);
    expect(read.stories[1]?.topics).toEqual(['Harbour', 'Oban']);
  });

  test('shares none of its stories with who read it first', async () => {
    const memory = new StoryMemory();
    const feed = rss(report(1));
    const [first] = (await readBy(memory, feed)).stories;
    first?.topics.push('Whales');
    expect((await readBy(memory, feed)).stories).toMatchObject([{ topics: ['Harbour'] }]);
  });

  test('gives a story written twice once only', async () => {
    const [, again] = await alike(rss(report(1) + report(1)), rss(report(1) + report(1)));
    expect(again?.stories).toHaveLength(1);
  });

  test('gives two stories of one guid the identities that they share out among them', async () => {
    const other = report(1).replace('<link>/1', '<link>/other');
    await alike(rss(report(1)), rss(report(1) + other), rss(other), rss(other + report(1)));
  });
});

describe('the same markup is another story', () => {
  const creator = '<dc:creator>Ana Ruiz</dc:creator>';

  test('where addresses are relative to another document', async () => {
    const memory = new StoryMemory();
    for (const paper of ['ledger', 'herald']) {
      const read = await readBy(memory, rss(report(1)), `https://${paper}.example/feed.xml`);
      expect(read.stories).toMatchObject([{ url: `https://${paper}.example/1` }]);
    }
  });

  test('where the channel has another base', async () => {
    const based = (base: string) =>
      rss(report(1)).replace('<channel>', `<channel xml:base="${base}">`);
    const [, read] = await alike(based('https://a.example/x/'), based('https://b.example/'));
    expect(read?.stories).toMatchObject([{ url: 'https://b.example/1' }]);
  });

  test('where a prefix is bound to another namespace', async () => {
    const [read, otherwise] = await alike(
      rss(report(1, creator), 'xmlns:dc="http://purl.org/dc/elements/1.1/"'),
      rss(report(1, creator), 'xmlns:dc="urn:nobody"'),
    );
    expect(read?.stories).toMatchObject([{ credits: { byline: [{ name: 'Ana Ruiz' }] } }]);
    expect(otherwise?.stories).toMatchObject([{ credits: { byline: [] } }]);
  });

  test('where the document declares another entity', async () => {
    const declared = (town: string) =>
      rss(report(1, '<category>&town;</category>')).replace(
        '?>',
        `?><!DOCTYPE rss [<!ENTITY town "${town}">]>`,
      );
    const [, read] = await alike(declared('Oban'), declared('Leith'));
    expect(read?.stories).toMatchObject([{ topics: ['Harbour', 'Leith'] }]);
  });

  test('where the entity is declared after the entry began, or after an entry like it', async () => {
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

  test('where the feed has another author, or is called as the author is', async () => {
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

  test('where it stands in a comment, in character data, or in another element', async () => {
    await alike(
      rss(report(1)),
      rss(`<!-- ${report(1)} -->`),
      rss(`<description><![CDATA[${report(1)}]]></description>`),
      rss(`<image><title>x</title>${report(1)}</image>`),
      rss(`<item><title>Open${report(1)}`),
      rss(`${'<d>'.repeat(97)}${report(1)}`),
    );
  });

  test('where an outer element bears the name that a stray end tag in it has', async () => {
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

  test('where a quote that it opens is closed after it', async () => {
    const open = report(1, `<enclosure url='/1.jpg" type="image/jpeg"/>`);
    await alike(rss(open), rss(`${open}${report(2, "<category>Skipper's</category>")}`));
  });
});

test('a memory holds so many stories and so much text, the ones of late', async () => {
  const few = new StoryMemory({ stories: 10, units: 1_000_000 });
  const all = Array.from({ length: 100 }, (_, n) => report(n));
  await readBy(few, rss(all.join('')));
  expect(few.stories).toBeGreaterThanOrEqual(5);
  expect(few.stories).toBeLessThanOrEqual(10);
  const last = await readBy(few, rss(`${report(0)}${report(99)}`));
  expect(last.stories.map(isFrozen)).toEqual([false, true]);

  const short = new StoryMemory({ stories: 1_000, units: 20_000 });
  await readBy(short, rss(all.join('')));
  expect(short.stories).toBeGreaterThan(3);
  expect(short.units).toBeLessThanOrEqual(20_000);
});

test('stories that begin alike are compared with few others', async () => {
  const memory = new StoryMemory();
  const alike = Array.from(
    { length: 50 },
    (_, n) => `<item><title>${'Fog. '.repeat(40)}</title><guid>${n}</guid></item>`,
  );
  await readBy(memory, rss(alike.join('')));
  expect(memory.stories).toBe(4);
  expect((await readBy(memory, rss(alike.join('')))).stories).toHaveLength(50);
});

test('a story longer than others is read each time', async () => {
  const memory = new StoryMemory();
  await readBy(memory, rss(report(1, `<category>${'x'.repeat(70_000)}</category>`)));
  expect(memory.stories).toBe(0);
});
