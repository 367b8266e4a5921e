import { monitorEventLoopDelay } from 'node:perf_hooks';
import { connectBot } from '../../src/app/bot.ts';
import { createParserPool } from '../../src/app/parser-pool.ts';
import { dayMs } from '../../src/core/time/duration.ts';
import { systemClock } from '../../src/edge/system/clock.ts';
import { keepHeapSmall } from '../../src/edge/system/small-heap.ts';
import type { Shards } from '../../src/core/shards.ts';
import type { WantedFeed } from '../../src/newsroom/subscriptions/subscribe.ts';
import { peakMemoryMb } from '../peak-memory.ts';
import { silent } from '../start-up/declared.ts';

// A bot in a process of its own. Its first message are its options; each later one asks for its load
// since the one before.

export interface LoadOptions {
  apiUrl: string;
  token: string;
  storeUrl: string;
  shards: Shards | null;
  feeds: WantedFeed[];
}

const delay = monitorEventLoopDelay({ resolution: 10 });
let cpu = process.cpuUsage();
let since = performance.now();

function load() {
  const { user, system } = process.cpuUsage(cpu);
  const figures = {
    eventLoopP99Ms: delay.percentile(99) / 1e6,
    eventLoopMaxMs: delay.max / 1e6,
    peakRssMb: peakMemoryMb(),
    cores: (user + system) / 1_000 / (performance.now() - since),
  };
  delay.reset();
  cpu = process.cpuUsage();
  since = performance.now();
  return figures;
}

async function start(options: LoadOptions): Promise<void> {
  const bot = await connectBot({
    ...options,
    userAgent: 'Wirethread bench',
    allow: ['127.0.0.0/8'],
    fetchTimeoutMs: null,
    hubs: null,
    keys: {},
    retentionMs: 90 * dayMs,
    parsers: createParserPool(),
    clock: systemClock,
    log: silent,
  });
  bot.startSchedule();
  keepHeapSmall();
  delay.enable();
  process.send?.({ ready: true });
  process.on('message', () => process.send?.(load()));
}

process.once('message', (options: LoadOptions) => void start(options));
process.on('disconnect', () => process.exit(0));
