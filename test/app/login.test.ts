import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { connectBot } from '../../src/app/bot.ts';
import { type LocalDiscord, startLocalDiscord } from '../../src/preview/discord/index.ts';
import { ManualClock, type Newsroom, stageNewsroom, startOfDay } from '../support/newsroom.ts';
import { type LogLine, recordingLog } from '../support/recording-log.ts';
import { parsers } from '../support/parsers.ts';
import { retentionMs } from '../support/rounds.ts';
import { sternDiscord } from './gateway.ts';
import { aFolder } from './process.ts';

const gateway = 'GET /gateway/bot';
const commands = 'PUT /applications/:id/commands';

async function staged(beforeLogin: (discord: LocalDiscord) => void): Promise<Newsroom> {
  const room = await stageNewsroom({ beforeLogin });
  onTestFinished(() => room.close());
  return room;
}

const linesOf = ({ log }: Pick<Newsroom, 'log'>, event: string) =>
  log.filter((line) => line.event === event).map(({ fields }) => fields);

test.each([
  ['cut connections', 'drop', /cannot be reached \(\w+\)\. Check the network/],
  ['5xx', 503, /has a server error \(503\)\. See https:\/\/discordstatus\.com/],
] as const)('%s at login are ridden out, and the log says so', async (_, status, advice) => {
  const room = await staged(({ faults }) => faults.failNext(gateway, { status, count: 7 }));
  const lines = linesOf(room, 'discord.login-failed');
  expect(lines).toEqual([
    { error: expect.stringMatching(advice), againInMs: 1_000 },
    { error: expect.stringMatching(advice), againInMs: 2_000 },
  ]);
  await room.quiet();
  expect(room.messages().length).toBeGreaterThan(0);
  expect(room.discord.sessions(room.bot.client.application.id)).toHaveLength(1);
});

test('a bot whose commands cannot be registered works, and registers them later', async () => {
  const discord = await startLocalDiscord({ now: () => startOfDay, rateLimits: false });
  onTestFinished(() => discord.close());
  // Three calls make one attempt.
  discord.faults.failNext(commands, { status: 500, count: 7 });
  const log = await connectTo(discord.url, discord.addApplication({ name: 'Wirethread' }).token);
  expect(linesOf({ log }, 'commands.not-registered')[0]).toEqual({
    error: 'Discord answered 500',
    againInMs: 1_000,
  });
  expect(linesOf({ log }, 'bot.ready')).toHaveLength(1);
  await discord.waitFor(() => discord.calls.count(commands, 200) === 1);
  expect(discord.calls.count(commands)).toBe(8);
});

test('a gateway that closes the connection before it is ready is connected to again', async () => {
  const discord = await sternDiscord(4000, 1012);
  const log = await connectTo(discord.apiUrl, 'MTAwMDAwMDAwMDAwMDAwMDAx.Gabcde.harbour-town');
  expect(linesOf({ log }, 'discord.connection-lost')).toEqual([{ code: 4000, againInMs: 500 }]);
  // The clock stands still: the third IDENTIFY waits 5.5 s for the first and 11 s for the second.
  expect(linesOf({ log }, 'discord.not-let-in')).toEqual([{ againInMs: 16_500 }]);
  expect(linesOf({ log }, 'bot.ready')).toHaveLength(1);
});

/** A bot without feeds. Returns its log once it is ready. */
async function connectTo(apiUrl: string, token: string): Promise<LogLine[]> {
  const log = recordingLog();
  const bot = await connectBot({
    token,
    apiUrl,
    storeUrl: `sqlite:${join(await aFolder(), 'wirethread.db')}`,
    userAgent: 'Wirethread tests',
    allow: [],
    fetchTimeoutMs: null,
    feeds: [],
    retentionMs,
    parsers,
    clock: new ManualClock(startOfDay),
    log,
  });
  onTestFinished(() => bot.stop());
  return log.lines;
}
