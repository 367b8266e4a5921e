import zlib from 'node:zlib';
import { expect, test } from 'vitest';
import { faultOf, fetcherFor, newspaper, text } from './servers.ts';

const page = '<rss><channel><title>The Harbour Ledger</title></channel></rss>'.repeat(20);
const packed: [string, Buffer][] = [
  ['gzip', zlib.gzipSync(page)],
  ['x-gzip', zlib.gzipSync(page)],
  ['deflate', zlib.deflateSync(page)],
  ['deflate', zlib.deflateRawSync(page)],
  ['br', zlib.brotliCompressSync(page)],
  ['identity', Buffer.from(page)],
  ['gzip, br', zlib.brotliCompressSync(zlib.gzipSync(page))],
];

const { zstdCompressSync } = zlib as { zstdCompressSync?: (text: string) => Buffer };
if (zstdCompressSync) packed.push(['zstd', zstdCompressSync(page)]);

function withResolver(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

async function serving(encoding: string, body: Buffer): Promise<string> {
  return newspaper((_, response) => {
    response.writeHead(200, { 'content-encoding': encoding }).end(body);
  });
}

test.each(packed)('a body compressed with %s is decompressed', async (encoding, body) => {
  const fetched = await fetcherFor()({ url: await serving(encoding, body) });
  expect(text(fetched)).toBe(page);
});

test('a body in gzip that says nothing of it is decompressed', async () => {
  const harbour = await newspaper((_, response) => {
    response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(zlib.gzipSync(page));
  });
  expect(text(await fetcherFor()({ url: harbour }))).toBe(page);
});

test.each([
  ['gzip', zlib.gzipSync(zlib.gzipSync(page))],
  ['br', zlib.brotliCompressSync(zlib.gzipSync(page))],
  ['', zlib.gzipSync(zlib.gzipSync(page))],
])('a body compressed twice that declares %j is decompressed twice', async (encoding, body) => {
  const fetched = await fetcherFor()({ url: await serving(encoding, body) });
  expect(text(fetched)).toBe(page);
});

test('a body whose first byte comes alone is decompressed', async () => {
  const packedTwice = zlib.gzipSync(zlib.gzipSync(page));
  const harbour = await newspaper((_, response) => {
    response.writeHead(200).write(packedTwice.subarray(0, 1), () => {
      setImmediate(() => response.end(packedTwice.subarray(1)));
    });
  });
  expect(text(await fetcherFor()({ url: harbour }))).toBe(page);
});

test('zstd is accepted only where this Node.js can decompress it', async () => {
  const harbour = await newspaper((request, response) => {
    response.end(request.headers['accept-encoding']);
  });
  const offered = text(await fetcherFor()({ url: harbour })).split(', ');
  expect(offered.includes('zstd')).toBe(zstdCompressSync !== undefined);
  expect(offered).toEqual(expect.arrayContaining(['gzip', 'deflate', 'br']));
});

test('an empty compressed body is read as an empty body', async () => {
  const fetched = await fetcherFor()({ url: await serving('gzip', Buffer.alloc(0)) });
  expect(fetched.body).toHaveLength(0);
});

test.each([
  ['gzip', zlib.gzipSync(page).subarray(0, 40)],
  ['br', zlib.brotliCompressSync(page).subarray(0, 20)],
  ['gzip', Buffer.from(page)],
  ['br', Buffer.from(page)],
  ['compress', Buffer.from(page)],
  ['gzip, gzip, gzip', zlib.gzipSync(zlib.gzipSync(zlib.gzipSync(page)))],
  ['gzip', zlib.gzipSync(zlib.gzipSync(zlib.gzipSync(page)))],
  ['gzip, gzip', zlib.gzipSync(zlib.gzipSync(zlib.gzipSync(page)))],
])(
  'a body with the encoding %s that cannot be decompressed is an error',
  async (encoding, body) => {
    const fault = await faultOf(fetcherFor()({ url: await serving(encoding, body) }));
    expect(fault).toMatchObject({ fault: 'unreachable' });
    expect(fault.message).toContain('cannot be decompressed');
  },
);

test('a gzip bomb is stopped at the limit of the decompressed size', async () => {
  const bomb = zlib.gzipSync(Buffer.alloc(50_000_000));
  expect(bomb.length).toBeLessThan(100_000);
  const fault = await faultOf(fetcherFor()({ url: await serving('gzip', bomb) }));
  expect(fault).toMatchObject({ fault: 'too-large' });
  expect(fault.message).toContain('1 MB');
});

/** Compressed to next to nothing, and nothing when decompressed twice: hard work for no output. */
const emptyMembers = (count: number) =>
  zlib.gzipSync(Buffer.alloc(count * zlib.gzipSync('').length, zlib.gzipSync('')));

test('a body that is large between two layers of compression is stopped at the limit', async () => {
  const fetch = fetcherFor()({ url: await serving('gzip, gzip', emptyMembers(60_000)) });
  expect(await faultOf(fetch)).toMatchObject({ fault: 'too-large' });
});

test('decompressing ends with the deadline of the request, and with an abort', async () => {
  const url = await serving('gzip, gzip', emptyMembers(2_000_000));
  const request = { url, maxBytes: 100_000_000, timeoutMs: 100 };
  expect(await faultOf(fetcherFor()(request))).toMatchObject({ fault: 'timeout' });
  const abort = new AbortController();
  const received = await newspaper((_, response) => {
    response.on('finish', () => abort.abort(new Error('the bot stops')));
    response.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end(emptyMembers(2_000_000));
  });
  const fetch = fetcherFor()({ ...request, url: received, timeoutMs: 600_000 }, abort.signal);
  await expect(fetch).rejects.toThrow('the bot stops');
});

test('an endless body is read up to the limit', async () => {
  const { promise: hungUp, resolve } = withResolver();
  const harbour = await newspaper((_, response) => {
    const more = (): void => {
      while (!response.destroyed && response.write(page));
    };
    response.on('drain', more);
    response.on('close', resolve);
    more();
  });
  expect(await faultOf(fetcherFor()({ url: harbour }))).toMatchObject({ fault: 'too-large' });
  await hungUp;
});

test('a body whose Content-Length is too large is not read', async () => {
  const harbour = await newspaper((_, response) => {
    response.writeHead(200, { 'content-length': '2000000' }).flushHeaders();
  });
  expect(await faultOf(fetcherFor()({ url: harbour }))).toMatchObject({ fault: 'too-large' });
});

test('a body of exactly the maximum size is read', async () => {
  const harbour = await newspaper((_, response) => response.end('x'.repeat(1000)));
  const fetched = await fetcherFor()({ url: harbour, maxBytes: 1000 });
  expect(fetched.body).toHaveLength(1000);
  expect(await faultOf(fetcherFor()({ url: harbour, maxBytes: 999 }))).toMatchObject({
    fault: 'too-large',
  });
});
