import { afterEach, beforeEach, expect, test } from 'vitest';
import { minuteMs, secondMs } from '../../../src/core/time/duration.ts';
import { look, lookLimits } from '../../../src/newsroom/discussions/look.ts';
import {
  documentsTogether,
  type SourceAnswer,
  type SourceRequest,
  type SourceStep,
  unanswered,
} from '../../../src/sources/source.ts';
import { anEdition } from '../../support/editions.ts';
import { type Newsroom, stageNewsroom } from '../../support/newsroom.ts';
import { feedServer, type FeedServer } from '../../support/single-feed.ts';

let newsroom: Newsroom;
let server: FeedServer;
beforeEach(async () => {
  newsroom = await stageNewsroom({ edition: anEdition() });
  server = await feedServer((_, response) => response.end('a document'));
});
afterEach(() => newsroom.close());

const { signal } = new AbortController();
const paths = () => server.asked.map(({ path }) => path);

type Step<T> = (answers: readonly SourceAnswer[]) => SourceStep<T>;

/** Asks for these, then is done with all answers. */
const asking =
  (...requests: SourceRequest[]): Step<readonly SourceAnswer[]> =>
  (answers) => {
    const ask = unanswered(requests, answers);
    return ask.length > 0 ? { ask } : { done: answers };
  };

const at = (path: string, how: Partial<SourceRequest> = {}): SourceRequest => ({
  url: `${server.url}${path}`,
  format: 'feed',
  ...how,
});

function looked<T>(step: Step<T>, validators = {}) {
  const known = { validators, livelyMs: 2 * minuteMs };
  return look(newsroom.bot.ports, known, async (answers) => step(answers), signal);
}

/** A look that came to its end. */
async function done<T>(step: Step<T>, validators = {}) {
  const found = await looked(step, validators);
  if (found.outcome !== 'done') throw new Error(`the look ended with ${JSON.stringify(found)}`);
  return found;
}

test('a document that did not change is asked for conditionally and not read again', async () => {
  server.answer = (request, response) => {
    const isFresh = request.headers['if-none-match'] === '"1"';
    response.writeHead(isFresh ? 304 : 200, { etag: '"1"' }).end(isFresh ? '' : 'a document');
  };
  const first = await done(asking(at('/feed')));
  expect(first).toMatchObject({ isUnchanged: false, result: [{ kind: 'document' }] });
  const second = await done(asking(at('/feed')), first.validators);
  expect(second).toMatchObject({ isUnchanged: true, result: [{ kind: 'unchanged' }] });
  expect(second.validators).toEqual(first.validators);
});

test('without validators the document’s own bytes show that it did not change', async () => {
  const first = await done(asking(at('/feed')));
  expect(await done(asking(at('/feed')), first.validators)).toMatchObject({ isUnchanged: true });
  server.answer = (_, response) => response.end('another document');
  expect(await done(asking(at('/feed')), first.validators)).toMatchObject({ isUnchanged: false });
});

test('a document that its source needs is asked for without conditions', async () => {
  const first = await done(asking(at('/feed')));
  const second = await done(asking(at('/feed', { unconditional: true })), first.validators);
  expect(second.result).toMatchObject([{ kind: 'document' }]);
});

test('when one of several documents has changed, the others are asked for again', async () => {
  const tags = new Map([
    ['/1', '"a"'],
    ['/2', '"a"'],
  ]);
  server.answer = (request, response) => {
    const tag = tags.get(request.url ?? '') ?? '';
    const isFresh = request.headers['if-none-match'] === tag;
    response
      .writeHead(isFresh ? 304 : 200, { etag: tag })
      .end(isFresh ? '' : `${request.url} ${tag}`);
  };
  const both = (answers: readonly SourceAnswer[]) =>
    documentsTogether([at('/1'), at('/2')], answers);
  const bodies = (documents: readonly { body: Uint8Array }[] | null) =>
    documents?.map(({ body }) => Buffer.from(body).toString());
  const first = await done(both);
  expect(bodies(first.result)).toEqual(['/1 "a"', '/2 "a"']);
  const idle = await done(both, first.validators);
  expect(idle).toMatchObject({ isUnchanged: true, result: null });
  tags.set('/2', '"b"');
  const second = await done(both, idle.validators);
  expect(bodies(second.result)).toEqual(['/1 "a"', '/2 "b"']);
  expect(second.isUnchanged).toBe(false);
  expect(paths()).toEqual(['/1', '/2', '/1', '/2', '/1', '/2', '/1']);
});

