import { once } from 'node:events';
import { connectBot } from '../../src/app/bot.ts';
import { createParserPool } from '../../src/app/parser-pool.ts';
import { turnableClock } from '../../src/edge/system/clock.ts';
import { createLog } from '../../src/edge/log/log.ts';
import { type BotAnswer, BotQuestion } from './bot-messages.ts';
import { crashedBot } from './crashed-bot.ts';
import { retentionMs } from './rounds.ts';

// A bot in a process of its own, to be killed: `node bot-process.js JSON`, compiled. Started with a
// channel for messages, it answers the questions of `bot-messages.ts`; without the JSON it waits for
// that as its first message, and has loaded its modules meanwhile.

// Whoever asked is gone.
process.on('disconnect', () => process.exit());
const given = process.argv[2] ?? String((await once(process, 'message'))[0]);
const options = crashedBot.parse(JSON.parse(given));
const clock = turnableClock(options.startAt);
const bot = await connectBot({
  ...options,
  userAgent: 'Wirethread tests',
  allow: ['127.0.0.0/8'],
  fetchTimeoutMs: null,
  retentionMs,
  parsers: createParserPool(),
  clock,
  log: createLog({ level: 'warn' }),
});
/** How many workers do something, and who waits until none does. */
let awake = 0;
let waiting: (() => void)[] = [];
bot.startSchedule((count) => {
  awake = count;
  if (awake > 0) return;
  for (const one of waiting) one();
  waiting = [];
});

/** Resolves when all workers sleep. */
async function idle(): Promise<void> {
  // Those that the clock has woken begin in the meantime.
  await new Promise((resolve) => setImmediate(resolve));
  if (awake > 0) await new Promise<void>((resolve) => waiting.push(resolve));
}

const say = (answer: BotAnswer) => process.send?.(answer);

async function answer(question: BotQuestion): Promise<void> {
  if (question.ask === 'turn') {
    clock.turn(question.ms);
    await idle();
    say({ answer: 'turn' });
    return;
  }
  let open = 0;
  for (const id of question.channelIds) open += await bot.ports.store.deliveries.countOpen(id);
  say({ answer: 'open', open });
}

process.on('message', (message) => void answer(BotQuestion.parse(message)));
say({ answer: 'ready' });
