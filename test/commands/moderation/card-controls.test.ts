import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hourMs, minuteMs } from '../../../src/core/time/duration.ts';
import { invitePermissions } from '../../../src/core/delivery/permissions.ts';
import { anEdition, aStory, threeComments } from '../../support/editions.ts';
import {
  acted,
  buttons,
  cardText,
  choose,
  menuOf,
  openNewsroom,
  type People,
  press,
  reportByButton,
  textOf,
  words,
} from '../people.ts';

let people: People;
beforeEach(async () => {
  people = await openNewsroom({
    edition: anEdition(aStory({ comments: threeComments })),
    permissions: [...invitePermissions, 'ModerateMembers'],
  });
});
afterEach(() => people.close());

const century = () => people.shown('stood for a century');

async function rudeMember() {
  const rex = people.another('Rex');
  const rude = rex.send(people.news, 'You fools!');
  const asked = await people.sam.messageCommand('Flag message', rude.id);
  await words(people.sam.submitModal(asked, { reason: 'abuse' }));
  await people.quiet();
  return { rex, rude };
}

const timedOut = (id: string) =>
  people.discord.members(people.guildId).find(({ user }) => user.id === id)
    ?.communication_disabled_until ?? null;

async function timeOut(values: Record<string, string[]>): Promise<string> {
  const role = people.discord.addRole(people.guildId, { name: 'Stewards' }).id;
  await words(people.owner.run('/settings set', { 'moderator-role': role }));
  people.discord.setMemberRoles(people.guildId, people.moderator, [role]);
  const { sam } = people;
  const card = people.card();
  const asked = await sam.select(card.id, menuOf(card), 'timeout');
  return acted(sam, sam.submitModal(asked, { ...values, reason: 'Insults.' }));
}

test('a member is timed out once, also when Discord’s answer was lost, and Undo ends it', async () => {
  const { rex, rude } = await rudeMember();
  people.discord.faults.failNext('PATCH /guilds/:guild/members/:user', { status: 500, count: 1 });
  expect(await timeOut({ duration: [String(hourMs)], message: ['delete'] })).toBe('');
  for (let round = 0; round < 4; round += 1) await people.later(minuteMs);
  expect(Date.parse(timedOut(rex.id) ?? '')).toBe(people.clock.now() - 4 * minuteMs + hourMs);
  expect(people.discord.message(people.news, rude.id)).toBeNull();
  expect(cardText(people.card())).toMatch(/Author timed out by <@\d+> <t:\d+:R>, for 1 hour/u);
  await press(people.sam, people.card(), 'Undo');
  await people.quiet();
  expect(timedOut(rex.id)).toBeNull();
});

test('a hidden comment leaves a placeholder, and Undo shows it again', async () => {
  await reportByButton(people.nia, century());
  await people.quiet();
  expect(await press(people.sam, people.card(), 'Hide')).toBe('');
  await people.quiet();
  expect(century()).toBeUndefined();
  expect(cardText(people.card())).toContain('### Case 1: hidden');
  await press(people.sam, people.card(), 'Undo');
  await people.quiet();
  expect(century()).toBeDefined();
});

test('a case is claimed, then dismissed without a fault of its reporters by the menu', async () => {
  await reportByButton(people.nia, century());
  await people.quiet();
  await press(people.sam, people.card(), 'Claim');
  await people.quiet();
  expect(cardText(people.card())).toContain(`Claimed by <@${people.sam.id}>`);
  expect(await choose(people.sam, people.card(), 'ignored')).toBe('');
  await people.quiet();
  expect(cardText(people.card())).toContain('Dismissed by');
  expect(cardText(people.card())).toContain('ignored');
});

/** Resolves when the bot heard that a message was deleted. */
const ended = (id: string) =>
  vi.waitUntil(async () => {
    const delivery = await people.bot.ports.store.deliveries.getByMessage(id);
    return delivery === null || delivery.state === 'ended';
  }, 60_000);

test('a card that was deleted while its case waits is posted again, one of a ruled case is not', async () => {
  await reportByButton(people.nia, century());
  await people.quiet();
  const first = people.card().id;
  people.sam.deleteMessage(first);
  await ended(first);
  await people.later(minuteMs);
  const second = people.card();
  expect(second.id).not.toBe(first);
  await press(people.sam, second, 'Dismiss');
  await people.quiet();
  people.sam.deleteMessage(second.id);
  await ended(second.id);
  await people.later(hourMs);
  expect(() => people.card()).toThrow('has no card');
});

test('/flags next gives one case after the other, with one click for each', async () => {
  for (const text of ['stood for a century', 'In spring']) {
    await reportByButton(people.nia, people.shown(text));
  }
  await people.quiet();
  const answer = await people.sam.run('/flags next');
  const first = await answer.settled();
  expect(textOf(first)).toContain('### Case 1: open');
  const second = await (await people.sam.click(first?.id ?? '', 'Remove')).settled();
  expect(textOf(second)).toMatch(/^Case 1: removed\.\n### Case 2: open/u);
  const done = await (await people.sam.click(second?.id ?? '', 'Dismiss')).settled();
  expect(textOf(done)).toBe('Case 2: nothing wrong.\nNo case is waiting for you. Thank you.');
  expect(buttons(done ?? undefined)).toEqual([]);
});

test('several cases are ruled on together', async () => {
  for (const text of ['stood for a century', 'In spring']) {
    await reportByButton(people.nia, people.shown(text));
  }
  await people.quiet();
  const queue = await (await people.sam.run('/flags queue')).settled();
  const all = await (await people.sam.click(queue?.id ?? '', 'Choose all of this page')).settled();
  const done = await (await people.sam.click(all?.id ?? '', 'Remove')).settled();
  expect(textOf(done)).toContain('Done: cases 1, 2');
  await people.quiet();
  expect(century()).toBeUndefined();
  expect(people.shown('In spring')).toBeUndefined();
});
