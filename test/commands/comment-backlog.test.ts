import { afterEach, expect, test } from 'vitest';
import { DiscussionId } from '../../src/core/ids.ts';
import { minuteMs } from '../../src/core/time/duration.ts';
import { deliverNext } from '../../src/newsroom/delivery/deliver.ts';
import { updateNextDiscussion } from '../../src/newsroom/discussions/update-discussion.ts';
import { pollNextFeed } from '../../src/newsroom/feeds/poll-feed.ts';
import { startNewspaper } from '../../src/preview/newspaper/newspaper.ts';
import { anEdition, aStory } from '../support/editions.ts';
import { openNewsroom, type People, textOf, words } from './people.ts';

let people: People;
afterEach(() => people.close());

test('/discussion status and /feed show say how many comments of a backlog have been posted', async () => {
  const comments = Array.from({ length: 60 }, (_, index) => ({
    id: `c${index}`,
    at: -50 * minuteMs + index,
    author: 'Maren',
    text: `Remark ${index}. ${'The pier is old. '.repeat(60)}`,
  }));
  const edition = anEdition(aStory({ comments }));
  people = await openNewsroom({ edition: anEdition(), feedUrls: () => [] });
  const { bot, owner, sam, guildId } = people;
  const paper = await startNewspaper({
    now: () => people.clock.now(),
    script: { ...edition, paper: { ...edition.paper, commentsPerFeed: 1_000 } },
  });
  await words(owner.run('/feed add', { url: paper.feedUrl }));
  const [feed] = await bot.ports.store.feeds.listSubscriptionsIn(guildId);
  const { signal } = new AbortController();
  await pollNextFeed(bot.ports, signal);
  await deliverNext(bot.ports, signal);
  // Opens the thread, then finds the comments.
  for (let look = 0; look < 3; look += 1) await updateNextDiscussion(bot.ports, signal);
  // Packed: many stand in one message.
  const texts = () => people.said().map(textOf).join('\n');
  const posted = () => texts().split('Remark ').length - 1;
  // One run posts ten messages at most, with three of these long comments each.
  for (let run = 0; run < 5 && posted() === 0; run += 1) await deliverNext(bot.ports, signal);
  const total = (await bot.ports.store.discussions.listComments(await discussionId())).length;
  expect(total).toBe(60);
  expect(posted()).toBeGreaterThan(0);
  expect(posted()).toBeLessThan(total);
  const line = `${posted()} of ${total.toLocaleString('en')} comments posted`;
  expect(await words(sam.at(people.threadId()).run('/discussion status'))).toContain(`${line}, `);
  expect(await words(owner.run('/feed show', { feed: feed?.id ?? '' }))).toContain(
    `${line} in <#${people.threadId()}>.`,
  );
  await paper.close();
});

async function discussionId() {
  const { discussions } = people.bot.ports.store;
  const [found] = await discussions.listInGuild(people.guildId, ['open'], 1);
  return DiscussionId.parse(found?.discussion.id);
}
