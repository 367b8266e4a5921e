import { expect, test } from 'vitest';
import { defaultSubscriptionSettings } from '../../../src/core/feed/subscription.ts';
import { dayMs, hourMs, minuteMs } from '../../../src/core/time/duration.ts';
import { aStory, threeComments } from '../../support/editions.ts';
import { words } from '../../commands/people.ts';
import {
  add,
  alerts,
  headline,
  messages,
  open,
  people,
  story,
  subscribed,
  usePeople,
} from './feed-targets.ts';

usePeople();

test('stories of a feed in a thread are posted into it, archived or not, and get no discussions', async () => {
  await open([
    story,
    aStory({ slug: 'ferry', headline: 'Ferry bell found', comments: threeComments }),
  ]);
  const starter = people.owner.send(people.news, 'All the news here');
  const thread = people.owner.openThread(starter.id, 'Newsroom').id;
  expect(await add(thread)).toContain('Comments are not mirrored, because a story in a thread');
  const [known] = await people.bot.ports.store.feeds.listSubscriptionsIn(people.guildId);
  expect(known?.settings.comments.mirror).toBe(false);
  await people.quiet();
  const said = () => messages(thread).filter(({ author }) => author.id === people.botUserId);
  expect(said()).toHaveLength(2);
  people.clock.advance(9 * dayMs);
  people.owner.send(people.moderatorsChannel, 'A week of silence');
  expect(people.discord.thread(thread)?.thread_metadata.archived).toBe(true);
  people.paper.publish({ headline: 'Gulls return to the quay' });
  await people.later(hourMs);
  expect(said()).toHaveLength(3);
  expect(people.discord.thread(thread)?.thread_metadata.archived).toBe(false);
});

test('a story in a thread gets no discussion even when its settings ask for comments', async () => {
  await open();
  const starter = people.owner.send(people.news, 'All the news here');
  const thread = people.owner.openThread(starter.id, 'Newsroom').id;
  await add(thread);
  await subscribed(thread, { comments: defaultSubscriptionSettings.comments });
  await people.quiet();
  await people.later(hourMs);
  expect(messages(thread).filter(({ author }) => author.id === people.botUserId)).toHaveLength(1);
  expect(alerts()).toEqual([]);
});

test('a feed cannot be added to the discussion thread of a story', async () => {
  await open();
  await add(people.news);
  await people.quiet();
  const said = await words(
    people.owner.run('/feed add', { url: people.paper.atomUrl, channel: people.threadId() }),
  );
  expect(said).toContain('is the discussion of a story');
});

test('an archived thread takes stories, and a locked thread takes them only after it is unlocked', async () => {
  await open();
  const starter = people.owner.send(people.news, 'All the news here');
  const thread = people.owner.openThread(starter.id, 'Newsroom').id;
  people.owner.archiveThread(thread);
  expect(await add(thread)).toContain('now posts in');
  await people.quiet();
  const said = () => messages(thread).filter(({ author }) => author.id === people.botUserId);
  expect(said()).toHaveLength(1);
  // A bot with Manage Threads writes in locked threads as well.
  const without = { id: people.botUserId, kind: 'member', deny: ['ManageThreads'] } as const;
  people.discord.setOverwrite(people.news, without);
  people.owner.lockThread(thread);
  people.paper.publish({ headline: 'Gulls return to the quay' });
  await people.later(hourMs);
  expect(said()).toHaveLength(1);
  expect(alerts().join()).toContain('The thread is locked: unlock it');
  people.owner.unlockThread(thread);
  await people.later(hourMs);
  expect(said()).toHaveLength(2);
});

test('adding a feed to a forum names the permissions that the bot lacks there', async () => {
  await open();
  const walled = {
    id: people.botUserId,
    kind: 'member',
    deny: ['SendMessages', 'EmbedLinks'],
  } as const;
  const forum = people.discord.addChannel(people.guildId, {
    name: 'walled',
    type: 'forum',
    overwrites: [walled],
  }).id;
  expect(await add(forum)).toContain(`Wirethread lacks Send Messages, Embed Links in <#${forum}>`);
});

test('a story in a thread is posted once when the answer from Discord is lost', async () => {
  await open();
  const starter = people.owner.send(people.news, 'All the news here');
  const thread = people.owner.openThread(starter.id, 'Newsroom').id;
  people.discord.faults.failNext('POST /channels/:channel/messages', {
    status: 'drop',
    when: 'after',
    count: 5,
  });
  await add(thread);
  await people.quiet();
  for (let minute = 0; minute < 12; minute += 1) await people.later(minuteMs);
  const said = messages(thread).filter(({ author }) => author.id === people.botUserId);
  expect(said).toHaveLength(1);
});

test('an announcement channel gets stories and their discussions as a text channel does', async () => {
  await open();
  const named = { name: 'press', type: 'announcement' } as const;
  const channel = people.discord.addChannel(people.guildId, named).id;
  expect(await add(channel)).toContain('Comments are mirrored');
  await people.quiet();
  expect(messages(channel)).toHaveLength(1);
  const [thread] = people.discord.threads(channel);
  expect(thread?.name).toBe(headline);
  expect(
    messages(thread?.id)
      .map(({ content }) => content)
      .join(),
  ).toContain('In spring');
});
