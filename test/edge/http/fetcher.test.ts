import { expect, test } from 'vitest';
import { createFetcher } from '../../../src/edge/http/fetcher.ts';
import { faultOf, fetcherFor, newspaper, text } from './servers.ts';
import { recordingLog } from '../../support/recording-log.ts';

test('a feed is fetched with its headers, its body and the address that answered', async () => {
  const asked: Record<string, unknown>[] = [];
  const harbour = await newspaper((request, response) => {
    asked.push({ method: request.method, url: request.url, ...request.headers });
    response.writeHead(200, [
      ['ETag', '"issue-7"'],
      ['Link', '<a>'],
      ['Link', '<b>'],
    ] as never);
    response.end('<rss/>');
  });
  const fetched = await fetcherFor()({ url: `${harbour}/feed.xml?page=2#top`, accept: 'text/xml' });
  expect(fetched.status).toBe(200);
  expect(fetched.headers).toMatchObject({ etag: '"issue-7"', link: '<a>, <b>' });
  expect(text(fetched)).toBe('<rss/>');
  expect(fetched.url).toBe(`${harbour}/feed.xml?page=2`);
  expect(asked).toMatchObject([
    {
      method: 'GET',
      url: '/feed.xml?page=2',
      accept: 'text/xml',
      'user-agent': 'Wirethread-test/1.0',
    },
  ]);
});

test('a conditional request for an unchanged feed gets 304 and an empty body', async () => {
  const harbour = await newspaper((request, response) => {
    response.writeHead(request.headers['if-none-match'] === '"issue-7"' ? 304 : 200).end();
  });
  const fetched = await fetcherFor()({
    url: harbour,
    headers: { 'If-None-Match': '"issue-7"' },
  });
  expect(fetched.status).toBe(304);
  expect(fetched.body).toHaveLength(0);
});

test('a validator with invalid characters is not sent and is not an error', async () => {
  const harbour = await newspaper((request, response) => {
    response.end(request.headers['if-none-match'] ?? 'none');
  });
  const fetched = await fetcherFor()({
    url: harbour,
    headers: { 'if-none-match': '"x"\r\nHost: elsewhere', 'bad name': '1', host: 'elsewhere' },
  });
  expect(text(fetched)).toBe('none');
});

test('the error for a missing feed names the server, the status and what to do', async () => {
  const harbour = await newspaper((_, response) => response.writeHead(404).end('no'));
  const fault = await faultOf(fetcherFor()({ url: `${harbour}/old/feed.xml?token=s3cret` }));
  const host = new URL(harbour).host;
  expect(fault).toMatchObject({ fault: 'http-status', status: 404, retryAfterMs: null });
  expect(fault.message).toBe(
    `The server ${host} answered 404 Not Found for ${host}/old/feed.xml: check the address; it may have changed.`,
  );
});

test('a feed that answers 410 has another fault than one that answers 404', async () => {
  const harbour = await newspaper((_, response) => response.writeHead(410).end());
  expect(await faultOf(fetcherFor()({ url: harbour }))).toMatchObject({
    fault: 'gone',
    status: 410,
  });
});

test('a Cloudflare challenge has its own fault and message', async () => {
  const harbour = await newspaper((_, response) => {
    response.writeHead(403, { 'cf-mitigated': 'challenge' }).end('<html>');
  });
  const fault = await faultOf(fetcherFor()({ url: harbour }));
  expect(fault).toMatchObject({ fault: 'challenge', status: 403 });
  expect(fault.message).toContain('Cloudflare challenge');
});

const noon = Date.UTC(2031, 4, 6, 12, 0, 0);
test.each([
  ['90', 90_000],
  ['Tue, 06 May 2031 12:02:00 GMT', 120_000],
  ['Tuesday, 06-May-31 12:02:00 GMT', 120_000],
  ['Tue May  6 12:02:00 2031', 120_000],
  ['Tue, 06 May 2031 11:00:00 GMT', 0],
  ['soon', null],
  ['Tue, 31 Feb 2031 11:00:00 GMT', null],
  ['-5', null],
  ['9'.repeat(400), 999_999_999_000],
])('a busy server’s Retry-After value %s makes a wait of %s ms', async (retryAfter, waitMs) => {
  const harbour = await newspaper((_, response) => {
    response.writeHead(429, { 'retry-after': retryAfter }).end();
  });
  const fault = await faultOf(fetcherFor({ now: noon })({ url: harbour }));
  expect(fault).toMatchObject({ fault: 'throttled', status: 429, retryAfterMs: waitMs });
});

test('a 503 with Retry-After counts as throttling, and a 503 without it as an error', async () => {
  const harbour = await newspaper((request, response) => {
    const headers: Record<string, string> = request.url === '/busy' ? { 'retry-after': '60' } : {};
    response.writeHead(503, headers).end();
  });
  const fetch = fetcherFor();
  expect(await faultOf(fetch({ url: `${harbour}/busy` }))).toMatchObject({
    fault: 'throttled',
    retryAfterMs: 60_000,
  });
  expect(await faultOf(fetch({ url: `${harbour}/down` }))).toMatchObject({
    fault: 'http-status',
    retryAfterMs: null,
  });
});

