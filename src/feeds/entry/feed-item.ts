import type { CommentLinks, FeedDocument, Photo } from '../../core/story/story.ts';

/** A story as its feed writes it, whatever the format, before its text is read as a newsroom's. */
export interface WrittenStory {
  /** The identity its publisher gives it. */
  guid: string | null;
  url: string | null;
  headline: string | null;
  /** HTML: the publisher's own summary first, then the content. */
  leads: string[];
  publishedAt: number | null;
  updatedAt: number | null;
  /** Author fields as they stand. */
  bylines: string[];
  topics: string[];
  photo: Photo | null;
  commentCount: number | null;
  commentLinks: CommentLinks;
}

/** A feed as it is written, its stories not yet read as a newsroom's. */
export interface WrittenFeed extends Omit<FeedDocument, 'stories'> {
  stories: WrittenStory[];
}
