import { ApplicationCommandOptionType, ApplicationCommandType, Routes } from 'discord.js';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { commandBodies } from '../../commands/index.ts';
import { anEdition, aStory, threeComments } from '../support/editions.ts';
import { helpFor, openNewsroom, type People, reportByButton, words } from './people.ts';

let people: People;
beforeEach(async () => {
  people = await openNewsroom({ edition: anEdition(aStory({ comments: threeComments })) });
});
afterEach(() => people.close());

const older = 'This is from an older version of Wirethread. Use the command again, or see `/help`.';

/** A message as another version of the bot may have left it. */
async function leftBehind(components: object[]): Promise<string> {
  const sent = await people.bot.client.rest.post(Routes.channelMessages(people.news), {
    body: { content: 'From before.', components: [{ type: 1, components }] },
  });
  return (sent as { id: string }).id;
}

const button = (custom_id: string) => ({ type: 2, style: 2, label: custom_id, custom_id });

test('a button of another version of the bot is answered with an explanation', async () => {
  const ids = ['vote:up', 'report', 'case:1:1:shred', 'case:one:1:remove', 'case'];
  const left = await leftBehind(ids.map(button));
  const press = (id: string) => words(people.sam.at(people.news).click(left, id));
  expect(await press('vote:up')).toBe(older);
  expect(await press('report')).toContain('it takes no reports on it');
  const card = 'This card is from another version of Wirethread. Use `/flags queue`.';
  for (const id of ids.slice(2)) expect(await press(id)).toBe(card);
});

test('a card of a case that does not exist is answered with an explanation', async () => {
  const left = await leftBehind(['case:7:1:remove', 'case:7:1:escalate'].map(button));
  for (const id of ['case:7:1:remove', 'case:7:1:escalate']) {
    expect(await words(people.sam.at(people.news).click(left, id))).toBe(
      'There is no case 7 here. See `/flags queue`.',
    );
  }
});

test('a select menu of another version of the bot is answered with an explanation', async () => {
  const menu = { type: 3, custom_id: 'topics', options: [{ label: 'Harbour', value: 'harbour' }] };
  const left = await leftBehind([menu]);
  expect(await words(people.nia.select(left, 'topics', 'harbour'))).toBe(older);
});

test('a command of another version of the bot is answered with an explanation', async () => {
  const { commands } = people.bot.client.application;
  const description = 'As it was';
  const type = ApplicationCommandOptionType.String;
  const option = { type, name: 'word', description, autocomplete: true } as const;
  await commands.set([
    ...commandBodies,
    { name: 'subscribe', description, options: [option] },
    { name: 'Translate', type: ApplicationCommandType.Message },
    { name: 'Reputation', type: ApplicationCommandType.User },
  ]);
  const { nia } = people;
  expect(await words(nia.run('/subscribe', { word: 'tide' }))).toBe(older);
  expect((await nia.autocomplete('/subscribe', { word: 'tide' }, 'word')).choices).toEqual([]);
  const [story] = people.said(people.news);
  expect(await words(nia.messageCommand('Translate', story?.id ?? ''))).toBe(older);
  expect(await words(nia.userCommand('Reputation', nia.id))).toBe(older);
});

test('an internal error is admitted to the member and logged for the operator', async () => {
  const { store } = people.bot.ports;
  const settings = { hideThreshold: 'many' } as never;
  await store.settings.save(people.guildId, settings);
  expect(await words(people.owner.run('/settings show'))).toBe(
    'Wirethread had an internal error. Try again. If it happens again, tell the operator of this bot: the log has the details.',
  );
  expect(await reportByButton(people.nia, people.shown('In spring'))).toContain(
    'Wirethread had an internal error',
  );
  const failed = people.log.filter(({ event }) => event === 'interaction.failed');
  expect(failed).toHaveLength(2);
  expect(String(failed[0]?.fields['error'])).not.toMatch(/\n\s+at /);
});

test('an interaction that expired before the answer is only logged as a warning', async () => {
  people.discord.faults.failNext('POST /interactions/:id/:token/callback', {
    status: 404,
    body: { code: 10062, message: 'Unknown interaction' },
  });
  people.nia.run('/help').catch(() => {});
  await people.discord.waitFor(() =>
    people.discord.calls.count('POST /interactions/:id/:token/callback', 404),
  );
  expect(await helpFor(people.nia)).toContain('Wirethread');
  await vi.waitUntil(
    () => people.log.some(({ event }) => event === 'interaction.too-late'),
    60_000,
  );
  expect(people.log.filter(({ level }) => level === 'error')).toEqual([]);
});
