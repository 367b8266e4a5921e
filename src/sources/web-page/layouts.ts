import { z } from 'zod';

/** CSS selectors of comments; those of fields are searched for inside the comment. */
export const Layout = z.object({
  comment: z.string(),
  author: z.string().optional(),
  text: z.string().optional(),
  time: z.string().optional(),
  permalink: z.string().optional(),
  /** An element naming the parent by `data-parent-id`, by a link's fragment, or by its text. */
  parent: z.string().optional(),
  closed: z.string().optional(),
  count: z.string().optional(),
  /** The zone of times that name none, as "EDT" or "+02:00". */
  zone: z.string().optional(),
});
export type Layout = z.infer<typeof Layout>;
