import { expect, test } from 'vitest';
import { guild, harbour, newStore, noon, storedStory, subscription } from '../stores.ts';

test('digests and summaries of a server that was left wait until the bot is back', async () => {
  const { store } = await newStore();
  const { id: subscriptionId } = subscription();
  await store.feeds.addSubscription(subscription(), noon);
  const digest = { subscriptionId, channelId: harbour, dueAt: noon };
  await store.digests.add({ ...digest, storyId: storedStory('pier').id, ordinal: 1 });
  const summary = { guildId: guild, month: '2026-08', dueAt: noon };
  await store.summaries.save(summary);
  expect(await store.digests.getDue(noon)).toEqual(digest);
  expect(await store.summaries.getDue(noon)).toEqual(summary);

  await store.guilds.leave(guild, noon);
  expect(await store.digests.getDue(noon)).toBeNull();
  expect(await store.summaries.getDue(noon)).toBeNull();
  await store.guilds.rejoin(guild);
  expect(await store.digests.getDue(noon)).toEqual(digest);
  expect(await store.summaries.getDue(noon)).toEqual(summary);
});
