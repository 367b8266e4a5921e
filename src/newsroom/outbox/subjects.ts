import { z } from 'zod';
import { StoryId } from '../../core/ids.ts';
import { Alert } from '../../core/moderation/alert.ts';

/** The subject of a digest's delivery, stored as JSON. */
export const DigestSubject = z.object({
  subscriptionId: z.string(),
  /** The listed stories, oldest first. */
  storyIds: z.array(StoryId),
  /** The number of stories that are not listed. */
  more: z.number().int(),
});

export type DigestSubject = z.infer<typeof DigestSubject>;

/** The subject of a notice about skipped stories, stored as JSON. */
export const SkippedStoriesSubject = z.object({
  subscriptionId: z.string(),
  count: z.number().int(),
  siteUrl: z.string().nullable(),
});

export type SkippedStoriesSubject = z.infer<typeof SkippedStoriesSubject>;

/** The subscription of either subject. */
export function subscriptionIdIn(subject: string): string {
  return z.object({ subscriptionId: z.string() }).parse(JSON.parse(subject)).subscriptionId;
}

/** An alert's delivery holds it as JSON, or as the text that was stored before alerts were data. */
export function alertIn(subject: string): Alert {
  return subject.startsWith('{')
    ? Alert.parse(JSON.parse(subject))
    : { kind: 'written', text: subject };
}
