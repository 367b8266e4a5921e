import { type ArticleFacts, readArticle } from '../article/index.ts';
import {
  commentIdentity,
  type CommentIdentity,
  type CommentPlace,
} from '../core/discussion/comment-identity.ts';
import { commentHash } from '../core/discussion/comment-hash.ts';
import type { Comment, CommentPage } from '../core/discussion/comment.ts';
import { newestOfPage } from '../core/discussion/most-comments.ts';
import type { DiscussionSource } from '../core/discussion/discussion.ts';
import type { FetchResponse } from '../core/ports/fetcher.ts';
import type { FeedDocument } from '../core/story/story.ts';
import {
  EntryCache,
  isWebPage,
  lookedUpFeeds,
  type ListedFeed,
  type PageFeeds,
  pageFeeds,
  readFeed,
  readOpml,
} from '../feeds/index.ts';
import { type CommentSize, commentSize } from '../render/index.ts';
import {
  type Clues,
  findComments,
  readComments,
  type SourceAnswer,
  type SourceStep,
} from '../sources/index.ts';
import { decodeText } from '../text/charset.ts';

/** A page as far as a look takes it in, with the hashes of its comments in their order. */
export interface HashedPage extends CommentPage {
  hashes: string[];
}

/** What is made of a comment to store it: hashes, addresses and a rendering, which take time. */
export interface PreparedComment extends CommentSize, CommentIdentity {}

export function preparedComment(comment: Comment, place: CommentPlace): PreparedComment {
  return { ...commentSize(comment), ...commentIdentity(comment, place) };
}

/** What a reader needs of an answer; `url` is the address that answered, after redirects. */
export type Answer = Pick<FetchResponse, 'body' | 'headers' | 'url'>;

/**
 * The readers of fetched documents, in the caller's own thread. Arguments and results are
 * structured-cloneable; results may be frozen. Each rejects with a `ReadError`.
 */
export interface DocumentReaders {
  feed(answer: Answer): Promise<FeedDocument>;
  article(answer: Answer): Promise<ArticleFacts>;
  findComments(
    clues: Clues,
    answers: readonly SourceAnswer[],
  ): Promise<SourceStep<DiscussionSource | null>>;
  readComments(
    source: DiscussionSource,
    answers: readonly SourceAnswer[],
  ): Promise<SourceStep<HashedPage>>;
  /** In the order of the comments. */
  prepareComments(comments: readonly Comment[], place: CommentPlace): Promise<PreparedComment[]>;
  /** The feeds that a web page, or a podcast's lookup, names; `null` for any other answer. */
  feedLinks(answer: Answer): Promise<PageFeeds | null>;
  opml(answer: Answer): Promise<ListedFeed[]>;
}

/**
 * The readers as the newsroom calls them: in other threads, since a stranger's document may take any
 * time. An abort rejects with the signal's reason.
 */
export type Parsers = {
  [Name in keyof DocumentReaders]: (
    ...given: [...Parameters<DocumentReaders[Name]>, signal: AbortSignal]
  ) => ReturnType<DocumentReaders[Name]>;
};

/** The readers, with a cache of the entries of the feeds that they read. */
export function createReaders(): DocumentReaders {
  const cache = new EntryCache();
  return {
    feed: ({ body, headers, url }) => readFeed(body, headers, url, cache),
    article: ({ body, headers, url }) =>
      readArticle({ body, contentType: headers['content-type'] ?? null, url }),
    findComments: async (clues, answers) => findComments(clues, answers),
    readComments: async (source, answers) => {
      const step = readComments(source, answers);
      return 'done' in step ? { done: hashedPage(step.done) } : step;
    },
    prepareComments: async (comments, place) =>
      comments.map((comment) => preparedComment(comment, place)),
    feedLinks: async (answer) => {
      const page = textOf(answer);
      if (isWebPage(page)) return pageFeeds(page, answer.url);
      const named = lookedUpFeeds(page);
      return named && { named, linked: [], pages: [] };
    },
    opml: async (answer) => readOpml(textOf(answer)),
  };
}

function hashedPage(read: CommentPage): HashedPage {
  const page = newestOfPage(read);
  return { ...page, hashes: page.comments.map(commentHash) };
}

function textOf({ body, headers }: Answer): string {
  return decodeText(body, headers['content-type'] ?? null);
}
