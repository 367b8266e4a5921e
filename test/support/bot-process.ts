import { connectBot } from '../../src/app/bot.ts';
import { createParserPool } from '../../src/app/parser-pool.ts';
import { scheduledTasks } from '../../src/app/schedule.ts';
import { turnableClock } from '../../src/edge/system/clock.ts';
import { createLog } from '../../src/edge/log/log.ts';
import { type BotAnswer, BotQuestion } from './bot-messages.ts';
import { crashedBot } from './crashed-bot.ts';
import { retentionMs } from './rounds.ts';
import { idleClock } from './idle-clock.ts';

// A bot in a process of its own, to be killed: `node bot-process.js JSON`, compiled. Started with a
// channel for messages, it answers the questions of `bot-messages.ts`.

const options = crashedBot.parse(JSON.parse(process.argv[2] ?? ''));
// The two tasks that delete what is over are not in the list.
const workers = scheduledTasks.reduce((sum, task) => sum + task.workers, 2);
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
// Repeated calls, logins and the gateway sleep by the clock itself: they are in the middle of something.
const workersClock = idleClock(clock, workers);
bot.ports.clock = workersClock;
bot.startSchedule();

const say = (answer: BotAnswer) => process.send?.(answer);

async function answer(question: BotQuestion): Promise<void> {
  if (question.ask === 'turn') {
    clock.turn(question.ms);
    await workersClock.idle();
    say({ answer: 'turn' });
    return;
  }
  let open = 0;
  for (const id of question.channelIds) open += await bot.ports.store.deliveries.countOpen(id);
  say({ answer: 'open', open });
}

// Whoever asked is gone.
process.on('disconnect', () => process.exit());
process.on('message', (message) => void answer(BotQuestion.parse(message)));
say({ answer: 'ready' });
