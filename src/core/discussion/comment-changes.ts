import { isMassDisappearance } from '../mass-disappearance.ts';
import { type Comment, type CommentPage, threadOrder } from './comment.ts';

/** A mirrored comment is live, deleted at its source (`gone`), or removed by a ruling (`tombstone`). */
export type CommentState = 'live' | 'gone' | 'tombstone';

export interface CachedComment {
  id: string;
  hash: string;
  state: CommentState;
  /** Consecutive complete answers without it. */
  missing: number;
}

export interface CommentChanges {
  /** New, or in the source again, in mirroring order. */
  added: Comment[];
  edited: Comment[];
  deletedIds: string[];
  /** Missing once: deleted if the next complete answer does not have them either. */
  missingIds: string[];
  /** Missing in the last answer, present in this one. */
  foundIds: string[];
  /** So many vanished at once that none counts as deleted: a moderator should check. */
  massDisappearance: boolean;
}

const pollsToConfirmDeletion = 2;
const massAtLeast = 4;

/**
 * How a source's answer differs from the cached comments. A comment counts as deleted when two
 * complete answers in a row do not have it, unless more than 30 % (and at least four) vanish at once.
 * A tombstone never changes.
 */
export function commentChanges(
  cached: readonly CachedComment[],
  page: Pick<CommentPage, 'complete' | 'comments'>,
  hashOf: (comment: Comment) => string,
): CommentChanges {
  const cachedById = new Map(cached.map((comment) => [comment.id, comment]));
  const present = new Set<string>();
  const changes: CommentChanges = {
    added: [],
    edited: [],
    deletedIds: [],
    missingIds: [],
    foundIds: [],
    massDisappearance: false,
  };
  for (const comment of threadOrder(page.comments)) {
    if (present.has(comment.id)) continue;
    present.add(comment.id);
    const before = cachedById.get(comment.id);
    if (!before || before.state === 'gone') changes.added.push(comment);
    else if (before.state === 'live') {
      if (before.hash !== hashOf(comment)) changes.edited.push(comment);
      if (before.missing > 0) changes.foundIds.push(comment.id);
    }
  }
  if (!page.complete) return changes;
  const live = cached.filter((comment) => comment.state === 'live');
  const absent = live.filter((comment) => !present.has(comment.id));
  if (isMassDisappearance(absent.length, live.length, massAtLeast)) {
    return { ...changes, massDisappearance: true };
  }
  for (const comment of absent) {
    const list =
      comment.missing + 1 >= pollsToConfirmDeletion ? changes.deletedIds : changes.missingIds;
    list.push(comment.id);
  }
  return changes;
}
