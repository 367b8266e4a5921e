import { monitorEventLoopDelay } from 'node:perf_hooks';
import { connectBot } from '../../src/app/bot.ts';
import { createParserPool } from '../../src/app/parser-pool.ts';
import { dayMs } from '../../src/core/time/duration.ts';
import { systemClock } from '../../src/edge/system/clock.ts';
import { peakMemoryMb } from '../peak-memory.ts';
import { declared, silent } from './declared.ts';

// Starts a bot once and tells how long it took until its schedule found nothing more to do.

const { apiUrl, token, storeUrl, channels } = JSON.parse(process.argv[2] ?? '') as {
  apiUrl: string;
  token: string;
  storeUrl: string;
  channels: { guildId: string; channelId: string }[];
};
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
const begun = performance.now();
const bot = await connectBot({
  token,
  apiUrl,
  storeUrl,
  userAgent: 'Wirethread bench',
  allow: [],
  fetchTimeoutMs: null,
  feeds: declared(channels),
  hubs: null,
  keys: {},
  retentionMs: 90 * dayMs,
  parsers: createParserPool(),
  clock: systemClock,
  log: silent,
});
const readyMs = performance.now() - begun;
await new Promise<void>((allAsleep) => {
  // A worker sleeps when it has found nothing to do.
  bot.startSchedule((awake) => awake === 0 && allAsleep());
});
const startMs = performance.now() - begun;
delay.disable();
const peakRssMb = peakMemoryMb();
process.send?.({ readyMs, startMs, peakRssMb, longestBlockMs: delay.max / 1e6 });
process.on('message', () => void bot.stop().then(() => process.exit(0)));
process.on('disconnect', () => process.exit(0));
