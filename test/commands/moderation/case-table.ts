import {
  type Case,
  type FlagSubject,
  isRuled,
  type ReportReason,
  RulingAction,
} from '../../../src/core/moderation/case.ts';
import { appealed, isOwnAppeal } from '../../../src/core/moderation/appeal.ts';
import { claimed, released } from '../../../src/core/moderation/claim.ts';
import { edited } from '../../../src/core/moderation/evidence.ts';
import {
  goneAtPublisher,
  isWatched,
  reportedToPublisher,
} from '../../../src/core/moderation/publisher-report.ts';
import {
  hidesComment,
  isApproved,
  joinReport,
  lawNamed,
  openedCase,
} from '../../../src/core/moderation/report-rule.ts';
import { rule } from '../../../src/core/moderation/ruling.ts';
import { standingOf } from '../../../src/core/moderation/standing.ts';
import { hourMs, type UnixMs } from '../../../src/core/time/duration.ts';
import { aComment } from '../../core/moderation/cases.ts';

// The table of a case's states, as the pure rules have it: everything that can happen to a case is
// tried in every state that can be reached, and each transition that comes out is listed.

/** What people, or the comment's site, do. An action of the audit has its name, or begins it. */
export const deeds = [
  'opened',
  'opened: illegal',
  'reported',
  'reported: illegal',
  'reopened',
  'reopened: illegal',
  'edited',
  ...RulingAction.options,
  'claim',
  'release',
  'law-named',
  'appealed',
  'publisher-report',
  'publisher-gone',
] as const;
export type Deed = (typeof deeds)[number];

/** A `copied` comment is mirrored in two channels: one may see that it is gone before the other. */
export const kinds = ['comment', 'message', 'copied'] as const;
export type Kind = (typeof kinds)[number];

/** As `hideThreshold` of a new server. */
const hideThreshold = 3;
/** The moderators by their place: who ruled does not decide on the appeal. */
export type Moderator = 'first' | 'second';

/** A case and what else decides on what can happen to it. */
export interface Situation {
  kind: Kind;
  flagged: Case | null;
  reports: readonly { reason: ReportReason; law: string | null; at: UnixMs; kind: 'reader' }[];
  /** Of a member's message. */
  isDeleted: boolean;
  /** Deleted at its source. */
  isGone: boolean;
  now: UnixMs;
}

/** One transition that was played, or is to be: what is done, and the case since then. */
export interface Step {
  deed: Deed;
  by: Moderator;
  before: Situation;
  after: Situation;
  /** "comment: open → remove → upheld" */
  transition: string;
}

export const start = (kind: Kind): Situation => ({
  kind,
  flagged: null,
  reports: [],
  isDeleted: false,
  isGone: false,
  now: 1_700_000_000_000,
});

/** The audit's action of a deed, without its area. */
export const actionOf = (deed: Deed): string => deed.split(':')[0] ?? '';

const isIllegal = (deed: Deed) => deed.endsWith(': illegal');

function subjectOf(kind: Kind): FlagSubject {
  if (kind !== 'message') return aComment;
  const { channelId, messageId, authorName } = aComment;
  return { kind: 'message', channelId, messageId, authorName, authorId: '100000000000000004' };
}

