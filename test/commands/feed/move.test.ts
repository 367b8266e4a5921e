import { afterEach, beforeEach, expect, test } from 'vitest';
import { hourMs, minuteMs } from '../../../src/core/time/duration.ts';
import { anEdition, aStory, threeComments } from '../../support/editions.ts';
import { openNewsroom, type People, words } from '../people.ts';

let people: People;
let feed: string;
let other: string;
beforeEach(async () => {
  people = await openNewsroom({
    edition: anEdition(aStory({ comments: threeComments })),
    feedUrls: () => [],
  });
  await words(people.owner.run('/feed add', { url: people.paper.feedUrl }));
  await people.quiet();
  feed = (await subscriptions())[0]?.id ?? '';
  other = people.discord.addChannel(people.guildId, { name: 'other' }).id;
});
afterEach(() => people.close());

const subscriptions = () => people.bot.ports.store.feeds.listSubscriptionsIn(people.guildId);
const edit = (options: Record<string, string | boolean>) =>
  words(people.owner.run('/feed edit', { feed, ...options }));

test('/feed edit moves a feed with its settings; its discussions go on where they are', async () => {
  const { paper, news } = people;
  await edit({ language: 'de' });
  const said = await edit({ channel: other, 'poll-every': '30m' });
  expect(said).toContain(`is moved from <#${news}> to <#${other}>. Its next stories`);
  expect(said).toContain('Also changed: `poll-every`.');
  expect(await subscriptions()).toMatchObject([
    { channelId: other, settings: { language: 'de', pollEveryMs: 30 * minuteMs } },
  ]);
  paper.publish({ headline: 'Ferry bell found in the mud' });
  await people.later(hourMs);
  expect(people.said(news)).toHaveLength(1);
  expect(JSON.stringify(people.said(other))).toContain('Ferry bell found');
  // A new comment on the first story is mirrored, and its discussion ends as it would have.
  const before = people.said().length;
  paper.addComment(aStory().slug, { author: 'Odd', text: 'At last!' });
  await people.later(hourMs);
  expect(people.said().length).toBe(before + 1);
  await words(people.sam.at(people.threadId()).run('/discussion close'));
  await people.quiet();
  await people.later(minuteMs);
  expect(people.discord.thread(people.threadId())?.thread_metadata.locked).toBe(true);
});

test('a feed is not moved to where it is, nor where it cannot post, nor by a preview', async () => {
  const { discord, news, guildId } = people;
  expect(await edit({ channel: news })).toContain(`<#${news}> has this feed already.`);
  expect(await edit({ channel: people.threadId() })).toContain('is the discussion of a story');
  expect(await edit({ channel: other, preview: true })).toContain(
    'Nothing is saved before you press Save.',
  );
  const { application } = people.bot.client;
  discord.faults.revokePermissions(application.id, guildId, 'EmbedLinks');
  expect(await edit({ channel: other })).toContain(`Wirethread lacks Embed Links in <#${other}>`);
  expect((await subscriptions()).map(({ channelId }) => channelId)).toEqual([news]);
});

test('in a thread comments are not mirrored, and a forum has its own tags', async () => {
  const { discord, guildId, owner } = people;
  const forum = discord.addChannel(guildId, {
    name: 'stories',
    type: 'forum',
    tags: ['Town', 'Sport'],
  }).id;
  expect(await edit({ channel: forum, 'forum-tag': 'Sport' })).toContain('is moved from');
  const [inForum] = await subscriptions();
  expect(inForum?.settings.forumTagId).not.toBeNull();
  const starter = owner.send(other, 'All the news here');
  const thread = owner.openThread(starter.id, 'Newsroom').id;
  expect(await edit({ channel: thread })).toContain('Comments are not mirrored');
  expect(await subscriptions()).toMatchObject([
    { channelId: thread, settings: { forumTagId: null, comments: { mirror: false } } },
  ]);
});
