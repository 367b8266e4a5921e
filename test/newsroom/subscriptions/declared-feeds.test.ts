import { afterEach, expect, test } from 'vitest';
import { FeedAccess } from '../../../src/core/feed/feed.ts';
import { defaultSubscriptionSettings } from '../../../src/core/feed/subscription.ts';
import { minuteMs } from '../../../src/core/time/duration.ts';
import type { Ports } from '../../../src/newsroom/ports.ts';
import { syncDeclaredFeeds } from '../../../src/newsroom/subscriptions/declared-feeds.ts';
import { anEdition, aStory, threeComments } from '../../support/editions.ts';
import { type Newsroom, stageNewsroom } from '../../support/newsroom.ts';

let newsroom: Newsroom;
afterEach(() => newsroom.close());

test('the discussions are listed only once when many feeds are no longer declared', async () => {
  newsroom = await stageNewsroom({
    edition: anEdition(aStory({ comments: threeComments })),
    feedUrls: ({ feedUrl }) => [feedUrl, `${feedUrl}?a`, `${feedUrl}?b`, `${feedUrl}?c`],
  });
  await newsroom.quiet();
  const { guildId, bot } = newsroom;
  const states = () =>
    bot.ports.store.discussions
      .listInGuild(guildId, ['waiting', 'open', 'closing-soon'], 100)
      .then((live) => live.map(({ discussion }) => discussion.state));
  expect(await states()).toEqual(['open']);
  let looked = 0;
  const { store } = bot.ports;
  const counting: Ports = {
    ...bot.ports,
    store: {
      ...store,
      transaction: (work) =>
        store.transaction((ledger) => {
          const inGuild: typeof ledger.discussions.listInGuild = (...asked) => {
            looked += 1;
            return ledger.discussions.listInGuild(...asked);
          };
          return work({ ...ledger, discussions: { ...ledger.discussions, listInGuild: inGuild } });
        }),
    },
  };
  await syncDeclaredFeeds(counting, []);
  expect(looked).toBe(1);
  expect(await store.feeds.listSubscriptionsIn(guildId)).toEqual([]);
  await newsroom.later(10 * minuteMs);
  expect(await states()).toEqual([]);
});

test('a declared feed whose stored access is lost gets it again at the next start', async () => {
  newsroom = await stageNewsroom({ edition: anEdition(), feedUrls: () => [] });
  const { guildId, news: channelId, bot } = newsroom;
  const access = FeedAccess.parse({ username: 'nia', password: 'secret' });
  const url = 'https://harbour-ledger.example/feed';
  const declared = [{ url, access, guildId, channelId, settings: defaultSubscriptionSettings }];
  await syncDeclaredFeeds(bot.ports, declared);
  const [subscription] = await bot.ports.store.feeds.listSubscriptionsIn(guildId);
  if (!subscription) throw new Error('the feed is declared');
  await bot.ports.store.access.delete(subscription.feedId);
  await syncDeclaredFeeds(bot.ports, declared);
  expect(await bot.ports.store.access.get(subscription.feedId)).toEqual(access);
});
