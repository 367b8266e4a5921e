import type { DiscussionId } from '../ids.ts';
import { commentAuthor } from './comment-author.ts';
import { commentKey } from './comment-key.ts';
import { type CommentedStory, commentOrigin } from './comment-origin.ts';
import type { Comment } from './comment.ts';

/** Where comments of a source are stored. */
export interface CommentPlace {
  discussionId: DiscussionId;
  source: string;
  story: CommentedStory;
  /** See `sharedSigns`. */
  shared: ReadonlySet<string>;
}

/** What identifies a stored comment, its origin and its author. See `StoredComment`. */
export interface CommentIdentity {
  key: string;
  origin: string;
  authorKey: string | null;
}

export function commentIdentity(
  comment: Comment,
  { discussionId, source, story, shared }: CommentPlace,
): CommentIdentity {
  return {
    key: commentKey(discussionId, source, comment.id),
    origin: commentOrigin(comment, source, story, shared),
    authorKey: comment.deleted ? null : (commentAuthor(comment, story.url)?.key ?? null),
  };
}
