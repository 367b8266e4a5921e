import { afterEach, beforeEach, expect, test } from 'vitest';
import { hourMs } from '../../../src/core/time/duration.ts';
import { alertModerators } from '../../../src/newsroom/outbox/moderators.ts';
import { anEdition, aStory, threeComments } from '../../support/editions.ts';
import {
  buttons,
  cardText,
  openNewsroom,
  type People,
  press,
  reportByButton,
  words,
} from '../people.ts';

let people: People;
let next: string;
beforeEach(async () => {
  people = await openNewsroom({ edition: anEdition(aStory({ comments: threeComments })) });
  next = people.discord.addChannel(people.guildId, { name: 'stewards' }).id;
});
afterEach(() => people.close());

const century = () => people.shown('stood for a century');
const cardsIn = (channelId: string) =>
  people.messages(channelId).filter(({ components }) => components.length > 0);
const textsIn = (channelId: string) => cardsIn(channelId).map(cardText);
const alertsIn = (channelId: string) =>
  people.messages(channelId).filter(({ content }) => content.startsWith('⚠️'));

async function reported(text = 'stood for a century'): Promise<void> {
  await reportByButton(people.nia, people.shown(text));
  await people.quiet();
}

async function choose(channelId: string): Promise<void> {
  await words(people.owner.run('/settings set', { 'moderators-channel': channelId }));
  await people.quiet();
}

async function alerted(): Promise<void> {
  const { store, clock } = people.bot.ports;
  const alert = { kind: 'feed-gone', address: 'https://ledger.example/feed' } as const;
  await store.transaction((ledger) =>
    alertModerators(ledger, people.guildId, 'feed:gone', alert, clock.now()),
  );
}

test('the cards of open cases move to the new moderators’ channel, and can be ruled on there', async () => {
  await reported();
  expect(textsIn(people.moderatorsChannel)).toHaveLength(1);
  await choose(next);
  expect(textsIn(people.moderatorsChannel)).toEqual([]);
  const [card] = cardsIn(next);
  if (!card) throw new Error('the case has a card');
  expect(cardText(card)).toContain('### Case 1: open');
  expect(await words(people.sam.run('/flags queue'))).toContain(`/${next}/${card.id}`);
  expect(await press(people.sam.at(next), card, 'Remove')).toBe('');
  await people.quiet();
  expect(century()).toBeUndefined();
  expect(textsIn(next)).toEqual([expect.stringContaining('### Case 1: removed')]);
});

test('a moderators’ channel that is chosen again gets the cards again', async () => {
  await reported();
  await choose(next);
  await choose(people.moderatorsChannel);
  expect(textsIn(next)).toEqual([]);
  expect(textsIn(people.moderatorsChannel)).toEqual([expect.stringContaining('### Case 1: open')]);
});

test('the card of a closed case stays where it is until the case is opened again', async () => {
  await reported();
  await press(people.sam, people.card(), 'Remove');
  await people.quiet();
  await choose(next);
  expect(textsIn(people.moderatorsChannel)).toHaveLength(1);
  expect(textsIn(next)).toEqual([]);
  await press(people.sam, people.card(), 'Undo');
  await people.quiet();
  expect(textsIn(people.moderatorsChannel)).toEqual([]);
  expect(textsIn(next)).toEqual([expect.stringContaining('### Case 1: open')]);
});

test('fault 5: open cases and unsent alerts of a deleted moderators’ channel come to the new one', async () => {
  await reported();
  people.discord.faults.deleteChannel(people.moderatorsChannel);
  await reported('In spring');
  await alerted();
  await people.later(hourMs);
  await choose(next);
  expect(textsIn(next).toSorted()).toEqual([
    expect.stringContaining('### Case 1: open'),
    expect.stringContaining('### Case 2: open'),
  ]);
  expect(alertsIn(next).map(({ content }) => content)).toEqual([
    expect.stringContaining('permanently gone (410)'),
  ]);
  await people.later(24 * hourMs);
  expect(cardsIn(next)).toHaveLength(2);
  expect(alertsIn(next)).toHaveLength(1);
});

test('an alert that could not be posted when the moderators’ channel is changed is posted once', async () => {
  const { faults } = people.discord;
  faults.failNext('POST /channels/:channel/messages', { status: 503, body: {} });
  await alerted();
  await people.quiet();
  await choose(next);
  await people.later(hourMs);
  const all = [...alertsIn(people.moderatorsChannel), ...alertsIn(next)];
  expect(all).toHaveLength(1);
});

test('fault 5: /flags show rules on a case without a card', async () => {
  await reported();
  people.discord.faults.deleteChannel(people.moderatorsChannel);
  await reported('In spring');
  const sam = people.sam.at(people.news);
  const queue = await words(sam.run('/flags queue'));
  expect(queue).toContain(
    `No card can be posted in <#${people.moderatorsChannel}>: Unknown Channel`,
  );
  expect(queue).toContain('`/flags show case:1`');
  expect(queue).toContain('`/flags show case:2`');
  expect(await words(people.owner.at(people.news).run('/settings show'))).toContain(
    `- Cases and alerts: <#${people.moderatorsChannel}>\n- Nothing can be posted there: Unknown Channel\n`,
  );
  const answered = await sam.run('/flags show', { case: 2 });
  const card = await answered.settled();
  if (!card) throw new Error('the card is shown');
  expect(answered.ephemeral).toBe(true);
  expect(cardText(card)).toContain('### Case 2: open');
  expect(buttons(card).slice(0, 4)).toEqual(['Remove', 'Hide', 'Dismiss', 'Escalate']);
  await press(sam, card, 'Remove');
  const shown = people.discord
    .messages(card.channel_id, { includeEphemeral: sam.id })
    .find(({ id }) => id === card.id);
  expect(cardText(shown ?? card)).toContain('### Case 2: removed');
  await people.quiet();
  expect(people.shown('In spring')).toBeUndefined();
  const closed = await (await sam.run('/flags show', { case: 2 })).settled();
  expect(buttons(closed ?? undefined)[0]).toBe('Undo');
});

test('/flags show is for moderators, and says when there is no such case', async () => {
  await reported();
  expect(await words(people.nia.run('/flags show', { case: 1 }))).toContain(
    'You need the permission Manage Messages in <#',
  );
  expect(await words(people.sam.run('/flags show', { case: 7 }))).toBe(
    'There is no case 7 here. See `/flags queue`.',
  );
});

test('a card left in a channel that was deleted since is no trouble for the new moderators’ channel', async () => {
  await reported();
  await press(people.sam, people.card(), 'Remove');
  await people.quiet();
  await choose(next);
  people.discord.faults.deleteChannel(people.moderatorsChannel);
  const sam = people.sam.at(next);
  const shown = await (await sam.run('/flags show', { case: 1 })).settled();
  if (!shown) throw new Error('the card is shown');
  await press(sam, shown, 'Undo');
  await people.later(hourMs);
  expect(textsIn(next)).toEqual([expect.stringContaining('### Case 1: open')]);
  expect(alertsIn(next)).toEqual([]);
});
