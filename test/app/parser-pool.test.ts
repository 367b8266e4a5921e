import { afterEach, expect, test } from 'vitest';
import { unknownStory } from '../../src/core/story/story.ts';
import { ReadError } from '../../src/core/errors.ts';
import { createParsers } from '../../src/newsroom/parsers.ts';
import { type ParserPool, createParserPool } from '../../src/app/parser-pool.ts';

const minuteMs = 60_000;

const readings = createParsers();
let desk: ParserPool;
afterEach(() => desk.close());

function feed(items: number, text = 'The harbour board met on Tuesday. '.repeat(8)) {
  const stories = Array.from(
    { length: items },
    (_, index) =>
      `<item><title>Story ${index}</title><guid>${index}</guid><description>${text}</description></item>`,
  );
  const xml = `<rss version="2.0"><channel><title>Ledger</title>${stories.join('')}</channel></rss>`;
  const body = new TextEncoder().encode(xml);
  return { body, headers: {}, contentType: null, url: 'https://ledger.example/feed' };
}

test('a large feed is parsed in another thread with the same result, and this thread stays responsive', async () => {
  desk = createParserPool(minuteMs);
  const large = feed(900);
  expect(large.body.length).toBeGreaterThan(256 * 1024);
  let turns = 0;
  let reading = true;
  const turnOver = (): void => {
    turns += 1;
    if (reading) setImmediate(turnOver);
  };
  setImmediate(turnOver);
  const document = await desk.feed(large);
  reading = false;
  expect(turns).toBeGreaterThan(20);
  expect(document).toEqual(await readings.feed(large));
});

test('a feed that changed by one story is parsed alike in both threads', async () => {
  desk = createParserPool(minuteMs);
  for (const large of [feed(900), feed(901), feed(902)]) {
    expect(await desk.feed(large)).toEqual(await createParsers().feed(large));
  }
  for (const small of [feed(20), feed(21), feed(22)]) {
    expect(await desk.feed(small)).toEqual(await createParsers().feed(small));
  }
});

test('a large page that is no feed is refused with the same message in both threads', async () => {
  desk = createParserPool(minuteMs);
  const page = `<!doctype html><html><body>${'<p>Fog.</p>'.repeat(40_000)}</body></html>`;
  const bytes = { ...feed(0), body: new TextEncoder().encode(page) };
  const refused = await desk.feed(bytes).catch((error: unknown) => error);
  const here = await readings.feed(bytes).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(ReadError);
  expect(String(refused)).toBe(String(here));
});

test('a document that takes too long to parse is given up, and the next one is parsed', async () => {
  desk = createParserPool(1);
  await expect(desk.feed(feed(900))).rejects.toThrow(/takes longer than 0.001 s to read/);
  await desk.close();
  desk = createParserPool(minuteMs);
  const [first, second] = await Promise.all([desk.feed(feed(900)), desk.feed(feed(901))]);
  expect(first.stories).toHaveLength(900);
  expect(second.stories).toHaveLength(901);
});

test('large article pages and comment pages are parsed in the other thread too', async () => {
  desk = createParserPool(minuteMs);
  const filler = '<p>Fog over the harbour.</p>'.repeat(15_000);
  const html = `<html><body><h1>Fog</h1><div id="comments"><h2>Comments (1)</h2><article class="comment" id="comment-1"><h3 class="comment-author">Ana wrote:</h3><div class="comment-text">Thick.</div></article></div>${filler}</body></html>`;
  const body = new TextEncoder().encode(html);
  const page = { body, contentType: 'text/html', url: 'https://ledger.example/fog' };
  const source = { name: 'page-selectors', ref: { url: page.url, selectors: null } };
  const headers = { 'content-type': page.contentType };
  const answer = { kind: 'document', url: page.url, finalUrl: page.url, body, headers } as const;
  expect((await desk.article(page)).headline).toBe('Fog');
  const read = await desk.readComments(source, [answer]);
  expect('done' in read && read.done.comments).toHaveLength(1);
  const story = { ...unknownStory, url: page.url };
  const settings = { source: 'page-selectors', selectors: null };
  expect(await desk.findComments({ story, settings }, [answer])).toEqual({ done: source });
});
