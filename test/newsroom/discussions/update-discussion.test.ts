import { afterEach, expect, test } from 'vitest';
import type { Discussion } from '../../../src/core/discussion/discussion.ts';
import { hourMs, minuteMs, secondMs } from '../../../src/core/time/duration.ts';
import { setOverride } from '../../../src/newsroom/discussions/moderator-override.ts';
import { detachThread } from '../../../src/newsroom/discussions/detach-discussion.ts';
import {
  onThreadChanged,
  reconcileThreads,
} from '../../../src/newsroom/discussions/discord-events.ts';
import type { Ports } from '../../../src/newsroom/ports.ts';
import { flaggedComment } from '../../../src/newsroom/moderation/flagged-content.ts';
import { report } from '../../../src/newsroom/moderation/report.ts';
import { ruleCase } from '../../../src/newsroom/moderation/rule-case.ts';
import { updateNextDiscussion } from '../../../src/newsroom/discussions/update-discussion.ts';
import { anEdition, aStory, threeComments } from '../../support/editions.ts';
import { type Newsroom, type Staging, stageNewsroom } from '../../support/newsroom.ts';

let newsroom: Newsroom;
afterEach(() => newsroom.close());

const { signal } = new AbortController();
const ports = () => newsroom.bot.ports;
const threadId = () => newsroom.threads()[0]?.id ?? '';
const locked = () => newsroom.discord.thread(threadId())?.thread_metadata.locked;
const texts = () =>
  newsroom
    .messages(threadId())
    .filter(({ type }) => type === 0 || type === 19)
    .map(({ content }) => content);

async function withThread(staging: Staging = {}): Promise<void> {
  newsroom = await stageNewsroom({
    edition: anEdition(aStory({ comments: threeComments })),
    ...staging,
  });
  await newsroom.quiet();
}

async function discussion(): Promise<Discussion> {
  const states = ['waiting', 'open', 'closing-soon', 'closing', 'closed', 'detached'] as const;
  const [found] = await ports().store.discussions.listInGuild(newsroom.guildId, states, 1);
  if (!found) throw new Error('there is a discussion');
  return found.discussion;
}

/** Looks at what is due, at most so often, delivering nothing; how many looks it took. */
async function looks(most: number, given: Ports = ports()): Promise<number> {
  for (let look = 0; look < most; look += 1) {
    if (!(await updateNextDiscussion(given, signal))) return look;
  }
  return most;
}

async function word(kind: 'closed' | 'never-closes'): Promise<void> {
  const given = ({ now }: { now: number }) => (kind === 'closed' ? { kind, at: now } : { kind });
  await setOverride(ports(), (await discussion()).id, given, newsroom.moderator);
}

async function opened(): Promise<string[]> {
  const lines = await ports().store.audit.list(newsroom.guildId, 50);
  return lines.map(({ action }) => action).filter((action) => action === 'discussion.open');
}

test.each([
  ['edited', () => newsroom.paper.editComment('pier', 'c3', 'The old pier is a disgrace.')],
  ['missing', () => newsroom.paper.withdrawComment('pier', 'c3')],
])(
  'a ruling on a comment made while its page, where it is %s, is fetched is not undone',
  async (_, change) => {
    await withThread();
    change();
    const before = await ports().store.discussions.listComments((await discussion()).id);
    const rude = before.find(({ comment }) => comment.author === 'Ngozi');
    const { guildId, moderator } = newsroom;
    const flagged = await flaggedComment(ports(), newsroom.guildId, rude?.key ?? '');
    const by = {
      reporterId: moderator,
      kind: 'moderator',
      reason: 'abuse',
      details: null,
    } as const;
    await report(ports(), guildId, flagged, by);
    const remove = { action: 'remove', by: moderator, senior: true, reason: null } as const;
    newsroom.clock.advance(6 * minuteMs);
    let ruled = false;
    await looks(5, {
      ...ports(),
      fetch: async (request, inner) => {
        const answer = await ports().fetch(request, inner);
        if (!ruled) {
          const ruling = { guildId, number: 1, versionSeen: 1, ...remove };
          await ruleCase(ports(), ruling, new AbortController().signal);
        }
        ruled = true;
        return answer;
      },
    });
    await newsroom.quiet();
    expect(ruled).toBe(true);
    expect(texts()).toHaveLength(3);
    expect(texts().filter((text) => /a disgrace|for a century/.test(text))).toEqual([]);
    expect((await ports().store.discussions.getComment(rude?.key ?? ''))?.state).toBe('tombstone');
  },
);

