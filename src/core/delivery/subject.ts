import { z } from 'zod';
import { CaseNumber, DiscussionId, Snowflake, StoryId } from '../ids.ts';
import { Alert } from '../moderation/alert.ts';
import { Month, SummaryFigures } from '../moderation/monthly-summary.ts';
import { UnixMs } from '../time/duration.ts';

/** What a message of the outbox is about, by its kind: a new kind of message is one entry here. */
export const Subject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('story'), storyId: StoryId }),
  z.object({
    kind: z.literal('digest'),
    subscriptionId: z.string(),
    /** The listed stories, oldest first. */
    storyIds: z.array(StoryId),
    /** The number of stories that are not listed. */
    more: z.number().int(),
  }),
  z.object({
    kind: z.literal('skipped-stories'),
    subscriptionId: z.string(),
    count: z.number().int(),
    siteUrl: z.string().nullable(),
  }),
  /** `part` counts from 0: a long comment takes several messages. Those of a backlog are `quiet`. */
  z.object({
    kind: z.literal('comment'),
    commentKey: z.string(),
    part: z.number().int(),
    quiet: z.boolean().optional(),
  }),
  /** Many comments of a backlog in one message: those whose `pack` is the key of its delivery. */
  z.object({ kind: z.literal('pack'), discussionId: DiscussionId }),
  z.object({
    kind: z.literal('notice'),
    discussionId: DiscussionId,
    notice: z.enum(['policy', 'warning', 'decision', 'closing']),
  }),
  z.object({ kind: z.literal('card'), caseNumber: CaseNumber }),
  z.object({ kind: z.literal('alert'), alert: Alert }),
  /** Mentions the role of the settings: these cases became urgent or escalated. */
  z.object({ kind: z.literal('ping'), caseNumbers: z.array(CaseNumber) }),
  /** Of a month's cases, for everyone. */
  z.object({ kind: z.literal('summary'), month: Month, figures: SummaryFigures }),
  /** A member's message, which is to be deleted. */
  z.object({ kind: z.literal('removal'), messageId: Snowflake }),
  /**
   * A private message to a person that a case concerns; its `channelId` is the person's id.
   * - `outcome`: what became of the case that they reported;
   * - `ruling`: the ruling of this instant on their message, and how to appeal;
   * - `appeal`: what became of their appeal against it.
   */
  z.object({
    kind: z.literal('private'),
    caseNumber: CaseNumber,
    topic: z.enum(['outcome', 'ruling', 'appeal']),
    /** `null` for an outcome: it tells the present truth. */
    rulingAt: UnixMs.nullable(),
  }),
  /** A member who is to be timed out until then. Its channel is the member: it has no message. */
  z.object({
    kind: z.literal('timeout'),
    caseNumber: CaseNumber,
    userId: Snowflake,
    until: UnixMs,
    /** `end`: a time-out that lasts until then is taken back. */
    change: z.enum(['begin', 'end']),
  }),
]);
export type Subject = z.infer<typeof Subject>;
export type SubjectKind = Subject['kind'];
export type SubjectOf<K extends SubjectKind> = Extract<Subject, { kind: K }>;

interface KindRules {
  /** A channel shows these in their order: a waiting one holds back later ones. */
  ordered: boolean;
  /** In a forum it becomes a post of its own; the others are messages of a thread or a channel. */
  opensPost: boolean;
  /** Its channel is a person: Discord has a private channel for it. */
  isPrivate: boolean;
  /** See `priorityOf`. */
  priority: 1 | 2 | 3;
}

/** How each kind is sent. */
export const kindRules: Readonly<Record<SubjectKind, KindRules>> = {
  story: { ordered: true, opensPost: true, isPrivate: false, priority: 1 },
  digest: { ordered: true, opensPost: true, isPrivate: false, priority: 1 },
  'skipped-stories': { ordered: true, opensPost: true, isPrivate: false, priority: 1 },
  comment: { ordered: true, opensPost: false, isPrivate: false, priority: 2 },
  pack: { ordered: true, opensPost: false, isPrivate: false, priority: 3 },
  notice: { ordered: true, opensPost: false, isPrivate: false, priority: 2 },
  card: { ordered: false, opensPost: false, isPrivate: false, priority: 1 },
  alert: { ordered: false, opensPost: false, isPrivate: false, priority: 1 },
  ping: { ordered: false, opensPost: false, isPrivate: false, priority: 1 },
  summary: { ordered: false, opensPost: false, isPrivate: false, priority: 1 },
  removal: { ordered: false, opensPost: false, isPrivate: false, priority: 1 },
  private: { ordered: false, opensPost: false, isPrivate: true, priority: 1 },
  timeout: { ordered: false, opensPost: false, isPrivate: false, priority: 1 },
};
