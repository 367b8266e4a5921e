import type { Comment } from './comment.ts';
import type { CommentState } from './comment-changes.ts';
import type { DiscussionId } from '../ids.ts';

export interface StoredComment {
  discussionId: DiscussionId;
  /** Unique over all discussions, short enough for a button's `custom_id`. */
  key: string;
  comment: Comment;
  hash: string;
  state: CommentState;
  missing: number;
  /** Messages that the comment takes. */
  parts: number;
  /** Shown as a placeholder while a case on it is reviewed or upheld. */
  hidden: boolean;
  ordinal: number;
}
