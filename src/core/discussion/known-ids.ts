import type { Comment } from './comment.ts';

const madeFrom = 'hash:';

/** The id of a comment that its site gives none; `hash` is of its author, time and text. */
export function madeId(hash: string): string {
  return madeFrom + hash;
}

/** True for a comment without an id of its site. */
export function isMadeId(id: string): boolean {
  return id.startsWith(madeFrom);
}

type Placed = Pick<Comment, 'id' | 'parentId' | 'author' | 'publishedAt'>;

/**
 * The comments with the ids under which they are stored. One without an id of its site is known by
 * its author and time where these tell one comment from all others: its text may have been edited, or
 * be read differently since.
 */
export function withKnownIds<T extends Placed>(
  comments: readonly T[],
  stored: readonly Placed[],
): T[] {
  const found = byWriting(comments);
  if (found.size === 0) return [...comments];
  const known = new Set(stored.map(({ id }) => id));
  const present = new Set(comments.map(({ id }) => id));
  const storedByWriting = byWriting(stored);
  const ids = new Map<string, string>();
  for (const [writing, comment] of found) {
    const before = storedByWriting.get(writing);
    if (!comment || !before || known.has(comment.id) || present.has(before.id)) continue;
    ids.set(comment.id, before.id);
  }
  if (ids.size === 0) return [...comments];
  const idOf = (id: string) => ids.get(id) ?? id;
  return comments.map((comment) => ({
    ...comment,
    id: idOf(comment.id),
    parentId: comment.parentId === null ? null : idOf(comment.parentId),
  }));
}

/** Comments without an id of their site by author and time; `null` where these name several. */
function byWriting<T extends Placed>(comments: readonly T[]): Map<string, T | null> {
  const found = new Map<string, T | null>();
  for (const comment of comments) {
    const { id, author, publishedAt } = comment;
    if (!isMadeId(id) || publishedAt === null) continue;
    const writing = JSON.stringify([author, publishedAt]);
    found.set(writing, found.has(writing) ? null : comment);
  }
  return found;
}