/** The case after a deed; `null` where it is not possible. */
export function caseAfter(before: Situation, deed: Deed, by: Moderator, now: UnixMs): Case | null {
  const { flagged, kind } = before;
  const reason = isIllegal(deed) ? 'illegal' : 'abuse';
  const newReport = { reason, kind: 'reader', at: now } as const;
  if (flagged === null) {
    if (!deed.startsWith('opened')) return null;
    const facts = { guildId: '100000000000000001', number: 2, subject: subjectOf(kind) };
    return openedCase({ ...facts, textRevision: 'r1', evidence: 'As it was.' }, newReport);
  }
  if (kind === 'copied' && !deed.startsWith('publisher')) return null;
  const isThere = !before.isDeleted && !before.isGone && standingOf([flagged]) !== 'removed';
  const facts = { isApproved: isApproved(flagged), isRuleHiding: false, hideThreshold };
  switch (deed) {
    case 'opened':
    case 'opened: illegal':
      return null;
    case 'reported':
    case 'reported: illegal': {
      if (!isThere || isRuled(flagged)) return null;
      const reports = [...before.reports, { ...newReport, law: null }]
        .filter(({ at }) => at >= flagged.countedFrom)
        .map((report) => ({ weight: 1, report }));
      const hides = kind !== 'message' && hidesComment({ ...facts, reports });
      const isNewReason = !before.reports.some((one) => one.reason === reason);
      return joinReport(flagged, newReport, { hides, isNewText: false, isNewReason }).case;
    }
    case 'reopened':
    case 'reopened: illegal': {
      // A report of illegal content reopens at once what was edited since.
      const isNewText = isIllegal(deed);
      if (!isThere || !isRuled(flagged) || (isNewText && kind === 'message')) return null;
      const isNewReason = true;
      return joinReport(flagged, newReport, { hides: false, isNewText, isNewReason }).case;
    }
    case 'edited':
      if (!isThere || kind === 'message') return null;
      return edited(flagged, [{ text: `Edited at ${now}.`, revision: `r${now}` }], now);
    case 'law-named': {
      const unnamed = before.reports.find((one) => one.reason === 'illegal' && one.law === null);
      if (!unnamed) return null;
      const reports = [{ ...unnamed, law: 'A law.' }]
        .filter(({ at }) => at >= flagged.countedFrom)
        .map((report) => ({ weight: 1, report }));
      return lawNamed(flagged, kind !== 'message' && hidesComment({ ...facts, reports }), now);
    }
    case 'claim':
      return flagged.claim?.by === by ? null : claimed(flagged, by, now);
    case 'release':
      return released(flagged, by, now);
    case 'appealed': {
      if (kind !== 'message') return null;
      const outcome = appealed(flagged, 'It was a joke.', now);
      return outcome.outcome === 'appealed' ? outcome.case : null;
    }
    case 'publisher-report':
      return kind === 'message' || before.isGone ? null : reportedToPublisher(flagged, by, now);
    case 'publisher-gone':
      // While a case waits, its comment goes with its last copy: the case is void first.
      if (before.isGone || (kind === 'copied') === isRuled(flagged)) return null;
      return goneAtPublisher(flagged, now);
    case 'void':
      if (before.isGone || isWatched(flagged)) return null;
      break;
    case 'duplicate':
    case 'escalate':
    case 'hide':
    case 'ignored':
    case 'no-fault':
    case 'remove':
    case 'timeout':
    case 'undo':
    case 'warn':
      if (before.isGone) return null;
  }
  if (isOwnAppeal(flagged, by)) return null;
  const extra = { deletes: false, timeoutMs: hourMs, duplicateOf: 1 };
  const ruling = { action: deed, by, at: now, reason: 'Seen.', ...extra };
  const outcome = rule(flagged, ruling, flagged.version, true);
  return outcome.outcome === 'ruled' ? outcome.case : null;
}

/** What can be done in a situation. */
export function possibleSteps(before: Situation): Step[] {
  return deeds.flatMap((deed) => {
    const moderators: Moderator[] = ['first', 'second'];
    for (const by of moderators) {
      const now = before.now + (deed === 'reopened' ? 25 * hourMs : 1000);
      const flagged = caseAfter(before, deed, by, now);
      if (flagged) return [stepTo(before, deed, by, flagged, now)];
    }
    return [];
  });
}

