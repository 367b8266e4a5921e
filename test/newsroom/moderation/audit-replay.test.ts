import { expect, test } from 'vitest';
import type { Case } from '../../../src/core/moderation/case.ts';
import { RulingAction } from '../../../src/core/moderation/case.ts';
import type { PlacedLine } from '../../../src/core/ports/audit-ledger.ts';
import { hourMs, minuteMs } from '../../../src/core/time/duration.ts';
import { flaggedComment } from '../../../src/newsroom/moderation/flagged-content.ts';
import { report } from '../../../src/newsroom/moderation/report.ts';
import { ruleCase } from '../../../src/newsroom/moderation/rule-case.ts';
import { Random } from '../../support/random.ts';
import { newsroom, ports, useNewsroom, withThread } from './flagged-comment.ts';

useNewsroom();

interface Replayed {
  state: Case['state'];
  version: number;
  hidden: boolean;
  /** The ruling that stands. */
  action: string | null;
}

/** What a case is after a line, by the table of states; `null` for what cannot follow. */
function after(before: Replayed | null, line: PlacedLine): Replayed | null {
  const action = line.action.replace('case.', '');
  const { version, caseHidden, reason } = line;
  if (version !== (before?.version ?? 0) + 1 || caseHidden === null) return null;
  const to = (state: Replayed['state'], ruling: string | null = null) => ({
    state,
    version,
    hidden: caseHidden,
    action: ruling,
  });
  const waits = before?.state === 'open' || before?.state === 'escalated';
  switch (action) {
    case 'opened':
      return before === null ? to(reason === 'illegal' ? 'escalated' : 'open') : null;
    case 'reported':
      if (!before || !waits) return null;
      return to(reason === 'illegal' ? 'escalated' : before.state);
    case 'reopened':
      return before && !waits && isOf(line, ['open', 'escalated']) ? to(line.caseState) : null;
    case 'edited':
      return before && waits ? to(before.state) : null;
    case 'escalate':
      return waits ? to('escalated') : null;
    case 'undo':
      return before && !waits && isOf(line, ['open', 'escalated']) ? to(line.caseState) : null;
    case 'remove':
    case 'hide':
    case 'warn':
    case 'timeout':
      return waits ? to('upheld', action) : null;
    case 'no-fault':
    case 'ignored':
    case 'duplicate':
    case 'void':
      return waits ? to('dismissed', action) : null;
    default:
      return null;
  }
}

function isOf<State extends string>(
  line: PlacedLine,
  states: readonly State[],
): line is PlacedLine & { caseState: State } {
  return states.some((state) => state === line.caseState);
}

function replayed(lines: readonly PlacedLine[]): Map<string, Replayed> {
  const cases = new Map<string, Replayed>();
  for (const line of lines) {
    const next = after(cases.get(line.subject) ?? null, line);
    if (!next || next.state !== line.caseState) {
      throw new Error(`${line.action} cannot follow in ${line.subject}: ${JSON.stringify(line)}`);
    }
    cases.set(line.subject, next);
  }
  return cases;
}

test.each([1, 2, 3])(
  'the audit of reports, edits and rulings at the same time replays to the cases (seed %i)',
  async (seed) => {
    await withThread();
    const random = new Random(seed);
    const { guildId, discord, paper } = newsroom;
    const readers = Array.from(
      { length: 30 },
      (_, index) => discord.addMember(guildId, { name: `Reader ${index}` }).id,
    );
    const moderators = ['Ada', 'Ben', 'Cleo'].map(
      (name) => discord.addMember(guildId, { name }).id,
    );
    const { store } = ports();
    const [found] = await store.discussions.listInGuild(guildId, ['open'], 1);
    const comments = found ? await store.discussions.listComments(found.discussion.id) : [];
    const pick = <T>(from: readonly T[]): T => {
      const picked = random.pick(from);
      if (picked === null) throw new Error('there is nothing to pick from');
      return picked;
    };
    const someReport = async () => {
      const reporterId = pick(readers);
      const reason = pick(['abuse', 'spam', 'off-topic', 'illegal'] as const);
      const { key } = pick(comments);
      const kind = random.chance(0.2) ? 'moderator' : 'reader';
      const flagged = await flaggedComment(ports(), guildId, key);
      await report(ports(), guildId, flagged, { reporterId, kind, reason, details: null });
    };
    const someRuling = async () => {
      const number = random.whole(1, 3);
      const action = pick(RulingAction.options);
      const [by, senior, behind] = [pick(moderators), random.chance(0.7), random.chance(0.1)];
      const current = await store.cases.get(guildId, number);
      const versionSeen = (current?.version ?? 1) - Number(behind);
      const ruling = { guildId, number, action, by, senior, versionSeen, reason: 'Seen.' };
      await ruleCase(ports(), ruling, new AbortController().signal);
    };
    let done = 0;
    for (let round = 0; round < 18; round += 1) {
      const deeds = Array.from({ length: 6 }, () =>
        random.chance(0.5) ? someReport() : someRuling(),
      );
      const outcomes = await Promise.allSettled(deeds);
      done += outcomes.filter(({ status }) => status === 'fulfilled').length;
      if (random.chance(0.3)) {
        paper.editComment('pier', pick(['c1', 'c2', 'c3']), `A text of round ${round}.`);
      }
      if (random.chance(0.2)) await newsroom.later(6 * minuteMs);
      if (random.chance(0.3)) newsroom.clock.advance(26 * hourMs);
    }
    expect(done).toBeGreaterThan(20);
    const lines = (await store.audit.list(guildId, 10_000, { area: 'case' })).toReversed();
    const cases = await Promise.all([1, 2, 3].map((number) => store.cases.get(guildId, number)));
    const stored = cases
      .filter((one) => one !== null)
      .map((one): [string, Replayed] => {
        const action = 'ruling' in one ? one.ruling.action : null;
        const { state, version, hidden } = one;
        return [`case:${one.number}`, { state, version, hidden, action }];
      });
    expect(Object.fromEntries(replayed(lines))).toEqual(Object.fromEntries(stored));
    expect(new Set(lines.map(({ action }) => action)).size).toBeGreaterThan(6);
  },
  60_000,
);
