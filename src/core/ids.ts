import { z } from 'zod';
import type { UnixMs } from './time/duration.ts';

/** A Discord id: 64 bits as a decimal string, because a number would be rounded. */
export const Snowflake = z
  .string()
  .regex(/^\d{15,20}$/, 'a Discord id is 15 to 20 digits (right-click → Copy ID)');
export type Snowflake = z.infer<typeof Snowflake>;

const discordEpoch = 1_420_070_400_000;

/**
 * When a message was posted, from the timestamp in its id.
 * @see https://discord.com/developers/docs/reference#snowflakes
 */
export function postedAt(id: Snowflake): UnixMs {
  return Number(BigInt(id) >> 22n) + discordEpoch;
}

export const StoryId = z.string().brand<'StoryId'>();
export type StoryId = z.infer<typeof StoryId>;

export const FeedId = z.string().brand<'FeedId'>();
export type FeedId = z.infer<typeof FeedId>;

/** One story's discussion in one channel. */
export const DiscussionId = z.string().brand<'DiscussionId'>();
export type DiscussionId = z.infer<typeof DiscussionId>;

/** A case's number ("case 12"), consecutive within its guild. */
export const CaseNumber = z.number().int().positive();
export type CaseNumber = z.infer<typeof CaseNumber>;
