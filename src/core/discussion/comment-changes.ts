import { isMassDisappearance } from '../mass-disappearance.ts';
import { type Comment, type CommentPage, threadOrder } from './comment.ts';

/** How a mirrored comment stands: shown, gone at its source, or removed by a ruling for good. */
export type CommentState = 'live' | 'gone' | 'tombstone';

export interface CachedComment {
  id: string;
  hash: string;
  state: CommentState;
  /** Consecutive complete answers in which it was missing. */
  missing: number;
}

export interface CommentChanges {
  /** New or back again, in the order to mirror them. */
  added: Comment[];
  edited: Comment[];
  deletedIds: string[];
  /** Missing once: gone if the next complete answer misses them too. */
  missingIds: string[];
  /** Missing before, there again. */
  foundIds: string[];
  /** So many vanished at once that none is believed: a person should look. */
  massDisappearance: boolean;
}

const pollsToBelieveGone = 2;
const massAtLeast = 4;

/**
 * What a source's answer changes against the comments known. Nothing counts as deleted by an
 * incomplete answer, nor before two complete ones miss it, nor when more than 30 % (and at least
 * four) vanish together. A tombstone stays one whatever the source says.
 */
export function commentChanges(
  known: readonly CachedComment[],
  page: Pick<CommentPage, 'complete' | 'comments'>,
  hashOf: (comment: Comment) => string,
): CommentChanges {
  const knownById = new Map(known.map((comment) => [comment.id, comment]));
  const there = new Set<string>();
  const changes: CommentChanges = {
    added: [],
    edited: [],
    deletedIds: [],
    missingIds: [],
    foundIds: [],
    massDisappearance: false,
  };
  for (const comment of threadOrder(page.comments)) {
    if (there.has(comment.id)) continue;
    there.add(comment.id);
    const before = knownById.get(comment.id);
    if (!before || before.state === 'gone') changes.added.push(comment);
    else if (before.state === 'live') {
      if (before.hash !== hashOf(comment)) changes.edited.push(comment);
      if (before.missing > 0) changes.foundIds.push(comment.id);
    }
  }
  if (!page.complete) return changes;
  const live = known.filter((comment) => comment.state === 'live');
  const absent = live.filter((comment) => !there.has(comment.id));
  if (isMassDisappearance(absent.length, live.length, massAtLeast)) {
    return { ...changes, massDisappearance: true };
  }
  for (const comment of absent) {
    const list =
      comment.missing + 1 >= pollsToBelieveGone ? changes.deletedIds : changes.missingIds;
    list.push(comment.id);
  }
  return changes;
}
