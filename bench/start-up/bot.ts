import { monitorEventLoopDelay } from 'node:perf_hooks';
import { connectBot } from '../../src/app/bot.ts';
import { createParserPool } from '../../src/app/parser-pool.ts';
import { scheduledTasks } from '../../src/app/schedule.ts';
import { dayMs } from '../../src/core/time/duration.ts';
import { systemClock } from '../../src/edge/system/clock.ts';
import { declared, silent } from './declared.ts';

// Starts a bot once and tells how long it took until its schedule found nothing more to do.

const { apiUrl, token, storeUrl, channels } = JSON.parse(process.argv[2] ?? '') as {
  apiUrl: string;
  token: string;
  storeUrl: string;
  channels: { guildId: string; channelId: string }[];
};
// While nothing is due, one worker of each task sleeps. Those that delete what is over are not in the list.
const tasks = scheduledTasks.length + 3;

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
let asleep = 0;
const round = new Promise<void>((resolve) => {
  // A worker sleeps when it has found nothing to do; none wakes before all have slept.
  bot.ports.clock = {
    now: () => systemClock.now(),
    sleep: async (_, signal) => {
      asleep += 1;
      if (asleep === tasks) resolve();
      await new Promise((woken) => signal?.addEventListener('abort', woken));
    },
  };
});
bot.startSchedule();
await round;
const startMs = performance.now() - begun;
delay.disable();
const peakRssMb = process.resourceUsage().maxRSS / 1024;
process.send?.({ readyMs, startMs, peakRssMb, longestBlockMs: delay.max / 1e6 });
process.on('message', () => void bot.stop().then(() => process.exit(0)));
process.on('disconnect', () => process.exit(0));
