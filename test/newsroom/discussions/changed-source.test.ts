import { afterEach, expect, test } from 'vitest';
import type { Discussion } from '../../../src/core/discussion/discussion.ts';
import { hourMs, minuteMs } from '../../../src/core/time/duration.ts';
import { openNewsroom, words } from '../../commands/people.ts';
import { anEdition, aStory, threeComments } from '../../support/editions.ts';
import { type Newsroom, stageNewsroom } from '../../support/newsroom.ts';

let newsroom: Newsroom;
afterEach(() => newsroom.close());

const commentFeed = /^\/stories\/pier\/comments/u;

/** What the thread says, one line a message. */
const thread = () => newsroom.messages(newsroom.threads()[0]?.id).map(({ content }) => content);

async function discussion(): Promise<Discussion> {
  const { store } = newsroom.bot.ports;
  const [found] = await store.discussions.listInGuild(newsroom.guildId, ['open'], 1);
  if (!found) throw new Error('there is an open discussion');
  return found.discussion;
}

async function minutes(count: number): Promise<void> {
  for (let minute = 0; minute < count; minute += 1) await newsroom.later(minuteMs);
}

async function status(): Promise<string> {
  const [at] = newsroom.threads();
  const sam = newsroom.discord.actor(newsroom.moderator).at(at?.id ?? '');
  const answered = await sam.run('/discussion status', {});
  return JSON.stringify(await answered.settled());
}

test('a comment feed that fails is replaced by the page, and comes back, with no comment twice', async () => {
  newsroom = await stageNewsroom({
    edition: anEdition(aStory({ comments: threeComments })),
    settings: { commentPeriodMs: null },
  });
  await newsroom.quiet();
  expect((await discussion()).source?.name).toBe('comment-feed');
  const before = thread();
  newsroom.paper.faults.answer(commentFeed, { status: 503, body: 'down' }, 1_000);
  // A short outage changes nothing.
  await minutes(45);
  expect((await discussion()).source?.name).toBe('comment-feed');
  await minutes(45);
  expect(await discussion()).toMatchObject({
    source: { name: 'schema-org' },
    replaced: { source: { name: 'comment-feed' } },
    lastError: null,
  });
  expect(await status()).toMatch(
    /Comment source: the comments that the article’s page describes.*in place of the site’s comment feed, which fails: .*503/u,
  );
  expect(thread()).toEqual(before);

  newsroom.paper.addComment('pier', { author: 'Odd', text: 'Written during the outage.' });
  await minutes(70);
  expect(thread().filter((text) => text.includes('during the outage'))).toHaveLength(1);

  newsroom.paper.faults.clear();
  await newsroom.later(hourMs);
  await minutes(20);
  expect(await discussion()).toMatchObject({ source: { name: 'comment-feed' }, replaced: null });
  expect(thread()).toHaveLength(before.length + 1);

  newsroom.paper.addComment('pier', { author: 'Maren', text: 'Written after it.' });
  await minutes(70);
  expect(thread()).toHaveLength(before.length + 2);
});

test('a source that the settings name later is read at once, with no comment twice', async () => {
  const people = await openNewsroom({
    edition: anEdition(aStory({ comments: threeComments })),
    feedUrls: () => [],
  });
  newsroom = people;
  await words(
    people.owner.run('/feed add', { url: people.paper.feedUrl, 'comment-period': '90d' }),
  );
  await newsroom.later(minuteMs);
  const before = thread();
  expect((await discussion()).source?.name).toBe('comment-feed');
  const selectors =
    'comment: .comment; author: .comment-author .name; text: .comment-text; time: time; permalink: .comment-date a';
  const [feed] = await people.bot.ports.store.feeds.listSubscriptionsIn(people.guildId);
  const options = { feed: feed?.id ?? '', 'comment-selectors': selectors };
  await words(people.owner.run('/feed edit', options));
  await minutes(5);
  expect((await discussion()).source?.name).toBe('page-selectors');
  expect(thread()).toHaveLength(before.length);
});
