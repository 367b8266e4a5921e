import type { AuditAction, AuditLine } from '../../../src/core/moderation/audit.ts';
import { type Case, isRuled } from '../../../src/core/moderation/case.ts';

/** What the audit says of a case, without looking at the case. */
export interface Replayed {
  state: Case['state'];
  version: number;
  hidden: boolean;
  /** The ruling in force. */
  action: string | null;
  /** It was made on an escalated case. */
  escalated: boolean;
  claimedBy: string | null;
  publisher: 'not told' | 'told' | 'gone';
}

type CaseAction = Extract<AuditAction, `case.${string}`>;
/** `null` for what cannot follow. */
type Follows = (before: Replayed | null, line: AuditLine) => Partial<Replayed> | null;

const waits = (one: Replayed | null) => one?.state === 'open' || one?.state === 'escalated';
const ruled = (one: Replayed | null) => one?.state === 'upheld' || one?.state === 'dismissed';
const waiting = (change: (before: Replayed, line: AuditLine) => Partial<Replayed>): Follows => {
  return (before, line) => (before && waits(before) ? change(before, line) : null);
};
const afterRuling = { action: null, escalated: false, claimedBy: null };
/** Only a report, or the law that it names, may hide what was not hidden. */
const hides = (before: Replayed, { caseHidden }: AuditLine) => ({
  hidden: before.hidden || caseHidden === true,
});

const upheld = (action: string, deletes: true | 'perhaps'): Follows =>
  waiting((before, { caseHidden }) => ({
    state: 'upheld',
    action,
    escalated: before.state === 'escalated',
    claimedBy: null,
    hidden: deletes === true || caseHidden === true,
  }));

const dismissed = (action: string): Follows =>
  waiting((before) => ({
    state: 'dismissed',
    action,
    escalated: before.state === 'escalated',
    claimedBy: null,
    hidden: false,
  }));

/** A case that was ruled on waits again. */
const backTo = ({ escalated }: Replayed): Partial<Replayed> => ({
  ...afterRuling,
  state: escalated ? 'escalated' : 'open',
});

/** What each kind of entry does to a case: a kind that is missing here does not compile. */
const follows: Record<CaseAction, Follows> = {
  'case.opened': (before, { reason, caseHidden }) =>
    before
      ? null
      : { state: reason === 'illegal' ? 'escalated' : 'open', hidden: caseHidden === true },
  'case.reported': waiting((before, line) => ({
    ...hides(before, line),
    state: line.reason === 'illegal' ? 'escalated' : before.state,
  })),
  'case.reopened': (before, line) => {
    if (!before || !ruled(before)) return null;
    // An illegal text that is new escalates it; the audit has no texts.
    const isEscalated = line.reason === 'illegal' && line.caseState === 'escalated';
    return { ...afterRuling, ...hides(before, line), state: isEscalated ? 'escalated' : 'open' };
  },
  'case.edited': waiting(() => ({})),
  'case.claim': waiting((_, { actor }) => ({ claimedBy: actor })),
  'case.release': (before, { actor }) =>
    waits(before) && before?.claimedBy === actor ? { claimedBy: null } : null,
  'case.law-named': (before, line) => before && (ruled(before) ? {} : hides(before, line)),
  'case.escalate': (before) =>
    before?.state === 'open' ? { state: 'escalated', claimedBy: null } : null,
  'case.undo': (before) => (before && ruled(before) ? { ...backTo(before), hidden: false } : null),
  'case.appealed': (before) => (before?.state === 'upheld' ? backTo(before) : null),
  'case.publisher-report': (before) =>
    before?.publisher === 'not told' ? { publisher: 'told' } : null,
  'case.publisher-gone': (before) => (before?.publisher === 'told' ? { publisher: 'gone' } : null),
  'case.remove': upheld('remove', true),
  'case.hide': upheld('hide', true),
  'case.warn': upheld('warn', 'perhaps'),
  'case.timeout': upheld('timeout', 'perhaps'),
  'case.no-fault': dismissed('no-fault'),
  'case.ignored': dismissed('ignored'),
  'case.duplicate': dismissed('duplicate'),
  'case.void': dismissed('void'),
};

const isKnown = (action: string): action is CaseAction => Object.hasOwn(follows, action);

const unopened: Replayed = {
  state: 'open',
  version: 0,
  hidden: false,
  publisher: 'not told',
  ...afterRuling,
};

/**
 * The cases that an audit's lines, the oldest first, end with, by subject.
 * @throws for a kind of entry that it does not know, and for one that cannot follow
 */
export function replayed(lines: readonly AuditLine[]): Map<string, Replayed> {
  const cases = new Map<string, Replayed>();
  for (const line of lines) {
    const { action, subject, version, caseState, caseHidden } = line;
    const refuse = (why: string): never => {
      throw new Error(`${action} ${why} in ${subject}: ${JSON.stringify(line)}`);
    };
    if (!isKnown(action)) return refuse('is no known kind of entry');
    const before = cases.get(subject) ?? null;
    const change = follows[action](before, line);
    if (!change) return refuse(`cannot follow ${JSON.stringify(before)}`);
    const earlier = before ?? unopened;
    const next = { ...earlier, ...change, version: earlier.version + 1 };
    const isSame =
      next.version === version && next.state === caseState && next.hidden === caseHidden;
    if (!isSame) return refuse(`should lead to ${JSON.stringify(next)}`);
    cases.set(subject, next);
  }
  return cases;
}

/** A stored case, as a replay has it. */
export function asReplayed(flagged: Case): Replayed {
  const { state, version, hidden, claim, publisherReport } = flagged;
  return {
    state,
    version,
    hidden,
    action: isRuled(flagged) ? flagged.ruling.action : null,
    escalated: isRuled(flagged) && flagged.ruling.escalated,
    claimedBy: claim?.by ?? null,
    publisher:
      publisherReport === null ? 'not told' : publisherReport.goneAt === null ? 'told' : 'gone',
  };
}
