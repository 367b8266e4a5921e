import { dayMs, type UnixMs } from '../time/duration.ts';
import { type Case, isRuled, type Report, type ReportReason, withoutRuling } from './case.ts';
import { weightToHide } from './reader.ts';

const reasonWeight: Record<ReportReason, number> = {
  illegal: 100,
  abuse: 10,
  offensive: 10,
  'personal-information': 20,
  spam: 5,
  false: 5,
  'off-topic': 2,
  other: 3,
};

/** A reader's report reopens a ruled case only after this time. */
export const reopenAfterMs = dayMs;

export type JoinOutcome =
  | { outcome: 'opened' | 'joined' | 'reopened'; case: Case }
  | { outcome: 'already-ruled'; case: Case };

/** The case that a first report opens, before it hides anything. */
export function openedCase(
  flagged: Pick<Case, 'guildId' | 'number' | 'subject' | 'textRevision' | 'evidence'>,
  report: Pick<Report, 'reason' | 'kind' | 'at'>,
): Case {
  const { at } = report;
  return {
    ...flagged,
    state: report.reason === 'illegal' ? 'escalated' : 'open',
    version: 1,
    ruleFrom: 1,
    urgency: reportUrgency(report),
    hidden: false,
    countedFrom: at,
    approved: false,
    appeal: null,
    openedAt: at,
    changedAt: at,
    claim: null,
    escalation: null,
    publisherReport: null,
    undone: null,
  };
}

/** What the rule takes from the case's other reports. */
export interface ReportFacts {
  /** The reports on this text hide the comment: see {@link hidesComment}. */
  hides: boolean;
  isNewText: boolean;
  /** Nobody gave this reason before: who saw the case without it has to read it again. */
  isNewReason: boolean;
}

/**
 * The case after one more report, from a new reporter or on a new text. A text that moderators
 * approved before goes to the end of the queue, and is hidden only by many.
 */
export function joinReport(
  current: Case,
  report: Pick<Report, 'reason' | 'kind' | 'at'>,
  { hides, isNewText, isNewReason }: ReportFacts,
): JoinOutcome {
  const version = current.version + 1;
  switch (current.state) {
    case 'open':
    case 'escalated': {
      const state = report.reason === 'illegal' ? 'escalated' : current.state;
      const isOther = isNewText || isNewReason || state !== current.state;
      return {
        outcome: 'joined',
        case: {
          ...current,
          version,
          ruleFrom: isOther ? version : current.ruleFrom,
          changedAt: report.at,
          urgency: current.urgency + reportUrgency(report),
          state,
          hidden: current.hidden || hides,
        },
      };
    }
    case 'upheld':
    case 'dismissed': {
      const isRecent = report.at - current.changedAt < reopenAfterMs;
      // A rule of the server says nothing new of a text that people ruled on.
      const isKnown = (isRecent && report.kind === 'reader') || report.kind === 'rule';
      if (isKnown && !isNewText) {
        return { outcome: 'already-ruled', case: current };
      }
      const urgency = isNewText ? reportUrgency(report) : reopenedUrgency(report);
      const { at: changedAt } = report;
      const changes = {
        version,
        ruleFrom: version,
        changedAt,
        countedFrom: changedAt,
        urgency,
        escalation: null,
      };
      const hidden = current.hidden || (isNewText && hides);
      const approved = !isNewText && isApproved(current);
      const state = isNewText && report.reason === 'illegal' ? 'escalated' : 'open';
      return {
        outcome: 'reopened',
        case: { ...withoutRuling(current), ...changes, hidden, approved, appeal: null, state },
      };
    }
    default:
      return current satisfies never;
  }
}

/**
 * The case after a report of illegal content named the law; `hides`: see {@link hidesComment}. A ruling
 * is not changed by it.
 */
export function lawNamed(current: Case, hides: boolean, at: UnixMs): Case {
  const version = current.version + 1;
  if (isRuled(current)) return { ...current, version };
  return { ...current, version, hidden: current.hidden || hides, changedAt: at };
}

/** A reopened case goes to the end of the queue, unless a moderator reports it. */
function reopenedUrgency(report: Pick<Report, 'reason' | 'kind'>): number {
  return report.kind === 'moderator' ? reportUrgency(report) : 1;
}

/** What one report adds to its case's urgency; a moderator's report counts double. */
export function reportUrgency(report: Pick<Report, 'reason' | 'kind'>): number {
  return reasonWeight[report.reason] * (report.kind === 'moderator' ? 2 : 1);
}

/** True for a text in which moderators found nothing wrong. */
export function isApproved(current: Case): boolean {
  return current.approved || (isRuled(current) && current.ruling.action === 'no-fault');
}

/** A report of illegal content by a reader who counts less than this does not hide by itself. */
const leastWeightForIllegal = 0.5;

/** What decides whether a comment is hidden until it is reviewed. */
export interface HidingFacts {
  hideThreshold: number;
  /** Moderators found nothing wrong with the text before. */
  isApproved: boolean;
  /** The reports on this text, with how much each reporter counts: see `reporterWeight`. */
  reports: readonly { weight: number; report: Pick<Report, 'kind' | 'law'> }[];
  /** A rule of the server hides it. */
  isRuleHiding: boolean;
}

/**
 * True when a comment is to be hidden until it is reviewed: by a rule of the server, by a report of
 * illegal content that names the law, or by enough reports. Only many readers hide what was approved.
 */
export function hidesComment({
  hideThreshold,
  isApproved,
  reports,
  isRuleHiding,
}: HidingFacts): boolean {
  if (isRuleHiding) return true;
  const isIllegal = reports.some(
    ({ weight, report }) => report.law !== null && weight >= leastWeightForIllegal,
  );
  if (isIllegal && !isApproved) return true;
  const byPeople = reports.filter(({ report }) => report.kind !== 'rule');
  const total = byPeople.reduce((sum, { weight }) => sum + weight, 0);
  return total >= weightToHide(hideThreshold, isApproved);
}
