import { connectBot } from '../../src/app/bot.ts';
import { turnableClock } from '../../src/edge/system/clock.ts';
import { createLog } from '../../src/edge/log/log.ts';
import { crashedBot } from './crashed-bot.ts';

// A bot in a process of its own, to be killed: `node bot-process.js JSON`, compiled.

const options = crashedBot.parse(JSON.parse(process.argv[2] ?? ''));
const bot = await connectBot({
  ...options,
  userAgent: 'Wirethread tests',
  allow: ['127.0.0.0/8'],
  fetchTimeoutMs: null,
  clock: turnableClock(options.startAt),
  log: createLog({ level: 'warn' }),
});
bot.startSchedule();
