import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Discussion } from '../../src/core/discussion/discussion.ts';
import { hourMs, minuteMs } from '../../src/core/time/duration.ts';
import type { Actor, Message } from '../../src/preview/discord/index.ts';
import { anEdition, aStory, threeComments } from '../support/editions.ts';
import { openNewsroom, type People, words } from './people.ts';

let people: People;
beforeEach(async () => {
  people = await openNewsroom({ edition: anEdition(aStory({ comments: threeComments })) });
});
afterEach(() => people.close());

const threadPatch = 'PATCH /channels/:id';
const seconds = () => people.threads()[0]?.rate_limit_per_user;
const discussion = () => people.bot.ports.store.discussions.getByThread(people.threadId());
/** Resolves when the bot has handled an event: the discussion is as expected. */
const until = (isSo: (found: Discussion) => boolean) =>
  vi.waitUntil(async () => {
    const found = await discussion();
    return found !== null && isSo(found);
  }, 60_000);
const slow = (options: Record<string, string | number>, person: Actor = people.sam) =>
  words(person.at(people.threadId()).run('/discussion slow-mode', options));
const rule = (options: Record<string, string | number>) =>
  words(people.sam.run('/rules slow-mode', options));
const actions = async () =>
  (await people.bot.ports.store.audit.list(people.guildId, 20))
    .filter(({ action }) => action.startsWith('discussion.slow-mode'))
    .map(({ actor, action, reason }) => [actor, action, reason]);
const alerts = () =>
  people.discord.messages(people.moderatorsChannel).filter(({ content }) => content.includes('⚠️'));

/** So many members write one message each. */
function crowd(count: number): Message[] {
  return Array.from({ length: count }, (_, n) =>
    people.another(`Member ${n}`).send(people.threadId(), `Message ${n}`),
  );
}

test('a moderator slows a discussion down for a time, and it is as before afterwards', async () => {
  people.sam.patchThread(people.threadId(), { rate_limit_per_user: 10 });
  expect(await slow({ every: 60, for: '1h' })).toMatch(
    /^In <#\d+>, each member now waits 1 minute between two messages\..* That ends <t:\d+:f>; then it is 10 seconds again, as before\.$/u,
  );
  await people.quiet();
  expect(seconds()).toBe(60);
  people.nia.send(people.threadId(), 'First');
  expect(() => people.nia.send(people.threadId(), 'Second')).toThrow('slowmode');
  expect(await words(people.sam.at(people.threadId()).run('/discussion status'))).toContain(
    'Slow mode: 1 minute between two messages of a member',
  );
  await people.restart();
  await people.later(hourMs);
  expect(seconds()).toBe(10);
  expect((await discussion())?.slowMode).toBeNull();
  expect(await actions()).toEqual([
    ['wirethread', 'discussion.slow-mode-ended', null],
    [people.sam.id, 'discussion.slow-mode', '1m for 1h'],
  ]);
});