test('a document that is asked for again keeps its key', () => {
  const keyed = at('/1', { key: 'github', everyLooks: 5 });
  const changed = { kind: 'document', body: new Uint8Array(), headers: {} } as const;
  const step = documentsTogether(
    [keyed, at('/2')],
    [
      { kind: 'unchanged', url: keyed.url },
      { ...changed, url: at('/2').url, finalUrl: at('/2').url },
    ],
  );
  expect(step).toEqual({ ask: [{ ...at('/1', { key: 'github' }), unconditional: true }] });
});

test('JSON is sent with POST, without conditions; its address’s fragment tells bodies apart', async () => {
  server.answer = (request, response) => {
    const { method, url } = request;
    response.setHeader('etag', '"1"');
    request.setEncoding('utf8').on('data', (sent: string) => {
      response.end(`${method} ${url} ${sent} ${request.headers['if-none-match']}`);
    });
  };
  const sent = (name: string) => at(`/graphql#${name}`, { format: 'json', json: `{"${name}":1}` });
  const first = await done(asking(sent('a'), sent('b')));
  const bodies = first.result.map((answer) =>
    answer.kind === 'document' ? Buffer.from(answer.body).toString() : answer.kind,
  );
  expect(bodies).toEqual(['POST /graphql {"a":1} undefined', 'POST /graphql {"b":1} undefined']);
  const again = await done(asking(sent('a'), sent('b')), first.validators);
  expect(again.isUnchanged).toBe(true);
});

test('a document that is needed less often is not asked for in between, also after a failure', async () => {
  server.answer = (_, response) => response.writeHead(500).end();
  const rare = asking(at('/page', { everyLooks: 15 }));
  const first = await done(rare);
  expect(first.result).toMatchObject([{ kind: 'failed', status: 500 }]);
  newsroom.clock.advance(29 * minuteMs);
  expect((await done(rare, first.validators)).result).toMatchObject([{ kind: 'unchanged' }]);
  expect(server.asked).toHaveLength(1);
  newsroom.clock.advance(minuteMs);
  await done(rare, first.validators);
  expect(server.asked).toHaveLength(2);
});

test('a page is asked for only where robots.txt allows it; a feed needs no permission', async () => {
  server.answer = (request, response) =>
    response.end(request.url === '/robots.txt' ? 'User-agent: *\nDisallow: /private' : 'words');
  const { result } = await done(
    asking(
      at('/private/1', { format: 'page' }),
      at('/open', { format: 'page' }),
      at('/private/feed'),
    ),
  );
  expect(result.map(({ kind }) => kind)).toEqual(['failed', 'document', 'document']);
  expect(JSON.stringify(result[0])).toContain('does not allow Wirethread to read');
  expect(paths()).toEqual(['/robots.txt', '/open', '/private/feed']);
});

test('a host that asks for a pause is asked for nothing until it is over', async () => {
  server.answer = (_, response) => response.writeHead(429, { 'retry-after': '300' }).end();
  const needed: Step<never> = (answers) => {
    const ask = unanswered([at('/feed')], answers);
    if (ask.length > 0) return { ask };
    throw new Error('the feed is needed');
  };
  expect(await looked(needed)).toMatchObject({ outcome: 'failed', retryAfterMs: 300 * secondMs });
  const until = newsroom.clock.now() + 300 * secondMs;
  newsroom.clock.advance(minuteMs);
  expect(await looked(needed)).toMatchObject({ outcome: 'later', at: until });
  expect(server.asked).toHaveLength(1);
  newsroom.clock.advance(5 * minuteMs);
  await looked(needed);
  expect(server.asked).toHaveLength(2);
});

test('a look makes at most twenty requests, and the others fail', async () => {
  const many = Array.from({ length: 25 }, (_, page) => at(`/${page}`));
  const { result } = await done(asking(...many));
  expect(server.asked).toHaveLength(20);
  expect(result.filter(({ kind }) => kind === 'failed')).toHaveLength(5);
  expect(JSON.stringify(result.at(-1))).toContain('more requests than Wirethread makes at once');
});

test('a look reads at most five million bytes', async () => {
  server.answer = (_, response) => response.end(Buffer.alloc(2_000_000, 'a'));
  const { result } = await done(asking(at('/1'), at('/2'), at('/3'), at('/4')));
  expect(result.map(({ kind }) => kind)).toEqual(['document', 'document', 'failed', 'failed']);
  expect(lookLimits.bytes).toBe(5_000_000);
});

test('a source that never stops asking is stopped', async () => {
  const endless: Step<never> = (answers) => ({ ask: [at(`/${answers.length}`)] });
  expect(await looked(endless)).toMatchObject({ outcome: 'failed' });
  expect(server.asked).toHaveLength(20);
  const again: Step<never> = () => ({ ask: [at('/same')] });
  expect(await looked(again)).toMatchObject({ outcome: 'failed' });
  expect(paths().filter((path) => path === '/same')).toHaveLength(1);
});
