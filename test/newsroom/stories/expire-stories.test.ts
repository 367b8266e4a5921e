import { expect, test } from 'vitest';
import { storyDelivery } from '../../../src/newsroom/outbox/keys.ts';
import { unsubscribe } from '../../../src/newsroom/subscriptions/unsubscribe.ts';
import { addSubscription } from '../../../src/newsroom/subscriptions/subscribe.ts';
import { dayMs, hourMs } from '../../../src/core/time/duration.ts';
import { siteStories } from '../../support/feed-site.ts';
import {
  declared,
  edits,
  ferry,
  newsroom,
  openNewsroom,
  own,
  reads,
  site,
  storedStories,
  titles,
  usePrintedFeeds,
} from '../printed-feeds.ts';

usePrintedFeeds();

const headlines = async () =>
  (await storedStories()).flatMap(({ story }) => story.headline ?? []).toSorted();
const lamp = { ...siteStories(4)[0]!, at: 9 };

/** The ferry's story is posted, leaves its feed, and is forgotten 90 days later. */
async function expired(): Promise<void> {
  site.print([ferry]);
  await openNewsroom();
  await newsroom.quiet();
  expect(titles()).toEqual(['Ferry returns']);
  await reads(lamp);
  for (let hour = 0; hour < 8 * 24; hour += 24) await newsroom.later(24 * hourMs);
  expect(await headlines()).toEqual(['Ferry returns', 'Story 4']);
  await newsroom.later(91 * dayMs);
  expect(await headlines()).toEqual(['Story 4']);
}

test('a story that was never posted loses its text after 90 days and is never posted as new', async () => {
  site.print(siteStories(4));
  await openNewsroom({ settings: { firstRun: 1 } });
  await newsroom.quiet();
  await reads(...siteStories(4).slice(0, 1));
  await newsroom.later(91 * dayMs);
  expect(await headlines()).toEqual(['Story 4']);
  expect(await storedStories()).toHaveLength(4);
  await reads(...siteStories(4));
  expect(titles()).toEqual(['Story 4']);
});

test('a story keeps its text while its feed has it', async () => {
  site.print([ferry]);
  await openNewsroom();
  await newsroom.quiet();
  await newsroom.later(9 * dayMs);
  await newsroom.later(91 * dayMs);
  await newsroom.later(hourMs);
  expect(await headlines()).toEqual(['Ferry returns']);
  await reads({ ...ferry, headline: 'Ferry sinks' });
  expect(titles()).toEqual(['Ferry sinks']);
});

test('an expired story that its feed lists again, changed or withdrawn, changes nothing', async () => {
  await expired();
  const { deliveries } = newsroom.bot.ports.store;
  const [stored] = (await storedStories()).filter(({ story }) => story.headline === null);
  expect(await deliveries.get(storyDelivery(stored!.id, newsroom.news))).toBeNull();
  const before = edits();
  await reads(ferry, lamp);
  await reads({ ...ferry, headline: 'Ferry returns at last' }, lamp);
  await reads(lamp);
  for (let poll = 0; poll < 4; poll += 1) await reads(lamp);
  expect(edits()).toBe(before);
  expect(titles()).toEqual(['Ferry returns', 'Story 4']);
  expect(await headlines()).toEqual(['Story 4']);
});

test('the deletion of an expired story’s message does no harm', async () => {
  await expired();
  const [message] = own();
  newsroom.discord
    .actor(newsroom.moderator)
    .at(newsroom.news)
    .deleteMessage(message?.id ?? '');
  await reads(ferry, lamp);
  expect(titles()).toEqual(['Story 4']);
});

test('a feed that is removed and added again does not post an expired story', async () => {
  site.print([ferry]);
  await openNewsroom();
  await newsroom.quiet();
  const { ports } = newsroom.bot;
  const { url, guildId, channelId, settings, ...rest } = await declared();
  await ports.store.feeds.saveSubscription({
    ...rest,
    url,
    guildId,
    channelId,
    settings,
    origin: 'command',
  });
  await unsubscribe(ports, guildId, rest.id, newsroom.moderator);
  for (let day = 0; day < 3; day += 1) await newsroom.later(dayMs);
  await newsroom.later(91 * dayMs);
  await ports.store.transaction(async (ledger) => {
    await addSubscription(ports, ledger, { url, guildId, channelId, settings }, newsroom.moderator);
  });
  await newsroom.quiet();
  expect(await headlines()).toEqual([]);
  expect(titles()).toEqual(['Ferry returns']);
  await reads(ferry, lamp);
  expect(titles()).toEqual(['Ferry returns', 'Story 4']);
});

/** Polls that each give two stories other ids than before. */
async function floods(polls: number, from = 0): Promise<void> {
  for (let poll = from; poll < from + polls; poll += 1) {
    await reads(...siteStories(2).map((story) => ({ ...story, guid: `${story.slug}-${poll}` })));
  }
}

test('a feed whose stories have other ids at each poll keeps its newest ones, and the moderators are alerted once', async () => {
  site.print([]);
  await openNewsroom({ storiesPerFeed: 10 });
  await newsroom.quiet();
  const { store } = newsroom.bot.ports;
  const { feedId } = await declared();
  const alerts = () =>
    newsroom.messages(newsroom.moderatorsChannel).filter(({ content }) => content.includes('⚠️'));
  await floods(20);
  // Also the first two, which were posted and whose discussions are open, and those missed lately.
  const most = 10 + 2 + 4;
  expect(await store.feeds.countStories(feedId)).toBeLessThanOrEqual(most);
  expect(alerts().map(({ content }) => content)).toEqual([
    expect.stringContaining('had 10 new stories within 1 day.'),
  ]);
  await floods(10, 20);
  await newsroom.later(2 * dayMs);
  await floods(10, 30);
  expect(await store.feeds.countStories(feedId)).toBeLessThanOrEqual(most);
  expect(alerts()).toHaveLength(1);
  expect(titles()).toEqual(['Story 1', 'Story 2']);
  expect(newsroom.log.filter(({ event }) => event === 'feed.flooding')).toHaveLength(1);
  // It is over when the stories that it keeps are older than a week.
  await newsroom.later(9 * dayMs);
  await floods(10, 40);
  expect(alerts()).toHaveLength(2);
});
