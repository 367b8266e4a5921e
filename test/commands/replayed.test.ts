import { type BaseInteraction, Events } from 'discord.js';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { anEdition, aStory, threeComments } from '../support/editions.ts';
import { openNewsroom, type People, press, reportByButton } from './people.ts';

let people: People;
beforeEach(async () => {
  people = await openNewsroom({ edition: anEdition(aStory({ comments: threeComments })) });
});
afterEach(() => people.close());

/** What Discord sends to the bot while `act` runs, in order. */
async function sentDuring(act: () => Promise<unknown>): Promise<BaseInteraction[]> {
  const { client } = people.bot;
  const sent: BaseInteraction[] = [];
  const note = (interaction: BaseInteraction) => void sent.push(interaction);
  client.on(Events.InteractionCreate, note);
  await act();
  client.off(Events.InteractionCreate, note);
  return sent;
}

const handledCount = () => people.log.filter(({ event }) => event === 'interaction.handled').length;

test('a report and a ruling that the gateway brings twice count once', async () => {
  const { bot, nia, sam, guildId } = people;
  const { store } = bot.ports;
  const comment = people.shown('stood for a century');
  const reports = await sentDuring(() => reportByButton(nia, comment));
  await people.quiet();
  const rulings = await sentDuring(() => press(sam, people.card(), 'Remove'));
  await people.quiet();
  const standing = async () => ({
    queue: await store.cases.listQueue(guildId, 5),
    reports: await store.cases.listReports(guildId, 1),
    audit: await store.audit.list(guildId, 50),
    said: people.said().map(({ content, components }) => ({ content, components })),
  });
  const before = await standing();
  expect(reports.length).toBeGreaterThan(0);
  expect(rulings.length).toBeGreaterThan(0);
  for (const interaction of [...reports, ...rulings]) {
    const count = handledCount();
    bot.client.emit(Events.InteractionCreate, interaction as never);
    await vi.waitUntil(() => handledCount() > count, 60_000);
  }
  await people.quiet();
  expect(await standing()).toEqual(before);
});
