import type { Subscription } from '../../core/feed/subscription.ts';
import type { Discussion } from '../../core/discussion/discussion.ts';
import type { StoredComment } from '../../core/discussion/stored-comment.ts';
import type { StoredStory } from '../../core/story/stored-story.ts';
import type { UnixMs } from '../../core/time/duration.ts';

/** A discussion that is being updated, with what its update depends on. */
export interface DiscussionContext {
  discussion: Discussion;
  /** `null` when the channel no longer has the feed. */
  subscription: Subscription | null;
  story: StoredStory;
  /** As stored before the update. */
  comments: StoredComment[];
  /** `null` when it never closes. */
  closesAt: UnixMs | null;
  now: UnixMs;
}
