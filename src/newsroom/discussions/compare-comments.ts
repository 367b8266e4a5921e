import {
  type CachedComment,
  commentChanges,
  type CommentChanges,
} from '../../core/discussion/comment-changes.ts';
import { commentHash } from '../../core/discussion/comment-hash.ts';
import { commentKey } from '../../core/discussion/comment-key.ts';
import type { CommentPage } from '../../core/discussion/comment.ts';
import type { Discussion } from '../../core/discussion/discussion.ts';
import { inSource } from '../../core/discussion/same-comment.ts';
import type { StoredComment } from '../../core/discussion/stored-comment.ts';

export type FromSource = Pick<Discussion, 'id' | 'source'>;

/** The stored comments by the ids of the discussion's source, where the page has them. */
function inDiscussionSource(
  { id, source }: FromSource,
  stored: readonly StoredComment[],
  { comments }: CommentPage,
): StoredComment[] {
  const name = source?.name ?? '';
  const keyOf = (sourceId: string) => commentKey(id, name, sourceId);
  return inSource(stored, name, comments, { keyOf, hashOf: commentHash });
}

/** Ids are unique among the comments of one source. */
export function ofSource(
  { source }: Pick<Discussion, 'source'>,
  stored: readonly StoredComment[],
): StoredComment[] {
  return stored.filter((row) => row.source === source?.name);
}

/** A comment's id among those of the discussion's source; its key where another source had it. */
export function idIn({ source }: Pick<Discussion, 'source'>, row: StoredComment): string {
  return row.source === source?.name ? row.comment.id : `elsewhere:${row.key}`;
}

const idAtItsSource = ({ source, comment }: StoredComment) => JSON.stringify([source, comment.id]);

/** A page compared with the stored comments. */
interface Compared {
  /** The stored comments in the discussion's source. */
  rows: readonly StoredComment[];
  changes: CommentChanges;
}

/** The last comparison of a page: one look asks for it several times. */
const compared = new WeakMap<
  CommentPage,
  Compared & { stored: readonly StoredComment[]; source: string | undefined }
>();

/** The arrays are never changed in their place. */
export function comparedWith(
  discussion: FromSource,
  stored: readonly StoredComment[],
  page: CommentPage,
): Compared {
  const source = discussion.source?.name;
  const known = compared.get(page);
  if (known?.stored === stored && known.source === source) return known;
  const rows = inDiscussionSource(discussion, stored, page);
  const now = { stored, source, rows, changes: changesOf(discussion, stored, page, rows) };
  compared.set(page, now);
  return now;
}

/** @param rows `stored` in the discussion's source */
function changesOf(
  discussion: FromSource,
  stored: readonly StoredComment[],
  page: CommentPage,
  rows: readonly StoredComment[],
): CommentChanges {
  const isMixed = stored.some((row) => row.source !== discussion.source?.name);
  const ids = new Map(
    isMixed ? rows.map((row, index) => [idAtItsSource(stored[index] ?? row), row]) : [],
  );
  const cached = rows.map((row): CachedComment => {
    const { comment, hash, state, missing } = row;
    const isElsewhere = row.source !== discussion.source?.name;
    const parent = isElsewhere ? ids.get(JSON.stringify([row.source, comment.parentId])) : null;
    const parentId = parent ? idIn(discussion, parent) : comment.parentId;
    return { id: idIn(discussion, row), parentId, hash, state, missing, isElsewhere };
  });
  return commentChanges(cached, page, commentHash);
}

/** True when a page adds, changes or misses a comment. */
export function changesComments(
  discussion: FromSource,
  stored: readonly StoredComment[],
  page: CommentPage,
): boolean {
  const { added, edited, ...ids } = comparedWith(discussion, stored, page).changes;
  const changed = [added, edited, ids.deletedIds, ids.missingIds, ids.foundIds];
  return changed.some((list) => list.length > 0);
}
