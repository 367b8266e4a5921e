import { afterAll, afterEach, expect, test } from 'vitest';
import { invitePermissions } from '../../../src/core/delivery/permissions.ts';
import type { AuditLine } from '../../../src/core/moderation/audit.ts';
import { RulingAction } from '../../../src/core/moderation/case.ts';
import { hourMs, minuteMs } from '../../../src/core/time/duration.ts';
import { labelsIn } from '../../../src/render/index.ts';
import { type Actor, ActorRefused, type Answered } from '../../../src/preview/discord/index.ts';
import { asReplayed, replayed } from '../../newsroom/moderation/replay.ts';
import { type Postgres, startPostgres } from '../../real/postgres.ts';
import { anEdition, aStory } from '../../support/editions.ts';
import { handled } from '../../support/handled.ts';
import { Random } from '../../support/random.ts';
import { buttons, menuChoices, menuOf, openNewsroom, type People, words } from '../people.ts';

// Fifty people at once on the same ten cases. `DESK_SEEDS=4,5` plays other seeds, `DESK_ROUNDS=20` more
// rounds, and `DESK_STORE=postgres` does so on a real PostgreSQL.

const { DESK_SEEDS = '1', DESK_ROUNDS = '3', DESK_STORE = 'sqlite' } = process.env;
const comments = 7;
const messages = 3;
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

let people: People;
let postgres: Postgres | null = null;
afterEach(() => people.close());
afterAll(async () => postgres?.stop());

interface Person {
  actor: Actor;
  role: 'reader' | 'moderator';
  /** Their receipt for a report of illegal content. */
  receiptId: string | null;
}

/** What somebody was answered. */
interface Outcome {
  person: Person;
  did: string;
  /** `null` when Discord's app did not let them. */
  answer: string | null;
}

async function staged(): Promise<void> {
  if (DESK_STORE === 'postgres') postgres ??= await startPostgres();
  const written = Array.from({ length: comments }, (_, n) => ({
    id: `c${n}`,
    at: (n - 50) * minuteMs,
    author: `Writer ${n}`,
    text: `Word${n}. As it was.`,
  }));
  people = await openNewsroom({
    edition: anEdition(aStory({ comments: written })),
    permissions: [...invitePermissions, 'ModerateMembers'],
    settings: { commentPeriodMs: null },
    // Fifty at once on a busy machine: this is about what is true, not about how fast.
    answerTimeoutMs: 60_000,
    ...(postgres && { storeUrl: await postgres.newDatabase() }),
  });
  const set = { 'reports-per-hour': 1000, 'hide-after': 6 };
  await words(people.owner.run('/settings set', set));
}

function crowd(): { readers: Person[]; moderators: Person[]; authors: Actor[] } {
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
  const authors = many(messages, 'Author');
  return {
    authors,
    readers: [...authors, ...many(40 - messages, 'Reader')].map(asPerson('reader', news)),
    moderators: [...many(8, 'Moderator', [desk]), ...many(2, 'Senior', [seniors])].map(
      asPerson('moderator', moderatorsChannel),
    ),
  };
}

/** What can be reported: messages in the thread and in the channel, by their word. */
const subjects = () =>
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
async function answerTo(person: Person, answered: Answered): Promise<string> {
  await handled(people.log, answered);
  if (answered.ephemeral) return answered.message?.content ?? '';
  const { interactionId } = answered;
  const channel = person.role === 'reader' ? people.news : people.moderatorsChannel;
  const later = people.discord
    .messages(channel, { includeEphemeral: person.actor.id })
    .filter(({ id, flags }) => (flags & 64) !== 0 && BigInt(id) > BigInt(interactionId));
  return later.at(-1)?.content ?? '';
}

