import { afterEach, expect, test } from 'vitest';
import { hourMs, minuteMs } from '../../../src/core/time/duration.ts';
import { setOverride } from '../../../src/newsroom/discussions/moderator-override.ts';
import { muteAuthor, unmuteAuthor } from '../../../src/newsroom/moderation/mute-author.ts';
import { type Newsroom, stageNewsroom } from '../../support/newsroom.ts';
import { all, packs, remarks, shownText, withHistoryOf } from './packed.ts';

// What people do to a thread while its backlog is posted.

let newsroom: Newsroom;
afterEach(() => newsroom.close());

const count = 60;
const threadId = () => newsroom.threads()[0]?.id ?? '';
const isLocked = () => newsroom.discord.thread(threadId())?.thread_metadata.locked;
const owner = () => {
  const [guild] = newsroom.discord.guilds();
  return newsroom.discord.actor(guild?.ownerId ?? '');
};
const said = () => remarks(newsroom);
const last = () => newsroom.messages(threadId()).at(-1)?.content;

/** A backlog of which Discord has taken two packed messages, and takes no more for now. */
async function inMidBacklog(): Promise<void> {
  newsroom = await stageNewsroom({ edition: withHistoryOf(count) });
  const isHeld = ({ method, body }: { method: string; body?: unknown }) =>
    method === 'POST' &&
    (JSON.stringify(body) ?? '').includes('Remark') &&
    packs(newsroom).length === 2;
  newsroom.discord.faults.failNext(isHeld, { status: 503, count: Infinity });
  await newsroom.quiet();
  expect(packs(newsroom)).toHaveLength(2);
  expect(said().length).toBeLessThan(count);
}

async function discussion() {
  const states = ['open', 'closing', 'closed', 'detached'] as const;
  const { store } = newsroom.bot.ports;
  const [found] = await store.discussions.listInGuild(newsroom.guildId, states, 1);
  if (!found) throw new Error('there is a discussion');
  return found.discussion;
}

async function closesByModerator(): Promise<void> {
  const decide = ({ now }: { now: number }) => ({ kind: 'closed', at: now }) as const;
  await setOverride(newsroom.bot.ports, (await discussion()).id, decide, newsroom.moderator);
}

async function minutes(count: number): Promise<void> {
  for (let past = 0; past < count; past += 5) await newsroom.later(5 * minuteMs);
}

test('a discussion that closes in mid-backlog posts the rest first, then its notice, then is locked', async () => {
  await inMidBacklog();
  await closesByModerator();
  await minutes(5);
  expect(isLocked()).toBe(false);
  newsroom.discord.faults.clear();
  await minutes(20);
  expect(said().toSorted((a, b) => a - b)).toEqual(all(count));
  expect(last()).toContain('closed');
  expect(isLocked()).toBe(true);
});

test('what is not posted within half an hour of the closing is counted in the notice and never posted', async () => {
  await inMidBacklog();
  const before = said();
  await closesByModerator();
  await minutes(35);
  expect(isLocked()).toBe(true);
  newsroom.discord.faults.clear();
  await minutes(15);
  await newsroom.restart();
  await newsroom.later(hourMs);
  expect(said()).toEqual(before);
  expect(last()).toMatch(new RegExp(`${count - before.length} more comments`, 'u'));
  expect(await newsroom.bot.ports.store.deliveries.countOpen(threadId())).toBe(0);
});

test('the time in which no bot ran does not count: the rest is posted after two hours away', async () => {
  await inMidBacklog();
  await closesByModerator();
  await minutes(5);
  await newsroom.restart();
  await newsroom.later(2 * hourMs);
  newsroom.discord.faults.clear();
  await minutes(20);
  expect(said().toSorted((a, b) => a - b)).toEqual(all(count));
  expect(last()).toContain('closed');
  expect(isLocked()).toBe(true);
});

test('a thread that a person locks in mid-backlog gets the rest and the notice, and stays locked', async () => {
  await inMidBacklog();
  owner().lockThread(threadId());
  await newsroom.discord.waitFor(() => isLocked());
  await discussionIsClosing();
  newsroom.discord.faults.clear();
  await minutes(20);
  expect(said().toSorted((a, b) => a - b)).toEqual(all(count));
  expect(last()).toContain('closed');
  expect(isLocked()).toBe(true);
});

async function discussionIsClosing(): Promise<void> {
  await newsroom.discord.waitFor(async () => (await discussion()).override?.kind === 'closed');
  await newsroom.quiet();
  expect((await discussion()).state).toBe('closing');
}

test('a thread that is archived in mid-backlog gets the rest: that is no closing', async () => {
  await inMidBacklog();
  owner().archiveThread(threadId());
  newsroom.discord.faults.clear();
  await minutes(20);
  expect(said().toSorted((a, b) => a - b)).toEqual(all(count));
  expect((await discussion()).state).toBe('open');
});

test('a thread that is deleted in mid-backlog ends it: nothing waits, nothing is opened again', async () => {
  await inMidBacklog();
  const id = threadId();
  owner().deleteThread(id);
  await newsroom.discord.waitFor(async () => (await discussion()).state === 'detached');
  newsroom.discord.faults.clear();
  await minutes(20);
  expect(newsroom.threads()).toHaveLength(0);
  expect(await newsroom.bot.ports.store.deliveries.countOpen(id)).toBe(0);
  const moderators = newsroom.messages(newsroom.moderatorsChannel);
  expect(moderators.map(({ content }) => content).join('\n')).not.toContain('refused');
});

test('an author who is muted in mid-backlog is a placeholder where they were, and is not posted after', async () => {
  await inMidBacklog();
  const posted = said();
  const [seen, waiting] = [posted[0] ?? 0, all(count).find((n) => !posted.includes(n)) ?? 0];
  const { ports } = newsroom.bot;
  const by = newsroom.moderator;
  const { guildId } = newsroom;
  const muted = [];
  for (const n of [seen, waiting]) {
    const comments = await ports.store.discussions.listComments((await discussion()).id);
    const commentKey = comments.find(({ comment }) => comment.author === `Reader ${n}`)?.key ?? '';
    const { author } = await muteAuthor(ports, { guildId, commentKey, by });
    muted.push({ guildId, commentKey, by, author });
  }
  newsroom.discord.faults.clear();
  await minutes(20);
  const others = all(count).filter((n) => n !== seen && n !== waiting);
  expect(said().toSorted((a, b) => a - b)).toEqual(others);
  expect(shownText(newsroom).match(/muted/gu)).toHaveLength(1);
  for (const request of muted) await unmuteAuthor(ports, request);
  await minutes(5);
  // Both are in their places: the second comes back into the message that was posted without it.
  const order = said();
  expect(order.toSorted((a, b) => a - b)).toEqual(all(count));
  expect(order[0]).toBe(seen);
});
