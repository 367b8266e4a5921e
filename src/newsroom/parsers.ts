import { type ArticleFacts, readArticle } from '../article/index.ts';
import type { CommentPage } from '../core/discussion/comment.ts';
import type { DiscussionSource } from '../core/discussion/discussion.ts';
import type { FetchResponse } from '../core/ports/fetcher.ts';
import type { FeedDocument } from '../core/story/story.ts';
import { EntryCache, readFeed } from '../feeds/index.ts';
import {
  type Clues,
  findComments,
  readComments,
  type SourceAnswer,
  type SourceStep,
} from '../sources/index.ts';

/** A fetched document. */
export interface DocumentBytes {
  body: Uint8Array;
  contentType: string | null;
  /** The address that answered, after redirects. */
  url: string;
}

/** What a feed's parser needs of an answer. */
export type FeedAnswer = Pick<FetchResponse, 'body' | 'headers' | 'url'>;

/**
 * Parsers of fetched documents. Parsing may take seconds, so it may run in another thread: arguments
 * and results must be structured-cloneable, and results may be frozen. Each rejects with a
 * `ReadError`.
 */
export interface Parsers {
  feed(answer: FeedAnswer): Promise<FeedDocument>;
  article(bytes: DocumentBytes): Promise<ArticleFacts>;
  findComments(
    clues: Clues,
    answers: readonly SourceAnswer[],
  ): Promise<SourceStep<DiscussionSource | null>>;
  readComments(
    source: DiscussionSource,
    answers: readonly SourceAnswer[],
  ): Promise<SourceStep<CommentPage>>;
}

/** Parsers in the caller's own thread, with a cache of the entries of the feeds they parsed. */
export function createParsers(): Parsers {
  const cache = new EntryCache();
  return {
    feed: ({ body, headers, url }) => readFeed(body, headers, url, cache),
    article: (bytes) => readArticle(bytes),
    findComments: async (clues, answers) => findComments(clues, answers),
    readComments: async (source, answers) => readComments(source, answers),
  };
}
