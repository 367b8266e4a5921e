import type { Comment } from './comment.ts';
import type { CommentState } from './comment-changes.ts';
import type { DiscussionId } from '../ids.ts';

export interface StoredComment {
  discussionId: DiscussionId;
  /** Unique over all discussions, short enough for a button's `custom_id`. */
  key: string;
  /** The name of the comment source; {@link Comment.id} is unique among its comments only. */
  source: string;
  /** The comment at its source: the same for its copies in other channels. See `commentOrigin`. */
  origin: string;
  comment: Comment;
  /** Its author at the source: see `commentAuthor`; `null` for a comment without a name. */
  authorKey: string | null;
  hash: string;
  state: CommentState;
  missing: number;
  /** How many messages the comment needs. */
  parts: number;
  /** A placeholder is displayed instead: a case about it is under review or upheld, or its author is muted. */
  hidden: boolean;
  ordinal: number;
}
