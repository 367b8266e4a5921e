import type { Subscription } from '../../core/feed/subscription.ts';
import type { Discussion } from '../../core/discussion/discussion.ts';
import type { StoredComment } from '../../core/discussion/stored-comment.ts';
import type { StoredStory } from '../../core/story/stored-story.ts';
import type { UnixMs } from '../../core/time/duration.ts';

/** Everything that one look at a discussion is about. */
export interface DiscussionContext {
  discussion: Discussion;
  subscription: Subscription | null;
  story: StoredStory;
  /** As stored before the look. */
  comments: StoredComment[];
  closesAt: UnixMs | null;
  now: UnixMs;
}
