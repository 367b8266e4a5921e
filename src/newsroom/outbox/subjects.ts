import { z } from 'zod';
import { StoryId } from '../../core/ids.ts';

/** What a digest's delivery names as its subject, as JSON. */
export const DigestSubject = z.object({
  subscriptionId: z.string(),
  /** Those that are listed, oldest first. */
  storyIds: z.array(StoryId),
  /** How many more there are. */
  more: z.number().int(),
});

export type DigestSubject = z.infer<typeof DigestSubject>;

/** What the delivery of a word about stories left out names as its subject, as JSON. */
export const SkippedStoriesSubject = z.object({
  subscriptionId: z.string(),
  count: z.number().int(),
  siteUrl: z.string().nullable(),
});

export type SkippedStoriesSubject = z.infer<typeof SkippedStoriesSubject>;

/** The subscription that the digest, or the word about stories left out, is for. */
export function subscriptionIdIn(subject: string): string {
  return z.object({ subscriptionId: z.string() }).parse(JSON.parse(subject)).subscriptionId;
}
