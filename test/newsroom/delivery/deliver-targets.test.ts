import { afterEach, expect, test } from 'vitest';
import { dayMs, hourMs, minuteMs } from '../../../src/core/time/duration.ts';
import { defaultSubscriptionSettings } from '../../../src/core/feed/subscription.ts';
import type { SubscriptionSettings } from '../../../src/core/feed/subscription.ts';
import { deliverNext } from '../../../src/newsroom/delivery/deliver.ts';
import { pollNextFeed } from '../../../src/newsroom/feeds/poll-feed.ts';
import { anEdition, aStory, threeComments } from '../../support/editions.ts';
import { openNewsroom, type People, words } from '../../commands/people.ts';

let people: People;
afterEach(() => people.close());

const story = aStory({ comments: threeComments });
const headline = 'Harbour board puts off its ruling on the new pier';

async function open(stories = [story]): Promise<void> {
  people = await openNewsroom({ edition: anEdition(...stories), feedUrls: () => [] });
}

function aForum(given: { requireTag?: boolean; tags?: string[] } = {}): string {
  const { tags = ['Sport', 'HARBOUR', 'town-hall'], requireTag = false } = given;
  const named = { name: 'stories', type: 'forum', tags, requireTag } as const;
  return people.discord.addChannel(people.guildId, named).id;
}

const tagId = (forum: string, name: string) =>
  people.discord
    .channels(people.guildId)
    .find(({ id }) => id === forum)
    ?.available_tags?.find((tag) => tag.name === name)?.id ?? '';

const add = (channel: string, options: Record<string, string | number | boolean> = {}) =>
  words(people.owner.run('/feed add', { url: people.paper.feedUrl, channel, ...options }));

async function subscribed(channelId: string, change: Partial<SubscriptionSettings> = {}) {
  const { feeds } = people.bot.ports.store;
  const all = await feeds.listSubscriptionsIn(people.guildId);
  const one = all.find((subscription) => subscription.channelId === channelId);
  if (!one) throw new Error('the feed is in the channel');
  await feeds.saveSubscription({ ...one, settings: { ...one.settings, ...change } });
  return one;
}

const posts = (forum: string) => people.discord.threads(forum);
const messages = (thread: string | undefined) =>
  people.discord.messages(thread ?? '').filter(({ type }) => type === 0 || type === 19);
const alerts = () => messages(people.moderatorsChannel).map(({ content }) => content);

test('a story in a forum is a post with its headline, tagged by its topics', async () => {
  await open();
  const forum = aForum();
  expect(await add(forum)).toContain('Comments are mirrored');
  await people.quiet();
  const [post, ...more] = posts(forum);
  expect(more).toEqual([]);
  expect(post).toMatchObject({
    name: headline,
    applied_tags: [tagId(forum, 'HARBOUR'), tagId(forum, 'town-hall')],
  });
  expect(people.discord.message(post?.id ?? '', post?.id ?? '')?.embeds[0]?.title).toBe(headline);
});

test("a story's comments stand in its forum's own post, which is locked when they close", async () => {
  await open();
  const forum = aForum();
  await add(forum, { 'comment-period': '3d' });
  await people.quiet();
  const [post] = posts(forum);
  const said = () =>
    messages(post?.id)
      .map(({ content }) => content)
      .join('\n');
  expect(said()).toContain('When will they decide?');
  expect(said()).toContain('In spring, they say.');
  people.paper.addComment('pier', { author: 'Odd', text: 'A fourth word.' });
  await people.later(3 * minuteMs);
  expect(said()).toContain('A fourth word.');
  await people.later(4 * dayMs);
  await people.later(hourMs);
  expect(said()).toContain('This discussion is now closed.');
  expect(people.discord.thread(post?.id ?? '')?.thread_metadata.locked).toBe(true);
  expect(posts(forum)).toHaveLength(1);
});

