import { z } from 'zod';

/**
 * A comment system that a story's page names in its source, with what the system's own script is given
 * to find the comments. `values` are as the page has them: nothing in them is checked.
 */
export const CommentEmbed = z.object({
  /** The name of the comment source that can read it. */
  source: z.string(),
  values: z.record(z.string(), z.string()),
});
export type CommentEmbed = z.infer<typeof CommentEmbed>;
