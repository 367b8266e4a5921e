import { z } from 'zod';
import { UnixMs } from '../time/duration.ts';

/** One reader's comment at the publisher. `parentId` is another comment's id; `null` at top level. */
export const Comment = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  author: z.string(),
  /** The text as HTML; rendering converts it to Discord markdown. */
  html: z.string(),
  publishedAt: UnixMs.nullable(),
  url: z.string().nullable(),
});
export type Comment = z.infer<typeof Comment>;

/**
 * A comment source's answer. Only a `complete` answer can mean that a missing comment was deleted.
 * `closed` is what the publisher says; "unknown" when the source has no such information.
 */
export const CommentPage = z.object({
  complete: z.boolean(),
  closed: z.union([z.boolean(), z.literal('unknown')]),
  closingSentence: z.string().nullable(),
  total: z.number().int().nonnegative().nullable(),
  comments: z.array(Comment),
});
export type CommentPage = z.infer<typeof CommentPage>;

/**
 * The order in which comments are mirrored: parents before replies, siblings by publication time
 * (unknown last), ties by id. A reply whose parent is missing counts as top level. A cycle of parents
 * is broken, so no comment is lost.
 */
export function threadOrder<T extends Pick<Comment, 'id' | 'parentId' | 'publishedAt'>>(
  comments: readonly T[],
): T[] {
  const byTime = [...comments].sort(
    (a, b) =>
      (a.publishedAt ?? Infinity) - (b.publishedAt ?? Infinity) ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
  const byId = new Map(byTime.map((comment) => [comment.id, comment]));
  const placed = new Set<string>();
  const ordered: T[] = [];
  for (const comment of byTime) {
    const ancestors: T[] = [];
    const visited = new Set<string>();
    let next: T | undefined = comment;
    while (next && !placed.has(next.id) && !visited.has(next.id)) {
      visited.add(next.id);
      ancestors.push(next);
      next = next.parentId === null ? undefined : byId.get(next.parentId);
    }
    for (const ancestor of ancestors.reverse()) {
      placed.add(ancestor.id);
      ordered.push(ancestor);
    }
  }
  return ordered;
}
