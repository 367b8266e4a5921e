import { afterEach, expect, test } from 'vitest';
import { anEdition, aStory, threeComments } from '../../support/editions.ts';
import { openNewsroom, type People } from '../people.ts';
import { addFeed, editsOf } from './editing.ts';

// Feeds of the configuration file, in a forum, in a thread, and without stories.

let people: People;
let feed: string;
afterEach(() => people.close());

const pier = aStory({ comments: threeComments });

const { edit, settings, suggested } = editsOf(() => ({ people, feed }));
const open = async (channel?: string): Promise<void> => {
  feed = await addFeed(people, channel);
};
test('a feed from the configuration file cannot be edited by command', async () => {
  people = await openNewsroom({ edition: anEdition(pier) });
  const [declared] = await people.bot.ports.store.feeds.listSubscriptionsIn(people.guildId);
  feed = declared?.id ?? '';
  for (const preview of [true, false]) {
    expect(await edit({ language: 'de', preview })).toContain(
      'This feed is declared in the configuration file: change its settings there and restart Wirethread.',
    );
  }
});

test('a forum tag is chosen by its name, and stories that waited for it are posted at once', async () => {
  people = await openNewsroom({ edition: anEdition(pier), feedUrls: () => [] });
  const forum = people.discord.addChannel(people.guildId, {
    name: 'stories',
    type: 'forum',
    tags: ['Sport', 'Other'],
    requireTag: true,
  }).id;
  await open(forum);
  expect(people.discord.threads(forum)).toEqual([]);
  expect(await suggested('forum-tag', 'o')).toEqual(['none', 'Sport', 'Other']);
  expect(await edit({ 'forum-tag': 'Weather' })).toContain('its tags are Sport, Other');
  expect(await edit({ 'forum-tag': 'other', preview: true })).toContain(
    'A forum post tagged Other:',
  );
  expect(await edit({ language: 'de' })).toContain('A forum post without a tag:');
  expect(await edit({ 'forum-tag': 'other' })).toContain(
    '- **Forum tags: those that match a story’s topics, or else “Other”**',
  );
  await people.quiet();
  expect(people.discord.threads(forum)).toHaveLength(1);
});

test('mirroring comments in a thread is refused with the reason', async () => {
  people = await openNewsroom({ edition: anEdition(pier), feedUrls: () => [] });
  const starter = people.owner.send(people.news, 'All the news here');
  await open(people.owner.openThread(starter.id, 'Newsroom').id);
  expect(await edit({ comments: true })).toContain('Comments cannot be mirrored in a thread');
  expect(await edit({ language: 'es' })).toContain(
    'Comments are not mirrored, because a story in a thread has no thread of its own',
  );
  expect((await settings())?.comments.mirror).toBe(false);
});

test('a feed without stories can be edited, and there is no preview', async () => {
  people = await openNewsroom({ edition: anEdition(), feedUrls: () => [] });
  await open();
  expect(await edit({ language: 'it' })).toContain('This feed has no story yet');
  expect((await settings())?.language).toBe('it');
});