test('a discussion kept open after its feed was removed is not updated endlessly', async () => {
  await withThread();
  const { store } = ports();
  await store.feeds.deleteSubscription((await discussion()).subscriptionId);
  await word('never-closes');
  newsroom.clock.advance(hourMs);
  expect(await looks(20)).toBeLessThan(5);
  expect((await discussion()).state).toBe('open');
});

test('a discussion reopened just before the bot stopped is still open when it starts again', async () => {
  await withThread();
  await word('closed');
  for (let look = 0; look < 5; look += 1) await newsroom.later(3 * secondMs);
  expect(locked()).toBe(true);
  await word('never-closes');
  expect(await looks(1)).toBe(1);
  expect(locked()).toBe(true);

  await reconcileThreads(ports(), null, signal);
  await newsroom.later(3 * secondMs);
  await newsroom.later(3 * secondMs);
  expect((await discussion()).state).toBe('open');
  expect(locked()).toBe(false);
});

test('a person who unlocks a thread while it is being closed reopens the discussion', async () => {
  await withThread();
  newsroom.paper.addComment('pier', { author: 'Odd', text: 'And now?' });
  newsroom.clock.advance(6 * minuteMs);
  const person = newsroom.discord.actor(newsroom.moderator);
  person.lockThread(threadId());
  await onThreadChanged(ports(), threadId(), { locked: true }, signal);
  await looks(3);
  expect((await discussion()).state).toBe('closing');
  person.unlockThread(threadId());
  await onThreadChanged(ports(), threadId(), { locked: false }, signal);
  for (let look = 0; look < 5; look += 1) await newsroom.later(3 * secondMs);
  expect((await discussion()).state).toBe('open');
  expect(locked()).toBe(false);
});

test('a person who locks a thread and unlocks it at once leaves the discussion open', async () => {
  await withThread();
  const person = newsroom.discord.actor(newsroom.moderator);
  for (const locked of [true, false]) {
    if (locked) person.lockThread(threadId());
    else person.unlockThread(threadId());
    await onThreadChanged(ports(), threadId(), { locked }, signal);
  }
  for (let look = 0; look < 5; look += 1) await newsroom.later(3 * secondMs);
  expect((await discussion()).state).toBe('open');
  expect(locked()).toBe(false);
});

test('an older story whose comments fail at first is still mirrored completely', async () => {
  newsroom = await stageNewsroom({
    edition: anEdition(aStory({ comments: threeComments })),
    settings: { commentPeriodMs: minuteMs, closingWarningMs: 0 },
  });
  newsroom.paper.faults.answer(/comments/, { status: 500 }, 2);
  await newsroom.quiet();
  expect(newsroom.threads()).toHaveLength(0);
  for (let look = 0; look < 6; look += 1) await newsroom.later(10 * minuteMs);
  expect(texts()).toHaveLength(5);
  expect(locked()).toBe(true);
});

test('an older story whose comments always fail is closed without comments', async () => {
  newsroom = await stageNewsroom({
    edition: anEdition(aStory({ comments: threeComments })),
    settings: { commentPeriodMs: minuteMs },
  });
  newsroom.paper.faults.answer(/^\/stories\/pier/, { status: 500 }, 1_000);
  await newsroom.quiet();
  for (let look = 0; look < 6; look += 1) await newsroom.later(hourMs);
  expect((await discussion()).state).toBe('closed');
  expect(newsroom.threads()).toHaveLength(0);
});

