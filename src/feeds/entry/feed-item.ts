import type { CommentLinks, FeedDocument, Photo } from '../../core/story/story.ts';

/** An RSS item, Atom entry or JSON Feed item: its fields as written, before its text is read. */
export interface FeedItem {
  /** The publisher's own identifier. */
  guid: string | null;
  url: string | null;
  /** The address of its recording, where the story leads to when it has no page. */
  enclosure: string | null;
  headline: string | null;
  /** The paper that published it, in a feed of many papers' stories. */
  paper: string | null;
  /** HTML: the publisher's own summary first, then the content. */
  leads: string[];
  /** How the text begins, of an item that has nothing else to tell it by. */
  opening: string | null;
  publishedAt: number | null;
  updatedAt: number | null;
  /** Author fields, unparsed. */
  bylines: string[];
  topics: string[];
  photo: Photo | null;
  commentCount: number | null;
  commentLinks: CommentLinks;
}

/** A feed whose items are parsed, but not yet read as stories. */
export interface ParsedFeed extends Omit<FeedDocument, 'stories'> {
  items: FeedItem[];
}
