import type { CaseNumber } from '../ids.ts';
import { dayMs, type UnixMs } from '../time/duration.ts';
import type { AuditLine } from './audit.ts';
import {
  dismissingActions,
  type Report,
  ReportReason,
  type RulingAction,
  upholdingActions,
} from './case.ts';

type EndingAction = Exclude<RulingAction, 'escalate' | 'undo'>;

/** A change of a case, from its audit line. */
export interface CaseEvent extends Pick<AuditLine, 'at' | 'action' | 'reason'> {
  number: CaseNumber;
}

export interface StatisticsFacts {
  since: UnixMs;
  /** Without that instant. */
  until: UnixMs;
  /** Of the period, the oldest first. */
  events: readonly CaseEvent[];
  /** When the cases were last opened before the period. */
  openedBefore: ReadonlyMap<CaseNumber, UnixMs>;
  /** All reports on the cases that were ruled on in the period. */
  reports: readonly Pick<Report, 'caseNumber' | 'reason' | 'kind'>[];
}

/** How many cases were opened and ruled on from an instant until the next one. */
export interface CaseCount {
  from: UnixMs;
  opened: number;
  ruled: number;
}

/** What happened to a server's cases in a period. Rulings that were undone in it are not counted. */
export interface CaseStatistics {
  since: UnixMs;
  until: UnixMs;
  opened: number;
  /** By a new report or an appeal, after a ruling. */
  reopened: number;
  appeals: number;
  /** Reports of illegal content. */
  illegalNotices: number;
  /** By the ruling; those that ended without a moderator (`void`) too. */
  byRuling: Partial<Record<EndingAction, number>>;
  upheld: number;
  dismissed: number;
  /** Removals by the reason that most of their reports gave. */
  removedFor: Partial<Record<ReportReason, number>>;
  /** From when a case was opened until a moderator ruled, in milliseconds; `null` without rulings. */
  medianMs: number | null;
  /** Readers' reports on cases that were upheld, and on those where nothing was wrong. */
  reports: { right: number; wrong: number };
  /** By day; by week in a period longer than {@link mostDays} days. */
  counts: CaseCount[];
}

/** Longer periods are counted by week. */
export const mostDays = 45;

interface EndedCase {
  number: CaseNumber;
  at: UnixMs;
  action: EndingAction;
  tookMs: number | null;
}

/** The figures of a period, by replaying its audit lines. */
export function caseStatistics(facts: StatisticsFacts): CaseStatistics {
  const { since, until, events, openedBefore, reports } = facts;
  const began = new Map(openedBefore);
  let ended: EndedCase[] = [];
  const openedAt: UnixMs[] = [];
  const count = { reopened: 0, appeals: 0, illegalNotices: 0 };
  for (const { number, at, action, reason } of events) {
    const isReport =
      action === 'case.opened' || action === 'case.reported' || action === 'case.reopened';
    if (isReport && reason === 'illegal') count.illegalNotices += 1;
    if (action === 'case.opened') openedAt.push(at);
    if (action === 'case.appealed') count.appeals += 1;
    if (action === 'case.reopened' || action === 'case.appealed') count.reopened += 1;
    if (action === 'case.undo') ended = withoutLast(ended, number);
    const ending = endingAction(action);
    if (ending) {
      const start = began.get(number);
      ended.push({ number, at, action: ending, tookMs: start === undefined ? null : at - start });
    } else if (opening.has(action)) {
      began.set(number, at);
    }
  }
  const ruled = ended.filter(({ action }) => action !== 'void');
  const reasons = mainReasons(reports);
  return {
    since,
    until,
    opened: openedAt.length,
    ...count,
    byRuling: tally(ended.map(({ action }) => action)),
    upheld: ended.filter(isUpheld).length,
    dismissed: ended.filter((one) => !isUpheld(one)).length,
    removedFor: tally(
      ended
        .filter(({ action }) => action === 'remove')
        .map(({ number }) => reasons.get(number) ?? 'other'),
    ),
    medianMs: median(ruled.flatMap(({ tookMs }) => (tookMs === null ? [] : [tookMs]))),
    reports: reportsJudged(ended, reports),
    counts: countsOf(
      since,
      until,
      openedAt,
      ruled.map(({ at }) => at),
    ),
  };
}

const opening = new Set(['case.opened', 'case.reopened', 'case.appealed', 'case.undo']);
const endings = new Map<string, EndingAction>(
  [...upholdingActions, ...dismissingActions].map((action) => [`case.${action}`, action]),
);
const endingAction = (action: string) => endings.get(action) ?? null;
const isUpheld = ({ action }: EndedCase) =>
  upholdingActions.some((upholding) => upholding === action);

function withoutLast(ended: readonly EndedCase[], number: CaseNumber): EndedCase[] {
  const last = ended.findLast((one) => one.number === number);
  return ended.filter((one) => one !== last);
}

function tally<Key extends string>(keys: readonly Key[]): Partial<Record<Key, number>> {
  const counts: Partial<Record<Key, number>> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

/** Of reasons that were given equally often, the one that the form lists first. */
function mainReasons(reports: StatisticsFacts['reports']): Map<CaseNumber, ReportReason> {
  const given = new Map<CaseNumber, ReportReason[]>();
  for (const { caseNumber, reason } of reports) {
    given.set(caseNumber, [...(given.get(caseNumber) ?? []), reason]);
  }
  return new Map(
    Array.from(given, ([number, ofCase]): [CaseNumber, ReportReason] => {
      const times = tally(ofCase);
      const [first = 'other'] = ReportReason.options.toSorted(
        (one, other) => (times[other] ?? 0) - (times[one] ?? 0),
      );
      return [number, first];
    }),
  );
}

function reportsJudged(
  ended: readonly EndedCase[],
  reports: StatisticsFacts['reports'],
): CaseStatistics['reports'] {
  const last = new Map(ended.map((one) => [one.number, one]));
  const judged = { right: 0, wrong: 0 };
  for (const { caseNumber, kind } of reports) {
    const end = last.get(caseNumber);
    if (!end || kind !== 'reader') continue;
    if (isUpheld(end)) judged.right += 1;
    else if (end.action === 'no-fault') judged.wrong += 1;
  }
  return judged;
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

function countsOf(
  since: UnixMs,
  until: UnixMs,
  opened: readonly UnixMs[],
  ruled: readonly UnixMs[],
): CaseCount[] {
  const days = Math.max(1, Math.ceil((until - since) / dayMs));
  const stepMs = days > mostDays ? 7 * dayMs : dayMs;
  const counts = Array.from(
    { length: Math.ceil((days * dayMs) / stepMs) },
    (_, index): CaseCount => ({ from: since + index * stepMs, opened: 0, ruled: 0 }),
  );
  const bucket = (at: UnixMs) => counts[Math.floor((at - since) / stepMs)];
  for (const at of opened) increase(bucket(at), 'opened');
  for (const at of ruled) increase(bucket(at), 'ruled');
  return counts;
}

function increase(count: CaseCount | undefined, what: 'opened' | 'ruled'): void {
  if (count) count[what] += 1;
}
