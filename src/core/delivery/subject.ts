import { z } from 'zod';
import { CaseNumber, DiscussionId, Snowflake, StoryId } from '../ids.ts';
import { Alert } from '../moderation/alert.ts';

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
  /** `part` counts from 0: a long comment takes several messages. */
  z.object({ kind: z.literal('comment'), commentKey: z.string(), part: z.number().int() }),
  z.object({
    kind: z.literal('notice'),
    discussionId: DiscussionId,
    notice: z.enum(['policy', 'warning', 'decision', 'closing']),
  }),
  z.object({ kind: z.literal('card'), caseNumber: CaseNumber }),
  z.object({ kind: z.literal('alert'), alert: Alert }),
  /** A member's message, which is to be deleted. */
  z.object({ kind: z.literal('removal'), messageId: Snowflake }),
]);
export type Subject = z.infer<typeof Subject>;
export type SubjectKind = Subject['kind'];
export type SubjectOf<K extends SubjectKind> = Extract<Subject, { kind: K }>;

interface KindRules {
  /** A channel shows these in their order: a waiting one holds back later ones. */
  ordered: boolean;
  /** In a forum it becomes a post of its own; the others are messages of a thread or a channel. */
  opensPost: boolean;
}

/** How each kind is sent. */
export const kindRules: Readonly<Record<SubjectKind, KindRules>> = {
  story: { ordered: true, opensPost: true },
  digest: { ordered: true, opensPost: true },
  'skipped-stories': { ordered: true, opensPost: true },
  comment: { ordered: true, opensPost: false },
  notice: { ordered: true, opensPost: false },
  card: { ordered: false, opensPost: false },
  alert: { ordered: false, opensPost: false },
  removal: { ordered: false, opensPost: false },
};
