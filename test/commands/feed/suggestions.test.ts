import { afterEach, beforeEach, expect, test } from 'vitest';
import { anEdition, aStory } from '../../support/editions.ts';
import { openNewsroom, type People, suggestions, words } from '../people.ts';

let people: People;
let other: string;
beforeEach(async () => {
  people = await openNewsroom({ edition: anEdition(aStory()), feedUrls: () => [] });
  other = people.discord.addChannel(people.guildId, { name: 'other' }).id;
});
afterEach(() => people.close());

/** Feeds are suggested in the order in which they were added. */
async function add(channel: string, url = people.paper.feedUrl): Promise<void> {
  people.clock.advance(1_000);
  await words(people.owner.run('/feed add', { url, channel }));
}

const names = async (command: string, option: string) =>
  (await suggestions(people.owner.autocomplete(command, { [option]: '' }, option))).map(
    ({ name }) => name,
  );

test('a feed of two channels is suggested for each by its channel, and once where an address is wanted', async () => {
  await add(people.news);
  await add(other);
  const { feedUrl } = people.paper;
  expect(await names('/feed remove', 'feed')).toEqual([
    `${feedUrl} in #news`,
    `${feedUrl} in #other`,
  ]);
  expect(await names('/feed test', 'url')).toEqual([`${feedUrl} in #news, #other`]);
});

test('suggestions that would have the same name are told apart', async () => {
  const { discord, guildId } = people;
  const sport = discord.addChannel(guildId, { name: 'Sport', type: 'category' }).id;
  const twin = discord.addChannel(guildId, { name: 'news', parentId: sport }).id;
  await add(people.news);
  await add(twin);
  const { feedUrl } = people.paper;
  expect(await names('/feed show', 'feed')).toEqual([
    `${feedUrl} in #news`,
    `${feedUrl} in #news (Sport)`,
  ]);
  const long = `${feedUrl}?${'x'.repeat(60)}`;
  await add(other, `${long}1`);
  await add(other, `${long}2`);
  const offered = await names('/feed show', 'feed');
  expect(offered).toHaveLength(4);
  expect(new Set(offered).size).toBe(4);
  expect(offered.at(-1)).toContain('in #other (2)');
});

test('a role whose name another one has is suggested once', async () => {
  await add(people.news);
  for (let twin = 0; twin < 2; twin += 1) {
    people.discord.addRole(people.guildId, { name: 'Newshounds' });
  }
  const [feed] = await people.bot.ports.store.feeds.listSubscriptionsIn(people.guildId);
  const typed = { feed: feed?.id ?? '', 'mention-roles': 'news' };
  const offered = await suggestions(
    people.owner.autocomplete('/feed edit', typed, 'mention-roles'),
  );
  expect(offered.map(({ name }) => name)).toEqual(['@Newshounds']);
});
