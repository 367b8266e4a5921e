import { afterEach, expect, test } from 'vitest';
import { createParserPool, type ParserPool } from '../../src/app/parser-pool.ts';
import { ReadError } from '../../src/core/errors.ts';
import { unknownStory } from '../../src/core/story/story.ts';
import { createReaders } from '../../src/newsroom/parsers.ts';
import { testPool } from '../support/parsers.ts';

const { signal } = new AbortController();
const readers = createReaders();
let pool: ParserPool;
afterEach(() => pool.close());

function feed(items: number, host = 'ledger.example') {
  const text = 'The harbour board met on Tuesday. '.repeat(8);
  const stories = Array.from(
    { length: items },
    (_, index) =>
      `<item><title>Story ${index}</title><guid>${index}</guid><description>${text}</description></item>`,
  );
  const xml = `<rss version="2.0"><channel><title>Ledger</title>${stories.join('')}</channel></rss>`;
  return { body: new TextEncoder().encode(xml), headers: {}, url: `https://${host}/feed` };
}

/** Takes seconds to read. */
const endless = (host: string) => feed(20_000, host);

/** What finishes, in its order. */
function finishing(): {
  order: string[];
  add: (name: string, work: Promise<unknown>) => Promise<void>;
} {
  const order: string[] = [];
  const add = async (name: string, work: Promise<unknown>) => {
    await work.catch(() => {});
    order.push(name);
  };
  return { order, add };
}

/** Both threads of a pool of two, started. */
const started = (): Promise<unknown> =>
  Promise.all([
    pool.feed(feed(990, 'one.example'), signal),
    pool.feed(feed(1, 'two.example'), signal),
  ]);

test.each([1, 900])(
  'a feed of %i stories is parsed in another thread with the same result, and this thread stays responsive',
  async (items) => {
    pool = createParserPool(testPool);
    let turns = 0;
    let reading = true;
    const turnOver = (): void => {
      turns += 1;
      if (reading) setImmediate(turnOver);
    };
    setImmediate(turnOver);
    const document = await pool.feed(feed(items), signal);
    reading = false;
    expect(turns).toBeGreaterThan(1);
    expect(document).toEqual(await readers.feed(feed(items)));
  },
);

test('a feed that changed by one story is parsed as a whole one', async () => {
  pool = createParserPool(testPool);
  for (const items of [20, 21, 22]) {
    expect(await pool.feed(feed(items), signal)).toEqual(await createReaders().feed(feed(items)));
  }
});

test('a page that is no feed is refused with the message of the reader', async () => {
  pool = createParserPool(testPool);
  const page = `<!doctype html><html><body>${'<p>Fog.</p>'.repeat(40)}</body></html>`;
  const answer = { ...feed(0), body: new TextEncoder().encode(page) };
  const refused = await pool.feed(answer, signal).catch((error: unknown) => error);
  const here = await readers.feed(answer).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(ReadError);
  expect(String(refused)).toBe(String(here));
});

test('a document over the time limit ends its thread and names its host, and the next one is parsed', async () => {
  pool = createParserPool({ ...testPool, timeoutMs: 300 });
  const refused = await pool
    .feed(endless('ledger.example'), signal)
    .catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(ReadError);
  expect(String(refused)).toMatch(/A document of ledger\.example takes longer than 0\.3 s to read/);
  expect((await pool.feed(feed(3), signal)).stories).toHaveLength(3);
});

test('a document over the memory limit ends its thread and names its host, and the next one is parsed', async () => {
  pool = createParserPool({ ...testPool, memoryMb: 32 });
  const json = `{"version":"https://jsonfeed.org/version/1.1","items":[${'{},'.repeat(2_000_000)}{}]}`;
  const large = { ...feed(0), body: new TextEncoder().encode(json) };
  const refused = await pool.feed(large, signal).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(ReadError);
  expect(String(refused)).toMatch(/A document of ledger\.example needs more than 32 MB of memory/);
  expect((await pool.feed(feed(3), signal)).stories).toHaveLength(3);
});

test('a host with many documents leaves a thread for the documents of others', async () => {
  pool = createParserPool({ ...testPool, threads: 2 });
  await started();
  const { order, add } = finishing();
  const busy = Array.from({ length: 6 }, () =>
    add('busy', pool.feed(feed(900, 'busy.example'), signal)),
  );
  await add('other', pool.feed(feed(1, 'other.example'), signal));
  expect(order.length).toBeLessThan(4);
  await Promise.all(busy);
});

test('hosts whose documents went over a limit have one thread together', async () => {
  pool = createParserPool({ ...testPool, threads: 2, timeoutMs: 1_000 });
  const slow = () => [
    pool.feed(endless('slow.example'), signal),
    pool.feed(endless('slower.example'), signal),
  ];
  await Promise.allSettled(slow());
  await started();
  const { order, add } = finishing();
  const again = slow().map((work) => add('slow', work));
  await add('other', pool.feed(feed(1, 'other.example'), signal));
  expect(order).toEqual(['other']);
  await Promise.all(again);
});

test('an abort ends the waiting of a document, and closing that of all', async () => {
  pool = createParserPool({ ...testPool, threads: 1 });
  const abort = new AbortController();
  const first = pool.feed(endless('ledger.example'), signal);
  const second = pool.feed(feed(1), abort.signal);
  abort.abort(new Error('the bot stops'));
  await expect(second).rejects.toThrow('the bot stops');
  const closed = expect(first).rejects.toThrow('The parser pool was closed.');
  await pool.close();
  await closed;
  await expect(pool.feed(feed(1), signal)).rejects.toThrow('The parser pool was closed.');
});

test('article pages, comment pages, lists and linked feeds are parsed in another thread too', async () => {
  pool = createParserPool(testPool);
  const html = `<html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head><body><h1>Fog</h1><div id="comments"><h2>Comments (1)</h2><article class="comment" id="comment-1"><h3 class="comment-author">Ana wrote:</h3><div class="comment-text">Thick.</div></article></div></body></html>`;
  const body = new TextEncoder().encode(html);
  const headers = { 'content-type': 'text/html' };
  const page = { body, headers, url: 'https://ledger.example/fog' };
  const source = { name: 'page-selectors', ref: { url: page.url, selectors: null } };
  const answer = { kind: 'document', url: page.url, finalUrl: page.url, body, headers } as const;
  expect((await pool.article(page, signal)).headline).toBe('Fog');
  const read = await pool.readComments(source, [answer], signal);
  expect('done' in read && read.done.comments).toHaveLength(1);
  const story = { ...unknownStory, url: page.url };
  const settings = { source: 'page-selectors', selectors: null };
  expect(await pool.findComments({ story, settings }, [answer], signal)).toEqual({ done: source });
  expect((await pool.feedLinks(page, signal))?.named).toEqual([
    { url: 'https://ledger.example/rss', title: null },
  ]);
  const list = '<opml><body><outline xmlUrl="https://ledger.example/rss"/></body></opml>';
  const opml = { ...page, body: new TextEncoder().encode(list) };
  expect(await pool.opml(opml, signal)).toHaveLength(1);
});
