import { z } from 'zod';
import { CaseNumber, DiscussionId, Snowflake } from '../ids.ts';
import { UnixMs } from '../time/duration.ts';
import { FiredRule } from './rules.ts';

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
    /** Who wrote it at its source: see `CommentAuthor`; `null` when that is not known. */
    authorKey: z.string().nullable().default(null),
    channelId: Snowflake,
    /** `null` when a rule of the server opened the case: it was not posted yet. */
    messageId: Snowflake.nullable(),
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

export const ReportReason = z.enum([
  'abuse',
  'offensive',
  'off-topic',
  'spam',
  'false',
  'personal-information',
  'illegal',
  'other',
]);
export type ReportReason = z.infer<typeof ReportReason>;

const ruled = {
  by: Snowflake,
  at: UnixMs,
  reason: z.string().nullable(),
  /** The case was escalated: only a senior moderator can undo this ruling. */
  escalated: z.boolean().default(false),
};

const upheld = {
  ...ruled,
  action: z.enum(upholdingActions),
  /** `warn` and `timeout` may delete the member's message too. */
  deletes: z.boolean().optional(),
  /** Of `timeout`: for how long the member cannot write. */
  timeoutMs: z.number().int().optional(),
};

/** The author of a member's message disagrees with the ruling on it. Another moderator decides. */
const Appeal = z.object({
  at: UnixMs,
  /** `null` after it has expired, with the evidence. */
  text: z.string().nullable(),
  /** The ruling, which stands until somebody rules again. */
  against: z.object(upheld),
});
export type Appeal = z.infer<typeof Appeal>;
const dismissed = {
  ...ruled,
  action: z.enum(dismissingActions),
  /** Of `duplicate`: the case that is ruled on instead. */
  duplicateOf: CaseNumber.optional(),
};

/** A moderator works on the case. */
const Claim = z.object({
  by: Snowflake,
  at: UnixMs,
  /** The case's version that shows it first. */
  version: z.number().int(),
});

/** A moderator wrote to the publisher about the comment. */
const PublisherReport = z.object({
  by: Snowflake,
  at: UnixMs,
  /** When the comment was found deleted at its source; `null` while it is there. */
  goneAt: UnixMs.nullable(),
});

const flagged = {
  guildId: Snowflake,
  number: CaseNumber,
  subject: FlagSubject,
  /** Hash of the newest text that was flagged. */
  textRevision: z.string(),
  /** The flagged text, and those before it: see `revised`; `null` after it has expired. */
  evidence: z.string().nullable(),
  /** Raised by every change. A ruling names the version it was made on. */
  version: z.number().int(),
  /** A ruling on an older version is refused: its card had another text or state, or lacked a reason. */
  ruleFrom: z.number().int().default(0),
  urgency: z.number().int(),
  hidden: z.boolean(),
  /** Only reports since then may hide the message: others were on a text before, or ruled on. */
  countedFrom: UnixMs.default(0),
  /** Moderators found nothing wrong with this text before: it takes more reports to hide it. */
  approved: z.boolean().default(false),
  openedAt: UnixMs,
  changedAt: UnixMs,
  appeal: Appeal.nullable().default(null),
  claim: Claim.nullable().default(null),
  /** By a moderator; `null` when nobody did, or a report of illegal content escalated the case. */
  escalation: z.object({ by: Snowflake, at: UnixMs, reason: z.string() }).nullable().default(null),
  publisherReport: PublisherReport.nullable().default(null),
  /** The last ruling, which a moderator took back; `null` once there is another one. */
  undone: z
    .object({
      by: Snowflake,
      at: UnixMs,
      action: z.enum([...upholdingActions, ...dismissingActions]),
    })
    .nullable()
    .default(null),
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
    ruling: z.object(upheld),
  }),
  z.object({
    ...flagged,
    state: z.literal('dismissed'),
    ruling: z.object(dismissed),
  }),
]);
export type Case = z.infer<typeof Case>;
export type CaseState = Case['state'];
export type RuledCase = Extract<Case, { ruling: object }>;

export function isRuled(flaggedCase: Case): flaggedCase is RuledCase {
  return 'ruling' in flaggedCase;
}

/** The case without the ruling on it; its state is still to be set. */
export function withoutRuling(current: Case) {
  if (!isRuled(current)) return current;
  const { ruling: _, ...rest } = current;
  return rest;
}

export const Report = z.object({
  guildId: Snowflake,
  caseNumber: CaseNumber,
  reporterId: Snowflake,
  /** A `rule` of the server reports as the bot. */
  kind: z.enum(['reader', 'moderator', 'rule']),
  reason: ReportReason,
  details: z.string().nullable(),
  /** Of illegal content: which law, and why, stated in good faith. Without it the case is not hidden. */
  law: z.string().nullable().default(null),
  /** The rules that fired. */
  rules: z.array(FiredRule).default([]),
  at: UnixMs,
});
export type Report = z.infer<typeof Report>;

/** Identifies the flagged comment or message: the same for its copies and every text it had. */
export function subjectKey(subject: FlagSubject): string {
  return subject.kind === 'comment'
    ? commentSubject(subject.origin)
    : `message:${subject.channelId}:${subject.messageId}`;
}

/** Who wrote what was flagged; `null` when it is not known. */
export function authorOf(subject: FlagSubject): string | null {
  return subject.kind === 'comment' ? subject.authorKey : memberAuthor(subject.authorId);
}

/** A member as the author of messages. */
export const memberAuthor = (memberId: Snowflake) => `member:${memberId}`;

/** The key of a comment's cases. */
export const commentSubject = (origin: string) => `comment:${origin}`;
