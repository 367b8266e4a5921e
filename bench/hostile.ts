import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { gzipSync } from 'node:zlib';
import { createParserPool } from '../src/app/parser-pool.ts';
import { errorText } from '../src/core/errors.ts';
import { createFetcher } from '../src/edge/http/fetcher.ts';
import { type HostileDocument, hostileDocuments } from './hostile/documents.ts';
import { type Bench, median } from './measure.ts';

const rounds = 3;
const longest = 30;

/**
 * Documents made to take for ever, each read alone by the bot's own pool: how long the pool takes,
 * and how long the main thread, which answers Discord, is held meanwhile at most. Of three rounds the
 * median of the time, and the shortest hold: what else the machine does only adds to it.
 */
export const hostile: Bench = {
  name: 'hostile',
  what: 'documents made to take for ever: time in the parser pool, and the longest hold of the main thread',
  async run(show) {
    const pool = createParserPool();
    const signal = new AbortController().signal;
    const read = ({ read: work }: HostileDocument) => work(pool, signal);
    const table: Record<string, string | number>[] = [];
    try {
      // The threads start, and all code is loaded, before the first is timed.
      for (const document of hostileDocuments().slice(0, 4)) await read(document).catch(() => {});
      const documents = hostileDocuments();
      for (const [index, document] of documents.entries()) {
        show(index + 1, documents.length, document.name);
        table.push(await rowOf(document.name, document.bytes, () => read(document)));
      }
    } finally {
      await pool.close();
    }
    table.push(await compressedRow());
    const holds = table.map((row) => Number(row['longest hold (ms)']));
    const times = table.map((row) => Number(row['ms']));
    const figures = {
      'longest hold of the main thread (ms)': Math.max(...holds),
      'slowest document (ms)': Math.max(...times),
    };
    return { rounds, figures, ratios: {}, table };
  },
};

/** Nothing in three layers: hard work for no output, refused by its header. */
async function compressedRow(): Promise<Record<string, string | number>> {
  const empty = gzipSync('');
  const members = gzipSync(Buffer.alloc(2_000_000 * empty.length, empty));
  const body = gzipSync(members);
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip, gzip, gzip' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const userAgent = 'Wirethread bench';
  const fetch = createFetcher({ userAgent, allow: ['127.0.0.0/8'], typed: [], log, now: Date.now });
  const request = { url, accept: '*/*', maxBytes: 5_000_000, timeoutMs: 60_000 };
  const { signal } = new AbortController();
  try {
    return await rowOf('nothing, in gzip three times', body.length, () => fetch(request, signal));
  } finally {
    await fetch.close();
    server.close();
  }
}

async function rowOf(name: string, bytes: number, work: () => Promise<unknown>) {
  const times: number[] = [];
  const holds: number[] = [];
  let end = '';
  for (let round = 0; round < rounds; round += 1) {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const begun = performance.now();
    end = await work().then(
      () => 'read',
      (error: unknown) => errorText(error),
    );
    times.push(performance.now() - begun);
    // The hold that ends with the answer is counted too.
    await new Promise((resolve) => setTimeout(resolve, 5));
    delay.disable();
    holds.push(delay.max / 1e6);
  }
  return {
    document: name,
    KB: Math.round(bytes / 1024),
    ms: Math.round(median(times)),
    'longest hold (ms)': Math.round(Math.min(...holds)),
    end: end.length > longest ? `${end.slice(0, longest)}…` : end,
  };
}
