import { afterEach, expect, test } from 'vitest';
import { hourMs, minuteMs, secondMs } from '../../../src/core/time/duration.ts';
import { setOverride } from '../../../src/newsroom/discussions/moderator-override.ts';
import { anEdition, aStory } from '../../support/editions.ts';
import { type Newsroom, stageNewsroom } from '../../support/newsroom.ts';

let newsroom: Newsroom;
afterEach(() => newsroom.close());

const ports = () => newsroom.bot.ports;
const thread = (headline: string) => newsroom.threads().find(({ name }) => name.includes(headline));
const state = (headline: string) => thread(headline)?.thread_metadata;
const alerts = () =>
  newsroom
    .messages(newsroom.moderatorsChannel)
    .map((message) => JSON.stringify(message))
    .filter((text) => text.includes('too many active threads'));

/** A story of that headline, and a comment on it, so long after the start. */
function commented(headline: string, at: number) {
  const comment = { id: `${headline}-1`, at: at + minuteMs, author: 'Maren', text: 'Fine.' };
  return aStory({ slug: headline.toLowerCase(), headline, at, comments: [comment] });
}

/** A server that takes so many active threads, and a last story for which there is no room. */
async function withThreads(activeThreads: number, ...headlines: string[]): Promise<void> {
  const first = headlines.map((headline, index) => commented(headline, (index - 60) * minuteMs));
  newsroom = await stageNewsroom({
    edition: anEdition(...first, commented('Bell', 2 * hourMs)),
    limits: { activeThreads },
  });
  await newsroom.quiet();
  expect(newsroom.threads()).toHaveLength(headlines.length);
}

async function close(headline: string): Promise<void> {
  const discussion = await ports().store.discussions.getByThread(thread(headline)?.id ?? '');
  if (!discussion) throw new Error(`${headline} has a discussion`);
  const closed = ({ now }: { now: number }) => ({ kind: 'closed', at: now }) as const;
  await setOverride(ports(), discussion.id, closed, newsroom.moderator);
  for (let look = 0; look < 5; look += 1) await newsroom.later(3 * secondMs);
  expect(state(headline)).toMatchObject({ locked: true, archived: false });
}

async function lastStory(): Promise<void> {
  await newsroom.later(2 * hourMs + 2 * minuteMs);
  for (let look = 0; look < 4; look += 1) await newsroom.later(6 * minuteMs);
}

test('at the thread limit, the closed thread that was idle longest is archived', async () => {
  await withThreads(3, 'Pier', 'Mill', 'Quay');
  await close('Mill');
  await close('Pier');
  await lastStory();
  expect(state('Mill')).toMatchObject({ locked: true, archived: true });
  expect(state('Pier')).toMatchObject({ locked: true, archived: false });
  expect(state('Quay')).toMatchObject({ locked: false, archived: false });
  expect(
    newsroom.messages(thread('Bell')?.id).some(({ content }) => content.includes('Fine.')),
  ).toBe(true);
  expect(alerts()).toEqual([]);
});

test('at the thread limit, the moderators get an alert only when no closed thread can be archived', async () => {
  await withThreads(1, 'Pier');
  await lastStory();
  expect(thread('Bell')).toBeUndefined();
  expect(state('Pier')).toMatchObject({ locked: false, archived: false });
  expect(alerts()).toHaveLength(1);

  await close('Pier');
  await newsroom.later(hourMs);
  await newsroom.later(minuteMs);
  expect(thread('Bell')).toBeDefined();
  expect(state('Pier')?.archived).toBe(true);
});
