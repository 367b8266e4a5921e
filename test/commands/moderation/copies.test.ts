import { afterEach, beforeEach, expect, test } from 'vitest';
import { hourMs, minuteMs } from '../../../src/core/time/duration.ts';
import { anEdition, aStory, threeComments } from '../../support/editions.ts';
import { buttons, openNewsroom, type People, press, reportByButton, words } from '../people.ts';

// A comment that several channels of the server mirror.

let people: People;
let evening: string;
beforeEach(async () => {
  people = await openNewsroom({
    edition: anEdition(aStory({ comments: threeComments })),
    feedUrls: () => [],
  });
  evening = people.discord.addChannel(people.guildId, { name: 'evening' }).id;
});
afterEach(() => people.close());

const century = 'stood for a century';

async function add(channel: string, url = people.paper.feedUrl): Promise<void> {
  await words(people.owner.run('/feed add', { url, channel }));
  await people.quiet();
}

/** The messages that show the comment in the threads of a channel. */
const copies = (channel: string) =>
  people.discord
    .threads(channel)
    .flatMap(({ id }) => people.messages(id))
    .filter(({ content }) => content.includes(century));
const others = (channel: string) =>
  people.discord
    .threads(channel)
    .flatMap(({ id }) => people.messages(id))
    .filter(({ content }) => content.includes('In spring'));

async function removed(): Promise<void> {
  await reportByButton(people.nia, copies(people.news)[0]);
  await people.quiet();
  expect(await press(people.sam, people.card(), 'Remove')).toBe('');
  await people.quiet();
}

async function undone(): Promise<void> {
  expect(await press(people.sam, people.card(), 'Undo')).toBe('');
  await people.quiet();
}

test('a comment that a moderator removes goes from every channel of its feed, and Undo brings all copies back', async () => {
  await add(people.news);
  await add(evening);
  expect([copies(people.news), copies(evening)]).toMatchObject([{ length: 1 }, { length: 1 }]);
  await removed();
  expect([copies(people.news), copies(evening)]).toEqual([[], []]);
  await people.later(hourMs);
  expect([copies(people.news), copies(evening)]).toEqual([[], []]);

  await undone();
  expect([copies(people.news), copies(evening)]).toMatchObject([{ length: 1 }, { length: 1 }]);
});

test.each([
  ['another channel of its feed', () => people.paper.feedUrl],
  ['a second feed with the same story', () => people.paper.atomUrl],
])('a removed comment does not come by %s, and Undo brings it there', async (_, url) => {
  await add(people.news);
  await removed();
  await add(evening, url());
  await people.later(hourMs);
  expect(others(evening)).toHaveLength(1);
  expect(copies(evening)).toEqual([]);

  await undone();
  expect([copies(people.news), copies(evening)]).toMatchObject([{ length: 1 }, { length: 1 }]);
});

test('a removed comment does not come back after its feed was removed and added again', async () => {
  await add(people.news);
  await removed();
  const [feed] = await people.bot.ports.store.feeds.listSubscriptionsIn(people.guildId);
  const asked = await people.owner.run('/feed remove', { feed: feed?.id ?? '' });
  const question = await asked.settled();
  await people.owner.click(question?.id ?? '', 'Remove');
  await people.quiet();
  expect(await people.bot.ports.store.feeds.listSubscriptionsIn(people.guildId)).toEqual([]);
  await people.later(hourMs);
  await add(evening);
  await add(people.news);
  await people.later(hourMs);
  expect(others(evening)).toHaveLength(1);
  expect([...copies(people.news), ...copies(evening)]).toEqual([]);
});

test('a comment that readers’ reports hide is hidden in every channel, also where it comes later', async () => {
  await words(people.owner.run('/settings set', { 'hide-after': 1 }));
  await add(people.news);
  await add(evening);
  const late = people.discord.addChannel(people.guildId, { name: 'late' }).id;
  await reportByButton(people.nia, copies(people.news)[0]);
  await people.quiet();
  await add(late);
  const hidden = (channel: string) =>
    people.discord
      .threads(channel)
      .flatMap(({ id }) => people.messages(id))
      .filter(({ content }) => content.includes('hidden while the moderators review it'));
  for (const channel of [people.news, evening, late]) {
    expect(copies(channel)).toEqual([]);
    expect(hidden(channel)).toHaveLength(1);
  }
  await press(people.sam, people.card(), 'Dismiss');
  await people.quiet();
  for (const channel of [people.news, evening, late]) expect(copies(channel)).toHaveLength(1);
});

test('reports of a comment in two channels are one case', async () => {
  await add(people.news);
  await add(evening);
  expect(await reportByButton(people.nia, copies(people.news)[0])).toContain('as case 1');
  const odd = people.another('Odd').at(evening);
  expect(await reportByButton(odd, copies(evening)[0])).toContain('is added to case 1');
});

test('a case stays open while a copy of its comment is left, although it was deleted at its source', async () => {
  await add(people.news);
  await add(evening);
  await reportByButton(people.nia, copies(people.news)[0]);
  await people.quiet();
  await words(people.sam.at(people.discord.threads(evening)[0]?.id ?? '').run('/discussion close'));
  await people.quiet();
  await people.later(minuteMs);
  people.paper.withdrawComment('pier', 'c3');
  for (let look = 0; look < 2; look += 1) await people.later(6 * minuteMs);
  expect(copies(people.news)).toEqual([]);
  expect(copies(evening)).toHaveLength(1);
  expect(buttons(people.card())).toContain('Remove');
  await press(people.sam, people.card(), 'Remove');
  await people.quiet();
  expect(copies(evening)).toEqual([]);
});

test('no thread is opened for a comment that was removed in another channel', async () => {
  await add(people.news);
  await removed();
  for (const id of ['c1', 'c2']) people.paper.withdrawComment('pier', id);
  for (let look = 0; look < 2; look += 1) await people.later(6 * minuteMs);
  await add(evening);
  await people.later(hourMs);
  expect(people.discord.threads(evening)).toEqual([]);
});
