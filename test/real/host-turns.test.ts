import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createFetcher } from '../../src/edge/http/fetcher.ts';
import { openStore } from '../../src/edge/store/open.ts';
import { type Postgres, startPostgres, withoutPostgres } from './postgres.ts';

const skipped = withoutPostgres === null ? '' : ` (${withoutPostgres})`;
const silent = { debug() {}, info() {}, warn() {}, error() {} };
const request = { accept: '*/*', maxBytes: 1000, timeoutMs: 60_000 };

describe.skipIf(withoutPostgres !== null)(`the turns of a host${skipped}`, () => {
  let postgres: Postgres;
  const warnings: string[] = [];
  const hear = ({ message }: Error) => warnings.push(message);
  beforeAll(async () => {
    process.on('warning', hear);
    postgres = await startPostgres();
  });
  afterAll(async () => {
    process.off('warning', hear);
    await postgres.stop();
  });

  /** One process's way to the web, on the given database. */
  async function aFetcher(url: string) {
    const store = await openStore({ url, now: Date.now, log: silent });
    const fetcher = createFetcher({
      userAgent: 'Wirethread tests',
      allow: ['127.0.0.0/8'],
      typed: [],
      takeTurn: store.takeTurn,
      log: silent,
      now: Date.now,
    });
    const close = async () => {
      await fetcher.close();
      await store.close();
    };
    onTestFinished(close);
    return { fetcher, store };
  }

  /** A server that answers only when it is told to; it knows how many wait at most. */
  async function slowHost() {
    const open: ServerResponse[] = [];
    let most = 0;
    let heard = () => {};
    const server = createServer((_, response) => {
      open.push(response);
      most = Math.max(most, open.length);
      heard();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    return {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed`,
      most: () => most,
      /** Answers the one that has waited longest, once there are `count`. */
      async answer(count: number) {
        while (open.length < count) await new Promise<void>((resolve) => (heard = resolve));
        open.shift()?.end('News');
      },
    };
  }

  const signal = new AbortController().signal;

  test('two processes together send two requests at once to one host, as one does', async () => {
    const database = await postgres.newDatabase();
    const [one, other] = [await aFetcher(database), await aFetcher(database)];
    const host = await slowHost();
    const fetches = [one, other, one, other, one, other].map(({ fetcher }) =>
      fetcher({ ...request, url: host.url }, signal),
    );
    for (let left = fetches.length; left > 0; left -= 1) await host.answer(Math.min(2, left));
    const answers = await Promise.all(fetches);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(host.most()).toBe(2);
  });

  test('the turns of a process that ends are free', async () => {
    const database = await postgres.newDatabase();
    const [one, other] = [await aFetcher(database), await aFetcher(database)];
    const take = ({ store }: typeof one) => store.takeTurn?.('harbour.example', 2, signal);
    await take(one);
    await take(one);
    const waiting = take(other);
    await one.store.close();
    (await waiting)?.();
  });

  // What pg warns of, once in a process, will be an error in its next version.
  test('turns that are taken and given back at once are asked for one by one', async () => {
    const { store } = await aFetcher(await postgres.newDatabase());
    const hosts = ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}.example`);
    const turns = await Promise.all(hosts.map(async (host) => store.takeTurn?.(host, 2, signal)));
    for (const giveBack of turns) giveBack?.();
    await Promise.all(hosts.map(async (host) => store.takeTurn?.(host, 1, signal)));
    expect(warnings).toEqual([]);
  });
});
