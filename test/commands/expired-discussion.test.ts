import { afterEach, beforeEach, expect, test } from 'vitest';
import { discussionStates } from '../../src/core/discussion/discussion.ts';
import { dayMs, hourMs, minuteMs } from '../../src/core/time/duration.ts';
import { ruleCase } from '../../src/newsroom/moderation/rule-case.ts';
import { flaggedComment } from '../../src/newsroom/moderation/flagged-content.ts';
import { anEdition, aStory, threeComments } from '../support/editions.ts';
import { openNewsroom, type People, press, reportByButton, words } from './people.ts';

// A discussion whose comments were deleted here, 90 days after it closed.

const gone = /^This discussion ended long ago, so Wirethread has deleted the comments/;

let people: People;
beforeEach(async () => {
  people = await openNewsroom({ edition: anEdition(aStory({ comments: threeComments })) });
});
afterEach(() => people.close());

const inThread = (command: string, options = {}) =>
  words(people.sam.at(people.threadId()).run(`/discussion ${command}`, options));
const contents = () => people.said().map(({ id, content }) => `${id} ${content}`);

async function theDiscussion() {
  const { discussions } = people.bot.ports.store;
  const [found] = await discussions.listInGuild(people.guildId, discussionStates, 1);
  if (!found) throw new Error('there is a discussion');
  return found.discussion;
}

const comments = async () =>
  people.bot.ports.store.discussions.listComments((await theDiscussion()).id);

async function closedFor(ms: number): Promise<void> {
  await inThread('close');
  await people.quiet();
  await people.later(minuteMs);
  expect((await theDiscussion()).state).toBe('closed');
  await people.later(ms);
}

test('90 days after it closed, a discussion has no stored comment, and its thread stays as it is', async () => {
  await closedFor(89 * dayMs);
  expect(await comments()).toHaveLength(3);
  const before = contents();
  const [first] = await comments();
  await people.later(2 * dayMs);
  expect((await theDiscussion()).state).toBe('expired');
  expect(await comments()).toEqual([]);
  const { deliveries } = people.bot.ports.store;
  for (const { id } of people.said()) expect(await deliveries.getByMessage(id)).toBeNull();
  expect(await deliveries.get(`comment:${first?.key}:0`)).toBeNull();
  expect(contents()).toEqual(before);
});

test('every subcommand of /discussion says that an expired discussion is over', async () => {
  await closedFor(91 * dayMs);
  expect(await inThread('status')).toMatch(gone);
  expect(await inThread('reopen')).toMatch(gone);
  expect(await inThread('close')).toMatch(gone);
  expect(await inThread('extend', { by: '1d' })).toMatch(gone);
});

test('nothing is posted again in an expired discussion, whatever its site and people do', async () => {
  await closedFor(91 * dayMs);
  const before = contents();
  people.paper.addComment('pier', { author: 'Maren', text: 'Years later.' });
  const sam = people.discord.actor(people.moderator).at(people.threadId());
  sam.unarchiveThread(people.threadId());
  sam.unlockThread(people.threadId());
  await people.later(hourMs);
  await people.later(2 * dayMs);
  expect(contents()).toEqual(before);
  const [last] = people.said().slice(-1);
  people.discord
    .actor(people.moderator)
    .at(people.threadId())
    .deleteMessage(last?.id ?? '');
  await people.later(hourMs);
  expect(contents()).toEqual(before.slice(0, -1));
  people.discord.faults.deleteThread(people.threadId());
  await people.later(hourMs);
  expect((await theDiscussion()).state).toBe('expired');
  expect(people.messages().filter(({ type }) => type === 0)).toHaveLength(1);
});

test('a report on a comment of an expired discussion gets a clear answer', async () => {
  const [first] = await comments();
  await closedFor(91 * dayMs);
  await expect(flaggedComment(people.bot.ports, people.guildId, first?.key ?? '')).rejects.toThrow(
    'The discussion of this comment ended long ago',
  );
  const comment = people.shown('When will they decide?');
  const link = `https://discord.com/channels/${people.guildId}/${people.threadId()}/${comment?.id}`;
  const answer = await words(people.nia.run('/flag', { link, reason: 'abuse' }));
  expect(answer).toMatch(/^Wirethread no longer stores this message of its own/);
});

test('a discussion with an open case does not expire, and a ruling of an expired one stays', async () => {
  await reportByButton(people.nia, people.shown('When will they decide?'), 'abuse', 'He is rude.');
  await people.quiet();
  await closedFor(91 * dayMs);
  expect(await comments()).toHaveLength(3);
  await press(people.sam, people.card(), 'Remove');
  await people.quiet();
  expect(people.shown('When will they decide?')).toBeUndefined();
  await people.later(hourMs);
  expect(await comments()).toEqual([]);
  const found = await people.bot.ports.store.cases.get(people.guildId, 1);
  const undo = {
    guildId: people.guildId,
    number: 1,
    action: 'undo',
    by: people.moderator,
  } as const;
  const versionSeen = found?.version ?? 0;
  await expect(
    ruleCase(
      people.bot.ports,
      { ...undo, versionSeen, senior: true, reason: null },
      new AbortController().signal,
    ),
  ).rejects.toThrow('This ruling can no longer be undone.');
  expect(await people.bot.ports.store.audit.list(people.guildId, 50)).toContainEqual(
    expect.objectContaining({ action: 'case.remove' }),
  );
});
