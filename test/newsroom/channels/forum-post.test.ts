import { expect, test } from 'vitest';
import { dayMs, hourMs, minuteMs } from '../../../src/core/time/duration.ts';
import { deliverNext } from '../../../src/newsroom/delivery/deliver.ts';
import { pollNextFeed } from '../../../src/newsroom/feeds/poll-feed.ts';
import { aStory } from '../../support/editions.ts';
import { words } from '../../commands/people.ts';
import {
  add,
  alerts,
  headline,
  messages,
  open,
  people,
  subscribed,
  usePeople,
} from './feed-targets.ts';
import { headlineIn } from '../../support/headline.ts';

usePeople();

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

const posts = (forum: string) => people.discord.threads(forum);

test('a story in a forum becomes a post named after its headline and tagged by its topics', async () => {
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
  expect(headlineIn(people.discord.message(post?.id ?? '', post?.id ?? ''))).toBe(headline);
});

test('comments of a story in a forum are mirrored into its post, which is locked when the discussion closes', async () => {
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

test('a corrected story edits its forum post even when the post has been archived', async () => {
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
  expect(headlineIn(first)).toBe('Harbour board rules on the new pier');
  expect(JSON.stringify(first)).toContain('Corrected <t:');
  expect(posts(forum)[0]?.name).toBe('Harbour board rules on the new pier');
  expect(posts(forum)).toHaveLength(1);
});

test('a corrected story renames its forum post although Discord failed at first', async () => {
  await open([aStory({ comments: [] })]);
  const forum = aForum();
  await add(forum);
  await people.quiet();
  people.discord.faults.failNext('PATCH /channels/:channel', { status: 502, count: 2 });
  people.paper.correctHeadline('pier', 'Harbour board rules on the new pier');
  await people.later(hourMs);
  await people.later(minuteMs);
  await people.later(minuteMs);
  expect(posts(forum)[0]?.name).toBe('Harbour board rules on the new pier');
});

test('a forum post keeps the name that a moderator gave it when only the comments of its story change', async () => {
  await open();
  const forum = aForum();
  await add(forum);
  await people.quiet();
  const [post] = posts(forum);
  const { signal } = new AbortController();
  await people.bot.ports.discord.renameThread(post?.id ?? '', 'The pier, again', signal);
  people.paper.addComment('pier', { author: 'Odd', text: 'A fourth word.' });
  await people.later(3 * minuteMs);
  await people.later(6 * hourMs);
  const buttons = JSON.stringify(messages(post?.id)[0]?.components);
  expect(buttons).toContain('Comments on the site (4)');
  // The reader is in the discussion: the button leads to the publisher's own.
  expect(buttons).not.toContain(`/${post?.id ?? ''}`);
  expect(posts(forum)[0]?.name).toBe('The pier, again');
});

test('a forum post whose answer from Discord is lost is found again and not posted twice', async () => {
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
  expect(delivery).toMatchObject({ channelId: forum, attempts: null, error: null });
});

test('a forum post that is archived before its lost answer is asked for blocks no later post', async () => {
  await open();
  const forum = aForum();
  const { faults } = people.discord;
  faults.failNext('POST /channels/:channel/threads', { status: 'drop', when: 'after' });
  await add(forum);
  const { signal } = new AbortController();
  await pollNextFeed(people.bot.ports, signal);
  await deliverNext(people.bot.ports, signal);
  const post = posts(forum)[0]?.id ?? '';
  await people.bot.ports.discord.setThread(post, { archived: true }, 'as Discord does', signal);
  people.paper.publish({ headline: 'Ferry bell found in the mud' });
  for (let minute = 0; minute < 12; minute += 1) await people.later(minuteMs);
  expect(posts(forum).map(({ name }) => name)).toContain('Ferry bell found in the mud');
  expect(await people.bot.ports.store.deliveries.getByMessage(post)).toMatchObject({
    state: 'settled',
  });
});

test('a forum post that Discord failed to create is created once when Discord works again', async () => {
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

test('a forum post that a moderator deleted is not created again and causes no alert', async () => {
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

test('a forum post that a moderator locked before its first comment gets no comments until it is unlocked', async () => {
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

test('a forum post is locked when its discussion closes before the first comment, and unlocked when it reopens', async () => {
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

test('a forum post deleted before its first comment is not created again when a comment comes', async () => {
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

test('a story for a forum that requires a tag waits until one is chosen, and the moderators get one alert', async () => {
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

test('a story is posted without a tag when the chosen forum tag was deleted', async () => {
  await open();
  const forum = aForum({ tags: ['Sport'] });
  await add(forum, { 'first-run': 0 });
  await subscribed(forum, { forumTagId: '100000000000000077' });
  await people.quiet();
  people.paper.publish({ headline: 'Ferry bell found in the mud' });
  await people.later(hourMs);
  expect(posts(forum)).toMatchObject([{ name: 'Ferry bell found in the mud', applied_tags: [] }]);
});

test('a bot stopped while it creates a forum post has created it exactly once after it goes on', async () => {
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
