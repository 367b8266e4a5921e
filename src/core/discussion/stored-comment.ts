import type { Comment } from './comment.ts';
import type { CommentState } from './comment-changes.ts';
import type { DiscussionId } from '../ids.ts';

/**
 * The packed message in which a comment stands, by the key of its delivery. One that was left out of
 * a backlog stands in none: the pack counts it.
 */
export interface PackPlace {
  key: string;
  leftOut: boolean;
}

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
  /** `null` when it has messages of its own. */
  pack: PackPlace | null;
  /** It was part of a backlog: its own messages notify nobody and are posted after live comments. */
  quiet: boolean;
  ordinal: number;
}
