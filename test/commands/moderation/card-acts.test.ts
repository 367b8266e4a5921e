import { afterEach, beforeEach, expect, test } from 'vitest';
import { hourMs, minuteMs } from '../../../src/core/time/duration.ts';
import { deliverNext } from '../../../src/newsroom/delivery/deliver.ts';
import type { Ports } from '../../../src/newsroom/ports.ts';
import type { Actor, Message } from '../../../src/preview/discord/index.ts';
import { withoutMark } from '../../support/without-mark.ts';
import { acted, cardText, choose, menuOf, type People, press, words } from '../people.ts';
import { openDesk, reported } from './card-desk.ts';

// What the menu of a case's card offers, and what the bot needs for it.

let people: People;
let rex: Actor;
beforeEach(async () => {
  ({ people, rex } = await openDesk());
});
afterEach(() => people.close());

const timingOut = 'PATCH /guilds/:guild/members/:user';
const applicationId = () => people.bot.client.application.id;
const caseNow = (number = 1) => people.bot.ports.store.cases.get(people.guildId, number);

/** Rex writes, and Sam flags it. */
async function rude(text = 'You fools!'): Promise<Message> {
  const message = rex.send(people.news, text);
  const asked = await people.sam.messageCommand('Flag message', message.id);
  await words(people.sam.submitModal(asked, { reason: 'abuse' }));
  await people.quiet();
  return message;
}

/** Chooses in the card's menu, and fills in what it asks. */
async function ruled(action: string, values: Record<string, string | string[]>): Promise<string> {
  const { sam } = people;
  const card = people.card();
  const asked = await sam.select(card.id, menuOf(card), action);
  if (asked.kind !== 'modal') return acted(sam, Promise.resolve(asked));
  const answer = await acted(sam, sam.submitModal(asked, values));
  await people.quiet();
  return answer;
}

const toldTo = (person: Actor) =>
  people.discord
    .directMessages(person.id)
    .filter(({ flags }) => (flags & 64) === 0)
    .map(({ content }) => withoutMark(content));

const timedOut = (id: string) =>
  people.discord.members(people.guildId).find(({ user }) => user.id === id)
    ?.communication_disabled_until ?? null;

test('a member is warned with a reason: the message stays, they are told, and the card says so', async () => {
  const message = await rude();
  expect(await ruled('warn', { reason: 'Mind your words.' })).toBe('');
  expect(people.discord.message(people.news, message.id)).not.toBeNull();
  expect(cardText(people.card())).toMatch(/Author warned by <@\d+> <t:\d+:R>\nReason: Mind your/u);
  expect(cardText(people.card())).toContain('The author was told of the ruling');
  expect(toldTo(rex)).toEqual([expect.stringContaining('broke the rules. This is a warning.')]);
  expect(toldTo(rex)[0]).toContain('The moderators write: Mind your words.');
});

test('a warning may delete the message too', async () => {
  const message = await rude();
  expect(await ruled('warn', { reason: 'Mind your words.', message: ['delete'] })).toBe('');
  expect(people.discord.message(people.news, message.id)).toBeNull();
  expect(toldTo(rex)[0]).toContain('The message was removed.');
});

test('a duplicate names the case that is ruled on instead; no number, no other case and itself are refused', async () => {
  await reported(people, 'In spring');
  await reported(people);
  const { sam } = people;
  const duplicate = async (original: string) => {
    const card = people.card(2);
    const asked = await sam.select(card.id, menuOf(card), 'duplicate');
    return acted(sam, sam.submitModal(asked, { original, reason: '' }));
  };
  expect(await duplicate('the first')).toContain('number');
  expect(await duplicate('2')).not.toBe('');
  expect(await duplicate('99')).toBe('There is no case 99 here. See `/flags queue`.');
  expect(await caseNow(2)).toMatchObject({ state: 'open' });
  expect(await duplicate('#1')).toBe('');
  await people.quiet();
  expect(cardText(people.card(2))).toMatch(/Dismissed by <@\d+> <t:\d+:R>: duplicate of case 1/u);
  expect(cardText(people.card(1))).toContain('### Case 1: open');
});

test('an author is muted from the card: all their comments become placeholders, and the menu offers it no more', async () => {
  await reported(people);
  expect(await choose(people.sam, people.card(), 'mute')).toMatch(
    /^Ngozi is muted in this server, and 2 comments are hidden\./u,
  );
  await people.quiet();
  expect(people.shown('stood for a century')).toBeUndefined();
  expect(people.shown('stand for another')).toBeUndefined();
  expect(people.shown('In spring')).toBeDefined();
  const card = people.card();
  expect(cardText(card)).toContain('### Case 1: open');
  await expect(people.sam.select(card.id, menuOf(card), 'mute')).rejects.toThrow();
});

