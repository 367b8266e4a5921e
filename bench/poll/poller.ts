import { setMaxListeners } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Parser from 'rss-parser';
import { defaultSubscriptionSettings } from '../../src/core/feed/subscription.ts';
import type { Log } from '../../src/core/ports/log.ts';
import { dayMs, minuteMs } from '../../src/core/time/duration.ts';
import { createFetcher } from '../../src/edge/http/fetcher.ts';
import { openStore } from '../../src/edge/store/open.ts';
import { pollNextFeed } from '../../src/newsroom/feeds/poll-feed.ts';
import type { Ports } from '../../src/newsroom/ports.ts';
import { createParserPool } from '../../src/app/parser-pool.ts';
import { scheduledTasks } from '../../src/app/schedule.ts';
import { syncDeclaredFeeds } from '../../src/newsroom/subscriptions/declared-feeds.ts';
import { peakMemoryMb } from '../peak-memory.ts';

// Polls SIZE feeds of the server at PORT once for each message, as WHO does, and tells how long it
// took; in a process of its own, so that its memory is its own.

const [who = '', port = '', size = ''] = process.argv.slice(2);
const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };
const concurrency = scheduledTasks.find(({ name }) => name === 'poll')?.workers ?? 1;

/** Ten feeds a host: all of 127.0.0.0/8 is this machine. */
const hosts = Math.ceil(Number(size) / 10);
const urls = Array.from({ length: Number(size) }, (_, index) => {
  const host = index % hosts;
  return `http://127.0.${1 + Math.floor(host / 200)}.${1 + (host % 200)}:${port}/${index}`;
});

interface Poller {
  /** Polls every feed once; how many. */
  round(): Promise<number>;
  close(): Promise<void>;
}

async function wirethread(): Promise<Poller> {
  const folder = await mkdtemp(join(tmpdir(), 'wirethread-bench-'));
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const store = await openStore({ url: `sqlite:${join(folder, 'bench.db')}`, now, log: silent });
  const fetch = createFetcher({
    userAgent: 'Wirethread bench',
    allow: ['127.0.0.0/8'],
    typed: [],
    log: silent,
    now,
  });
  const discord = new Proxy({} as Ports['discord'], {
    get: () => {
      throw new Error('a poll asks nothing of Discord');
    },
  });
  const ports: Ports = {
    store,
    fetch,
    publicUrl: null,
    processes: 1,
    readsMemberMessages: false,
    keys: {},
    discord,
    parsers: createParserPool(),
    pictures: { png: async () => null },
    clock: { now, sleep: async () => {} },
    log: silent,
  };
  const settings = { ...defaultSubscriptionSettings, firstRun: 0 };
  const place = { guildId: '300000000000000001', channelId: '300000000000000010' };
  await syncDeclaredFeeds(
    ports,
    urls.map((url) => ({ url, ...place, settings })),
  );
  const { signal } = new AbortController();
  setMaxListeners(0, signal);
  return {
    async round() {
      let polled = 0;
      const work = async () => {
        while (await pollNextFeed(ports, signal)) polled += 1;
      };
      // Again for those that made way for the feeds of other hosts.
      for (let before = -1; before < polled && polled < urls.length; ahead += minuteMs) {
        before = polled;
        await Promise.all(Array.from({ length: concurrency }, work));
      }
      ahead += dayMs;
      return polled;
    },
    async close() {
      await fetch.close();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What the common bots do: the parser fetches, and every document is read whole. */
async function parseUrlLoop(): Promise<Poller> {
  return {
    async round() {
      const left = [...urls];
      let polled = 0;
      const work = async () => {
        for (let url = left.shift(); url !== undefined; url = left.shift()) {
          await new Parser().parseURL(url);
          polled += 1;
        }
      };
      await Promise.all(Array.from({ length: concurrency }, work));
      return polled;
    },
    async close() {},
  };
}

const poller = await (who === 'wirethread' ? wirethread() : parseUrlLoop());

async function timedRound(): Promise<void> {
  const cpu = process.cpuUsage();
  const begun = performance.now();
  const polled = await poller.round();
  const ms = performance.now() - begun;
  const { user, system } = process.cpuUsage(cpu);
  const peakMb = peakMemoryMb();
  process.send?.({ polled, ms, cpuMs: (user + system) / 1000, peakMb });
}

process.on('message', (message: 'round' | 'close') => {
  void (message === 'round' ? timedRound() : poller.close().then(() => process.exit(0)));
});
process.on('disconnect', () => process.exit(0));
process.send?.({ ready: true });