test('the comments of a discussion that its publisher closed are fetched once an hour', async () => {
  await withThread();
  newsroom.paper.closeDiscussion('pier');
  for (let look = 0; look < 9; look += 1) await newsroom.later(5 * minuteMs);
  expect((await discussion()).state).toBe('closed');
  const asked = () => [...newsroom.paper.requests()].filter(([path]) => /comments/.test(path));
  const total = () => asked().reduce((sum, [, times]) => sum + times, 0);
  await newsroom.later(hourMs);
  const before = total();
  for (let look = 0; look < 12; look += 1) await newsroom.later(10 * minuteMs);
  expect(total() - before).toBe(2);

  newsroom.paper.reopenDiscussion('pier');
  for (let look = 0; look < 4; look += 1) await newsroom.later(hourMs);
  expect(locked()).toBe(false);
});

test('a discussion that closed while the bot was offline is not opened again', async () => {
  await withThread();
  await word('closed');
  expect(await looks(1)).toBe(1);
  expect((await discussion()).state).toBe('closing');
  const before = await opened();
  await newsroom.later(2 * hourMs);
  await newsroom.later(3 * secondMs);
  expect((await discussion()).state).toBe('closed');
  expect(await opened()).toEqual(before);
});

test('the closing notice counts the comments that were not mirrored in time', async () => {
  await withThread();
  for (const text of ['One.', 'Two.', 'Three.']) {
    newsroom.paper.addComment('pier', { author: 'Odd', text });
  }
  newsroom.clock.advance(6 * minuteMs);
  await looks(1);
  await word('closed');
  await looks(3);
  // Half an hour in which somebody looks: longer gaps don't count.
  for (let gap = 0; gap < 10; gap += 1) {
    newsroom.clock.advance(4 * minuteMs);
    await looks(1);
  }
  expect((await discussion()).state).toBe('closed');
  await newsroom.quiet();
  expect(texts().at(-1)).toMatch(/\b3 more comments\b/);
});

test('a discussion whose channel was deleted is no longer updated', async () => {
  newsroom = await stageNewsroom({ edition: anEdition(aStory({ comments: threeComments })) });
  newsroom.discord.faults.failNext('POST /channels/:channel/messages/:message/threads', {
    status: 404,
    body: { code: 10003, message: 'Unknown Channel' },
  });
  await newsroom.quiet();
  await newsroom.later(hourMs);
  expect((await discussion()).state).toBe('detached');
});

test('replies are posted after the comments they answer even when the clock was set back', async () => {
  await withThread();
  const parent = newsroom.paper.addComment('pier', { author: 'Odd', text: 'Who pays for it?' });
  newsroom.clock.advance(6 * minuteMs);
  await looks(1);
  newsroom.paper.addComment('pier', { author: 'Maren', text: 'We do.', inReplyTo: parent });
  await ports().store.discussions.save({ ...(await discussion()), nextPoll: 0 }, 0);
  const clock = { ...ports().clock, now: () => newsroom.clock.now() - hourMs };
  await looks(1, { ...ports(), clock });
  await newsroom.quiet();
  const [question, answer] = newsroom.messages(threadId()).slice(-2);
  expect(question?.content).toContain('Who pays');
  expect(answer?.content).toContain('We do.');
  expect(answer?.message_reference?.message_id).toBe(question?.id);
});

test('a closing warning that could not be sent in time is not sent after closing', async () => {
  await withThread({ settings: { commentPeriodMs: 3 * hourMs, closingWarningMs: hourMs } });
  newsroom.clock.advance(90 * minuteMs);
  await looks(3);
  expect((await discussion()).state).toBe('closing-soon');
  newsroom.clock.advance(hourMs);
  await looks(2);
  for (let look = 0; look < 4; look += 1) await newsroom.later(3 * secondMs);
  expect(locked()).toBe(true);
  expect(texts()).toHaveLength(5);
});

test('a story message no longer links to a thread that was deleted', async () => {
  await withThread();
  const [story] = newsroom.messages();
  const thread = threadId();
  expect(JSON.stringify(story?.components)).toContain(thread);
  newsroom.discord.faults.deleteThread(thread);
  await detachThread(ports().store, thread, newsroom.clock.now());
  await newsroom.quiet();
  expect(JSON.stringify(newsroom.messages()[0]?.components)).not.toContain(thread);
});