async function readerActs(person: Person, random: Random): Promise<Outcome> {
  const { actor } = person;
  const offered = people.discord
    .directMessages(actor.id)
    .findLast((message) => buttons(message).includes('Appeal'));
  if (offered) {
    const asked = await actor.click(offered.id, 'Appeal');
    const done = await filledIn(person, asked, random);
    return { person, did: 'appeal', answer: await answerTo(person, done) };
  }
  if (person.receiptId !== null) {
    const asked = await actor.click(person.receiptId, 'Name the law');
    person.receiptId = null;
    const done = await filledIn(person, asked, random);
    return { person, did: 'name the law', answer: await answerTo(person, done) };
  }
  const asked = await actor.messageCommand('Flag message', picked(random, subjects()).id);
  const done = await filledIn(person, asked, random);
  const answer = await answerTo(person, done);
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

async function moderatorActs(
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
  return { person, did, number, answer: await answerTo(person, done) };
}

/** Discord's codes for a time-out, and for a message that was deleted. */
const notAllowed: ReadonlySet<number> = new Set([50013, 10008]);
/** Discord's app lets nobody act in a time-out, or on what was deleted. */
async function attempted<O extends Outcome>(person: Person, deed: Promise<O>): Promise<Outcome> {
  try {
    return await deed;
  } catch (error) {
    if (!(error instanceof ActorRefused) || !notAllowed.has(error.code)) throw error;
    return { person, did: 'nothing', answer: null };
  }
}

const { acts } = labelsIn('en').flags;
const rulings: ReadonlySet<string> = new Set(RulingAction.options);
const isDone = ({ answer }: Outcome) => answer === '' || answer === acts.staysDeleted;
const rulers = (lines: readonly AuditLine[]) =>
  lines.filter(({ action }) => rulings.has(action.slice('case.'.length)));

async function newLines(known: number): Promise<AuditLine[]> {
  const { audit } = people.bot.ports.store;
  const lines = await audit.list(people.guildId, 10_000, { area: 'case' });
  return lines.toReversed().slice(known);
}

/** Who was told that they ruled did, once, and nobody else; who was too late reads who was first. */
function checkRound(outcomes: readonly Outcome[], lines: readonly AuditLine[]): number {
  let second = 0;
  for (const outcome of outcomes) {
    const { person, did, answer } = outcome;
    if (person.role === 'reader' || !(rulings.has(did) || did === 'claim')) continue;
    const own = lines.filter(({ actor }) => actor === person.actor.id);
    const expected = isDone(outcome) ? [`case.${did}`] : [];
    expect({ did, answer, own: own.map(({ action }) => action) }).toEqual({
      did,
      answer,
      own: expected,
    });
    if (!answer?.includes('was ruled on before you')) continue;
    second += 1;
    const named = rulers(lines).filter(({ actor }) => answer.includes(`<@${actor}>`));
    expect({ answer, named: named.length > 0 }).toEqual({ answer, named: true });
  }
  return second;
}

test.each(DESK_SEEDS.split(',').map(Number))(
  'of fifty people at once on ten cases each is told the truth, and the audit replays to the cases (seed %i)',
  async (seed) => {
    await staged();
    const random = new Random(seed);
    const { readers, moderators, authors } = crowd();
    for (const [n, author] of authors.entries()) {
      author.send(people.news, `Word${comments + n}. You fools!`);
    }
    // Ten cases, each with a card.
    for (const [n, { id }] of subjects().entries()) {
      const { actor } = readers[n + messages] ?? { actor: people.nia };
      await words(
        actor.submitModal(await actor.messageCommand('Flag message', id), { reason: 'abuse' }),
      );
    }
    await people.quiet();
    const { store } = people.bot.ports;
    const cases = await store.cases.count(people.guildId, {});
    expect(cases).toBe(comments + messages);
    const all = Array.from({ length: cases }, (_, n) => n + 1);
    let known = (await newLines(0)).length;
    // All moderators at once on one case: one rules, the others read who it was.
    const { id: cardId } = people.card(1);
    const rush = await Promise.all(
      moderators.map(async (person): Promise<Outcome> => {
        const answer = await answerTo(person, await person.actor.click(cardId, 'Dismiss'));
        return { person, did: 'no-fault', answer };
      }),
    );
    expect(checkRound(rush, await newLines(known))).toBe(moderators.length - 1);
    await people.quiet();
    known = (await newLines(0)).length;
    let done = 0;
    for (let round = 0; round < Number(DESK_ROUNDS); round += 1) {
      // All of them see the same cards, and act at the same time: most moderators on three of the cases.
      const busy = [0, 1, 2].map(() => random.whole(1, cases));
      const outcomes = await Promise.all([
        ...readers.map((one) => attempted(one, readerActs(one, random))),
        ...moderators.map((one) =>
          attempted(one, moderatorActs(one, random.chance(0.6) ? busy : all, random)),
        ),
      ]);
      const lines = await newLines(known);
      checkRound(outcomes, lines);
      done += outcomes.filter(isDone).length;
      replayed(await newLines(0));
      const changed = `c${random.below(comments)}`;
      if (random.chance(0.5)) {
        const word = `Word${changed.slice(1)}.`;
        people.paper.editComment('pier', changed, `${word} A text of round ${round}.`);
      }
      if (round === 1) people.paper.withdrawComment('pier', changed);
      await people.later(random.chance(0.3) ? 26 * hourMs : 6 * minuteMs);
      await people.later(6 * minuteMs);
      known = (await newLines(0)).length;
    }
    const lines = await newLines(0);
    const stored = await store.cases.list(people.guildId, {}, 100, 0);
    expect(Object.fromEntries(replayed(lines))).toEqual(
      Object.fromEntries(stored.map((one) => [`case:${one.number}`, asReplayed(one)])),
    );
    expect(done).toBeGreaterThan(5);
    expect(new Set(lines.map(({ action }) => action)).size).toBeGreaterThan(8);
  },
  600_000,
);
