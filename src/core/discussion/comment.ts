import { z } from 'zod';
import { UnixMs } from '../time/duration.ts';

/** A comment's text in the format in which its site gives it. Rendering converts it for Discord. */
export const CommentBody = z.union([
  z.strictObject({ html: z.string() }),
  z.strictObject({ text: z.string() }),
  /** CommonMark. HTML in it is text. */
  z.strictObject({ markdown: z.string() }),
]);
export type CommentBody = z.infer<typeof CommentBody>;

/** One reader's comment at the publisher. `parentId` is another comment's id; `null` at top level. */
export const Comment = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  author: z.string(),
  /** The author's profile at the site. Never an address of the author's own choice: it may be spam. */
  authorUrl: z.string().nullable(),
  avatarUrl: z.string().nullable(),
  body: CommentBody,
  publishedAt: UnixMs.nullable(),
  /** The last edit; `null` for none, or when the site does not say. */
  editedAt: UnixMs.nullable(),
  url: z.string().nullable(),
  /** The site deleted its text and shows a placeholder, usually because the comment has replies. */
  deleted: z.boolean(),
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
    const { id, parentId } = comment;
    if (placed.has(id)) continue;
    if (parentId === null || placed.has(parentId)) {
      placed.add(id);
      ordered.push(comment);
      continue;
    }
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

/**
 * The order in which a discussion is read as a whole: each comment with its replies below it, siblings
 * as in `comments`, which has parents before replies. A reply whose parent is missing is top level.
 */
export function readingOrder<T extends Pick<Comment, 'id' | 'parentId'>>(
  comments: readonly T[],
): T[] {
  const placed = new Set<string>();
  const replies = new Map<string, T[]>();
  const first: T[] = [];
  for (const comment of comments) {
    const { id, parentId } = comment;
    placed.add(id);
    if (parentId === null || !placed.has(parentId)) first.push(comment);
    else {
      const siblings = replies.get(parentId);
      if (siblings) siblings.push(comment);
      else replies.set(parentId, [comment]);
    }
  }
  const ordered: T[] = [];
  const waiting = first.reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    ordered.push(next);
    for (const reply of (replies.get(next.id) ?? []).toReversed()) waiting.push(reply);
  }
  return ordered;
}
