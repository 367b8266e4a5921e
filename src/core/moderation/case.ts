import { z } from 'zod';
import { CaseNumber, DiscussionId, Snowflake } from '../ids.ts';
import { dayMs, UnixMs } from '../time/duration.ts';

/** What was flagged: a mirrored comment, or a message that a member wrote. */
export const FlagSubject = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('comment'),
    discussionId: DiscussionId,
    commentKey: z.string(),
    authorName: z.string(),
    channelId: Snowflake,
    messageId: Snowflake,
    /** The comment's page at the publisher, for a report to its editors. */
    url: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('message'),
    channelId: Snowflake,
    messageId: Snowflake,
    authorId: Snowflake,
    authorName: z.string(),
  }),
]);
export type FlagSubject = z.infer<typeof FlagSubject>;

export const CaseState = z.enum(['open', 'escalated', 'upheld', 'dismissed']);
export type CaseState = z.infer<typeof CaseState>;

export const upholdingActions = ['remove', 'hide', 'warn', 'timeout'] as const;
export const dismissingActions = ['no-fault', 'ignored', 'duplicate', 'void'] as const;
export const RulingAction = z.enum([...upholdingActions, ...dismissingActions, 'escalate', 'undo']);
export type RulingAction = z.infer<typeof RulingAction>;

export const ReportReason = z.enum(['abuse', 'spam', 'off-topic', 'false', 'illegal', 'other']);
export type ReportReason = z.infer<typeof ReportReason>;

export const reportReasonLabels: Record<ReportReason, string> = {
  abuse: 'Abuse, insults or threats',
  spam: 'Spam or advertising',
  'off-topic': 'Off topic',
  false: 'False or misleading',
  illegal: 'Illegal content',
  other: 'Something else',
};

export const Ruling = z.object({
  action: RulingAction,
  by: Snowflake,
  at: UnixMs,
  reason: z.string().nullable(),
  /** The case was escalated: only a senior moderator can undo this ruling. */
  escalated: z.boolean().default(false),
});
export type Ruling = z.infer<typeof Ruling>;

/** One case for each message and revision of its text. All reports on that revision join it. */
export const Case = z.object({
  guildId: Snowflake,
  number: CaseNumber,
  subject: FlagSubject,
  /** Hash of the text that was flagged. */
  textRevision: z.string(),
  /** The flagged text; `null` after the evidence has expired. */
  evidence: z.string().nullable(),
  state: CaseState,
  /** Raised by every change. A ruling names the version it was made on. */
  version: z.number().int(),
  urgency: z.number().int(),
  hidden: z.boolean(),
  ruling: Ruling.nullable(),
  openedAt: UnixMs,
  changedAt: UnixMs,
});
export type Case = z.infer<typeof Case>;

export const Report = z.object({
  guildId: Snowflake,
  caseNumber: CaseNumber,
  reporterId: Snowflake,
  kind: z.enum(['reader', 'moderator']),
  reason: ReportReason,
  details: z.string().nullable(),
  at: UnixMs,
});
export type Report = z.infer<typeof Report>;

/** Identifies the flagged comment or message: the same for every revision of its text. */
export function subjectKey(subject: FlagSubject): string {
  return subject.kind === 'comment'
    ? `comment:${subject.commentKey}`
    : `message:${subject.channelId}:${subject.messageId}`;
}

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

/** The case after one more report on the same revision, from a new reporter. */
export function joinReport(
  current: Case,
  report: Pick<Report, 'reason' | 'kind' | 'at'>,
  reports: number,
  hideThreshold: number,
): JoinOutcome {
  const urgency = current.urgency + reportUrgency(report);
  const joined: Case = { ...current, urgency, version: current.version + 1, changedAt: report.at };
  switch (current.state) {
    case 'open':
    case 'escalated':
      return {
        outcome: 'joined',
        case: {
          ...joined,
          state: report.reason === 'illegal' ? 'escalated' : current.state,
          hidden: current.hidden || reachesHideThreshold(reports, hideThreshold),
        },
      };
    case 'upheld':
    case 'dismissed':
      if (report.at - current.changedAt < reopenAfterMs && report.kind === 'reader') {
        return { outcome: 'already-ruled', case: current };
      }
      return {
        outcome: 'reopened',
        case: { ...joined, state: 'open', ruling: null, urgency: reopenedUrgency(report) },
      };
    default:
      return current.state satisfies never;
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

export type RulingOutcome =
  | { outcome: 'ruled'; case: Case }
  | { outcome: 'changed-meanwhile' | 'needs-senior' | 'needs-reason' | 'nothing-to-undo' };

/**
 * The case after a ruling on its version `versionSeen`. A ruling on another version is refused, so
 * two moderators cannot both rule. An escalated case needs a senior moderator and a reason.
 */
export function rule(
  current: Case,
  ruling: Omit<Ruling, 'escalated'>,
  versionSeen: number,
  senior: boolean,
): RulingOutcome {
  if (current.version !== versionSeen) return { outcome: 'changed-meanwhile' };
  const ruled = current.state === 'upheld' || current.state === 'dismissed';
  if (ruling.action === 'undo' && !ruled) return { outcome: 'nothing-to-undo' };
  if (ruling.action !== 'undo' && ruled) return { outcome: 'changed-meanwhile' };
  if (current.ruling?.escalated && !senior) return { outcome: 'needs-senior' };
  if (current.state === 'escalated') {
    if (!senior) return { outcome: 'needs-senior' };
    if (!ruling.reason) return { outcome: 'needs-reason' };
  }
  const escalated = current.state === 'escalated' || (current.ruling?.escalated ?? false);
  const next: Case = {
    ...current,
    version: current.version + 1,
    changedAt: ruling.at,
    ruling: { ...ruling, escalated },
    ...ruledState(ruling.action),
  };
  if (ruling.action === 'undo' && escalated) next.state = 'escalated';
  return { outcome: 'ruled', case: next };
}

function ruledState(action: RulingAction): Partial<Case> {
  switch (action) {
    case 'remove':
    case 'hide':
      return { state: 'upheld', hidden: true };
    case 'warn':
    case 'timeout':
      return { state: 'upheld', hidden: false };
    case 'no-fault':
    case 'ignored':
    case 'duplicate':
    case 'void':
      return { state: 'dismissed', hidden: false };
    case 'escalate':
      return { state: 'escalated', ruling: null };
    case 'undo':
      return { state: 'open', hidden: false, ruling: null };
    default:
      return action satisfies never;
  }
}
