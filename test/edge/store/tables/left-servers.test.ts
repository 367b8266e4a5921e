import { expect, test } from 'vitest';
import { DiscussionId } from '../../../../src/core/ids.ts';
import { inThread } from '../sending.ts';
import {
  discussion,
  flaggedCase,
  guild,
  harbour,
  market,
  newStore,
  noon,
  report,
  storedComment,
  storedStory,
  subscription,
  thread,
  wanted,
} from '../stores.ts';
import { closed } from './past.ts';

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

test('what is stored of a server is deleted in steps of about the limit, and nothing of another server', async () => {
  const { store, query } = await newStore();
  const other = '100000000000000077';
  const places = [
    { guildId: guild, channelId: harbour, threadId: thread },
    { guildId: other, channelId: market, threadId: '300000000000000077' },
  ];
  for (const { guildId, channelId, threadId } of places) {
    const name = `${guildId}-quay`;
    await store.feeds.addSubscription(subscription({ guildId, channelId }), noon);
    await store.discussions.add({ ...closed(name), guildId, channelId, threadId });
    // One without a thread.
    await store.discussions.add(discussion(`${name}-2`, { guildId, channelId }));
    for (let index = 0; index < 9; index += 1) {
      const key = `${name}-${index}`;
      await store.discussions.saveComments([
        storedComment(key, { discussionId: DiscussionId.parse(name) }),
      ]);
      const wishes = [
        { ...inThread(key, index), guildId, channelId: threadId },
        wanted(`story-${key}`, { guildId, channelId }),
      ];
      await store.deliveries.want(wishes, noon);
      await store.cases.save(flaggedCase(index, { guildId }));
      await store.cases.addReport(report({ guildId, caseNumber: index }));
      await store.channelStories.claim(channelId, key, storedStory(key).id, noon);
    }
  }
  const tables = [
    'comment',
    'delivery',
    'discussion',
    'channel',
    'flag_case',
    'report',
    'channel_story',
  ];
  const counts = async () => {
    const rows: number[] = [];
    for (const table of tables) {
      const [row] = await query(`SELECT count(*) AS n FROM ${table}`);
      rows.push(Number(row?.n));
    }
    return rows;
  };
  const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0);

  const before = await counts();
  expect(before).toEqual([18, 36, 4, 4, 18, 18, 18]);
  for (let left = sum(before); ;) {
    const deleted = await store.guilds.deleteData(guild, 2);
    const now = sum(await counts());
    if (deleted === 0) break;
    // With the last messages of a thread go its discussions, and their channels.
    expect(left - now).toBeLessThanOrEqual(2 + 2 * 2);
    left = now;
  }
  expect(await counts()).toEqual(before.map((count) => count / 2));
  expect(await query('SELECT DISTINCT guild_id FROM delivery')).toEqual([{ guild_id: other }]);
});
