import { afterAll, afterEach, expect, test } from 'vitest';
import { invitePermissions } from '../../../src/core/delivery/permissions.ts';
import type { AuditLine } from '../../../src/core/moderation/audit.ts';
import { RulingAction } from '../../../src/core/moderation/case.ts';
import { hourMs, minuteMs } from '../../../src/core/time/duration.ts';
import { labelsIn } from '../../../src/render/index.ts';
import { asReplayed, replayed } from '../../newsroom/moderation/replay.ts';
import { type Postgres, startPostgres } from '../../real/postgres.ts';
import { anEdition, aStory } from '../../support/editions.ts';
import { Random } from '../../support/random.ts';
import { openNewsroom, type People, words } from '../people.ts';
import {
  answerTo,
  attempted,
  crowd,
  moderatorActs,
  type Outcome,
  readerActs,
  subjects,
} from './crowd.ts';

// Fifty people at once on the same ten cases. `DESK_SEEDS=4,5` plays other seeds, `DESK_ROUNDS=20` more
// rounds, and `DESK_STORE=postgres` does so on a real PostgreSQL.

const { DESK_SEEDS = '1', DESK_ROUNDS = '3', DESK_STORE = 'sqlite' } = process.env;
const comments = 7;
const messages = 3;

let people: People;
let postgres: Postgres | null = null;
afterEach(() => people.close());
afterAll(async () => postgres?.stop());

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
    const { readers, moderators, authors } = crowd(people, messages);
    for (const [n, author] of authors.entries()) {
      author.send(people.news, `Word${comments + n}. You fools!`);
    }
    // Ten cases, each with a card.
    for (const [n, { id }] of subjects(people).entries()) {
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
        const answer = await answerTo(people, person, await person.actor.click(cardId, 'Dismiss'));
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
        ...readers.map((one) => attempted(one, readerActs(people, one, random))),
        ...moderators.map((one) =>
          attempted(one, moderatorActs(people, one, random.chance(0.6) ? busy : all, random)),
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