function stepTo(before: Situation, deed: Deed, by: Moderator, flagged: Case, now: UnixMs): Step {
  const isReport = /^(opened|reported|reopened)/u.test(deed);
  const reason = isIllegal(deed) ? 'illegal' : 'abuse';
  const made = isReport ? [{ reason, law: null, at: now, kind: 'reader' } as const] : [];
  const after = {
    ...before,
    flagged,
    now,
    reports: withLaw([...before.reports, ...made], deed),
    isDeleted:
      before.isDeleted || (before.kind === 'message' && standingOf([flagged]) === 'removed'),
    isGone: before.isGone || deed === 'void' || deed === 'publisher-gone',
  };
  const from = before.flagged?.state ?? '–';
  const hides = flagged.hidden && !before.flagged?.hidden && !isRuled(flagged);
  const to = hides ? `${flagged.state}, hidden` : flagged.state;
  const transition = `${before.kind}: ${from} → ${actionOf(deed)} → ${to}`;
  return { deed, by, before, after, transition };
}

/** The first reader who has not done so names the law. */
function withLaw(reports: Situation['reports'], deed: Deed): Situation['reports'] {
  if (deed !== 'law-named') return reports;
  const unnamed = reports.find(({ reason, law }) => reason === 'illegal' && law === null);
  return reports.map((one) => (one === unnamed ? { ...one, law: 'A law.' } : one));
}

/** Two situations with one signature can go on in the same ways. */
function signature({ kind, flagged, reports, isDeleted, isGone }: Situation): string {
  if (!flagged) return kind;
  const { state, hidden, claim, appeal, publisherReport, approved, countedFrom } = flagged;
  const ruling = isRuled(flagged) ? `${flagged.ruling.action} ${flagged.ruling.escalated}` : '';
  const counted = Math.min(3, reports.filter(({ at }) => at >= countedFrom).length);
  const unnamed = reports.some(({ reason, law }) => reason === 'illegal' && law === null);
  const publisher = publisherReport && publisherReport.goneAt !== null;
  const parts = { state, hidden, claim: claim?.by, appeal: appeal?.against.by, approved, ruling };
  return JSON.stringify({ kind, ...parts, publisher, counted, unnamed, isDeleted, isGone });
}

/** The shortest way to a step that `isWanted`, of `longest` steps at most; `null` without one. */
function wayTo(from: Situation, isWanted: (step: Step) => boolean, longest: number): Step[] | null {
  const seen = new Set([signature(from)]);
  let ways: { end: Situation; steps: Step[] }[] = [{ end: from, steps: [] }];
  for (let length = 1; length <= longest && ways.length > 0; length += 1) {
    const next: typeof ways = [];
    for (const { end, steps } of ways) {
      for (const step of possibleSteps(end)) {
        if (isWanted(step)) return [...steps, step];
        const key = signature(step.after);
        if (seen.has(key)) continue;
        seen.add(key);
        next.push({ end: step.after, steps: [...steps, step] });
      }
    }
    ways = next;
  }
  return null;
}

/** Every transition of the table, by its text. */
export function caseTransitions(): Set<string> {
  const found = new Set<string>();
  for (const kind of kinds) {
    wayTo(
      start(kind),
      ({ transition }) => {
        found.add(transition);
        return false;
      },
      8,
    );
  }
  return found;
}

/** Lives of cases which together go through every transition, each from a first report on. */
export function caseLives(): Step[][] {
  const missing = caseTransitions();
  const lives: Step[][] = [];
  for (const kind of kinds) {
    const isWanted = ({ transition }: Step) => missing.has(transition);
    for (let way = wayTo(start(kind), isWanted, 8); way; way = wayTo(start(kind), isWanted, 8)) {
      const life: Step[] = [];
      for (let next: Step[] | null = way; next && life.length < 20;) {
        for (const step of next) {
          missing.delete(step.transition);
          life.push(step);
        }
        const end: Situation | undefined = life.at(-1)?.after;
        next = end ? wayTo(end, isWanted, 3) : null;
      }
      lives.push(life);
    }
  }
  return lives;
}