test('slow mode without a time stays, and "Off" ends it', async () => {
  await slow({ every: 30 });
  await people.later(3 * hourMs);
  expect(seconds()).toBe(30);
  expect(await slow({ every: 0 })).toMatch(/^Slow mode is off in <#\d+>\.$/u);
  await people.quiet();
  expect(seconds()).toBe(0);
});

test('what a person sets in Discord stays: the end of the bot’s time changes nothing', async () => {
  await slow({ every: 60, for: '1h' });
  await people.quiet();
  people.sam.patchThread(people.threadId(), { rate_limit_per_user: 300 });
  await until(({ slowMode }) => slowMode === null);
  await people.later(2 * hourMs);
  expect(seconds()).toBe(300);
  expect((await actions())[0]).toEqual(['discord', 'discussion.slow-mode', '5m']);
});

test('a change by hand while the bot was off is found at its start', async () => {
  await slow({ every: 60, for: '1h' });
  await people.quiet();
  await people.bot.stop();
  people.sam.patchThread(people.threadId(), { rate_limit_per_user: 5 });
  await people.restart();
  people.bot.startSchedule();
  await until(({ slowMode }) => slowMode === null);
  expect(seconds()).toBe(5);
});

test.each(['before', 'after'] as const)(
  'Discord that fails %s it set slow mode is asked again, and the time before comes back',
  async (when) => {
    people.discord.faults.failNext(threadPatch, { status: 500, when, count: 2 });
    await slow({ every: 60, for: '1h' });
    await people.quiet();
    await people.later(minuteMs);
    await people.later(minuteMs);
    expect(seconds()).toBe(60);
    people.discord.faults.failNext(threadPatch, { status: 500, when, count: 2 });
    await people.later(hourMs);
    await people.later(minuteMs);
    await people.later(minuteMs);
    expect(seconds()).toBe(0);
    expect((await discussion())?.slowMode).toBeNull();
  },
);

test('slow mode needs Manage Threads of the bot, an open discussion and a moderator', async () => {
  people.discord.setOverwrite(people.news, {
    id: people.botUserId,
    kind: 'member',
    deny: ['ManageThreads'],
  });
  await vi.waitUntil(
    async () =>
      !(await people.bot.ports.discord.mayManageThread(
        people.threadId(),
        new AbortController().signal,
      )),
    60_000,
  );
  expect(await slow({ every: 60 })).toContain('Give it Manage Threads in the channel');
  expect((await discussion())?.slowMode).toBeNull();
  await expect(slow({ every: 60 }, people.nia)).rejects.toThrow('not offered');
  expect(await slow({ every: 60, for: '90d' })).toContain('at most 30d');
});

test('a crowd slows its discussion down by the rule, for a time that goes on with it', async () => {
  expect(await rule({ every: 30, messages: 6, for: '20m' })).toContain(
    'From now on: 6 messages of members in a minute: slow mode of 30 seconds in that discussion, for 20 minutes.',
  );
  expect(await words(people.sam.run('/rules list'))).toContain('6 messages of members in a minute');
  crowd(6);
  await until(({ slowMode }) => slowMode !== null);
  await people.quiet();
  expect(seconds()).toBe(30);
  expect(alerts().at(-1)?.content).toMatch(
    /6 messages came in <#\d+> within a minute, so each member waits 30 seconds .*End it with `\/discussion slow-mode every:Off`/u,
  );
  await people.later(15 * minuteMs);
  const first = (await discussion())?.slowMode?.until ?? 0;
  crowd(6);
  await until(({ slowMode }) => (slowMode?.until ?? 0) > first);
  await people.later(19 * minuteMs);
  expect(seconds()).toBe(30);
  await people.later(minuteMs);
  expect(seconds()).toBe(0);
  expect(alerts()).toHaveLength(1);
});

test('the rule leaves alone what a person set, and rests when a moderator ended its own', async () => {
  await rule({ every: 30, messages: 5, for: '1h' });
  people.sam.patchThread(people.threadId(), { rate_limit_per_user: 5 });
  crowd(5);
  // The mark: a discussion's change that comes after the crowd was counted.
  await slow({ every: 0 });
  await people.quiet();
  expect(seconds()).toBe(0);
  await people.later(2 * minuteMs);
  crowd(5);
  await until(({ slowMode }) => slowMode?.by === null);
  await people.quiet();
  expect(seconds()).toBe(30);
  await slow({ every: 0 });
  await people.later(2 * minuteMs);
  const callsBefore = people.discord.calls.count(threadPatch);
  crowd(6);
  await slow({ every: 0 });
  await people.quiet();
  expect(people.discord.calls.count(threadPatch)).toBe(callsBefore + 1);
  expect(seconds()).toBe(0);
});

test('messages of moderators and of bots count for no rule, reports on members’ messages do', async () => {
  await rule({ every: 60, reports: 2 });
  const [one, two] = crowd(2);
  for (let n = 0; n < 8; n += 1) people.sam.send(people.threadId(), `Order, please ${n}`);
  for (const message of [one, two]) {
    const asked = await people.nia.messageCommand('Flag message', message?.id ?? '');
    await words(people.nia.submitModal(asked, { reason: 'abuse' }));
    if (message === one) expect((await discussion())?.slowMode).toBeNull();
  }
  await until(({ slowMode }) => slowMode !== null);
  await people.quiet();
  expect(seconds()).toBe(60);
  expect(alerts().at(-1)?.content).toContain('2 reports on members’ messages');
  expect(await rule({ every: 0 })).toContain('no discussion is slowed down by a rule');
});

test('without Manage Threads the rule says once a day what it needs', async () => {
  await rule({ every: 30, messages: 5 });
  people.discord.setOverwrite(people.news, {
    id: people.botUserId,
    kind: 'member',
    deny: ['ManageThreads'],
  });
  crowd(5);
  const { store } = people.bot.ports;
  const count = () => store.deliveries.countOpen(people.moderatorsChannel);
  await vi.waitUntil(async () => (await count()) > 0, 60_000);
  await people.quiet();
  expect(alerts().at(-1)?.content).toContain('could not set slow mode');
  expect((await discussion())?.slowMode).toBeNull();
});
