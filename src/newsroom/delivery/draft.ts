import type { MessageBody, Persona } from '../../core/delivery/message-body.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { Subscription } from '../../core/feed/subscription.ts';
import type { StoredStory } from '../../core/story/stored-story.ts';

/** A message as it should be now, with what decides how it is posted. */
export interface Draft {
  body: MessageBody;
  /** Under whose name and picture a webhook posts it; the bot posts it without one. */
  persona?: Persona | null;
  /** False for one that could not be posted again if it were deleted. */
  isReplaceable?: boolean;
  /** For one of a comment's messages: it stands before an earlier one, which was posted again. */
  isOutOfOrder?: boolean;
  /** The keys of those that are in the thread and come after it: posted again, it stands behind them. */
  postedAfter?: readonly string[];
  /** The channel's subscription that asked for it; `null` for messages of threads and of moderators. */
  subscription: Subscription | null;
  /** The story of a story's own message. */
  story: StoredStory | null;
  /** The thread of its discussion, which has the story's headline as name. */
  threadId: Snowflake | null;
}
