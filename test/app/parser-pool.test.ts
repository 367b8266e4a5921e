import { getEventListeners, setMaxListeners } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import { createParserPool, type ParserPool } from '../../src/app/parser-pool.ts';
import { ReadError } from '../../src/core/errors.ts';
import { unknownStory } from '../../src/core/story/story.ts';
import { createReaders, preparedComment } from '../../src/newsroom/parsers.ts';
import { commentPlace } from '../support/comment-place.ts';
import { compiled } from '../support/compiled.ts';
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

/** A page that is read by {@link stuckPool} only. */
const page = (host: string, fault: 'slow' | 'endless' | 'boundless') => ({
  ...feed(0),
  url: `https://${host}/${fault}`,
});
const stuckPool = {
  ...testPool,
  program: compiled(new URL('../support/stuck-worker.ts', import.meta.url)),
};

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
  Promise.all(
    ['one.example', 'two.example'].map((host) => pool.article(page(host, 'slow'), signal)),
  );

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

test.each([
  ['endless', 'takes longer than 0.3 s to read'],
  ['boundless', 'needs more than 64 MB of memory'],
] as const)(
  'an %s document ends its thread with an error that names its host, and the next one is parsed',
  async (fault, reason) => {
    const timeoutMs = fault === 'endless' ? 300 : stuckPool.timeoutMs;
    pool = createParserPool({ ...stuckPool, timeoutMs, memoryMb: 64 });
    const refused = await pool
      .article(page('ledger.example', fault), signal)
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ReadError);
    expect(String(refused)).toContain(`A document of ledger.example ${reason}`);
    expect((await pool.feed(feed(3), signal)).stories).toHaveLength(3);
  },
);

test('a host with many documents leaves a thread for the documents of others', async () => {
  pool = createParserPool({ ...stuckPool, threads: 2 });
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
  pool = createParserPool({ ...stuckPool, threads: 2, timeoutMs: 2_000 });
  const slow = () => [
    pool.article(page('slow.example', 'endless'), signal),
    pool.article(page('slower.example', 'endless'), signal),
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
  pool = createParserPool({ ...stuckPool, threads: 1 });
  const abort = new AbortController();
  const first = pool.article(page('ledger.example', 'endless'), signal);
  const second = pool.feed(feed(1), abort.signal);
  abort.abort(new Error('the bot stops'));
  await expect(second).rejects.toThrow('the bot stops');
  const closed = expect(first).rejects.toThrow('The parser pool was closed.');
  await pool.close();
  await closed;
  await expect(pool.feed(feed(1), signal)).rejects.toThrow('The parser pool was closed.');
});

test('article pages, comment pages, lists and linked feeds are parsed in another thread too, and comments rendered', async () => {
  pool = createParserPool(testPool);
  const html = `<html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head><body><h1>Fog</h1><div id="comments"><h2>Comments (1)</h2><article class="comment" id="comment-1"><h3 class="comment-author">Ana wrote:</h3><div class="comment-text">Thick.</div></article></div></body></html>`;
  const body = new TextEncoder().encode(html);
  const headers = { 'content-type': 'text/html' };
  const fog = { body, headers, url: 'https://ledger.example/fog' };
  const source = { name: 'page-selectors', ref: { url: fog.url, selectors: null } };
  const answer = { kind: 'document', url: fog.url, finalUrl: fog.url, body, headers } as const;
  expect((await pool.article(fog, signal)).headline).toBe('Fog');
  const read = await pool.readComments(source, [answer], signal);
  const comments = 'done' in read ? read.done.comments : [];
  const long = comments.map((comment) => ({ ...comment, body: { text: '港'.repeat(50_000) } }));
  const place = commentPlace(fog.url);
  const written = [...comments, ...long];
  const prepared = await pool.prepareComments(written, place, signal);
  expect(prepared).toEqual(written.map((comment) => preparedComment(comment, place)));
  expect(prepared.map(({ messages }) => messages)).toEqual([1, 5]);
  const story = { ...unknownStory, url: fog.url };
  const settings = { source: 'page-selectors', selectors: null };
  expect(await pool.findComments({ story, settings }, [answer], signal)).toEqual({ done: source });
  expect((await pool.feedLinks(fog, signal))?.named).toEqual([
    { url: 'https://ledger.example/rss', title: null },
  ]);
  const list = '<opml><body><outline xmlUrl="https://ledger.example/rss"/></body></opml>';
  const opml = { ...fog, body: new TextEncoder().encode(list) };
  expect(await pool.opml(opml, signal)).toHaveLength(1);
});

test('documents of many hosts at once warn of no listeners, and leave none behind', async () => {
  const warnings: Error[] = [];
  const warned = (warning: Error) => warnings.push(warning);
  process.on('warning', warned);
  pool = createParserPool(testPool);
  const shared = new AbortController();
  setMaxListeners(0, shared.signal);
  const hosts = Array.from({ length: 40 }, (_, number) => `paper-${number}.example`);
  const read = hosts.map((host) => pool.feed(feed(1, host), shared.signal));
  expect(getEventListeners(shared.signal, 'abort').length).toBeGreaterThanOrEqual(hosts.length);
  expect(await Promise.all(read)).toHaveLength(hosts.length);
  expect(getEventListeners(shared.signal, 'abort')).toEqual([]);
  process.off('warning', warned);
  expect(warnings).toEqual([]);
});
