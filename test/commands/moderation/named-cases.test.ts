import { afterEach, beforeEach, expect, test } from 'vitest';
import { minuteMs } from '../../../src/core/time/duration.ts';
import { onPermissionsChanged } from '../../../src/newsroom/discussions/discord-events.ts';
import { anEdition, aStory, threeComments } from '../../support/editions.ts';
import {
  acted,
  cardText,
  buttons,
  openNewsroom,
  type People,
  press,
  reportByButton,
  words,
} from '../people.ts';

let people: People;
beforeEach(async () => {
  people = await openNewsroom({ edition: anEdition(aStory({ comments: threeComments })) });
});
afterEach(() => people.close());

const headline = 'Harbour board puts off its ruling on the new pier';
const century = () => people.shown('stood for a century');

async function flagged(text: string) {
  const message = people.another('Rex').send(people.news, text);
  const asked = await people.sam.messageCommand('Flag message', message.id);
  await words(people.sam.submitModal(asked, { reason: 'abuse' }));
  await people.quiet();
  return message;
}

test('cards, the queue and /flags mine name the story and what was reported', async () => {
  await reportByButton(people.nia, century());
  await people.quiet();
  expect(cardText(people.card())).toContain(`Story: **${headline}**`);
  const queue = await words(people.sam.run('/flags queue'));
  expect(queue).toContain(`“The old pier has stood for a century.” by Ngozi, at “${headline}”`);
  expect(await words(people.nia.run('/flags mine'))).toContain(
    `“The old pier has stood for a century.” by Ngozi, at “${headline}”`,
  );
  const rude = await flagged('You *fools*! '.repeat(40));
  expect(cardText(people.card(2))).toContain(`<#${people.news}>`);
  const line = (await words(people.sam.run('/flags queue')))
    .split('\n')
    .find((one) => one.includes('Case 2'));
  expect(line).toMatch(/“You \\\*fools\\\*!.{10,60}…” by Rex, in <#\d+>/u);
  expect(line).toContain(rude.id);
});

test('a card links to Discord only while there is something to view', async () => {
  await reportByButton(people.nia, century());
  await people.quiet();
  expect(buttons(people.card())).toContain('View in Discord');
  await press(people.sam, people.card(), 'Remove');
  await people.quiet();
  await people.later(minuteMs);
  expect(buttons(people.card())).toEqual(['Undo', 'View on the publisher’s site']);
  await press(people.sam, people.card(), 'Undo');
  await people.quiet();
  expect(buttons(people.card())).toContain('View in Discord');
  await people.later(minuteMs);
  const link = JSON.stringify(people.card().components);
  expect(link).toContain(`${people.threadId()}/${century()?.id ?? ''}`);
});

test('Remove asks before it deletes a member’s message, and not before a comment is removed', async () => {
  const rude = await flagged('You fools!');
  const { sam } = people;
  const asked = await sam.click(people.card().id, 'Remove');
  expect(asked.modal?.title).toBe('Case 1: remove');
  expect(JSON.stringify(asked.modal?.components)).toContain('cannot be brought back');
  expect(asked.modal?.fields.map(({ required }) => required)).toEqual([false]);
  await people.quiet();
  expect(people.discord.message(people.news, rude.id)).not.toBeNull();

  expect(await acted(sam, sam.submitModal(asked, { reason: 'Insults.' }))).toBe('');
  await people.quiet();
  expect(people.discord.message(people.news, rude.id)).toBeNull();
  expect(buttons(people.card())).toEqual(['Undo']);
  expect(cardText(people.card())).toContain('Reason: Insults.');
});

test('a question that was asked before the case changed deletes nothing', async () => {
  const rude = await flagged('You fools!');
  const { sam } = people;
  const asked = await sam.click(people.card().id, 'Remove');
  await press(sam, people.card(), 'Dismiss');
  expect(await acted(sam, sam.submitModal(asked, { reason: '' }))).toContain(
    'Case 1 was ruled on before you. Dismissed by',
  );
  await people.quiet();
  expect(people.discord.message(people.news, rude.id)).not.toBeNull();
});

test('a thread that could not be opened for want of a permission is opened as soon as it is given', async () => {
  const { discord, guildId } = people;
  const evening = discord.addChannel(guildId, { name: 'evening' }).id;
  const denied = { status: 403, body: { code: 50013, message: 'Missing Permissions' }, count: 3 };
  discord.faults.failNext('POST /channels/:channel/messages/:message/threads', denied);
  await words(people.owner.run('/feed add', { url: people.paper.feedUrl, channel: evening }));
  await people.quiet();
  expect(discord.threads(evening)).toEqual([]);
  discord.faults.clear();
  await onPermissionsChanged(people.bot.ports, guildId);
  await people.quiet();
  expect(discord.threads(evening)).toHaveLength(1);
});
