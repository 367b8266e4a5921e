import { afterEach, beforeEach, expect, test } from 'vitest';
import { dayMs } from '../../../src/core/time/duration.ts';
import { privateBody } from '../../../src/newsroom/delivery/private-body.ts';
import type { Actor, Message } from '../../../src/preview/discord/index.ts';
import { anEdition, aStory, threeComments } from '../../support/editions.ts';
import { withoutMark } from '../../support/without-mark.ts';
import {
  acted,
  buttons,
  cardText,
  linkTo,
  openNewsroom,
  type People,
  press,
  reportByButton,
  words,
} from '../people.ts';

let people: People;
let rex: Actor;
beforeEach(async () => {
  people = await openNewsroom({ edition: anEdition(aStory({ comments: threeComments })) });
  rex = people.another('Rex');
});
afterEach(() => people.close());

const century = () => people.shown('stood for a century');
const toldTo = (person: Actor) =>
  people.discord
    .directMessages(person.id)
    .filter(({ flags }) => (flags & 64) === 0)
    .map(({ content }) => withoutMark(content));

/** Sam flags a message of Rex and has it deleted. */
async function removed(): Promise<Message> {
  const rude = rex.send(people.news, 'You fools!');
  const asked = await people.sam.messageCommand('Flag message', rude.id);
  await words(people.sam.submitModal(asked, { reason: 'abuse' }));
  await people.quiet();
  await confirmRemoval(people.sam);
  return rude;
}

async function confirmRemoval(moderator: Actor): Promise<void> {
  const asked = await moderator.click(people.card().id, 'Remove');
  await acted(moderator, moderator.submitModal(asked, { reason: '' }));
  await people.quiet();
}

/** Another moderator than Sam. */
function ana(): Actor {
  const { discord, guildId, moderatorsChannel } = people;
  const role = discord.addRole(guildId, { name: 'Desk', permissions: ['ManageMessages'] });
  return discord
    .actor(discord.addMember(guildId, { name: 'Ana', roles: [role.id] }).id)
    .at(moderatorsChannel);
}

test('a member whose message was removed hears once, in private: what, why, by whom, and how to appeal', async () => {
  await removed();
  const [told = '', ...others] = toldTo(rex);
  expect(others).toEqual([]);
  expect(told).toContain(`Your message in <#${people.news}> on **Harbour Town** was removed.`);
  expect(told).toContain('> You fools!');
  expect(told).toContain('Reported as: Abuse, insults or threats');
  expect(told).toMatch(/A moderator of the server decided this <t:\d+:R> \(case 1\)\./u);
  expect(told).not.toContain('Sam');
  expect(told).not.toContain(people.moderator);
  expect(buttons(people.discord.directMessages(rex.id)[0])).toEqual(['Appeal']);
  expect(cardText(people.card())).toContain('The author was told of the ruling');
  await people.restart();
  await people.quiet();
  expect(toldTo(rex)).toHaveLength(1);
});

test('a member of a server that the bot does not see any more hears of it in the server’s language', async () => {
  await removed();
  await words(people.owner.run('/settings set', { language: 'de' }));
  const { deliveries } = people.bot.ports.store;
  const [message] = people.discord.directMessages(rex.id);
  const delivery = await deliveries.getByMessage(message?.id ?? '');
  if (delivery?.subject.kind !== 'private') throw new Error('they were notified');
  const { guildId, subject } = delivery;
  const told = { guildId, subject, message: delivery.message };
  const body = await privateBody(people.bot.ports.store, told, null);
  expect(body?.content).toContain('auf **einem Discord-Server** wurde entfernt');
});

test('an appeal is for another moderator, never for the one who ruled, and its outcome is told', async () => {
  await removed();
  const [message] = people.discord.directMessages(rex.id);
  const asked = await rex.click(message?.id ?? '', 'Appeal');
  expect(asked.modal?.title).toBe('Appeal in case 1');
  expect(await words(rex.submitModal(asked, { text: 'It was a joke among friends.' }))).toContain(
    'Your appeal is with the moderators.',
  );
  await people.quiet();
  expect(cardText(people.card())).toContain('Case 1: open');
  expect(cardText(people.card())).toContain('“It was a joke among friends.”');
  expect(toldTo(rex)[0]).toContain('You have appealed.');
  expect(buttons(people.discord.directMessages(rex.id)[0])).toEqual([]);

  expect(await press(people.sam, people.card(), 'Dismiss')).toBe(
    'This is an appeal against your own ruling. Another moderator decides it.',
  );
  await press(ana(), people.card(), 'Dismiss');
  await people.quiet();
  expect(toldTo(rex)).toHaveLength(2);
  expect(toldTo(rex)[1]).toContain(
    'in case 1 on **Harbour Town**: another moderator looked at it and took the ruling back.',
  );
  const again = words(rex.run('/flags appeal', { case: 1 }));
  expect(await again).toContain('There is no ruling against you in this case');
});

