import { afterEach, beforeEach, expect, test } from 'vitest';
import { anEdition, aStory } from '../../support/editions.ts';
import { feedServer, rssOf } from '../../support/single-feed.ts';
import { openNewsroom, type People, suggestions, words } from '../people.ts';

let people: People;
let address: string;
beforeEach(async () => {
  people = await openNewsroom({ edition: anEdition(aStory()), feedUrls: () => [] });
  address = people.paper.feedUrl;
  await words(people.owner.run('/feed add', { url: address, channel: people.news }));
  await people.quiet();
});
afterEach(() => people.close());

const run = (command: string, feed: string, more: Record<string, string | boolean> = {}) =>
  words(people.owner.run(command, { feed, ...more }));

/** "HTTP://HOST/feed" of "http://host/feed", with spaces around it. */
const asTyped = () => {
  const { host, pathname } = new URL(address);
  return [address, ` ${address} `, `${host}${pathname}`, `HTTP://${host}${pathname}/`];
};

test('/feed show, retry, edit, test and remove take the address of a feed as people type it', async () => {
  for (const typed of asTyped()) {
    expect(await run('/feed show', typed)).toContain(`**In <#${people.news}>**`);
    expect(await run('/feed retry', typed)).toContain(`is reading <${address}> now`);
    expect(await run('/feed edit', typed)).toContain('you gave nothing to change');
    const tested = await words(people.owner.run('/feed test', { url: typed.trim() }));
    expect(tested).toContain('can be read');
  }
  const asked = await people.owner.run('/feed remove', { feed: address });
  const message = await asked.settled();
  expect(message?.content).toContain(`Remove <${address}> in <#${people.news}>?`);
  expect(await words(people.owner.click(message?.id ?? '', 'Remove'))).toContain('no longer posts');
});

test('a feed is found by its title, and by its site when that has one feed here', async () => {
  const [added] = await people.bot.ports.store.feeds.listSubscriptionsIn(people.guildId);
  const feed = await people.bot.ports.store.feeds.getFeed(added?.feedId ?? ('' as never));
  expect(await run('/feed show', (feed?.title ?? '').toUpperCase())).toContain(`<${address}>`);
  expect(await run('/feed show', new URL(address).host)).toContain(`<${address}>`);
});

test('an address that fits several feeds is answered with the choices, and nothing is done', async () => {
  const other = people.discord.addChannel(people.guildId, { name: 'other' }).id;
  await words(people.owner.run('/feed add', { url: address, channel: other }));
  const third = people.owner.at(people.moderatorsChannel);
  const said = await words(third.run('/feed edit', { feed: address, digest: 'hourly' }));
  expect(said).toContain('2 feeds fit');
  expect(said).toContain(`<${address}> in <#${people.news}>`);
  expect(said).toContain(`<${address}> in <#${other}>`);
  const feeds = await people.bot.ports.store.feeds.listSubscriptionsIn(people.guildId);
  expect(feeds.map(({ settings }) => settings.digest)).toEqual([null, null]);
  expect(await words(people.owner.run('/feed test', { url: address }))).toContain('can be read');
});

test('a feed of several channels is the one of this channel, or of the channel that is typed', async () => {
  const other = people.discord.addChannel(people.guildId, { name: 'other' }).id;
  await words(people.owner.run('/feed add', { url: address, channel: other }));
  const shown = (person: typeof people.owner, feed: string) =>
    words(person.run('/feed show', { feed }));
  expect(await shown(people.owner, address)).toContain(`**In <#${people.news}>**`);
  expect(await shown(people.owner.at(other), address)).toContain(`**In <#${other}>**`);
  expect(await shown(people.owner, `${address} in #other`)).toContain(`**In <#${other}>**`);
});

test('the settings and secrets of a feed are found by the address that Wirethread shows', async () => {
  const server = await feedServer((_, response) => response.end(rssOf(['A'])));
  await words(people.owner.run('/feed add', { url: `${server.url}/feed?token=abc` }));
  expect(await run('/feed show', `${server.url}/feed?token=***`)).toContain('Not read yet.');
});

test('an address that no feed here has is refused, with the command that lists them', async () => {
  const refused = await run('/feed show', 'https://elsewhere.example/feed.xml');
  expect(refused).toContain('This server has no feed “https://elsewhere.example/feed.xml”');
  expect(refused).toContain('/feed list');
});

test('suggestions are found by the whole address and by the title', async () => {
  const long = `${address}?${'x'.repeat(60)}`;
  await words(people.owner.run('/feed add', { url: long }));
  const offered = async (typed: string) =>
    suggestions(people.owner.autocomplete('/feed show', { feed: typed }, 'feed'));
  expect(await offered(long)).toHaveLength(1);
  expect(await offered(`  ${long.toUpperCase()}`)).toHaveLength(1);
});
