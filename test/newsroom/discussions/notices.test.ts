import { expect, onTestFinished, test } from 'vitest';
import { dayMs, hourMs } from '../../../src/core/time/duration.ts';
import { deliverNext } from '../../../src/newsroom/delivery/deliver.ts';
import { updateNextDiscussion } from '../../../src/newsroom/discussions/update-discussion.ts';
import { pollNextFeed } from '../../../src/newsroom/feeds/poll-feed.ts';
import { openNewsroom, words } from '../../commands/people.ts';
import { anEdition, aStory, threeComments } from '../../support/editions.ts';
import { stageNewsroom } from '../../support/newsroom.ts';

test('a changed comment period is in the pinned notices of open discussions at once', async () => {
  const people = await openNewsroom({
    edition: anEdition(aStory({ comments: threeComments })),
    feedUrls: () => [],
  });
  onTestFinished(() => people.close());
  await words(people.owner.run('/feed add', { url: people.paper.feedUrl }));
  await people.quiet();
  const [feed] = await people.bot.ports.store.feeds.listSubscriptionsIn(people.guildId);
  const [found] = await people.bot.ports.store.discussions.listInGuild(people.guildId, ['open'], 1);
  const until = (days: number) =>
    `until <t:${((found?.discussion.anchor ?? 0) + days * dayMs) / 1000}:f>`;
  expect(people.said()[0]?.content).toContain(until(7));
  await words(people.owner.run('/feed edit', { feed: feed?.id ?? '', 'comment-period': '14d' }));
  await people.quiet();
  expect(people.said()[0]?.content).toContain(until(14));
  await words(people.owner.run('/feed edit', { feed: feed?.id ?? '', 'comment-period': 'never' }));
  await people.quiet();
  expect(people.said()[0]?.content).not.toContain('Open for comments until');
});

test('the thread of an older story, whose time is over, does not say that it is open until then', async () => {
  const newsroom = await stageNewsroom({
    edition: anEdition(aStory({ at: -3 * dayMs, comments: threeComments })),
    settings: { commentPeriodMs: hourMs },
  });
  onTestFinished(() => newsroom.close());
  const { signal } = new AbortController();
  const { ports } = newsroom.bot;
  await pollNextFeed(ports, signal);
  await deliverNext(ports, signal);
  await updateNextDiscussion(ports, signal);
  while (newsroom.messages(newsroom.threads()[0]?.id).length < 2) await deliverNext(ports, signal);
  const [policy] = newsroom
    .messages(newsroom.threads()[0]?.id)
    .filter(({ content }) => content.includes('for comments'));
  expect(policy?.content).toMatch(/Closed for comments since <t:\d+:f>/u);
});
