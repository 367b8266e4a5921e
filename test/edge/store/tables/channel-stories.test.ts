import { expect, test } from 'vitest';
import { FeedId, StoryId } from '../../../../src/core/ids.ts';
import { feedId, harbour, market, newStore, noon, storedStory } from '../stores.ts';

const id = (name: string) => StoryId.parse(name);
const names = (ids: readonly { id: StoryId }[]) => ids.map((one) => String(one.id)).sort();

test('a channel stores the key and the story of each post', async () => {
  const { store } = await newStore();
  await store.channelStories.claim(harbour, 'url a', id('ferry'), noon);
  await store.channelStories.claim(market, 'url a', id('lamp'), noon);
  await store.channelStories.claim(harbour, 'url b', id('gate'), noon + 1);
  const held = await store.channelStories.getClaims(harbour, ['url a', 'url b', 'url c']);
  expect([...held]).toEqual([
    ['url a', 'ferry'],
    ['url b', 'gate'],
  ]);
  await store.channelStories.claim(harbour, 'url a', id('bell'), noon + 2);
  expect((await store.channelStories.getClaims(harbour, ['url a'])).get('url a')).toBe('bell');
  await store.channelStories.release(harbour, [id('bell'), id('lamp')]);
  expect((await store.channelStories.getClaims(harbour, ['url a'])).size).toBe(0);
  expect((await store.channelStories.getClaims(market, ['url a'])).get('url a')).toBe('lamp');
  expect(await store.retention.deleteClaims(noon + 1, 10)).toBe(1);
  expect((await store.channelStories.getClaims(market, ['url a'])).size).toBe(0);
});

test('a due digest is claimed once and in order, and later stories wait for the next', async () => {
  const { store } = await newStore();
  const gather = (story: string, dueAt: number, ordinal: number, subscriptionId = 'sub') =>
    store.digests.add({
      subscriptionId,
      channelId: harbour,
      storyId: id(story),
      dueAt,
      ordinal,
    });
  await gather('lamp', noon, 2);
  await gather('ferry', noon, 1);
  await gather('ferry', noon + 9, 9);
  await gather('gate', noon + 5, 3);
  await gather('bell', noon + 1, 4, 'other');
  expect(await store.digests.getDue(noon - 1)).toBeNull();
  const due = { subscriptionId: 'sub', channelId: harbour, dueAt: noon };
  expect(await store.digests.getDue(noon + 9)).toEqual(due);
  expect(await store.digests.has(id('ferry'))).toBe(true);
  expect(await store.digests.take('sub', noon)).toEqual(['ferry', 'lamp']);
  expect(await store.digests.take('sub', noon)).toEqual([]);
  expect(await store.digests.has(id('ferry'))).toBe(false);
  expect(await store.digests.getDue(noon + 9)).toMatchObject({ subscriptionId: 'other' });
  expect(await store.digests.take('sub', noon + 9)).toEqual(['gate']);
});

test('a digest that is not due can be moved to another time', async () => {
  const { store } = await newStore();
  const gather = (story: string, dueAt: number, subscriptionId = 'sub') =>
    store.digests.add({
      subscriptionId,
      channelId: harbour,
      storyId: id(story),
      dueAt,
      ordinal: 1,
    });
  await gather('ferry', noon);
  await gather('lamp', noon + 9);
  await gather('gate', noon + 9, 'other');
  await store.digests.reschedule('sub', noon + 3, noon);
  expect(await store.digests.take('sub', noon)).toEqual(['ferry']);
  expect(await store.digests.getDue(noon + 8)).toMatchObject({
    subscriptionId: 'sub',
    dueAt: noon + 3,
  });
  expect(await store.digests.take('sub', noon + 3)).toEqual(['lamp']);
  expect(await store.digests.getDue(noon + 8)).toBeNull();
});

