import { type ArticleFacts, readArticle } from '../article/index.ts';
import type { CommentPage } from '../core/comment.ts';
import type { SourceAddress } from '../core/discussion.ts';
import type { FeedDocument } from '../core/story.ts';
import { type FeedBytes, readFeed } from '../feeds/index.ts';
import { readComments } from '../sources/index.ts';

/** An answer's bytes, as they were fetched. */
export interface DocumentBytes {
  body: Uint8Array;
  contentType: string | null;
  /** The address that answered, after redirects. */
  url: string;
}

/**
 * How fetched bytes are read, by kind. A reading may take seconds, and may be done in another
 * thread: all that goes in and comes out is plain. Each rejects with a `ReadError`.
 */
export interface Readings {
  feed(bytes: FeedBytes): Promise<FeedDocument>;
  article(bytes: DocumentBytes): Promise<ArticleFacts>;
  comments(bytes: DocumentBytes, source: SourceAddress): Promise<CommentPage>;
}

/** The readings in the caller's own thread. */
export const readings: Readings = {
  feed: (bytes) => readFeed(bytes),
  article: (bytes) => readArticle(bytes),
  comments: async (bytes, source) => readComments(source, bytes),
};