test('a corrected story edits its post, also when that was archived meanwhile', async () => {
  await open([aStory({ comments: [] })]);
  const forum = aForum();
  await add(forum);
  await people.quiet();
  const [post] = posts(forum);
  people.clock.advance(9 * dayMs);
  people.owner.send(people.moderatorsChannel, 'A week of silence');
  expect(people.discord.thread(post?.id ?? '')?.thread_metadata.archived).toBe(true);
  people.paper.correctHeadline('pier', 'Harbour board rules on the new pier');
  await people.quiet();
  await people.later(hourMs);
  const [first] = messages(post?.id);
  expect(first?.embeds[0]?.title).toBe('Harbour board rules on the new pier');
  expect(JSON.stringify(first)).toContain('Corrected <t:');
  expect(posts(forum)[0]?.name).toBe('Harbour board rules on the new pier');
  expect(posts(forum)).toHaveLength(1);
});

test("a post keeps the name that a moderator gave it when only its story's comments change", async () => {
  await open();
  const forum = aForum();
  await add(forum);
  await people.quiet();
  const [post] = posts(forum);
  const { signal } = new AbortController();
  await people.bot.ports.discord.renameThread(post?.id ?? '', 'The pier, again', signal);
  people.paper.addComment('pier', { author: 'Odd', text: 'A fourth word.' });
  await people.later(3 * minuteMs);
  const buttons = JSON.stringify(messages(post?.id)[0]?.components);
  expect(buttons).toContain('Discuss (4)');
  // The reader is in the discussion: the button leads to the publisher's own.
  expect(buttons).not.toContain(`/${post?.id ?? ''}`);
  expect(posts(forum)[0]?.name).toBe('The pier, again');
});

test('a forum post whose answer is lost is found again, and stands once', async () => {
  await open();
  const forum = aForum();
  people.discord.faults.failNext('POST /channels/:channel/threads', {
    status: 'drop',
    when: 'after',
  });
  await add(forum);
  await people.quiet();
  for (let minute = 0; minute < 12; minute += 1) await people.later(minuteMs);
  expect(posts(forum)).toHaveLength(1);
  expect(messages(posts(forum)[0]?.id).length).toBeGreaterThan(3);
  const delivery = await people.bot.ports.store.deliveries.getByMessage(posts(forum)[0]?.id ?? '');
  expect(delivery).toMatchObject({ channelId: forum, attempts: 0, error: null });
});

test('a forum post that was never made is made once, also after Discord had trouble', async () => {
  await open();
  const forum = aForum();
  people.discord.faults.failNext('POST /channels/:channel/threads', {
    status: 502,
    body: {},
    count: 2,
  });
  await add(forum);
  await people.quiet();
  for (let minute = 0; minute < 12; minute += 1) await people.later(minuteMs);
  expect(posts(forum)).toHaveLength(1);
});

test('a post deleted by a moderator is not made again, and says nothing', async () => {
  await open();
  const forum = aForum();
  await add(forum);
  await people.quiet();
  const [post] = posts(forum);
  people.discord.actor(people.owner.id).deleteThread(post?.id ?? '');
  await people.heard('detached');
  people.paper.correctHeadline('pier', 'Harbour board rules on the new pier');
  await people.later(hourMs);
  await people.later(dayMs);
  expect(posts(forum)).toEqual([]);
  expect(alerts()).toEqual([]);
});

test('a post that a moderator locks before its first comment takes none until it is unlocked', async () => {
  await open([aStory({ comments: [] })]);
  const forum = aForum();
  await add(forum);
  await people.quiet();
  const [post] = posts(forum);
  const thread = post?.id ?? '';
  expect(await words(people.sam.at(thread).run('/discussion status'))).toContain(
    'waiting for its first comment',
  );
  people.sam.lockThread(thread);
  await people.heard('closed');
  await people.quiet();
  people.paper.addComment('pier', { author: 'Odd', text: 'Is anybody there?' });
  await people.later(hourMs);
  expect(messages(thread)).toHaveLength(1);
  people.sam.unlockThread(thread);
  await people.heard('open-until');
  await people.later(hourMs);
  await people.later(hourMs);
  expect(
    messages(thread)
      .map(({ content }) => content)
      .join(),
  ).toContain('Is anybody there?');
});

