import { expect, test } from 'vitest';
import { closedUnopened, detached, opened } from '../../../../src/core/discussion/discussion.ts';
import { StoryId } from '../../../../src/core/ids.ts';
import type { Store } from '../../../../src/core/ports/ledger.ts';
import {
  discussion,
  guild,
  newStore,
  quoted,
  noon,
  storedComment,
  storedStory,
  thread,
  wanted,
} from '../stores.ts';
import { leaseMs, message, send } from '../sending.ts';

const openDiscussion = (
  name: string,
  change: Parameters<typeof discussion>[1] = {},
  threadId: string = thread,
) => opened(discussion(name, change), threadId);

/** Posts the message of the story "ferry" in the harbour. */
async function postStory(store: Store): Promise<void> {
  await store.deliveries.want([wanted('ferry')], noon);
  await send(store);
}

test('a discussion is due after the message of its story was posted', async () => {
  const { store } = await newStore();
  await store.discussions.add(discussion('quay'));
  expect(await store.discussions.claimDue(noon, leaseMs)).toBeNull();
  await postStory(store);
  const claimed = await store.discussions.claimDue(noon, leaseMs);
  expect(claimed?.discussion).toEqual(discussion('quay'));
  expect(claimed?.storyMessageId).toBe(message);
  expect(await store.discussions.claimDue(noon, leaseMs)).toBeNull();
});

test('a discussion is still due after its story’s message was deleted', async () => {
  const { store } = await newStore();
  await store.discussions.add(openDiscussion('quay'));
  await postStory(store);
  await store.deliveries.endMessage(message, noon);
  expect((await store.discussions.claimDue(noon, leaseMs))?.discussion.threadId).toBe(thread);
});

test('adding a discussion twice does not change the first', async () => {
  const { store } = await newStore();
  await store.discussions.add(discussion('quay', { total: 1 }));
  await store.discussions.add(discussion('quay', { total: 2 }));
  expect((await store.discussions.get(discussion('quay').id))?.total).toBe(1);
});

test('a settled discussion is claimed again at its next due time', async () => {
  const { store } = await newStore();
  await postStory(store);
  await store.discussions.add(discussion('quay'));
  const { fence } = (await store.discussions.claimDue(noon, leaseMs)) ?? { fence: -1 };
  const next = openDiscussion('quay');
  expect(await store.discussions.settle(next, noon + 10, fence)).toBe(true);
  expect(await store.discussions.settle(next, noon + 10, fence)).toBe(false);
  expect(await store.discussions.claimDue(noon + 9, leaseMs)).toBeNull();
  const again = await store.discussions.claimDue(noon + 10, leaseMs);
  expect(again?.discussion).toEqual(next);
  expect(await store.discussions.settle(next, null, again?.fence ?? -1)).toBe(true);
  expect(await store.discussions.claimDue(noon * 2, leaseMs)).toBeNull();
});

test('an expired lease can be claimed, and its first owner can no longer settle', async () => {
  const { store } = await newStore();
  await postStory(store);
  await store.discussions.add(discussion('quay'));
  const first = await store.discussions.claimDue(noon, leaseMs);
  const second = await store.discussions.claimDue(noon + leaseMs, leaseMs);
  expect(await store.discussions.settle(discussion('quay'), null, first?.fence ?? -1)).toBe(false);
  expect(await store.discussions.settle(discussion('quay'), null, second?.fence ?? -1)).toBe(true);
});

test("saving a moderator's override ends a worker's lease", async () => {
  const { store } = await newStore();
  await postStory(store);
  await store.discussions.add(discussion('quay'));
  const looking = await store.discussions.claimDue(noon, leaseMs);
  const closed = discussion('quay', { override: { kind: 'closed', at: noon } });
  await store.discussions.save(closed, noon + 1);
  expect(await store.discussions.settle(discussion('quay'), null, looking?.fence ?? -1)).toBe(
    false,
  );
  const claimed = await store.discussions.claimDue(noon + 1, leaseMs);
  expect(claimed?.discussion.override).toEqual({ kind: 'closed', at: noon });
  await expect(store.discussions.save(discussion('unknown'), null)).rejects.toThrow(/unknown/);
});

