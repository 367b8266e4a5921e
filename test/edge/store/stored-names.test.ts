import { expect, test } from 'vitest';
import { FeedState } from '../../../src/core/feed/feed.ts';
import {
  discussion,
  feedId,
  newStore,
  noon,
  storedStory,
  subscription,
  thread,
  wanted,
} from './stores.ts';

// Databases have these names since the first versions. A change needs a migration.

function parsed(json: unknown): unknown {
  return JSON.parse(String(json));
}

test("a discussion's override is stored under the name `word`, and read back from it", async () => {
  const { store, query } = await newStore();
  const quay = discussion('quay');
  const { override, ...rest } = quay;
  await store.discussions.add(quay);
  const row = (await query('SELECT document FROM discussion'))[0] as { document: string };
  expect(parsed(row.document)).toEqual({ ...rest, word: override });
  expect(await store.discussions.get(quay.id)).toEqual(quay);
});

test("a discussion's document has these names, which never change", async () => {
  const { store, query } = await newStore();
  const closing = {
    state: 'closing',
    threadId: thread,
    drainUntil: noon,
    awayMs: 0,
    lastFetched: true,
  } as const;
  await store.discussions.add({ ...discussion('quay'), ...closing });
  const row = (await query('SELECT document FROM discussion'))[0] as { document: string };
  const names = Object.keys(parsed(row.document) as object).toSorted();
  expect(names.join(' ')).toBe(
    'anchor awayMs changedAt channelId closedPolls closingSentence drainUntil guildId id lastError lastFetched nextPoll openPolls otherLinks pollErrors publisherClosedAt readAt replaced shownLocked slowMode slowModeRestsUntil source state storyId subscriptionId threadId total validators vanishedSince watchUntil word',
  );
});

test("a feed's `notified` is stored under the name `told`, and read back from it", async () => {
  const { store, query } = await newStore();
  await store.feeds.addSubscription(subscription(), noon);
  const feed = await store.feeds.getFeed(feedId);
  if (!feed) throw new Error('the feed was not saved');
  const state = FeedState.parse({ notified: true, throttled: 2 });
  await store.feeds.saveFeed({ ...feed, state });
  const row = (await query('SELECT state FROM feed'))[0] as { state: string };
  const { notified: _, ...rest } = state;
  expect(parsed(row.state)).toEqual({ ...rest, told: true });
  expect((await store.feeds.getFeed(feedId))?.state).toEqual(state);
});

test("a story's feed version is stored in the column `told`", async () => {
  const { store, query } = await newStore();
  await store.feeds.addSubscription(subscription(), noon);
  const ferry = storedStory('ferry');
  await store.feeds.saveStories({ stories: [ferry] });
  const row = (await query('SELECT told FROM story'))[0] as { told: string };
  expect(parsed(row.told)).toEqual(ferry.fromFeed);
});

test("a delivery's subject is JSON, and its story has a column", async () => {
  const { store, query } = await newStore();
  await store.deliveries.want([wanted('ferry')], noon);
  const row = (await query('SELECT kind, story_id, subject, wanted, in_order FROM delivery'))[0];
  expect({ ...row }).toEqual({
    kind: 'story',
    story_id: 'ferry',
    subject: '{"kind":"story","storyId":"ferry"}',
    wanted: 'shown',
    in_order: 1,
  });
});
