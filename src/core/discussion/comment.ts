import { z } from 'zod';
import { UnixMs } from '../time/duration.ts';

/** One reader's comment at the publisher. `parentId` is another comment's id, `null` at the top. */
export const Comment = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  author: z.string(),
  /** The text as the source gives it: HTML, to be turned into Discord markdown when rendered. */
  html: z.string(),
  publishedAt: UnixMs.nullable(),
  url: z.string().nullable(),
});
export type Comment = z.infer<typeof Comment>;

/**
 * What a comment source answers. Only a `complete` answer lets a missing comment count as deleted;
 * `closed` is the publisher's word, "unknown" where the source cannot tell.
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
 * (unknown last), ties by id. A reply whose parent is absent counts as top level; a cycle of
 * parents is broken, so nothing is lost.
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
  const order: T[] = [];
  for (const comment of byTime) {
    const line: T[] = [];
    const climbing = new Set<string>();
    let next: T | undefined = comment;
    while (next && !placed.has(next.id) && !climbing.has(next.id)) {
      climbing.add(next.id);
      line.push(next);
      next = next.parentId === null ? undefined : byId.get(next.parentId);
    }
    for (const ancestorFirst of line.reverse()) {
      placed.add(ancestorFirst.id);
      order.push(ancestorFirst);
    }
  }
  return order;
}