test('the discussion is closed from the card, once', async () => {
  await reported(people);
  const card = people.card();
  expect(await choose(people.sam, card, 'close-discussion')).toContain(
    '`/discussion reopen` opens it again.',
  );
  await people.quiet();
  await people.later(minuteMs);
  expect(people.discord.thread(people.threadId())?.thread_metadata.locked).toBe(true);
  expect(await choose(people.sam, card, 'close-discussion')).toBe(
    'This discussion is closed already.',
  );
  // A message in a locked thread is still ruled on.
  expect(await press(people.sam, people.card(), 'Remove')).toBe('');
  await people.quiet();
  expect(people.shown('stood for a century')).toBeUndefined();
});

test('a case that another moderator claimed meanwhile is ruled on only by who sees the claim', async () => {
  await reported(people);
  const ben = people.another('Ben').at(people.moderatorsChannel);
  const role = people.discord.roles(people.guildId).find(({ name }) => name === 'Stewards');
  people.discord.setMemberRoles(people.guildId, ben.id, [String(role?.id)]);
  const seen = people.card();
  expect(await press(people.sam, seen, 'Claim')).toBe('');
  // Ben's card is not edited yet.
  expect(await press(ben, seen, 'Remove')).toContain(`<@${people.sam.id}>`);
  expect(await caseNow()).toMatchObject({ state: 'open', claim: { by: people.sam.id } });
  await people.quiet();
  expect(await press(ben, people.card(), 'Take over')).toBe('');
  await people.quiet();
  expect(cardText(people.card())).toContain(`Claimed by <@${ben.id}>`);
  expect(await press(people.sam, people.card(), 'Remove')).toBe('');
  expect(await caseNow()).toMatchObject({ state: 'upheld', claim: null });
});

test('without the permission Moderate Members a time-out is refused before anything is done, with what to do', async () => {
  const message = await rude();
  people.discord.faults.revokePermissions(applicationId(), people.guildId, 'ModerateMembers');
  const { sam } = people;
  const card = people.card();
  const refused =
    'Wirethread lacks the permission Moderate Members, which a time-out takes. Give it to its role in the server’s settings, then rule again. Nothing was changed.';
  expect(await words(sam.select(card.id, menuOf(card), 'timeout'))).toBe(refused);
  expect(await caseNow()).toMatchObject({ state: 'open' });
  people.discord.faults.restorePermissions(applicationId(), people.guildId, 'ModerateMembers');
  // It is lost while the moderator fills in the form.
  const form = await sam.select(card.id, menuOf(card), 'timeout');
  people.discord.faults.revokePermissions(applicationId(), people.guildId, 'ModerateMembers');
  const values = { duration: [String(hourMs)], message: ['delete'], reason: 'Insults.' };
  expect(await acted(sam, sam.submitModal(form, values))).toBe(refused);
  expect(people.discord.message(people.news, message.id)).not.toBeNull();
  people.discord.faults.restorePermissions(applicationId(), people.guildId, 'ModerateMembers');
  const again = await sam.select(card.id, menuOf(card), 'timeout');
  expect(await acted(sam, sam.submitModal(again, values))).toBe('');
  await people.quiet();
  expect(timedOut(rex.id)).not.toBeNull();
});

/** The world of a process that dies once Discord has done this: it never hears of it. */
function dying(ports: Ports): { ports: Ports; died: Promise<void> } {
  let die = (): void => {};
  const died = new Promise<void>((resolve) => (die = resolve));
  const timeOut: Ports['discord']['timeOut'] = async (...call) => {
    await ports.discord.timeOut(...call);
    die();
    return new Promise<never>(() => {});
  };
  return { ports: { ...ports, discord: { ...ports.discord, timeOut } }, died };
}

/** Runs what is due in a process that dies in it, then in the next one on the same store. */
async function killed(): Promise<void> {
  const { ports, died } = dying(people.bot.ports);
  const { signal } = new AbortController();
  const works = async () => {
    while (await deliverNext(ports, signal)) {
      // The next channel.
    }
  };
  await Promise.race([died, works()]);
  await people.later(10 * minuteMs);
}

test('a bot that is killed once Discord has timed a member out, or ended it, does so once', async () => {
  await rude();
  const { sam } = people;
  const card = people.card();
  const form = await sam.select(card.id, menuOf(card), 'timeout');
  const values = { duration: [String(hourMs)], message: ['keep'], reason: 'Insults.' };
  expect(await acted(sam, sam.submitModal(form, values))).toBe('');
  const end = people.clock.now() + hourMs;
  const before = people.discord.calls.count(timingOut);
  await killed();
  expect(people.discord.calls.count(timingOut) - before).toBe(1);
  expect(Date.parse(timedOut(rex.id) ?? '')).toBe(end);

  expect(await press(sam, people.card(), 'Undo')).toContain('The ruling is undone.');
  await killed();
  expect(people.discord.calls.count(timingOut) - before).toBe(2);
  expect(timedOut(rex.id)).toBeNull();
});
