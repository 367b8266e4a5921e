import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hourMs, minuteMs } from '../../../src/core/time/duration.ts';
import { anEdition, aStory, threeComments } from '../../support/editions.ts';
import { cardText, openNewsroom, type People, press, reportByButton } from '../people.ts';

let people: People;
beforeEach(async () => {
  people = await openNewsroom({ edition: anEdition(aStory({ comments: threeComments })) });
  await reportByButton(people.nia, people.shown('In spring'));
  await people.quiet();
});
afterEach(() => people.close());

const cards = () =>
  people.discord
    .messages(people.moderatorsChannel)
    .filter(({ components }) => JSON.stringify(components).includes('### Case 1:'));

/** A person deletes the card while the bot is off. */
async function deletedMeanwhile(): Promise<string> {
  const { id } = people.card();
  await people.bot.stop();
  people.sam.deleteMessage(id);
  await people.restart();
  return id;
}

test('a card that was deleted while the bot was off is found at its start and posted again, once', async () => {
  const id = await deletedMeanwhile();
  people.bot.startSchedule();
  await vi.waitUntil(
    () => people.log.some(({ event }) => event === 'card.deleted-meanwhile'),
    60_000,
  );
  await people.later(minuteMs);
  expect(cards()).toHaveLength(1);
  expect(people.card().id).not.toBe(id);
  expect(cardText(people.card())).toContain('Case 1: open');
  await people.later(hourMs);
  expect(cards()).toHaveLength(1);
});

test('without that look, it is posted again when its case is next touched', async () => {
  const id = await deletedMeanwhile();
  await reportByButton(people.another('Theo'), people.shown('In spring'), 'spam');
  await people.quiet();
  expect(cards()).toHaveLength(1);
  expect(people.card().id).not.toBe(id);
  await reportByButton(people.another('Ida'), people.shown('In spring'), 'off-topic');
  await people.quiet();
  expect(cards()).toHaveLength(1);
});

test('the card of a case that was ruled on stays away until the ruling is undone', async () => {
  await press(people.sam, people.card(), 'Dismiss');
  await people.quiet();
  await deletedMeanwhile();
  await people.later(hourMs);
  expect(cards()).toHaveLength(0);
  const { store } = people.bot.ports;
  const shown = await (await people.sam.run('/flags show', { case: 1 })).settled();
  await press(people.sam, shown ?? people.card(), 'Undo');
  await people.quiet();
  expect((await store.cases.get(people.guildId, 1))?.state).toBe('open');
  expect(cards()).toHaveLength(1);
});
