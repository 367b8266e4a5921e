import { afterEach, expect, test } from 'vitest';
import { hourMs, minuteMs } from '../../../src/core/time/duration.ts';
import { anEdition, aStory, threeComments } from '../../support/editions.ts';
import { buttons, openNewsroom, type People, suggestions, words } from '../people.ts';

let people: People;
afterEach(() => people.close());

const edition = anEdition(aStory({ comments: threeComments }));
const listed = () => words(people.owner.run('/feed list'));

/** Uses `/feed remove` and presses a button of its answer. */
async function answerTo(id: string, label: string): Promise<string> {
  const asked = await (await people.owner.run('/feed remove', { feed: id })).settled();
  return words(people.owner.click(asked?.id ?? '', label));
}

async function withAddedFeed(): Promise<string> {
  people = await openNewsroom({ edition, feedUrls: () => [] });
  await words(people.owner.run('/feed add', { url: people.paper.feedUrl }));
  await people.quiet();
  const [known] = await people.bot.ports.store.feeds.listSubscriptionsIn(people.guildId);
  return known?.id ?? '';
}

test('/feed list shows each feed with its channel, interval and state', async () => {
  people = await openNewsroom({ edition, feedUrls: () => [] });
  expect(await listed()).toBe(
    'This server has no feeds yet. Add one with `/feed add url:https://…`.',
  );
  await words(people.owner.run('/feed add', { url: people.paper.feedUrl, 'poll-every': '15m' }));
  expect(await listed()).toContain(
    `<${people.paper.feedUrl}> → <#${people.news}>, every 15 minutes · not read yet`,
  );
  await people.quiet();
  expect(await listed()).toMatch(/\*\*[^*]+\*\* <http.+> → .+ · last read <t:\d+:R>$/);
  people.paper.faults.answer(/feed\.xml/, { status: 404 }, 100);
  await people.later(hourMs);
  expect(await listed()).toContain('· failing: The server');
});

test('/feed list with more feeds than fit into a message says how many more there are', async () => {
  people = await openNewsroom({
    edition: anEdition(),
    feedUrls: (paper) =>
      Array.from({ length: 30 }, (_, n) => `${paper.feedUrl}?edition=${n}&${'x'.repeat(400)}`),
  });
  const said = await listed();
  expect(said.length).toBeLessThanOrEqual(2000);
  expect(said).toContain('from the configuration file');
  const lines = said.split('\n');
  expect(lines.length).toBeGreaterThan(2);
  expect(lines.at(-1)).toBe(
    `… and ${30 - (lines.length - 1)} more. \`/feed show\` shows one feed, \`/feed export\` lists all.`,
  );
});

test('a removed feed posts nothing more, and its discussions are closed and locked', async () => {
  const id = await withAddedFeed();
  const { owner, sam, paper } = people;
  // Also one that a moderator had opened for good.
  await words(sam.at(people.threadId()).run('/discussion close'));
  await people.quiet();
  await people.later(minuteMs);
  await words(sam.at(people.threadId()).run('/discussion reopen'));
  await people.quiet();
  expect(people.discord.thread(people.threadId())?.thread_metadata.locked).toBe(false);

  const said = await answerTo(id, 'Remove');
  expect(said).toContain(`no longer posts in <#${people.news}>`);
  expect(said).toContain('Its open discussions are closed');
  await people.quiet();
  await people.later(minuteMs);
  expect(people.discord.thread(people.threadId())?.thread_metadata.locked).toBe(true);
  expect(people.said().at(-1)?.content).toContain('now closed');
  paper.publish();
  await people.later(hourMs);
  expect(people.said(people.news)).toHaveLength(1);
  expect(await listed()).toContain('This server has no feeds yet.');
  expect(await words(owner.run('/feed remove', { feed: id }))).toContain(
    'This feed is not in this server, or not any more. `/feed list` shows its feeds.',
  );
});

