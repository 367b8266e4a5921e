import { z } from 'zod';
import { Snowflake } from '../ids.ts';
import { UnixMs } from '../time/duration.ts';

/** An author of comments whom a server does not show. See `CommentAuthor`. */
export const MutedAuthor = z.object({
  guildId: Snowflake,
  authorKey: z.string(),
  name: z.string(),
  /** `null` for an author who is known by name only: all who use the name at `site` are muted. */
  profileUrl: z.string().nullable(),
  site: z.string(),
  by: Snowflake,
  at: UnixMs,
});
export type MutedAuthor = z.infer<typeof MutedAuthor>;