test('discussions are found by thread, by story and by guild', async () => {
  const { store } = await newStore();
  await store.feeds.saveStories({ stories: [storedStory('ferry')] });
  const open = openDiscussion('open', { anchor: noon + 1 });
  const newest = openDiscussion('newest', { anchor: noon + 2 }, '300000000000000032');
  const lamp = StoryId.parse('lamp');
  const closed = closedUnopened(discussion('closed', { storyId: lamp, anchor: noon + 3 }), null);
  for (const each of [open, newest, closed]) await store.discussions.add(each);
  expect(await store.discussions.getByThread(thread)).toEqual(open);
  expect(await store.discussions.getByThread('300000000000000999')).toBeNull();
  expect(await store.discussions.listOfStory(lamp)).toEqual([closed]);
  const { headline } = storedStory('ferry').story;
  expect(await store.discussions.listInGuild(guild, ['open', 'waiting'], 9)).toEqual([
    { discussion: newest, headline },
    { discussion: open, headline },
  ]);
  expect(await store.discussions.listInGuild(guild, ['closed', 'open'], 1)).toEqual([
    { discussion: closed, headline: null },
  ]);
  expect(await store.discussions.listInGuild(guild, [], 9)).toEqual([]);
});

test('detached discussions are not listed among those with threads', async () => {
  const { store } = await newStore();
  const open = openDiscussion('open');
  await store.discussions.add(open);
  await store.discussions.add(discussion('waiting'));
  await store.discussions.add(detached(openDiscussion('gone', {}, '300000000000000031')));
  const page = { guildId: null, overSince: noon, after: null, limit: 9 };
  expect(await store.discussions.listWithThreads(page)).toEqual([open]);
  const { discussions } = store;
  expect(await discussions.listWithThreads({ ...page, guildId: guild })).toEqual([open]);
  expect(await discussions.listWithThreads({ ...page, guildId: 'another' })).toEqual([]);
});

test('threads to compare come in pages, without those of discussions that were over before', async () => {
  const { store } = await newStore();
  const { discussions, retention } = store;
  const [first, second] = ['300000000000000031', '300000000000000032'] as const;
  const closed = (name: string, threadId: string) => {
    const { threadId: _, ...facts } = discussion(name);
    return { ...facts, state: 'closed', threadId, drainUntil: null } as const;
  };
  await discussions.add(closed('old', thread));
  await retention.markOver(noon, 9);
  await discussions.add(closed('lately', first));
  await retention.markOver(noon + 1, 9);
  await discussions.add(closed('now', second));
  await discussions.add(openDiscussion('open', {}, '300000000000000033'));
  const page = (after: string | null, limit: number) =>
    discussions
      .listWithThreads({ guildId: null, overSince: noon + 1, after, limit })
      .then((found) => found.map(({ id }) => id));
  expect(await page(null, 2)).toEqual(['lately', 'now']);
  expect(await page(second, 2)).toEqual(['open']);
});

test("a discussion's comments are listed in thread order, in their latest version", async () => {
  const { store } = await newStore();
  const second = storedComment('second', { ordinal: 2 });
  const first = storedComment('first', { ordinal: 1 });
  await store.discussions.saveComments([second, first]);
  const hidden = { ...second, hidden: true, state: 'tombstone', missing: 1, parts: 2 } as const;
  await store.discussions.saveComments([hidden]);
  expect(await store.discussions.listComments(second.discussionId)).toEqual([first, hidden]);
  expect(await store.discussions.getComment('second')).toEqual(hidden);
  expect(await store.discussions.getComment('third')).toBeNull();
});

test('several comments are saved all or none', async () => {
  const { store } = await newStore();
  const first = storedComment('first');
  const twin = storedComment('twin', { comment: first.comment });
  await expect(store.discussions.saveComments([first, twin])).rejects.toThrow(/unique/i);
  expect(await store.discussions.listComments(first.discussionId)).toEqual([]);
});

test('discussions that a version before stored are read in every state', async () => {
  const { store, query } = await newStore();
  const { override, ...facts } = discussion('quay');
  await store.discussions.add(discussion('quay'));
  const before = (state: string, change: object) => {
    const unused = { threadId: thread, drainUntil: null, lastFetched: false };
    const document = { ...facts, ...unused, word: override, state, ...change };
    return query(`UPDATE discussion SET document = ${quoted(document)}`);
  };
  const read = () => store.discussions.get(facts.id);
  const same = { ...facts, override, threadId: thread };
  await before('waiting', { threadId: null });
  expect(await read()).toEqual(discussion('quay'));
  await before('open', { drainUntil: noon, lastFetched: true });
  expect(await read()).toEqual({ ...same, state: 'open' });
  await before('closing-soon', {});
  expect(await read()).toEqual({ ...same, state: 'closing-soon' });
  await before('closing', { drainUntil: noon });
  expect(await read()).toEqual({
    ...same,
    state: 'closing',
    drainUntil: noon,
    awayMs: 0,
    lastFetched: false,
  });
  await before('closed', { drainUntil: noon, lastFetched: true });
  expect(await read()).toEqual({ ...same, state: 'closed', drainUntil: noon });
  await before('detached', {});
  expect(await read()).toEqual({ ...same, state: 'detached' });
});
