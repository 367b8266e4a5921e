import { isMassDisappearance } from '../mass-disappearance.ts';
import { type Comment, type CommentPage, threadOrder } from './comment.ts';

/**
 * A mirrored comment is live, deleted at its source (`gone`), or removed by a ruling (`tombstone`). A
 * deleted one with live replies stays live as a placeholder: its {@link Comment.deleted} is true.
 */
export type CommentState = 'live' | 'gone' | 'tombstone';

export interface CachedComment {
  id: string;
  parentId: string | null;
  hash: string;
  state: CommentState;
  /** Consecutive complete answers without it. */
  missing: number;
  /** It was read from another source, before this one, which does not have it. */
  isElsewhere?: boolean;
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
/** Another source may have fewer comments, or get them later. */
const pollsToConfirmElsewhere = 5;
const massAtLeast = 4;

/**
 * How a source's answer differs from the cached comments. A comment counts as deleted when two
 * complete answers in a row do not have it (five, when another source had it), or when the source says
 * so; with live replies it becomes a placeholder, as an edit. Nothing is deleted when more than 30 % (and at least four) vanish at
 * once. A comment that a ruling removed changes too, unseen: what a moderator's undo brings back is what
 * its source has.
 */
export function commentChanges(
  cached: readonly CachedComment[],
  page: Pick<CommentPage, 'complete' | 'comments'>,
  hashOf: (comment: Comment) => string,
): CommentChanges {
  const cachedById = new Map(cached.map((comment) => [comment.id, comment]));
  const present = new Map<string, Comment>();
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
    present.set(comment.id, comment);
    if (comment.deleted) continue;
    const before = cachedById.get(comment.id);
    if (!before || before.state === 'gone') changes.added.push(comment);
    else {
      if (before.hash !== hashOf(comment)) changes.edited.push(comment);
      if (before.missing > 0) changes.foundIds.push(comment.id);
    }
  }
  const own = cached.filter(({ isElsewhere }) => !isElsewhere);
  const live = own.filter(({ state }) => state === 'live');
  const removed = own.filter(({ state }) => state === 'tombstone');
  const isAbsent = ({ id }: CachedComment) => page.complete && !present.has(id);
  const absent = live.filter(isAbsent);
  const placeholders = live.flatMap(({ id }) => present.get(id) ?? []).filter(isDeleted);
  const newlyDeleted = placeholders.filter(
    (comment) => cachedById.get(comment.id)?.hash !== hashOf(comment),
  );
  if (isMassDisappearance(absent.length + newlyDeleted.length, live.length, massAtLeast)) {
    return { ...changes, massDisappearance: true };
  }
  const unseen = removed.filter(isAbsent);
  for (const comment of [...absent, ...unseen, ...(page.complete ? absentElsewhere(cached) : [])]) {
    const polls = comment.isElsewhere ? pollsToConfirmElsewhere : pollsToConfirmDeletion;
    const list = comment.missing + 1 >= polls ? changes.deletedIds : changes.missingIds;
    list.push(comment.id);
  }
  const deletedUnseen = removed.filter(({ id }) => present.get(id)?.deleted);
  changes.deletedIds.push(...deletedUnseen.map(({ id }) => id));
  if (placeholders.length === 0) return changes;
  const answered = withLiveReplies(cached, present, changes.deletedIds);
  for (const comment of placeholders) {
    if (!answered.has(comment.id)) changes.deletedIds.push(comment.id);
    else if (newlyDeleted.includes(comment)) changes.edited.push(comment);
    if ((cachedById.get(comment.id)?.missing ?? 0) > 0) changes.foundIds.push(comment.id);
  }
  return changes;
}

/** None where the source lacks so many that it may hold another discussion. */
function absentElsewhere(cached: readonly CachedComment[]): CachedComment[] {
  const live = cached.filter(({ state }) => state === 'live');
  const elsewhere = live.filter(({ isElsewhere }) => isElsewhere);
  return isMassDisappearance(elsewhere.length, live.length, massAtLeast) ? [] : elsewhere;
}

const isDeleted = ({ deleted }: Comment) => deleted;

/** The comments that a live comment answers, directly or through others. */
function withLiveReplies(
  cached: readonly CachedComment[],
  present: ReadonlyMap<string, Comment>,
  deletedIds: readonly string[],
): Set<string> {
  const removed = cached.filter(({ state }) => state === 'tombstone').map(({ id }) => id);
  const gone = cached.filter(({ id, state }) => state === 'gone' && !present.has(id));
  const unshown = new Set([...deletedIds, ...removed, ...gone.map(({ id }) => id)]);
  const parentOf = new Map(cached.map(({ id, parentId }) => [id, parentId]));
  for (const { id, parentId } of present.values()) parentOf.set(id, parentId);
  const answered = new Set<string>();
  for (const id of parentOf.keys()) {
    if (present.get(id)?.deleted || unshown.has(id)) continue;
    let parentId = parentOf.get(id) ?? null;
    while (parentId !== null && !answered.has(parentId)) {
      answered.add(parentId);
      parentId = parentOf.get(parentId) ?? null;
    }
  }
  return answered;
}
