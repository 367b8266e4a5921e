import { dayMs } from '../time/duration.ts';
import { type Case, type Report, type ReportReason, withoutRuling } from './case.ts';

const reasonWeight: Record<ReportReason, number> = {
  illegal: 100,
  abuse: 10,
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

/**
 * The case after one more report, from a new reporter or on a new text. `reports` count towards
 * hiding it.
 */
export function joinReport(
  current: Case,
  report: Pick<Report, 'reason' | 'kind' | 'at'>,
  { reports, isNewText }: { reports: number; isNewText: boolean },
  hideThreshold: number,
): JoinOutcome {
  const version = current.version + 1;
  switch (current.state) {
    case 'open':
    case 'escalated':
      return {
        outcome: 'joined',
        case: {
          ...current,
          version,
          changedAt: report.at,
          urgency: current.urgency + reportUrgency(report),
          state: report.reason === 'illegal' ? 'escalated' : current.state,
          hidden: current.hidden || reachesHideThreshold(reports, hideThreshold),
        },
      };
    case 'upheld':
    case 'dismissed': {
      const isRecent = report.at - current.changedAt < reopenAfterMs;
      if (isRecent && report.kind === 'reader' && !isNewText) {
        return { outcome: 'already-ruled', case: current };
      }
      const urgency = isNewText ? reportUrgency(report) : reopenedUrgency(report);
      const { at: changedAt } = report;
      const changes = { version, changedAt, countedFrom: changedAt, urgency };
      const hidden = current.hidden || (isNewText && reachesHideThreshold(reports, hideThreshold));
      const state = isNewText && report.reason === 'illegal' ? 'escalated' : 'open';
      return {
        outcome: 'reopened',
        case: { ...withoutRuling(current), ...changes, hidden, state },
      };
    }
    default:
      return current satisfies never;
  }
}

/** A reopened case goes to the end of the queue, unless a moderator reports it. */
function reopenedUrgency(report: Pick<Report, 'reason' | 'kind'>): number {
  return report.kind === 'moderator' ? reportUrgency(report) : 1;
}

/** What one report adds to its case's urgency; a moderator's report counts double. */
export function reportUrgency(report: Pick<Report, 'reason' | 'kind'>): number {
  return reasonWeight[report.reason] * (report.kind === 'moderator' ? 2 : 1);
}

/** True when this many reports hide a message until it is reviewed; a threshold of 0 never hides. */
export function reachesHideThreshold(reports: number, hideThreshold: number): boolean {
  return hideThreshold > 0 && reports >= hideThreshold;
}
