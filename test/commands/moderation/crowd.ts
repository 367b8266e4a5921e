import { hourMs } from '../../../src/core/time/duration.ts';
import {
  type Actor,
  ActorRefused,
  type Answered,
  type Message,
} from '../../../src/preview/discord/index.ts';
import { handled } from '../../support/handled.ts';
import type { Random } from '../../support/random.ts';
import { buttons, menuChoices, menuOf, type People } from '../people.ts';

// Forty readers and ten moderators, and what each of them does: whatever is offered to them.

/** Few are illegal: those escalate a case, and most moderators are no seniors. */
const reasons = [
  'abuse',
  'spam',
  'off-topic',
  'abuse',
  'spam',
  'abuse',
  'other',
  'illegal',
] as const;

export interface Person {
  actor: Actor;
  role: 'reader' | 'moderator';
  /** Their receipt for a report of illegal content. */
  receiptId: string | null;
}

/** What somebody was answered. */
export interface Outcome {
  person: Person;
  did: string;
  /** `null` when Discord's app did not let them. */
  answer: string | null;
}

/** `authorCount` of the readers also write in the news channel. */
export function crowd(
  people: People,
  authorCount: number,
): { readers: Person[]; moderators: Person[]; authors: Actor[] } {
  const { discord, guildId, moderatorsChannel, news } = people;
  const roleOf = (name: string, permissions: ('ManageMessages' | 'ManageGuild')[]) =>
    discord.addRole(guildId, { name, permissions: [...permissions, 'ModerateMembers'] }).id;
  const desk = roleOf('Desk', ['ManageMessages']);
  const seniors = roleOf('Seniors', ['ManageMessages', 'ManageGuild']);
  const named = (name: string, roles: string[]) =>
    discord.actor(discord.addMember(guildId, { name, roles }).id);
  const many = (count: number, name: string, roles: string[] = []) =>
    Array.from({ length: count }, (_, n) => named(`${name} ${n}`, roles));
  const asPerson =
    (role: Person['role'], channel: string) =>
    (actor: Actor): Person => ({ actor: actor.at(channel), role, receiptId: null });
  const authors = many(authorCount, 'Author');
  return {
    authors,
    readers: [...authors, ...many(40 - authorCount, 'Reader')].map(asPerson('reader', news)),
    moderators: [...many(8, 'Moderator', [desk]), ...many(2, 'Senior', [seniors])].map(
      asPerson('moderator', moderatorsChannel),
    ),
  };
}

/** What can be reported: messages in the thread and in the channel, by their word. */
export const subjects = (people: People): Message[] =>
  [...people.said(), ...people.messages(people.news)].filter(({ content }) =>
    /Word\d+\./u.test(content),
  );

const picked = <T>(random: Random, from: readonly T[]): T => {
  const found = random.pick(from);
  if (found === null) throw new Error('there is nothing to pick from');
  return found;
};

/** Fills in whatever a modal asks for. */
async function filledIn(person: Person, asked: Answered, random: Random): Promise<Answered> {
  if (asked.kind !== 'modal' || !asked.modal) return asked;
  const values: Record<string, string | string[]> = {
    reason: 'Seen.',
    details: 'Please look.',
    text: 'It was a joke.',
    law: 'The law on insults.',
    'good-faith': ['yes'],
    original: '1',
    message: [picked(random, ['keep', 'delete'])],
    duration: [String(hourMs)],
  };
  const fields = asked.modal.fields.map(({ custom_id: id }) => id ?? '');
  const own = fields.map((id): [string, string | string[]] => {
    const isReport = id === 'reason' && fields.includes('details');
    return [id, isReport ? picked(random, reasons) : (values[id] ?? '')];
  });
  return person.actor.submitModal(asked, Object.fromEntries(own));
}

/** The last text that only this person sees of an interaction; empty when the card alone shows it. */
export async function answerTo(
  people: People,
  person: Person,
  answered: Answered,
): Promise<string> {
  await handled(people.log, answered);
  if (answered.ephemeral) return answered.message?.content ?? '';
  const { interactionId } = answered;
  const channel = person.role === 'reader' ? people.news : people.moderatorsChannel;
  const later = people.discord
    .messages(channel, { includeEphemeral: person.actor.id })
    .filter(({ id, flags }) => (flags & 64) !== 0 && BigInt(id) > BigInt(interactionId));
  return later.at(-1)?.content ?? '';
}

export async function readerActs(people: People, person: Person, random: Random): Promise<Outcome> {
  const { actor } = person;
  const offered = people.discord
    .directMessages(actor.id)
    .findLast((message) => buttons(message).includes('Appeal'));
  if (offered) {
    const asked = await actor.click(offered.id, 'Appeal');
    const done = await filledIn(person, asked, random);
    return { person, did: 'appeal', answer: await answerTo(people, person, done) };
  }
  if (person.receiptId !== null) {
    const asked = await actor.click(person.receiptId, 'Name the law');
    person.receiptId = null;
    const done = await filledIn(person, asked, random);
    return { person, did: 'name the law', answer: await answerTo(people, person, done) };
  }
  const asked = await actor.messageCommand('Flag message', picked(random, subjects(people)).id);
  const done = await filledIn(person, asked, random);
  const answer = await answerTo(people, person, done);
  if (buttons(done.message ?? undefined).includes('Name the law')) {
    person.receiptId = done.message?.id ?? null;
  }
  return { person, did: 'report', answer };
}

/** The controls of the card that rule on the case, or work on it. */
const rulingOf: Record<string, string> = {
  Remove: 'remove',
  Hide: 'hide',
  Dismiss: 'no-fault',
  Escalate: 'escalate',
  Undo: 'undo',
  Claim: 'claim',
  'Take over': 'claim',
};

export async function moderatorActs(
  people: People,
  person: Person,
  cases: readonly number[],
  random: Random,
): Promise<Outcome & { number: number }> {
  const { actor } = person;
  const number = picked(random, cases);
  const card = people.card(number);
  const offered = buttons(card).filter((label) => rulingOf[label] !== undefined);
  const choices = menuChoices(card).filter((value) => value !== 'close-discussion');
  const control = picked(random, [...offered, ...choices]);
  const isButton = offered.includes(control);
  const did = isButton ? (rulingOf[control] ?? '') : control;
  const asked = isButton
    ? await actor.click(card.id, control)
    : await actor.select(card.id, menuOf(card), control);
  if (did === 'publisher') {
    const sent = await actor.click(asked.message?.id ?? '', 'I reported it');
    return { person, did, number, answer: (await sent.settled())?.content ?? '' };
  }
  const done = await filledIn(person, asked, random);
  return { person, did, number, answer: await answerTo(people, person, done) };
}

/** Discord's codes for a time-out, and for a message that was deleted. */
const notAllowed: ReadonlySet<number> = new Set([50013, 10008]);
/** Discord's app lets nobody act in a time-out, or on what was deleted. */
export async function attempted<O extends Outcome>(
  person: Person,
  deed: Promise<O>,
): Promise<Outcome> {
  try {
    return await deed;
  } catch (error) {
    if (!(error instanceof ActorRefused) || !notAllowed.has(error.code)) throw error;
    return { person, did: 'nothing', answer: null };
  }
}