test('one appeal for a ruling: when it stands, that is final', async () => {
  await removed();
  const offered = await (await rex.run('/flags appeal', { case: 1 })).settled();
  expect(buttons(offered ?? undefined)).toEqual(['Appeal']);
  const asked = await rex.click(offered?.id ?? '', 'Appeal');
  await words(rex.submitModal(asked, { text: 'It was a joke.' }));
  expect(await words(rex.run('/flags appeal', { case: 1 }))).toContain(
    'Another one than who ruled',
  );
  await people.quiet();
  await confirmRemoval(ana());
  expect(toldTo(rex)[1]).toContain('the ruling stands. This is final.');
  expect(await words(rex.run('/flags appeal', { case: 1 }))).toContain('This is final.');
  const actions = await people.bot.ports.store.audit.list(people.guildId, 20);
  expect(actions.map(({ action }) => action)).toContain('case.appealed');
});

test('nobody appeals for another, and learns nothing of their case', async () => {
  await removed();
  const notYours = /^Case \d+ is not about a message of yours\./u;
  expect(await words(people.nia.run('/flags appeal', { case: 1 }))).toMatch(notYours);
  expect(await words(people.nia.run('/flags appeal', { case: 99 }))).toMatch(notYours);
});

test('after the evidence has expired nobody can judge an appeal any more', async () => {
  await removed();
  await people.later(31 * dayMs);
  const { store } = people.bot.ports;
  await store.cases.deleteEvidence(people.guildId, people.clock.now() - 30 * dayMs);
  expect(await words(rex.run('/flags appeal', { case: 1 }))).toContain(
    'The text of your message has been deleted since',
  );
});

test('an undone ruling corrects what the member was told', async () => {
  await removed();
  await press(people.sam, people.card(), 'Undo');
  await people.quiet();
  expect(toldTo(rex)).toEqual([
    expect.stringContaining('took back their ruling on your message (case 1).'),
  ]);
});

test('a member who takes no private messages: the refusal is final, nothing is paused, no alert', async () => {
  people.discord.setDirectMessages(rex.id, 'closed');
  await removed();
  await people.later(dayMs);
  expect(toldTo(rex)).toEqual([]);
  expect(people.discord.calls.count('POST /users/@me/channels')).toBe(1);
  expect(await people.bot.ports.store.deliveries.listPauses(people.guildId)).toEqual([]);
  const alerts = people.said(people.moderatorsChannel).map(({ content }) => content);
  expect(alerts.join('\n')).not.toContain('Discord refused');
  expect(cardText(people.card())).toContain('The author could not be told of the ruling');
});

test('a lost answer to a private message does not double it', async () => {
  const { discord, news, moderatorsChannel } = people;
  const inPublic = [news, moderatorsChannel, people.threadId()];
  discord.faults.failNext(
    ({ method, route, path }) =>
      `${method} ${route}` === 'POST /channels/:channel/messages' &&
      !inPublic.some((id) => path.includes(id)),
    { status: 500, when: 'after' },
  );
  await removed();
  await people.restart();
  await people.later(60_000);
  expect(toldTo(rex)).toHaveLength(1);
});

test('readers hear the outcome of their reports once, unless they do not want to', async () => {
  const { nia, sam } = people;
  const odd = people.another('Odd');
  expect(await words(odd.run('/privacy messages', { on: false }))).toContain(
    'Wirethread writes to you in private only',
  );
  await reportByButton(nia, century());
  await reportByButton(odd, century());
  await people.quiet();
  expect(toldTo(nia)).toEqual([]);
  await press(sam, people.card(), 'Remove');
  await people.quiet();
  expect(toldTo(nia)).toHaveLength(1);
  expect(toldTo(nia)[0]).toContain(
    'Your report on **Harbour Town** (case 1): the message was removed.\nIt was about “The old pier',
  );
  expect(toldTo(odd)).toEqual([]);
  await press(sam, people.card(), 'Undo');
  await people.quiet();
  expect(toldTo(nia)).toEqual([expect.stringContaining('(case 1): waiting for the moderators.')]);
  expect(linkTo(people, century())).toContain(people.guildId);
});
