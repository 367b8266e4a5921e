import type { Subscription } from '../../core/feed/subscription.ts';
import type { StoredStory } from '../../core/story/stored-story.ts';
import type { PresenceChanges } from './withdrawn-stories.ts';

/** A story for one channel. */
export interface Post {
  story: StoredStory;
  subscription: Subscription;
  /** Deduplicates: a channel gets one story for each key. */
  key: string;
}

/** What one poll of a feed changes. */
export interface News {
  /** New stories, and those with a change that readers see. */
  stories: StoredStory[];
  /** Those with another text than before. */
  corrected: StoredStory[];
  /** Those with only another number of comments. */
  recounted: StoredStory[];
  presence: PresenceChanges;
  /** By story, oldest first. */
  posts: Post[];
  /** Stories that the channel has by another feed, with comments. */
  twins: Post[];
  /** Stories over a channel's limit: the channel gets one notice with their number. */
  skipped: { subscription: Subscription; stories: Post[] }[];
  /** Channels that took their first stories from this poll. */
  initialised: Subscription[];
  siteUrl: string | null;
}
