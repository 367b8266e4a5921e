import type { Comment, CommentPage } from '../../core/discussion/comment.ts';
import type { CommentPlace } from '../../core/discussion/comment-identity.ts';
import { sharedSigns } from '../../core/discussion/comment-origin.ts';
import type { StoredComment } from '../../core/discussion/stored-comment.ts';
import type { Ports } from '../ports.ts';
import { preparedComment, type PreparedComment } from '../parsers.ts';
import { comparedWith, ofSource } from './compare-comments.ts';
import type { DiscussionContext } from './discussion-context.ts';

/** A discussion with its story. */
export type Commented = Pick<DiscussionContext, 'discussion' | 'story'>;

/** By the ids of comments. */
export type PreparedComments = ReadonlyMap<string, PreparedComment>;

/** How many are prepared in one go, which has a limit of time. */
const preparedAtOnce = 1_000;

/** The comments that a page adds or changes are prepared in another thread: there may be thousands. */
export async function prepareComments(
  { parsers }: Ports,
  commented: Commented,
  stored: readonly StoredComment[],
  page: CommentPage,
  signal: AbortSignal,
): Promise<PreparedComments> {
  const { rows, changes } = comparedWith(commented.discussion, stored, page);
  const changed = [...changes.added, ...changes.edited];
  const prepared = new Map<string, PreparedComment>();
  if (changed.length === 0) return prepared;
  const place = commentPlace(commented, rows, page);
  for (let from = 0; from < changed.length; from += preparedAtOnce) {
    const some = changed.slice(from, from + preparedAtOnce);
    const ready = await parsers.prepareComments(some, place, signal);
    for (const [index, comment] of some.entries()) {
      prepared.set(comment.id, ready[index] ?? preparedComment(comment, place));
    }
  }
  return prepared;
}

/** Those that have changed since `prepared` was made are prepared when they are asked for. */
export function preparing(
  commented: Commented,
  rows: readonly StoredComment[],
  page: CommentPage,
  prepared: PreparedComments,
): (comment: Comment) => PreparedComment {
  let place: CommentPlace | null = null;
  return (comment) =>
    prepared.get(comment.id) ??
    preparedComment(comment, (place ??= commentPlace(commented, rows, page)));
}

/** @param rows the stored comments, in the discussion's source */
function commentPlace(
  { discussion, story: { id, story } }: Commented,
  rows: readonly StoredComment[],
  page: CommentPage,
): CommentPlace {
  const stored = ofSource(discussion, rows).map(({ comment }) => comment);
  return {
    discussionId: discussion.id,
    source: discussion.source?.name ?? '',
    story: { id, url: story.url },
    shared: sharedSigns(page.comments, stored),
  };
}
