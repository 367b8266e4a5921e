import { z } from 'zod';
import type { DiscussionState, ModeratorOverride } from '../discussion/discussion.ts';
import { type CaseNumber, type FeedId, Snowflake, StoryId } from '../ids.ts';
import { UnixMs } from '../time/duration.ts';
import type { RulingAction } from './case.ts';

/**
 * What an audit line says was done: a fixed dotted name, which is stored. Its beginning is its area;
 * `render/messages/audit-line.ts` has its sentence.
 */
export type AuditAction =
  | 'case.opened'
  | 'case.reported'
  | 'case.reopened'
  /** Its comment was edited: the case has a newer text. */
  | 'case.edited'
  | `case.${RulingAction}`
  | 'case.claim'
  | 'case.release'
  /** A moderator reported its comment to the publisher, where it is deleted since. */
  | 'case.publisher-report'
  | 'case.publisher-gone'
  | `discussion.${DiscussionState}`
  | `discussion.word-${ModeratorOverride['kind']}`
  /** Of its thread: set, or found to be set by hand; its time was over. */
  | 'discussion.slow-mode'
  | 'discussion.slow-mode-ended'
  /** A report of illegal content names the law. */
  | 'case.law-named'
  /** The author of a message appealed against the ruling on it. */
  | 'case.appealed'
  | 'reader.banned'
  | 'reader.unbanned'
  /** A member had deleted what was stored of them. */
  | 'reader.deleted'
  | 'rules.changed'
  | 'author.muted'
  | 'author.unmuted'
  | 'feed.added'
  | 'feed.edited'
  | 'feed.moved'
  | 'feed.removed'
  | 'feed.retried'
  | 'feed.exported'
  | 'settings.changed'
  | 'audit.exported'
  | 'audit.summary-posted';

/** The areas of the audit by which people filter it. */
export const auditAreas = [
  'case',
  'author',
  'reader',
  'discussion',
  'feed',
  'rules',
  'settings',
  'audit',
] as const;
export const AuditArea = z.enum(auditAreas);
export type AuditArea = z.infer<typeof AuditArea>;

/** The area of an action: "case" of "case.remove". */
export const areaOf = (action: string): string => action.split('.')[0] ?? '';

/** What the bot does automatically has this actor; what was seen in Discord only, {@link discordActor}. */
export const botActor = 'wirethread';
export const discordActor = 'discord';
/** What the operator's configuration file asks for. */
export const fileActor = 'configuration file';
/** What a command of the operator's did. */
export const operatorActor = 'operator';

/** One line of the append-only audit log, as it was read. It never has the text of a comment. */
export const AuditLine = z.object({
  guildId: Snowflake,
  at: UnixMs,
  /** A member's id, or one of the other actors, such as "wirethread". */
  actor: z.string(),
  /** An {@link AuditAction}; another version of Wirethread may have others. */
  action: z.string(),
  /** "case:12", or a discussion's, subscription's or server's id. */
  subject: z.string(),
  /** The case's version since then. */
  version: z.number().int().nullable().default(null),
  reason: z.string().nullable().default(null),
  /** The channel that stories are posted in, or that of a member's message. */
  channelId: Snowflake.nullable().default(null),
  storyId: StoryId.nullable().default(null),
  /** The case's state since then; `null` for other subjects. */
  caseState: z.string().nullable().default(null),
  /** Whether the case hides its message since then. */
  caseHidden: z.boolean().nullable().default(null),
});
export type AuditLine = z.infer<typeof AuditLine>;

/** A line to append. */
export type NewAuditLine = Omit<z.input<typeof AuditLine>, 'action'> & { action: AuditAction };

/** A line's place in the order of the audit. */
export interface AuditPlace {
  at: UnixMs;
  /** Of all servers' lines together: it identifies the line. */
  seq: number;
}

/** Which lines; a line has all that is given. */
export interface AuditFilter {
  caseNumber?: CaseNumber;
  /** Who did it. */
  actor?: string;
  area?: string;
  channelId?: Snowflake;
  storyId?: StoryId;
  /** About its stories, or its settings in a channel that has it. */
  feedId?: FeedId;
  since?: UnixMs;
  /** Without that instant. */
  until?: UnixMs;
}

export const caseSubject = (number: CaseNumber) => `case:${number}`;

/** The case that a line is about. */
export function caseNumberOf({ subject }: Pick<AuditLine, 'subject'>): CaseNumber | null {
  const [kind, number] = subject.split(':');
  return kind === 'case' ? Number(number) : null;
}
