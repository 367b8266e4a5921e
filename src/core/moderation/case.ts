import { z } from 'zod';
import { CaseNumber, DiscussionId, Snowflake } from '../ids.ts';
import { dayMs, UnixMs } from '../time/duration.ts';

/** What was flagged: a mirrored comment, or a message that a member wrote. */
export const FlagSubject = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('comment'),
    discussionId: DiscussionId,
    /** The copy that was reported first. */
    commentKey: z.string(),
    /** The comment at its source: a case is about all of its copies. */
    origin: z.string(),
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

const ruled = {
  by: Snowflake,
  at: UnixMs,
  reason: z.string().nullable(),
  /** The case was escalated: only a senior moderator can undo this ruling. */
  escalated: z.boolean().default(false),
};

const flagged = {
  guildId: Snowflake,
  number: CaseNumber,
  subject: FlagSubject,
  /** Hash of the newest text that was flagged. */
  textRevision: z.string(),
  /** The flagged text, and those before it: see {@link revised}; `null` after it has expired. */
  evidence: z.string().nullable(),
  /** Raised by every change. A ruling names the version it was made on. */
  version: z.number().int(),
  urgency: z.number().int(),
  hidden: z.boolean(),
  /** Only reports since then may hide the message: others were on a text before, or ruled on. */
  countedFrom: UnixMs.default(0),
  openedAt: UnixMs,
  changedAt: UnixMs,
};

/**
 * One case for each comment at its source, or message of a member. All reports on it join the case,
 * also those on an edited text. An `escalated` one waits for a senior moderator.
 */
export const Case = z.discriminatedUnion('state', [
  z.object({ ...flagged, state: z.literal('open') }),
  z.object({ ...flagged, state: z.literal('escalated') }),
  z.object({
    ...flagged,
    state: z.literal('upheld'),
    ruling: z.object({ ...ruled, action: z.enum(upholdingActions) }),
  }),
  z.object({
    ...flagged,
    state: z.literal('dismissed'),
    ruling: z.object({ ...ruled, action: z.enum(dismissingActions) }),
  }),
]);
export type Case = z.infer<typeof Case>;
export type CaseState = Case['state'];
export type RuledCase = Extract<Case, { ruling: object }>;

/** What a moderator, or the bot, decides about a case. */
export interface NewRuling {
  action: RulingAction;
  by: Snowflake;
  at: UnixMs;
  reason: string | null;
}

export function isRuled(flaggedCase: Case): flaggedCase is RuledCase {
  return 'ruling' in flaggedCase;
}

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

/** Identifies the flagged comment or message: the same for its copies and every text it had. */
export function subjectKey(subject: FlagSubject): string {
  return subject.kind === 'comment'
    ? commentSubject(subject.origin)
    : `message:${subject.channelId}:${subject.messageId}`;
}

/** The key of a comment's cases. */
export const commentSubject = (origin: string) => `comment:${origin}`;

/** What the cases on one comment ask of all its copies. */
export type Standing = 'shown' | 'under-review' | 'hidden' | 'removed';

export function standingOf(cases: readonly Case[]): Standing {
  const upheld = cases.filter(({ state }) => state === 'upheld');
  if (upheld.some(isRemoval)) return 'removed';
  if (upheld.some(({ hidden }) => hidden)) return 'hidden';
  return cases.some(({ hidden }) => hidden) ? 'under-review' : 'shown';
}

function isRemoval(flaggedCase: Case): boolean {
  return isRuled(flaggedCase) && flaggedCase.ruling.action === 'remove';
}

/** Stands between a text and the one before it. */
const beforeEdit = '\n\nBefore it was edited:\n';
/** Of all texts of a case together. */
const mostEvidence = 100_000;

/** The texts of a case's evidence, the newest first. */
export function evidenceTexts(evidence: string): string[] {
  return evidence.split(beforeEdit);
}

/** True for a text that the case has already, or when one of the two is not known. */
export function hasText({ textRevision, evidence }: Case, text: string, revision: string): boolean {
  if (textRevision === revision || text === '' || evidence === '') return true;
  return evidence !== null && evidenceTexts(evidence).includes(text);
}

/** The case with a newer text; reports on the texts before no longer count towards hiding it. */
export function revised(current: Case, text: string, textRevision: string, at: UnixMs): Case {
  const before = current.evidence ? beforeEdit + current.evidence : '';
  const evidence = (text + before).slice(0, mostEvidence);
  return { ...current, textRevision, evidence, countedFrom: at };
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

export type RulingOutcome =
  | { outcome: 'ruled'; case: Case }
  | { outcome: 'changed-meanwhile' | 'needs-senior' | 'needs-reason' | 'nothing-to-undo' };

/**
 * The case after a ruling on its version `versionSeen`. A ruling on another version is refused, so
 * two moderators cannot both rule. An escalated case needs a senior moderator and a reason.
 */
export function rule(
  current: Case,
  ruling: NewRuling,
  versionSeen: number,
  senior: boolean,
): RulingOutcome {
  if (current.version !== versionSeen) return { outcome: 'changed-meanwhile' };
  const before = isRuled(current) ? current.ruling : null;
  if (ruling.action === 'undo' && !before) return { outcome: 'nothing-to-undo' };
  if (ruling.action !== 'undo' && before) return { outcome: 'changed-meanwhile' };
  if (before?.escalated && !senior) return { outcome: 'needs-senior' };
  if (current.state === 'escalated') {
    if (!senior) return { outcome: 'needs-senior' };
    if (!ruling.reason) return { outcome: 'needs-reason' };
  }
  return { outcome: 'ruled', case: afterRuling(current, ruling) };
}

function withoutRuling(current: Case) {
  if (!isRuled(current)) return current;
  const { ruling: _, ...rest } = current;
  return rest;
}

function afterRuling(current: Case, { action, by, at, reason }: NewRuling): Case {
  const escalated = current.state === 'escalated' || (isRuled(current) && current.ruling.escalated);
  const next = { ...withoutRuling(current), version: current.version + 1, changedAt: at };
  switch (action) {
    case 'remove':
    case 'hide':
    case 'warn':
    case 'timeout': {
      const hidden = action === 'remove' || action === 'hide';
      return { ...next, state: 'upheld', hidden, ruling: { action, by, at, reason, escalated } };
    }
    case 'no-fault':
    case 'ignored':
    case 'duplicate':
    case 'void': {
      const ruling = { action, by, at, reason, escalated };
      return { ...next, state: 'dismissed', hidden: false, ruling };
    }
    case 'escalate':
      return { ...next, state: 'escalated' };
    case 'undo':
      return { ...next, state: escalated ? 'escalated' : 'open', hidden: false };
    default:
      return action satisfies never;
  }
}