test('a body that never ends fails at the deadline', async () => {
  const harbour = await newspaper((_, response) => {
    response.writeHead(200);
    response.write('<rss>');
  });
  const fault = await faultOf(fetcherFor()({ url: harbour, timeoutMs: 150 }));
  expect(fault).toMatchObject({ fault: 'timeout' });
  expect(fault.message).toContain('within 0.15 s');
});

test('a server that sends single bytes slowly does not extend the deadline', async () => {
  const harbour = await newspaper((_, response) => {
    const drip = setInterval(() => response.write('x'), 5);
    response.on('close', () => clearInterval(drip));
  });
  expect(await faultOf(fetcherFor()({ url: harbour, timeoutMs: 150 }))).toMatchObject({
    fault: 'timeout',
  });
});

test('the deadline covers all redirects together', async () => {
  const harbour = await newspaper((request, response) => {
    const count = Number(request.url?.slice(1));
    setTimeout(() => response.writeHead(302, { location: `/${count + 1}` }).end(), 90);
  });
  expect(await faultOf(fetcherFor()({ url: `${harbour}/0`, timeoutMs: 250 }))).toMatchObject({
    fault: 'timeout',
  });
});

test('an abort while the body is being read rejects with the reason of the abort', async () => {
  const stop = new AbortController();
  const reason = new Error('the newsroom is closing');
  const harbour = await newspaper((_, response) => {
    response.writeHead(200);
    response.write('<rss>');
    stop.abort(reason);
  });
  const fetching = fetcherFor()({ url: harbour }, stop.signal);
  await expect(fetching).rejects.toBe(reason);
});

test('a fetch with an aborted signal sends no request', async () => {
  let asked = 0;
  const harbour = await newspaper((_, response) => {
    asked += 1;
    response.end();
  });
  const reason = new Error('the newsroom is closed');
  await expect(fetcherFor()({ url: harbour }, AbortSignal.abort(reason))).rejects.toBe(reason);
  expect(asked).toBe(0);
});

test.each(['ftp://harbour.example/feed', 'file:///etc/passwd', 'harbour ledger', ''])(
  'only addresses of the web are fetched, not %j',
  async (url) => {
    expect(await faultOf(fetcherFor()({ url }))).toMatchObject({ fault: 'address-refused' });
  },
);

test('a server that is down is reported as unreachable with a clear message', async () => {
  const harbour = await newspaper((_, response) => response.end());
  const url = new URL(harbour);
  url.port = '1';
  const fault = await faultOf(fetcherFor()({ url: url.href }));
  expect(fault).toMatchObject({ fault: 'unreachable', status: null });
  expect(fault.message).toContain('refuses connections');
});

test('a server that closes the connection or sends invalid HTTP is reported as unreachable', async () => {
  const harbour = await newspaper((request, response) => {
    if (request.url === '/nonsense') request.socket.end('220 mail.example ESMTP\r\n\r\n');
    else response.destroy();
  });
  const fetch = fetcherFor();
  const hungUp = await faultOf(fetch({ url: harbour }));
  expect(hungUp).toMatchObject({ fault: 'unreachable' });
  expect(hungUp.message).toContain('closed the connection');
  const nonsense = await faultOf(fetch({ url: `${harbour}/nonsense` }));
  expect(nonsense.message).toContain('valid HTTP');
});

test('a body shorter than its Content-Length is an error', async () => {
  const harbour = await newspaper((_, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('<rss>', () => response.destroy());
  });
  expect(await faultOf(fetcherFor()({ url: harbour }))).toMatchObject({ fault: 'unreachable' });
});

test('a user name and password in the URL are sent but never in results, errors or logs', async () => {
  const log = recordingLog();
  const harbour = await newspaper((request, response) => {
    if (request.url?.startsWith('/refused')) response.writeHead(401).end();
    else response.end(request.headers.authorization);
  });
  const fetch = fetcherFor({ log });
  const withPassword = harbour.replace('//', '//ed%40itor:s3cr%3Aet@');
  const fetched = await fetch({ url: `${withPassword}/members?token=t0ken` });
  expect(text(fetched)).toBe(`Basic ${Buffer.from('ed@itor:s3cr:et').toString('base64')}`);
  expect(fetched.url).toBe(`${harbour}/members?token=t0ken`);
  const fault = await faultOf(fetch({ url: `${withPassword}/refused?token=t0ken` }));
  const output = JSON.stringify([fault.message, log.lines]);
  expect(log.lines).not.toHaveLength(0);
  expect(output).not.toMatch(/s3cr|t0ken|itor/);
});

test('a closed fetcher sends no request', async () => {
  const harbour = await newspaper((_, response) => response.end());
  const log = recordingLog();
  const fetcher = createFetcher({
    userAgent: 'x',
    allow: ['127.0.0.0/8'],
    typed: [],
    log,
    now: () => 0,
  });
  await fetcher.close();
  const request = { url: harbour, accept: '*/*', maxBytes: 100, timeoutMs: 5000 };
  const fault = await faultOf(fetcher(request, new AbortController().signal));
  expect(fault.message).toContain('shutting down');
});
