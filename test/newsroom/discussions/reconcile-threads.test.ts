import { afterEach, beforeEach, expect, test } from 'vitest';
import { minuteMs } from '../../../src/core/time/duration.ts';
import { reconcileThreads } from '../../../src/newsroom/discussions/discord-events.ts';
import { anEdition, aStory, threeComments } from '../../support/editions.ts';
import { type Newsroom, stageNewsroom } from '../../support/newsroom.ts';

let newsroom: Newsroom;
afterEach(() => newsroom.close());

const { signal } = new AbortController();

beforeEach(async () => {
  const ferry = [{ id: 'f1', at: -20 * minuteMs, author: 'Maren', text: 'A fine find.' }];
  newsroom = await stageNewsroom({
    edition: anEdition(
      aStory({ comments: threeComments }),
      aStory({ slug: 'ferry', headline: 'Ferry bell found', comments: ferry }),
    ),
  });
  await newsroom.quiet();
});

const listed = 'GET /guilds/:guild/threads/active';
const asked = 'GET /channels/:channel';

/** How often Discord was asked for all active threads and for one thread, by a comparison with it. */
async function reconciled(): Promise<{ lists: number; threads: number }> {
  const { calls } = newsroom.discord;
  const [lists, threads] = [calls.count(listed), calls.count(asked)];
  await reconcileThreads(newsroom.bot.ports, null, signal);
  return { lists: calls.count(listed) - lists, threads: calls.count(asked) - threads };
}

test('active threads are compared by one call for their server, each of the others by its own', async () => {
  expect(await reconciled()).toEqual({ lists: 1, threads: 0 });
  const [first] = newsroom.threads();
  newsroom.discord.actor(newsroom.moderator).archiveThread(first?.id ?? '');
  expect(await reconciled()).toEqual({ lists: 1, threads: 1 });
});

test('one thread whose state cannot be fetched does not stop the others from being reconciled', async () => {
  const missing = { status: 403, body: { code: 50001, message: 'Missing Access' } };
  newsroom.discord.faults.failNext(listed, missing);
  newsroom.discord.faults.failNext(asked, missing);
  expect(await reconciled()).toEqual({ lists: 1, threads: 2 });
});
