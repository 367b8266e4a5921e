import type { Subscription } from '../../core/feed/subscription.ts';
import type { StoredStory } from '../../core/story/stored-story.ts';
import type { PresenceChanges } from './withdrawn-stories.ts';

export interface Post {
  story: StoredStory;
  subscription: Subscription;
  /** Under which its channel is told it once. */
  key: string;
}

/** What one reading of a feed brings. */
export interface News {
  /** Stories new, or changed in a way that readers see. */
  stories: StoredStory[];
  /** Those of them whose words are others than before. */
  corrected: StoredStory[];
  /** Those that only count other comments. */
  recounted: StoredStory[];
  standing: PresenceChanges;
  /** Messages to post, oldest story first. */
  posts: Post[];
  /** Which channels are told that so many were not posted. */
  leftOut: { subscription: Subscription; stories: Post[] }[];
  /** Channels that took their first stories from this reading. */
  initialised: Subscription[];
  siteUrl: string | null;
}