test('/feed remove asks first, and a feed that is kept stays as it was', async () => {
  const id = await withAddedFeed();
  const asked = await words(people.owner.run('/feed remove', { feed: id }));
  expect(asked).toContain(`Remove <${people.paper.feedUrl}> in <#${people.news}>?`);
  expect(await listed()).toContain(people.paper.feedUrl);
  const kept = await (await people.owner.run('/feed remove', { feed: id })).settled();
  const said = await people.owner.click(kept?.id ?? '', 'Keep');
  const after = await said.settled();
  expect(after?.content).toContain('stays. Nothing has changed.');
  expect(buttons(after ?? undefined)).toEqual([]);
  expect(await listed()).toContain(people.paper.feedUrl);
  await people.later(minuteMs);
  expect(people.discord.thread(people.threadId())?.thread_metadata.locked).toBe(false);
});

test('a discussion reopened after its feed was removed stays open without new comments', async () => {
  const id = await withAddedFeed();
  await answerTo(id, 'Remove');
  await people.quiet();
  await people.later(minuteMs);
  await words(people.sam.at(people.threadId()).run('/discussion reopen'));
  // Nothing is due, so the rounds end.
  await people.later(hourMs);
  expect(people.discord.thread(people.threadId())?.thread_metadata.locked).toBe(false);
  expect(people.shown('stood for a century')).toBeDefined();
});

test('the answer to removing a feed with a very long address fits into a message', async () => {
  people = await openNewsroom({ edition, feedUrls: () => [] });
  const url = `${people.paper.feedUrl}?${'x'.repeat(1900)}`;
  expect(await words(people.owner.run('/feed add', { url }))).toContain('now posts in');
  const [offered] = await suggestions(
    people.owner.autocomplete('/feed remove', { feed: '' }, 'feed'),
  );
  const said = await answerTo(offered?.value ?? '', 'Remove');
  expect(said).toContain('no longer posts');
  // Too long to be chosen where an address is wanted: it is not offered cut in half.
  expect(await suggestions(people.owner.autocomplete('/feed test', { url: '' }, 'url'))).toEqual(
    [],
  );
});

test('a feed from the configuration file cannot be removed by command', async () => {
  people = await openNewsroom({ edition });
  const [offered] = await suggestions(
    people.owner.autocomplete('/feed remove', { feed: 'FEED' }, 'feed'),
  );
  expect(offered?.name).toContain('in #news');
  const said = await words(people.owner.run('/feed remove', { feed: offered?.value ?? '' }));
  expect(said).toContain('declared in the configuration file: remove it there');
  expect(await people.bot.ports.store.feeds.listSubscriptionsIn(people.guildId)).toHaveLength(1);
});

test('at most 25 feeds are suggested, each at most 100 characters long and matching the typed text', async () => {
  people = await openNewsroom({
    edition: anEdition(),
    feedUrls: (paper) =>
      Array.from({ length: 40 }, (_, n) => `${paper.feedUrl}?edition=${n}&long=${'é'.repeat(40)}`),
  });
  const offered = await suggestions(
    people.owner.autocomplete('/feed remove', { feed: '' }, 'feed'),
  );
  expect(offered).toHaveLength(25);
  for (const { name, value } of offered) {
    expect(name.length).toBeLessThanOrEqual(100);
    expect(value.length).toBeLessThanOrEqual(100);
  }
  const typed = await suggestions(
    people.owner.autocomplete('/feed remove', { feed: ' Edition=39 ' }, 'feed'),
  );
  expect(typed).toHaveLength(1);
  expect(
    await suggestions(people.owner.autocomplete('/feed remove', { feed: 'zebra' }, 'feed')),
  ).toEqual([]);
});

test('a feed of another server can be neither removed nor seen', async () => {
  const id = await withAddedFeed();
  const { discord, bot } = people;
  const other = discord.addGuild({ name: 'Northquay' });
  const channel = discord.addChannel(other.id, { name: 'town' }).id;
  discord.inviteBot(bot.client.application.id, other.id, ['ViewChannel']);
  const stranger = discord.actor(other.ownerId).at(channel);
  expect(await words(stranger.run('/feed list'))).toContain('This server has no feeds yet.');
  expect(await words(stranger.run('/feed remove', { feed: id }))).toContain(
    'This feed is not in this server',
  );
  expect(await suggestions(stranger.autocomplete('/feed remove', { feed: '' }, 'feed'))).toEqual(
    [],
  );
});