test('a feed’s stories are listed without their text, present and missing ones', async () => {
  const { store } = await newStore();
  for (const name of ['ferry', 'lamp', 'gate'])
    await store.feeds.saveStories({ stories: [storedStory(name)] });
  await store.feeds.saveStories({
    stories: [storedStory('else', { feedId: FeedId.parse('other') })],
  });
  expect(names(await store.feeds.listTrackedStories(feedId, []))).toEqual([
    'ferry',
    'gate',
    'lamp',
  ]);
  await store.feeds.saveStories({ missing: new Map([[2, [id('lamp')]]]) });
  await store.feeds.saveStories({ missing: new Map([[null, [id('gate')]]]) });
  const listed = await store.feeds.listTrackedStories(feedId, []);
  expect(listed.find((one) => one.id === 'lamp')).toEqual({
    id: 'lamp',
    identity: 'guid-lamp',
    feedHash: 'first',
    missing: 2,
    withdrawnAt: null,
    firstSeenAt: noon,
    isExpired: false,
  });
  expect(names(listed)).toEqual(['ferry', 'lamp']);
  expect(names(await store.feeds.listMissingStories(feedId))).toEqual(['lamp']);
  const named = await store.feeds.listTrackedStories(feedId, [
    'guid-gate',
    'guid-else',
    'guid-none',
  ]);
  expect(names(named)).toEqual(['ferry', 'gate', 'lamp']);
});

test('a story stays withdrawn when its text is saved at the same time', async () => {
  const { store } = await newStore();
  const ferry = storedStory('ferry');
  await store.feeds.saveStories({ stories: [ferry] });
  await store.feeds.saveStories({ withdrawn: new Map([[noon + 3, [ferry.id]]]) });
  await store.feeds.saveStories({ stories: [{ ...ferry, enrichAttempts: 1 }] });
  expect(await store.feeds.getStory(ferry.id)).toMatchObject({ withdrawnAt: noon + 3 });
  expect(await store.feeds.listTrackedStories(feedId, [])).toEqual([]);
  await store.feeds.saveStories({ withdrawn: new Map([[null, [ferry.id]]]) });
  expect(await store.feeds.listTrackedStories(feedId, [])).toMatchObject([
    { missing: 0, withdrawnAt: null },
  ]);
});

test('a thousand stories are looked up in one statement', async () => {
  const { store } = await newStore();
  const identities = Array.from({ length: 1000 }, (_, index) => `guid-${index}`);
  await store.transaction(async ({ feeds }) => {
    for (const identity of identities)
      await feeds.saveStories({ stories: [storedStory(identity, { identity })] });
  });
  expect(await store.feeds.listStories(feedId, identities)).toHaveLength(1000);
  expect(await store.feeds.listTrackedStories(feedId, identities)).toHaveLength(1000);
});

test('what a feed claimed in a channel is claimed in another, unless another story has it there', async () => {
  const { store } = await newStore();
  const { channelStories } = store;
  const stories = [
    storedStory('ferry'),
    storedStory('lamp'),
    storedStory('gate', { feedId: FeedId.parse('other-feed') }),
  ];
  await store.feeds.saveStories({ stories });
  for (const [index, { id: story }] of stories.entries()) {
    await channelStories.claim(harbour, `url ${index}`, story, noon);
  }
  await channelStories.claim(market, 'url 1', id('bell'), noon);
  expect(await channelStories.copyClaims(feedId, harbour, market)).toEqual(['lamp']);
  const held = await channelStories.getClaims(market, ['url 0', 'url 1', 'url 2']);
  expect(Object.fromEntries(held)).toEqual({ 'url 0': 'ferry', 'url 1': 'bell' });
});

test('a digest in gathering moves to another channel, without stories that it has', async () => {
  const { store } = await newStore();
  const gathered = { subscriptionId: 'sub', channelId: harbour, dueAt: noon };
  for (const [ordinal, name] of ['ferry', 'lamp'].entries()) {
    await store.digests.add({ ...gathered, storyId: id(name), ordinal });
  }
  await store.digests.add({ ...gathered, subscriptionId: 'z', storyId: id('gate'), ordinal: 3 });
  expect(await store.digests.move('sub', market, [id('lamp')])).toEqual(['ferry', 'lamp']);
  expect(await store.digests.getDue(noon)).toEqual({ ...gathered, channelId: market });
  expect(await store.digests.take('sub', noon)).toEqual(['ferry']);
  expect(await store.digests.getDue(noon)).toMatchObject({ channelId: harbour });
});
