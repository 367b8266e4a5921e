import { afterEach, expect, test } from 'vitest';
import { hourMs, minuteMs } from '../../../src/core/time/duration.ts';
import { openNewsroom, type People, words } from '../../commands/people.ts';
import { anEdition, aStory, threeComments } from '../../support/editions.ts';

let people: People;
afterEach(() => people.close());

/** The names that the bot gave to channels. */
const names: string[] = [];

async function open(): Promise<void> {
  people = await openNewsroom({
    edition: anEdition(aStory({ comments: threeComments })),
    settings: { pollEveryMs: 2 * minuteMs },
  });
  names.length = 0;
  people.discord.faults.onCall(({ phase, route, body }) => {
    const { name } = (body ?? {}) as { name?: string };
    if (phase === 'before' && route === '/channels/:channel' && name) names.push(name);
  });
}

const thread = () => people.discord.thread(people.threadId());
const rules = 'Harbour board rules on the new pier';

test('a corrected headline is the name of its thread and in its pinned notice', async () => {
  await open();
  people.paper.correctHeadline('pier', rules);
  await people.later(11 * minuteMs);
  expect(people.threads().map(({ name }) => name)).toEqual([rules]);
  expect(people.said()[0]?.content).toContain(`**Discussion: ${rules}**`);
  expect(people.said()[0]?.pinned).toBe(true);
});

test('a headline that is corrected again and again renames its thread once in ten minutes, to the last one', async () => {
  await open();
  for (const word of ['first', 'second', 'third', 'fourth']) {
    people.paper.correctHeadline('pier', `The ${word} headline`);
    await people.later(2 * minuteMs);
  }
  await people.later(11 * minuteMs);
  expect(names).toEqual(['The first headline', 'The fourth headline']);
  expect(thread()?.name).toBe('The fourth headline');
});

test('the archived thread of a closed discussion takes the corrected headline, and is archived again', async () => {
  await open();
  await words(people.sam.at(people.threadId()).run('/discussion close'));
  await people.quiet();
  await people.later(minuteMs);
  people.discord.actor(people.moderator).archiveThread(people.threadId());
  people.paper.correctHeadline('pier', rules);
  await people.later(11 * minuteMs);
  await people.later(hourMs);
  expect(thread()).toMatchObject({
    name: rules,
    thread_metadata: { archived: true, locked: true },
  });
});

test('a thread that Discord does not let the bot rename keeps its name, and its story is corrected', async () => {
  await open();
  const denied = { status: 403, body: { code: 50013, message: 'Missing Permissions' } };
  people.discord.faults.failNext('PATCH /channels/:channel', denied);
  people.paper.correctHeadline('pier', rules);
  await people.later(11 * minuteMs);
  expect(people.said(people.news)[0]?.content).toContain(rules);
  expect(thread()?.name).not.toBe(rules);
  expect(people.said(people.moderatorsChannel)).toEqual([]);
});