test('a post whose discussion ends before its first comment is locked, and unlocked with it', async () => {
  await open([aStory({ comments: [] })]);
  const forum = aForum();
  await add(forum);
  await people.quiet();
  const thread = posts(forum)[0]?.id ?? '';
  const locked = () => people.discord.thread(thread)?.thread_metadata.locked;
  await words(people.sam.at(thread).run('/discussion close'));
  await people.later(minuteMs);
  expect(locked()).toBe(true);
  await words(people.sam.at(thread).run('/discussion reopen', { for: '3d' }));
  await people.later(minuteMs);
  expect(locked()).toBe(false);
  people.paper.addComment('pier', { author: 'Odd', text: 'Is anybody there?' });
  await people.later(hourMs);
  expect(
    messages(thread)
      .map(({ content }) => content)
      .join(),
  ).toContain('Is anybody there?');
  await people.later(4 * dayMs);
  await people.later(hourMs);
  expect(locked()).toBe(true);
});

test('a post deleted before its first comment is forgotten with its discussion', async () => {
  await open([aStory({ comments: [] })]);
  const forum = aForum();
  await add(forum);
  await people.quiet();
  people.sam.deleteThread(posts(forum)[0]?.id ?? '');
  await people.heard('detached');
  people.paper.addComment('pier', { author: 'Odd', text: 'Is anybody there?' });
  await people.later(hourMs);
  expect(posts(forum)).toEqual([]);
  expect(alerts()).toEqual([]);
});

test('a forum that demands a tag waits for the owner to choose one, and the moderators are told', async () => {
  await open();
  const forum = aForum({ requireTag: true, tags: ['Sport', 'Other'] });
  await add(forum);
  await people.quiet();
  expect(posts(forum)).toEqual([]);
  expect(alerts().join()).toContain('/feed edit');
  expect(alerts()).toHaveLength(1);
  await subscribed(forum, { forumTagId: tagId(forum, 'Other') });
  await people.later(hourMs);
  expect(posts(forum)).toMatchObject([{ applied_tags: [tagId(forum, 'Other')] }]);
});

test('a tag that was deleted since it was chosen stops no story', async () => {
  await open();
  const forum = aForum({ tags: ['Sport'] });
  await add(forum, { 'first-run': 0 });
  await subscribed(forum, { forumTagId: '100000000000000077' });
  await people.quiet();
  people.paper.publish({ headline: 'Ferry bell found in the mud' });
  await people.later(hourMs);
  expect(posts(forum)).toMatchObject([{ name: 'Ferry bell found in the mud', applied_tags: [] }]);
});

test('stories go into a thread, where no discussion is opened', async () => {
  await open([
    story,
    aStory({ slug: 'ferry', headline: 'Ferry bell found', comments: threeComments }),
  ]);
  const starter = people.owner.send(people.news, 'All the news here');
  const thread = people.owner.openThread(starter.id, 'Newsroom').id;
  expect(await add(thread)).toContain('Comments are not mirrored: a story in a thread');
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

test('a thread that is declared by file takes its stories, and opens no discussion', async () => {
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

test("a story's own discussion is no place for a feed", async () => {
  await open();
  await add(people.news);
  await people.quiet();
  const said = await words(
    people.owner.run('/feed add', { url: people.paper.atomUrl, channel: people.threadId() }),
  );
  expect(said).toContain('is the discussion of a story');
});

test('told to stop while a forum post is under way, the bot has posted it once when it goes on', async () => {
  await open();
  const forum = aForum();
  await add(forum);
  const { signal } = new AbortController();
  await pollNextFeed(people.bot.ports, signal);
  const hold = people.discord.faults.holdNext('POST /channels/:channel/threads', 'after');
  const told = new AbortController();
  const delivering = deliverNext(people.bot.ports, told.signal);
  await hold.reached;
  told.abort();
  expect(await delivering).toBe(true);
  hold.release();
  await people.later(minuteMs);
  await people.later(10 * minuteMs);
  expect(posts(forum)).toHaveLength(1);
});

test('a thread that was archived takes stories as well, one that is locked not before it is unlocked', async () => {
  await open();
  const starter = people.owner.send(people.news, 'All the news here');
  const thread = people.owner.openThread(starter.id, 'Newsroom').id;
  people.owner.archiveThread(thread);
  expect(await add(thread)).toContain('goes to');
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

test('what the bot lacks in a forum is named before the feed is added', async () => {
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

test('a story whose answer is lost in a thread stands there once', async () => {
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

test('stories and their discussions stand in an announcement channel as in any other', async () => {
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
