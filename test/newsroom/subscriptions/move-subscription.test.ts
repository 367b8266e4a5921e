import { expect, test } from 'vitest';
import {
  defaultSubscriptionSettings,
  type SubscriptionSettings,
} from '../../../src/core/feed/subscription.ts';
import { hourMs, minuteMs } from '../../../src/core/time/duration.ts';
import {
  editSubscription,
  planEdit,
} from '../../../src/newsroom/subscriptions/edit-subscription.ts';
import { deliverNext } from '../../../src/newsroom/delivery/deliver.ts';
import { pollNextFeed } from '../../../src/newsroom/feeds/poll-feed.ts';
import { addSubscription, subscribe } from '../../../src/newsroom/subscriptions/subscribe.ts';
import { headlineIn } from '../../support/headline.ts';
import { siteStories } from '../../support/feed-site.ts';
import {
  at,
  declared,
  ferry,
  lamp,
  newsroom,
  openAndPoll,
  own,
  pollMs,
  posting,
  reads,
  site,
  titles,
  until,
  usePrintedFeeds,
} from '../printed-feeds.ts';

usePrintedFeeds();

const signal = new AbortController().signal;
const titlesIn = (channelId: string) => own(channelId).map(headlineIn);

/** Another channel, where nothing is posted yet. */
const another = () => newsroom.discord.addChannel(newsroom.guildId, { name: 'other' }).id;

/** Moves the feed that `openAndPoll` declared, as if a command had added it. */
async function moves(moveTo: string): Promise<void> {
  const { ports } = newsroom.bot;
  const all = await ports.store.feeds.listSubscriptionsIn(newsroom.guildId);
  const stored = all.find(({ url }) => url === site.feedUrl);
  if (!stored) throw new Error('the feed is declared');
  await ports.store.feeds.saveSubscription({ ...stored, origin: 'command' });
  const wanted = { change: (settings: SubscriptionSettings) => settings, moveTo };
  const planned = await planEdit(ports, newsroom.guildId, stored.id, wanted, signal);
  await editSubscription(ports, planned, wanted, [], newsroom.moderator);
}

test('a moved feed posts its next stories in the new channel, and nothing again', async () => {
  site.print([ferry]);
  await openAndPoll();
  const other = another();
  await moves(other);
  await newsroom.quiet();
  await reads(ferry, lamp);
  // The same story with another id is no new story there either.
  await reads({ ...ferry, guid: 'other-id' }, lamp);
  expect(titles()).toEqual(['Ferry returns']);
  expect(titlesIn(other)).toEqual(['Lamp mended']);
  const [line] = await newsroom.bot.ports.store.audit.list(newsroom.guildId, 1);
  expect(line).toMatchObject({
    actor: newsroom.moderator,
    action: 'feed.moved',
    reason: `from ${newsroom.news} to ${other}`,
  });
});

test('a story that was posted before the move is still edited where it is', async () => {
  site.print([ferry]);
  await openAndPoll({ language: 'de' });
  const other = another();
  await moves(other);
  await reads({ ...ferry, headline: 'Ferry sinks' });
  await newsroom.later(hourMs);
  expect(titles()).toEqual(['Ferry sinks']);
  expect(JSON.stringify(own())).toContain('Korrigiert');
  expect(titlesIn(other)).toEqual([]);
});

test('what waits for the end of quiet hours is posted in the new channel only, with its discussion', async () => {
  site.print([ferry]);
  await openAndPoll({ quietHours: { from: 9 * 60, to: 12 * 60, zone: 'UTC' } });
  expect(titles()).toEqual([]);
  const other = another();
  await moves(other);
  await until(at(12) + minuteMs);
  expect(titles()).toEqual([]);
  expect(titlesIn(other)).toEqual(['Ferry returns']);
  const { store } = newsroom.bot.ports;
  const found = await store.discussions.listInGuild(newsroom.guildId, ['waiting'], 10);
  expect(found.map(({ discussion }) => discussion.channelId)).toEqual([other]);
});

test('a waiting story that the new channel has by another feed is not posted there again', async () => {
  site.print([ferry]);
  await openAndPoll({ quietHours: { from: 9 * 60, to: 12 * 60, zone: 'UTC' } });
  const other = another();
  const { ports } = newsroom.bot;
  const { guildId } = newsroom;
  const settings = defaultSubscriptionSettings;
  site.print([{ ...ferry, guid: 'other' }], site.secondFeedUrl);
  const second = { url: site.secondFeedUrl, guildId, channelId: other, settings };
  await subscribe(ports, second, newsroom.moderator);
  await newsroom.quiet();
  expect(titlesIn(other)).toEqual(['Ferry returns']);
  await moves(other);
  await until(at(12) + minuteMs);
  expect(titles()).toEqual([]);
  expect(titlesIn(other)).toEqual(['Ferry returns']);
});

test('a digest in gathering moves along', async () => {
  await openAndPoll({ digest: { every: 'hour' } });
  await reads(ferry);
  const other = another();
  await moves(other);
  await until(at(11));
  expect(own()).toEqual([]);
  expect(own(other).map(({ content }) => content)).toEqual(['The Harbour Ledger: 1 story']);
});

test('a message that Discord may have got is sent once, in the channel before', async () => {
  site.print([]);
  await openAndPoll();
  newsroom.discord.faults.failNext(posting, { status: 'drop' });
  site.print([ferry]);
  const other = another();
  newsroom.clock.advance(pollMs);
  const { ports } = newsroom.bot;
  await pollNextFeed(ports, signal);
  await deliverNext(ports, signal);
  expect(titles()).toEqual([]);
  await moves(other);
  await newsroom.later(hourMs);
  expect(titles()).toEqual(['Ferry returns']);
  expect(titlesIn(other)).toEqual([]);
});

test('a feed can be added again to the channel that it left, and moves back only when it is not there', async () => {
  site.print(siteStories(1));
  await openAndPoll();
  const other = another();
  await moves(other);
  const { ports } = newsroom.bot;
  const { url, guildId, settings, id } = await declared();
  const again = { url, guildId, channelId: newsroom.news, settings };
  const added = await ports.store.transaction((ledger) =>
    addSubscription(ports, ledger, again, newsroom.moderator),
  );
  expect(added?.id).not.toBe(id);
  await newsroom.quiet();
  expect(titles()).toEqual(['Story 1']);
  const back = { change: (one: SubscriptionSettings) => one, moveTo: newsroom.news };
  await expect(planEdit(ports, guildId, id, back, signal)).rejects.toThrow(
    'has this feed already. Choose another channel',
  );
});
